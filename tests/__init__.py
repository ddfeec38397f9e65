"""The tests of the book, of its mathematics and of its tools."""
