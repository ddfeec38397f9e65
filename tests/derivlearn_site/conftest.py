"""A tiny book in a temporary folder, for the tests to break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from derivlearn_site import page, settings

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


@pytest.fixture
def problems(book: settings.Settings) -> Callable[[str], list[str]]:
    """Return what the page model has to say about the text of a page."""

    def read(text: str) -> list[str]:
        parsed = page.parse(text, book.docs / "ja" / "demo.md", book)
        return [f"{problem.line}: {problem.message}" for problem in parsed.problems]

    return read
