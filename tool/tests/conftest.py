"""A tiny book in a temporary folder, for the tests to break."""

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from derivlearn_site.base import settings
from derivlearn_site.pages import page
from needs import node

__all__ = ["node"]

# The same examples in every run, and no clock: how long one takes is the machine's.
hypothesis.settings.register_profile("tool", derandomize=True, deadline=None)
hypothesis.settings.load_profile("tool")

# So that what it expects is told with what it has found.
pytest.register_assert_rewrite("examples")

# A book of its own, whose tests are run on copies of it.
collect_ignore = ["frozen"]

MKDOCS = """\
plugins:
  - derivlearn-site:
      languages: [ja, en]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: "#"
  - pymdownx.arithmatex:
      generic: true
  - pymdownx.details
  - pymdownx.snippets:
      base_path: [snippets]
      check_paths: true
      dedent_subsections: true
  - pymdownx.superfences
"""

TEXTS = """\
name: {name}
strings:
  output: Output
  output_stale: Another output
  preamble: Before
  copy: Copy
  table: Table
  formula: Formula
  hint: Hint {number}
  changed: Changed & so
  stale: Behind.
  untranslated: Not yet.
  status_head: Page | Behind
  notebook_from: From [{title}]({url}).
  notebook_code: "{title}: the code"
  notebook_more: "{title}, continued"
  description: Doubling.
  read: Read
  home: Home
  languages: Languages
  notebook: Notebook
  edit: Change
  fallback: The original ({language}).
  translate: Translate
  not_found_text: Gone.
  not_found_home: Home
  licence: Free.
  source: Source
  permalink: Link
  not_found: Not found
runner:
  yours: Yours
  unreachable: Unreachable
"""

SNIPPET = '''\
"""Doubling."""

import math


# --8<-- [start:double]
def double(x):
    return 2 * x
# --8<-- [end:double]

# --8<-- [start:use]
y = double(4)
print(y)
# --8<-- [end:use]

# --8<-- [start:root]
print(math.sqrt(y * 2))
# --8<-- [end:root]
'''

RECORD = """\
# --8<-- [start:use]
8
# --8<-- [end:use]

# --8<-- [start:root]
4.0
# --8<-- [end:root]
"""

PAGE = """\
---
description: Doubling.
---

# Double { #demo }

```python
--8<-- "demo/double.py:double"
```

Twice four:

```python
--8<-- "demo/double.py:use"
```

```text
--8<-- "demo/double.out:use"
```

## Root { #root }

??? answer "Answer"
    ```python
    --8<-- "demo/double.py:root"
    ```

    ```text
    --8<-- "demo/double.out:root"
    ```
"""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be told in English, whoever runs the tests."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def write_book(root: Path) -> settings.Settings:
    """Write a book of one page in two languages, without a mistake."""
    files = {
        "mkdocs.yml": MKDOCS,
        "docs/ja/book.yml": TEXTS.replace("{name}", "日本語"),
        "docs/en/book.yml": TEXTS.replace("{name}", "English"),
        "snippets/demo/double.py": SNIPPET,
        "snippets/demo/double.out": RECORD,
        "docs/ja/demo.md": PAGE,
        "docs/en/demo.md": PAGE,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return settings.load(root)


@pytest.fixture
def book(tmp_path: Path) -> settings.Settings:
    """A book of one page in two languages, without a mistake."""
    return write_book(tmp_path)


EXERCISE = '''\
"""Exercise: three times a number."""

import math


# --8<-- [start:shown]
def double(x):
    return 2 * x
# --8<-- [end:shown]

# --8<-- [start:start]
def triple(x):
    return x
# --8<-- [end:start]

# --8<-- [start:wrong-double]
def triple(x):
    return double(x)
# --8<-- [end:wrong-double]

# --8<-- [start:wrong-power]
def triple(x):
    return x**3
# --8<-- [end:wrong-power]

# --8<-- [start:answer]
def triple(x):
    return double(x) + x
# --8<-- [end:answer]

# --8<-- [start:check]
def check():
    for x in (2, math.pi):
        yield f"triple({x})", double(x) + x
# --8<-- [end:check]

# --8<-- [start:use]
print(triple(5))
# --8<-- [end:use]
'''

EXERCISE_PAGE = """\
# Triple { #demo }

```python
--8<-- "demo/triple.py:shown"
```

```exercise
--8<-- "demo/triple.py:start"
hint: Add $x$ again.
hint: `x + x` is two of them.
```

```python
--8<-- "demo/triple.py:answer"
```

```python
--8<-- "demo/triple.py:use"
```

```text
--8<-- "demo/triple.out:use"
```
"""


@pytest.fixture
def exercise(book: settings.Settings) -> settings.Settings:
    """A book whose page is `EXERCISE_PAGE`, in both languages."""
    folder = book.snippets / "demo"
    for path in folder.iterdir():
        path.unlink()
    (folder / "triple.py").write_text(EXERCISE, encoding="utf-8")
    record = "# --8<-- [start:use]\n15\n# --8<-- [end:use]\n"
    (folder / "triple.out").write_text(record, encoding="utf-8")
    for language in book.languages:
        path = book.docs / language / "demo.md"
        path.write_text(EXERCISE_PAGE, encoding="utf-8")
    return book


DOT = """\
from derivlearn_site.figures import svg

LABELS = {}


def draw(labels):
    return svg.Picture(10, ())
"""
FIGURE = "```figure\nfigure: dot\nalt: A dot.\ncaption: C\n```\n"


@pytest.fixture
def dot(book: settings.Settings) -> settings.Settings:
    """A book that has a picture, which `FIGURE` shows."""
    drawing = book.root / "figures/dot/drawing.py"
    drawing.parent.mkdir(parents=True)
    (drawing.parents[1] / "__init__.py").touch()
    drawing.write_text(DOT, encoding="utf-8")
    return book


@pytest.fixture
def problems(book: settings.Settings) -> Callable[[str], list[str]]:
    """Return what the page model has to say about the text of a page."""

    def read(text: str) -> list[str]:
        parsed = page.parse(text, book.docs / "ja" / "demo.md", book)
        return [f"{problem.line}: {problem.message}" for problem in parsed.problems]

    return read
