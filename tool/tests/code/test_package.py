"""The public names of a package are those that it names, with what it says of them."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.code import package
from derivlearn_site.code.package import Name

SOURCE = '''"""Many kinds of names."""

import math

__all__ = ["RATE", "Account", "pay"]

RATE = 0.25
"""What is paid for a year."""
HIDDEN = 1


def pay(amount: float, *, years: int = 1) -> float:
    """The formula first.

    Then more.

    Args:
        amount: How much.
        years: How long.

    Returns:
        What there is then.

    Source:
        An old book.

    Examples:
        >>> pay(1.0)
        1.25
    """
    return amount * (1 + RATE) ** years


class Account:
    """Keeps an amount."""

    def __init__(self, amount: float) -> None:
        """Begin."""

    @property
    def amount(self) -> float:
        """How much it is."""
        return 0.0

    def add(self, more: float) -> None:
        """Put more in."""

    def _secret(self) -> None:
        """Nobody's business."""


def left_out() -> None:
    """Public by its name, but not offered."""
'''


@pytest.fixture
def names(tmp_path: Path) -> dict[str, Name]:
    """The names of a package with a module, and one within a package."""
    root = frozen_book.copy(tmp_path / "book")
    folder = root / "src/interest"
    (folder / "kinds").mkdir()
    (folder / "__init__.py").write_text(
        '"""All."""\n__all__ = ["growth", "kinds"]\n', encoding="utf-8"
    )
    (folder / "kinds/_hidden.py").write_text(SOURCE, encoding="utf-8")
    (folder / "kinds/plain.py").write_text(SOURCE, encoding="utf-8")
    (folder / "kinds/__init__.py").write_text(
        '"""Kinds."""\nfrom interest.kinds._hidden import pay\n__all__ = ["pay"]\n',
        encoding="utf-8",
    )
    modules = package.modules(settings.load(root))
    return {each.path: each for module in modules for each in (module, *module.members)}


def test_what_is_offered_is_found_and_nothing_else(names: dict[str, Name]) -> None:
    assert list(names) == [
        *("growth", "growth.grown", "growth.often", "kinds", "kinds.pay"),
        *("kinds.plain", "kinds.plain.RATE", "kinds.plain.pay", "kinds.plain.Account"),
    ]


def test_a_docstring_is_taken_apart(names: dict[str, Name]) -> None:
    pay = names["kinds.pay"]
    assert pay.signature == "pay(amount: float, *, years: int = 1) -> float"
    assert pay.text == "The formula first.\n\nThen more."
    assert [(each.title, each.items) for each in pay.sections] == [
        ("Parameters", (("amount", "How much."), ("years", "How long."))),
        ("Returns", (("", "What there is then."),)),
        ("Source", (("", "An old book."),)),
    ]
    assert pay.examples == ">>> pay(1.0)\n1.25"


def test_a_class_has_its_methods_and_a_number_its_value(names: dict[str, Name]) -> None:
    account = names["kinds.plain.Account"]
    assert account.signature == "Account(amount: float)"
    assert [(each.own, each.signature) for each in account.members] == [
        ("amount", "amount"),
        ("add", "add(more: float) -> None"),
    ]
    assert names["kinds.plain.RATE"].signature == "RATE = 0.25"
    assert names["kinds.plain.RATE"].text == "What is paid for a year."


def test_a_change_of_the_sources_is_seen(tmp_path: Path) -> None:
    book = settings.load(frozen_book.copy(tmp_path / "book"))
    assert len(package.modules(book)[0].members) == 2
    path = book.root / "src/interest/growth.py"
    text = path.read_text(encoding="utf-8").replace('["grown", "often"]', '["grown"]')
    path.write_text(text, encoding="utf-8")
    assert len(package.modules(book)[0].members) == 1
