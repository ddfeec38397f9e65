"""Compares pages: what is behind, what differs, what is wrong. Writes no HTML."""
