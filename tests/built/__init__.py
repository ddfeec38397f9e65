"""Tests of the built site, as it is published."""
