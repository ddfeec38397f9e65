"""The Japanese prose of the book keeps to the rules of `docs/textlint.yml`."""

import re
from collections.abc import Sequence

import pytest
import yaml

from derivlearn_site.base.errors import Problem
from derivlearn_site.pages import page
from derivlearn_site.translation import textlint
from examples import Linted
from tests.test_book import BOOK

PAGES = [page.read(path, BOOK) for path in BOOK.pages(textlint.LANGUAGE)]


@pytest.fixture(scope="module")
def linted() -> Linted:
    return Linted(BOOK)


@pytest.fixture(scope="module")
def told(linted: Linted) -> Sequence[Problem]:
    return linted.problems


def test_the_book_keeps_to_the_rules(told: Sequence[Problem]) -> None:
    own = {path for path, _ in textlint.prose(BOOK)}
    assert len(own) == len(PAGES) + 3
    assert [str(problem) for problem in told if problem.path in own] == []


def test_each_bad_example_of_the_glossary_is_found_and_no_good_one(
    linted: Linted,
) -> None:
    linted.tells_the_examples_apart()


@pytest.mark.parametrize("read", PAGES, ids=lambda each: each.slug)
def test_every_page_keeps_its_lines(read: page.Page) -> None:
    text = textlint.markdown(read)
    assert text.count("\n") == len(read.lines)
    for heading in read.headings:
        line = text.split("\n")[heading.line - 1]
        assert line.startswith("#" * heading.level + " ")
    assert "$" not in text.replace("`$", "")
    assert "--8<--" not in text


@pytest.mark.parametrize("kind", ["rules", "allow"])
def test_each_exception_is_needed(kind: str) -> None:
    """What no sentence needs any more is no exception any more."""
    loaded = yaml.safe_load((BOOK.docs / textlint.FILE).read_text(encoding="utf-8"))
    if kind == "allow":
        patterns = [each for patterns in loaded["allow"].values() for each in patterns]
    else:
        joshi = loaded["rules"][textlint.PRESET]["no-doubled-joshi"]["allow"]
        patterns = [f"{particle}[^。]+{particle}" for particle in joshi]
    text = "\n".join(text for _, text in textlint.prose(BOOK))
    unused = [each for each in patterns if not re.search(each, text, re.MULTILINE)]
    assert unused == []
