"""What the tools ask of the settings of a book."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings


@pytest.mark.parametrize(
    ("released", "command"),
    [
        (True, "pip install interest"),
        (False, 'pip install "interest @ git+https://example.org/interest/source"'),
    ],
)
def test_the_package_is_installed_from_where_it_is_to_be_had(
    tmp_path: Path, command: str, *, released: bool
) -> None:
    root = frozen_book.copy(tmp_path / "book")
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace(
        "      package: interest\n",
        f"      package: interest\n      released: {str(released).lower()}\n",
    )
    path.write_text(text, encoding="utf-8")
    assert settings.load(root).install == command
