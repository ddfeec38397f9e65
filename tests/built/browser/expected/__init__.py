"""What each live figure should say for some settings, computed with `derivlearn`.

One module for each figure, named after it; its `EXPECTED` holds the settings and the
numbers.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

Values = Mapping[str, float | str]


@dataclass(frozen=True)
class Expected:
    """Some settings of a figure, and the numbers that it should say for each."""

    settings: tuple[Values, ...]
    numbers: Callable[..., list[float]]
    # How exactly they are said: all digits but the last few, or so many decimals.
    near: float = 0

    def is_said(self, number: float, said: float) -> bool:
        """Tell whether a number that the figure says is the right one."""
        return said == pytest.approx(number, rel=1e-9, abs=self.near)


def names() -> set[str]:
    """Return the figures whose numbers are here."""
    modules = {module.name for module in pkgutil.iter_modules(__path__)}
    return {name.replace("_", "-") for name in modules if name != "book"}


def of(name: str) -> Expected:
    """Return what a figure should say."""
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    expected: Expected = module.EXPECTED
    return expected
