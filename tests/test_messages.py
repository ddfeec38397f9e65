"""What the tools and the pictures tell is there in the languages of the book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import derivlearn_site
from derivlearn_site.base import languages, texts
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import gallery
from tests.figures.reading import BOOK
from told import assert_is_japanese_of, calls, not_written_out

SOURCES = (Path(derivlearn_site.__file__).parent, BOOK.root / gallery.PACKAGE)
JAPANESE = languages.catalogue(BOOK.docs, "ja")


def templates() -> Iterator[str]:
    for source in SOURCES:
        yield from (call.template for call in calls(source))


TOLD = set(templates())


def test_each_template_of_a_picture_is_written_out_where_it_is_made() -> None:
    assert "\n".join(not_written_out(SOURCES[1])) == ""


def test_each_template_has_its_japanese() -> None:
    path = languages.path_of(BOOK.docs, "ja")
    lacking = [
        f"{call.place}: write the Japanese of {call.template!r} into {path}"
        for source in SOURCES
        for call in calls(source)
        if call.template and call.template not in JAPANESE
    ]
    assert "\n".join(lacking) == ""


@pytest.mark.parametrize("code", BOOK.languages)
def test_a_language_has_the_messages_that_are_told_and_no_others(code: str) -> None:
    path = languages.path_of(BOOK.docs, code)
    left = [
        f"{path}:{text.line}: delete {template!r}, which nothing tells"
        for template, text in texts.read(path).groups[texts.MESSAGES].items()
        if template not in TOLD
    ]
    assert "\n".join(left) == ""


@pytest.mark.parametrize("template", JAPANESE)
def test_the_japanese_has_the_same_fields_and_is_set_as_japanese(template: str) -> None:
    assert_is_japanese_of(JAPANESE[template], template)


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_what_a_label_says_can_be_told_in_every_language(name: str) -> None:
    labels = gallery.labels_of(BOOK, name)
    assert [key for key, says in labels.items() if not isinstance(says, Message)] == []
