"""The pictures of the small book."""
