"""What a page holds: the one reader of Markdown, its glossary, its pytest plugin."""
