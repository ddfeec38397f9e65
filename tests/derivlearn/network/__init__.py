"""Tests of the network in NumPy."""
