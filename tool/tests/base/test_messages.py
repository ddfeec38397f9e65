"""Each mistake that the tools tell can be told in English and in Japanese."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from derivlearn_site.base import errors, languages
from derivlearn_site.base.errors import (
    ENGLISH,
    Message,
    MistakeError,
    Problem,
    SourceError,
)
from derivlearn_site.figures import gallery
from frozen_book import BOOK
from told import called, nodes, not_written_out

BASE = Path(errors.__file__).parent
TOOL = BASE.parent
CATALOGUE = languages.catalogue(BOOK.docs, "ja")


def sentences(node: ast.AST) -> Iterator[str]:
    """Yield the words that stand in a part of the source outside of any message."""
    if isinstance(node, ast.Call) and called(node) == "Message":
        return
    if isinstance(node, ast.Constant) and re.search(r"[a-z] [a-z]", str(node.value)):
        yield str(node.value)
    for child in ast.iter_child_nodes(node):
        yield from sentences(child)


def test_each_template_is_written_out_where_the_message_is_made() -> None:
    assert "\n".join(not_written_out(TOOL)) == ""


def test_nothing_is_raised_or_warned_of_without_a_message() -> None:
    # What is raised in the reader's browser is told there, as Python's own.
    in_browser = {TOOL / "code/runner.py", *(TOOL / "code/micropython").iterdir()}
    wrong = [
        f"{path}:{node.lineno}: make a Message of {sentence!r}"
        for path, node in nodes(TOOL)
        if path not in in_browser
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Call) and called(node) == "warning")
        for sentence in sentences(node)
    ]
    assert "\n".join(wrong) == ""


def test_a_message_is_its_english_sentence() -> None:
    message = Message(
        "'{page}' has no heading {{ #{id} }}; it has {known}",
        page="a.md",
        id="b",
        known="c",
    )
    assert message == "'a.md' has no heading { #b }; it has c"
    assert hash(message) == hash(str(message))
    assert message.told(ENGLISH) == message
    assert (
        message.told(CATALOGUE) == "「a.md」に見出し{ #b }がありません。あるのはcです"
    )


def test_a_message_within_a_message_is_translated_with_it() -> None:
    inner = Message("a list of {items} items", items=2)
    outer = Message("has {found}, which {original} lacks", found=inner, original="a.md")
    assert outer == "has a list of 2 items, which a.md lacks"
    assert (
        outer.told(CATALOGUE) == "「2項目の箇条書き」がありますが、a.mdにはありません"
    )


def test_what_has_no_translation_yet_is_told_in_english() -> None:
    assert Message("a new {thing}", thing="mistake").told(CATALOGUE) == "a new mistake"


def test_a_mistake_is_told_behind_its_place_and_with_its_detail_below() -> None:
    message = Message("records no snippet; delete it")
    path = Path("a/b.out")
    for catalogue, says in (
        (ENGLISH, "records no snippet; delete it"),
        (CATALOGUE, "どのスニペットの記録でもありません。このファイルを消してください"),
    ):
        told = f"a/b.out:3: {says}"
        assert Problem(path, 3, message).told(catalogue) == told
        detailed = Problem(path, 3, message, "-1\n+2\n")
        assert detailed.told(catalogue) == f"{told}\n-1\n+2\n"
        assert SourceError(path, 3, message).told(catalogue) == told
        assert MistakeError(message, "a/b.out").told(catalogue) == f"a/b.out: {says}"
        assert MistakeError(message).told(catalogue) == says


def test_what_is_not_told_to_anybody_yet_is_english() -> None:
    message = Message("records no snippet; delete it")
    path = Path("a/b.out")
    told = "a/b.out:3: records no snippet; delete it"
    assert str(Problem(path, 3, message)) == str(SourceError(path, 3, message)) == told
    assert str(MistakeError(message)) == message


@pytest.mark.parametrize(
    ("environment", "is_japanese"),
    [
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LC_MESSAGES": "ja", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "ja_JP@modifier"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "xx_XX.UTF-8"}, False),
        ({"LANG": "../ja"}, False),
        ({}, False),
    ],
)
def test_messages_come_in_the_language_of_the_environment(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, is_japanese: bool
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = languages.catalogue(BOOK.docs)
    assert found == (CATALOGUE if is_japanese else ENGLISH)
    assert languages.catalogue(BOOK.docs, "ja") == CATALOGUE


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_what_a_label_says_is_a_message(name: str) -> None:
    labels = gallery.labels_of(BOOK, name)
    assert [key for key, says in labels.items() if not isinstance(says, Message)] == []
