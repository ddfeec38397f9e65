"""The tests of the tools that make the site."""
