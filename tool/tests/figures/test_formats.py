"""Pictures and their scripts write numbers and words alike."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from derivlearn_site.figures import svg
from javascript import evaluated
from needs import WEB

MODULES = [WEB / "src/figures" / name for name in ("numbers.ts", "picture.ts")]


def values() -> list[float]:
    """Return numbers of every size, some just between two that are shorter."""
    dice = random.Random(0)  # noqa: S311 no secret
    found = [0.0, -0.0, 0.1, 1 / 3, 2 / 3, 1e16, 123456.5, 1234565.0, 0.0001, 0.00001]
    for power in range(-12, 13):
        found += [m * 10.0**power for m in (1, 1.5, 2.5, 9.5, 9.99995, 9.999995)]
        found += [dice.uniform(1, 10) * 10**power for _ in range(20)]
    # Halves, quarters, eighths … are middles in decimals, too.
    found += [dice.randrange(1, 4000) / 2 ** dice.randrange(1, 9) for _ in range(400)]
    found += [5.0 * dice.randrange(10**k) for k in range(1, 14) for _ in range(20)]
    return [sign * value for value in found for sign in (1, -1)]


VALUES = values()
MINUS = "\N{MINUS SIGN}"


def as_python(written: str) -> str:
    """Return what Python writes with a real minus, 0 without its sign."""
    return "0" if written in ("0", "-0") else written.replace("-", MINUS)


def significant(digits: int) -> Callable[[float], str]:
    """Return what rounds to so many digits, and then writes all of them."""
    return lambda value: exact(float(f"{value:.{digits}g}"))


def exact(value: float) -> str:
    return as_python(repr(value).removesuffix(".0"))


def printed(decimals: int) -> Callable[[float], str]:
    return lambda value: svg.printed(value, decimals)


def rounded(decimals: int) -> Callable[[float], str]:
    return lambda value: svg.rounded(value, decimals)


# What the scripts call each format, and what it is here.
FORMATS: dict[str, Callable[[float], str]] = {
    "m.coordinate(x)": svg.coordinate,
    "m.plain(x)": svg.plain,
    "m.rounded(x)": svg.rounded,
    **{f"m.fixed(x, {decimals})": printed(decimals) for decimals in range(9)},
    **{f"m.rounded(x, {decimals})": rounded(decimals) for decimals in range(5)},
    "m.exact(x)": exact,
    "m.precise(x)": significant(10),
    "m.brief(x)": lambda value: svg.plain(float(f"{value:.3g}")),
}


@pytest.fixture(scope="module")
def scripts(
    node: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What the scripts write for each of the values."""
    # JSON has -0.0, and JavaScript reads it as such.
    each = ", ".join(f"{json.dumps(f)}: {f}" for f in FORMATS)
    found: list[dict[str, str]] = evaluated(
        node,
        tmp_path_factory.mktemp("bundle"),
        MODULES,
        f"{json.dumps(VALUES)}.map((x) => ({{{each}}}))",
    )
    return {f: [all_of[f] for all_of in found] for f in FORMATS}


@pytest.mark.parametrize("f", FORMATS)
def test_a_number_is_written_alike_by_pictures_and_scripts(
    f: str, scripts: dict[str, list[str]]
) -> None:
    wrong = [
        (value, expected, written)
        for value, written in zip(VALUES, scripts[f], strict=True)
        if (expected := FORMATS[f](value)) != written
    ]
    assert wrong == []


WORDS = [
    "y = 3x + 2",
    "a tangent",
    "a = 0.7",
    "傾き a − y",
    "∂C/∂b₀",
    "ReLU",
    "a < b & c",
    "Δx = 1e−05",
    "× 2.5e+06",
    "e + 1",
    "2e",
    "x&amp;y",
    "d'x",
    "",
]


def test_the_same_letters_are_in_italics(node: str, tmp_path: Path) -> None:
    written = evaluated(
        node, tmp_path, MODULES, f"{json.dumps(WORDS)}.map((words) => m.pieces(words))"
    )
    for words, pieces in zip(WORDS, written, strict=True):
        assert "".join(pieces) == words
        drawn = svg.text(0, 0, words)
        assert re.findall(r'<tspan font-style="italic">(.*?)</', drawn) == pieces[1::2]
