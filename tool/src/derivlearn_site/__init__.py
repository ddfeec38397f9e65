"""What turns the pages of the book into a tested, bilingual site.

Vocabulary, the same in every module:

- A *page* is a Markdown file `docs/<language>/<slug>.md`.
- A *snippet* is a Python file `snippets/<slug>/<name>.py`, cut into named *sections*;
  the `.out` beside it holds what each section printed.
- A *block* is one Python fence of a page: one or more sections of one snippet, the
  *preamble* that they need, and the output that the page shows.
- A *program* is a preamble with its block: it runs on its own.
"""
