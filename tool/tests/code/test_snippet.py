"""Snippets are cut into sections, and programs are made of them."""

from pathlib import Path

import pytest

from derivlearn_site.base.errors import SourceError
from derivlearn_site.code.snippet import Snippet, text_of


def snippet(text: str) -> Snippet:
    return Snippet(Path("demo.py"), text)


def section(name: str, code: str) -> str:
    return f"# --8<-- [start:{name}]\n{code}# --8<-- [end:{name}]\n"


def preamble(text: str, names: tuple[str, ...], shown: set[str]) -> str:
    return text_of(snippet(text).program(names, shown).preamble)


def test_sections_are_found_in_the_order_of_the_file() -> None:
    text = section("b", "x = 1\n") + section("a", "y = 2\n")
    assert [(s.name, s.first, s.last) for s in snippet(text).sections.values()] == [
        ("b", 2, 2),
        ("a", 5, 5),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# --8<-- [start:a]\nx = 1\n", 1, "'a' has no end"),
        ("x = 1\n# --8<-- [end:a]\n", 2, "'a' was not started"),
        (section("a", "") + section("a", ""), 3, "'a' is there twice"),
        ("# --8<-- [start:a]\n# --8<-- [start:b]\n", 2, "end section 'a' before 'b'"),
        ("# --8<-- [start:a]\n# --8<-- [end:b]\n", 2, "'b' was not started"),
        ("if 1:\n    # --8<-- [start:a]\n", 2, "not indented"),
        ("# --8<-- [start:A b]\n", 1, "write a marker as"),
    ],
)
def test_a_marker_out_of_place_is_named(text: str, line: int, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        _ = snippet(text).sections
    assert raised.value.problem.line == line
    assert message in raised.value.problem.message


def test_a_section_that_cuts_a_statement_is_named() -> None:
    text = "def f():\n" + "# --8<-- [start:a]\n    return 1\n# --8<-- [end:a]\n"
    with pytest.raises(SourceError, match=r"demo\.py:1: .*whole statements"):
        _ = snippet(text).statements


def test_code_that_is_not_python_is_named() -> None:
    with pytest.raises(SourceError, match=r"demo\.py:2: is not Python"):
        _ = snippet("x = 1\ny = = 2\n").statements


def test_a_preamble_holds_the_earlier_sections_that_were_shown() -> None:
    text = section("a", "x = 1\n") + section("b", "y = 2\n") + section("c", "z = 3\n")
    assert preamble(text, ("c",), {"a"}) == "x = 1\n"
    assert preamble(text, ("c",), {"a", "b"}) == "x = 1\n\ny = 2\n"
    assert preamble(text, ("a",), {"b", "c"}) == ""


def test_a_preamble_holds_only_the_imports_that_are_used() -> None:
    text = "import math\nfrom os import (\n    path,\n    sep as s,\n)\nimport sys\n\n"
    text += section("a", "x = math.pi\n") + section("b", "print(s, x)\n")
    assert preamble(text, ("b",), {"a"}) == (
        "import math\nfrom os import (\n    path,\n    sep as s,\n)\n\nx = math.pi\n"
    )
    assert preamble(text, ("a",), set()) == "import math\n"


@pytest.mark.parametrize(
    ("code", "quiet"),
    [
        ("x = 1\nprint(x)\n", "x = 1\n"),
        ("x = 1\nprint(\n    x,\n)\ny = 2\n", "x = 1\ny = 2\n"),
        ("for i in (1,):\n    x = i\n    print(x)\n", "for i in (1,):\n    x = i\n"),
        ("x = 1\nfor i in (1, 2):\n    print(i)\n", "x = 1\n"),
        ("x = 1\nif x:\n    print(1)\nelse:\n    print(2)\n", "x = 1\n"),
        ("try:\n    print(1)\nexcept OSError:\n    print(2)\nx = 1\n", "x = 1\n"),
        ("def f():\n    print(1)\n", "def f():\n    print(1)\n"),
        ("xs = []\nxs.append(1)\n", "xs = []\nxs.append(1)\n"),
    ],
)
def test_a_preamble_prints_nothing(code: str, quiet: str) -> None:
    text = section("a", code) + section("b", "pass\n")
    assert preamble(text, ("b",), {"a"}) == quiet


def test_a_print_that_cannot_be_taken_out_is_named() -> None:
    code = "x = 1\nif x:\n    y = 1\nelse:\n    print(2)\n"
    with pytest.raises(SourceError, match="split it in two"):
        preamble(section("a", code) + section("b", "pass\n"), ("b",), {"a"})


def test_each_line_of_a_program_knows_its_line_in_the_snippet() -> None:
    text = "import math\n\n" + section("a", "x = 1\nprint(x)\n")
    text += section("b", "print(math.pi + x)\n")
    program = snippet(text).program(("b",), {"a"})
    lines = text.splitlines()
    assert program.source == "import math\n\nx = 1\n\nprint(math.pi + x)\n"
    for line in program.lines:
        assert line.text in ("", lines[line.number - 1])
    exec(program.source, {})  # noqa: S102
