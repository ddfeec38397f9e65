"""What people ask leads to the right page, nearly always among the first three."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from asking import found_pages
from building import Built
from tests.built.conftest import BOOK, PAGES

# Lists of queries as people type them, each with the pages of which one is wanted.
LISTS: dict[str, dict[str, list[dict[str, Any]]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("search_*.yml"))
}
ENOUGH = 0.9
SLUGS = {slug for _, slug in PAGES}

each_list = pytest.mark.parametrize("name", LISTS)


@each_list
@pytest.mark.parametrize("language", BOOK.languages)
def test_nine_of_ten_queries_find_a_right_page_among_the_first_three(
    built: Built, node: str, name: str, language: str
) -> None:
    asked = LISTS[name].get(language, [])
    found = found_pages(node, built.site, language, [each["query"] for each in asked])
    lost = [
        f"{each['query']!r} finds {pages[:3]}, not {each['pages']}"
        for each, pages in zip(asked, found, strict=True)
        if not {*each["pages"]} & {*pages[:3]}
    ]
    assert len(lost) <= (1 - ENOUGH) * len(asked), "\n".join(lost)


def test_a_hundred_queries_a_language_were_written_down() -> None:
    counts = {code: len(asked) for code, asked in LISTS["search_queries"].items()}
    assert counts == {"en": 100, "ja": 100}


@each_list
def test_no_query_stands_twice_and_each_wants_a_page_that_is_there(name: str) -> None:
    for asked in LISTS[name].values():
        typed = [each["query"] for each in asked]
        assert len({*typed}) == len(typed)
        assert {slug for each in asked for slug in each["pages"]} <= SLUGS
