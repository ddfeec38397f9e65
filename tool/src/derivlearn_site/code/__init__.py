"""Snippets, what they print, and what that depends on. Knows no Markdown."""
