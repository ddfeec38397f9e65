"""A tiny book in a temporary folder, for the tests to break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from derivlearn_site.base import settings
from derivlearn_site.pages import page
from needs import node

__all__ = ["node"]

MKDOCS = """\
plugins:
  - derivlearn-site:
      languages: {ja: {name: 日本語}, en: {name: English}}
markdown_extensions:
  - pymdownx.snippets:
      base_path: [snippets]
      check_paths: true
      dedent_subsections: true
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


@pytest.fixture
def book(tmp_path: Path) -> settings.Settings:
    """A book of one page in two languages, without a mistake."""
    files = {
        "mkdocs.yml": MKDOCS,
        "snippets/demo/double.py": SNIPPET,
        "snippets/demo/double.out": RECORD,
        "docs/ja/demo.md": PAGE,
        "docs/en/demo.md": PAGE,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return settings.load(tmp_path)


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
        yield f"triple({x})", triple(x), double(x) + x
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


@pytest.fixture
def problems(book: settings.Settings) -> Callable[[str], list[str]]:
    """Return what the page model has to say about the text of a page."""

    def read(text: str) -> list[str]:
        parsed = page.parse(text, book.docs / "ja" / "demo.md", book)
        return [f"{problem.line}: {problem.message}" for problem in parsed.problems]

    return read
