"""Reads the messages that Python files make, and looks at their Japanese."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

JAPANESE = "[\u3041-\u30ff\u3400-\u9fff]"


@dataclass(frozen=True)
class Call:
    """A place in the source that makes a message."""

    place: str
    template: str
    fields: tuple[str, ...]


def nodes(folder: Path) -> Iterator[tuple[Path, ast.AST]]:
    """Yield all that stands in the files of a folder, each with its file."""
    for path in sorted(folder.rglob("*.py")):
        if "node_modules" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield path, node


def calls(folder: Path) -> Iterator[Call]:
    """Yield each call of `Message`; a template that is not written out is empty."""
    for path, node in nodes(folder):
        if isinstance(node, ast.Call) and called(node) == "Message":
            first = node.args[0] if len(node.args) == 1 else None
            template = first.value if isinstance(first, ast.Constant) else ""
            yield Call(
                f"{path}:{node.lineno}",
                template if isinstance(template, str) else "",
                tuple(sorted(str(keyword.arg) for keyword in node.keywords)),
            )


def called(call: ast.Call) -> str:
    """Return the name of what is called."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def fields(template: str) -> tuple[str, ...]:
    """Return the fields of a template."""
    return tuple(
        sorted({each for _, each, _, _ in Formatter().parse(template) if each})
    )


def not_written_out(folder: Path) -> list[str]:
    """Return the calls whose template is made of something else than one text."""
    return [
        f"{call.place}: give Message one template, no f-string and no variable, and "
        "each of its fields by name"
        for call in calls(folder)
        if not call.template or call.fields != fields(call.template)
    ]


def assert_is_japanese_of(japanese: str, template: str) -> None:
    """Fail unless a text has the fields of a template and is set as Japanese."""
    assert fields(japanese) == fields(template)
    words = re.sub(r"```\w*|`[^`]+`", "CODE", japanese)
    assert re.search(JAPANESE, words)
    assert not re.search(rf"{JAPANESE} | {JAPANESE}", words), "no space beside Japanese"
    assert not re.search("[,;!?()\uff01-\uff07\uff0a-\uff19\uff1b-\uff5e]", words)
    assert not words.endswith("。")
