"""Each mistake that the tools tell is told in English and in Japanese."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest
from tests.figures.reading import BOOK

from derivlearn_site.base import errors
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.figures import gallery

BASE = Path(errors.__file__).parent
SOURCES = (BASE.parent, BOOK.root / "figures")
FILE = "messages.ja.yml"
JAPANESE = "[\u3041-\u30ff\u3400-\u9fff]"


@dataclass(frozen=True)
class Call:
    """A place in the source that makes a message."""

    place: str
    template: str
    fields: tuple[str, ...]


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    """Yield all that stands in the source, each with its file."""
    for source in SOURCES:
        for path in sorted(source.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield path, node


def calls() -> Iterator[Call]:
    """Yield each call of `Message`; a template that is not written out is empty."""
    for path, node in nodes():
        if isinstance(node, ast.Call) and called(node) == "Message":
            first = node.args[0] if len(node.args) == 1 else None
            template = first.value if isinstance(first, ast.Constant) else ""
            yield Call(
                f"{path}:{node.lineno}",
                template if isinstance(template, str) else "",
                tuple(sorted(str(keyword.arg) for keyword in node.keywords)),
            )


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def fields(template: str) -> tuple[str, ...]:
    return tuple(
        sorted({each for _, each, _, _ in Formatter().parse(template) if each})
    )


def sentences(node: ast.AST) -> Iterator[str]:
    """Yield the words that stand in a part of the source outside of any message."""
    if isinstance(node, ast.Call) and called(node) == "Message":
        return
    if isinstance(node, ast.Constant) and re.search(r"[a-z] [a-z]", str(node.value)):
        yield str(node.value)
    for child in ast.iter_child_nodes(node):
        yield from sentences(child)


CALLS = list(calls())


def test_each_template_is_written_out_where_the_message_is_made() -> None:
    wrong = [
        f"{call.place}: give Message one template, no f-string and no variable, and "
        "each of its fields by name"
        for call in CALLS
        if not call.template or call.fields != fields(call.template)
    ]
    assert "\n".join(wrong) == ""


def test_the_catalogue_has_the_japanese_of_each_template() -> None:
    lacking = [
        f"{call.place}: write the Japanese of {call.template!r} into {FILE}"
        for call in CALLS
        if call.template and call.template not in errors.catalogue()
    ]
    assert "\n".join(lacking) == ""


def test_the_catalogue_has_nothing_else() -> None:
    told = {call.template for call in CALLS}
    left = [
        f"{FILE}: delete {template!r}, which nothing tells"
        for template in errors.catalogue()
        if template not in told
    ]
    assert "\n".join(left) == ""


def test_nothing_is_raised_or_warned_of_without_a_message() -> None:
    # What the runner raises in the reader's browser is told there, as Python's own.
    wrong = [
        f"{path}:{node.lineno}: make a Message of {sentence!r}"
        for path, node in nodes()
        if path.name != "runner.py"
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Call) and called(node) == "warning")
        for sentence in sentences(node)
    ]
    assert "\n".join(wrong) == ""


def test_a_template_is_in_the_catalogue_once() -> None:
    keys = re.findall(r'^  "(.+)":$', (BASE / FILE).read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(errors.catalogue())


@pytest.mark.parametrize("template", errors.catalogue())
def test_the_japanese_has_the_same_fields_and_is_set_as_japanese(template: str) -> None:
    japanese = errors.catalogue()[template]
    assert fields(japanese) == fields(template)
    words = re.sub(r"```\w*|`[^`]+`", "CODE", japanese)
    assert re.search(JAPANESE, words)
    assert not re.search(rf"{JAPANESE} | {JAPANESE}", words), "no space beside Japanese"
    assert not re.search("[,;!?()\uff01-\uff07\uff0a-\uff19\uff1b-\uff5e]", words)
    assert not words.endswith("。")


def test_a_message_is_its_english_sentence() -> None:
    message = Message(
        "'{page}' has no heading {{ #{id} }}; it has {known}",
        page="a.md",
        id="b",
        known="c",
    )
    assert message == "'a.md' has no heading { #b }; it has c"
    assert hash(message) == hash(str(message))
    assert message.japanese == "「a.md」に見出し{ #b }がありません。あるのはcです"


def test_a_message_within_a_message_is_told_in_japanese_too() -> None:
    inner = Message("a list of {items} items", items=2)
    outer = Message("has {found}, which {original} lacks", found=inner, original="a.md")
    assert outer == "has a list of 2 items, which a.md lacks"
    assert outer.japanese == "「2項目の箇条書き」がありますが、a.mdにはありません"


def test_what_has_no_japanese_yet_is_told_in_english() -> None:
    assert Message("a new {thing}", thing="mistake").japanese == "a new mistake"


def test_both_languages_and_the_detail_stand_below_the_place() -> None:
    message = Message("records no snippet; delete it")
    told = (
        "a/b.out:3: records no snippet; delete it\n"
        "    どのスニペットの記録でもありません。このファイルを消してください"
    )
    path = Path("a/b.out")
    assert str(Problem(path, 3, message)) == told
    assert str(Problem(path, 3, message, "-1\n+2\n")) == f"{told}\n-1\n+2\n"
    assert str(SourceError(path, 3, message)) == told
    assert str(MistakeError(message, "a/b.out")) == told.replace(":3", "")
    assert str(MistakeError(message)) == told.removeprefix("a/b.out:3: ")


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_what_a_label_says_is_told_in_both_languages(name: str) -> None:
    labels = gallery.labels_of(BOOK, name)
    assert [key for key, says in labels.items() if not isinstance(says, Message)] == []
