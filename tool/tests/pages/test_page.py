"""The page model reads pages into blocks and names every mistake with its line."""

from collections.abc import Callable

import pytest

from conftest import EXERCISE_PAGE, PAGE
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page

Problems = Callable[[str], list[str]]


def test_a_page_becomes_blocks_with_preamble_and_output(book: Settings) -> None:
    read = page.read(book.docs / "ja" / "demo.md", book)
    assert read.problems == []
    assert [(b.line, b.names, b.output) for b in read.blocks] == [
        (7, ("double",), ""),
        (13, ("use",), "8\n"),
        (24, ("root",), "4.0\n"),
    ]
    assert read.blocks[2].program.source == (
        "import math\n\ndef double(x):\n    return 2 * x\n\ny = double(4)\n\n"
        "print(math.sqrt(y * 2))\n"
    )
    assert read.blocks[2].snippet_line == 17


def test_a_page_knows_its_language_slug_and_front_matter(book: Settings) -> None:
    read = page.read(book.docs / "en" / "demo.md", book)
    assert (read.language, read.slug) == ("en", "demo")
    assert read.meta == {"description": "Doubling."}
    assert [(h.level, h.id) for h in read.headings] == [(1, "demo"), (2, "root")]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"demo/double.py:use"', '"demo/duble.py:use"', 14, "duble.py is not there"),
        ('"demo/double.py:use"', '"demo/double.py:us"', 14, "has no section 'us'"),
        ('--8<-- "demo/double.py:use"', "print(8)", 13, "holds includes, no code"),
        ('--8<-- "demo/double.out:use"', "8", 17, "no code and no output"),
        ('"demo/double.out:use"', '"demo/double.out:root"', 17, "not the output of"),
        ('"demo/double.py:use"', '"other/double.py:use"', 14, "snippets/demo/ only"),
        ('```python\n--8<-- "demo/double.py:use', "```py\nx", 13, "'py'"),
        (
            '```python\n--8<-- "demo/double.py:use',
            "```python title\nx",
            13,
            "behind it",
        ),
        ('```python\n--8<-- "demo/double.py:use', "``` python\nx", 13, "' python'"),
        ('```python\n--8<-- "demo/double.py:use', "```{.python}\nx", 13, "{.python}"),
        ('```python\n--8<-- "demo/double.py:use', "```pycon\nx", 13, "'pycon'"),
        ('```python\n--8<-- "demo/double.py:use', "```\nx", 13, "a fence is one of"),
        ("Twice four:", "~~~python\nx\n~~~", 11, "write a fence with ```"),
        ("Twice four:", "> ```python\n> x\n> ```", 11, "not in a quotation"),
        ("Twice four:", '--8<-- "demo/double.py:use"', 11, "stands in a fence"),
        ("Twice four:", "<!--pytest.mark.skip-->", 11, "delete this pytest comment"),
        ("Twice four:", "<!--pytest-codeblocks:skipfile-->", 11, "delete this pytest"),
        ("Twice four:", "<!-- pytest-codeblocks:cont -->", 11, "delete this pytest"),
        ("Twice four:", "## No id", 11, "give the heading an id"),
        ("Twice four:", "## An id { #Root }", 11, "has only a-z"),
        ("Twice four:", "## An id { #root }", 11, "more than once"),
        (
            '```text\n--8<-- "demo/double.out:use"\n```\n',
            "",
            13,
            "the block prints; show it with a text fence",
        ),
        (
            "Twice four:",
            '```text\n--8<-- "demo/double.out:use"\n```\n',
            11,
            "the block above prints nothing",
        ),
        ("    ```\n\n    ```text", "    ```\n\n    Then.", 30, "is not closed"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    problems: Problems, old: str, new: str, line: int, message: str
) -> None:
    assert PAGE.count(old) == 1
    found = problems(PAGE.replace(old, new))
    assert any(
        problem.startswith(f"{line}: ") and message in problem for problem in found
    ), found


def test_a_section_shown_twice_is_named(problems: Problems) -> None:
    fence = '```python\n--8<-- "demo/double.py:double"\n```\n'
    assert problems(PAGE + fence) == [
        "31: section 'double' is on this page already; show it once"
    ]


def test_a_figure_says_what_it_is(book: Settings) -> None:
    text = "```figure\nfigure: demo\nalt: 'A: b'\ncaption: C\ncurve: y\n```\n"
    read = page.parse(text, book.docs / "ja" / "demo.md", book)
    assert page.figure_of(read, read.fences[0]) == {
        "figure": "demo",
        "alt": "A: b",
        "caption": "C",
        "curve": "y",
    }


def test_an_exercise_is_a_block_with_a_check(exercise: Settings) -> None:
    read = page.read(exercise.docs / "ja" / "demo.md", exercise)
    assert read.problems == []
    shown, start, answer, use = read.blocks
    double = "def double(x):\n    return 2 * x\n\n"
    triple = "def triple(x):\n    return x\n"
    # What the file imports is there for the reader, needed or not.
    assert start.program.source == f"import math\n\n{double}{triple}"
    assert start.output == ""
    assert start.fence.hints == [
        (9, "Add $x$ again."),
        (10, "`x + x` is two of them."),
    ]
    assert [block.check for block in (shown, answer, use)] == [None] * 3


def test_no_part_of_an_exercise_stands_on_another(exercise: Settings) -> None:
    read = page.read(exercise.docs / "ja" / "demo.md", exercise)
    _, start, answer, use = read.blocks
    double = "def double(x):\n    return 2 * x\n\n"
    triple = f"{double}def triple(x):\n    return double(x) + x\n"
    assert answer.program.source == triple
    assert use.program.source == f"{triple}\nprint(triple(5))\n"
    assert start.check is not None
    assert start.check.source.startswith(f"import math\n\n{double}def check():\n")


def test_hints_are_words_of_the_page(exercise: Settings) -> None:
    read = page.read(exercise.docs / "ja" / "demo.md", exercise)
    assert (9, "Add $x$ again.") in read.words
    assert (9, "Add $x$ again.") not in read.prose


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("hint: ", "tip: ", 7, "holds includes, no code"),
        (
            "hint: Add $x$ again.\nhint: `x + x` is two of them.\n",
            "",
            7,
            "give the exercise a hint",
        ),
        ("py:start", "py:answer", 7, "includes the section 'start'"),
        ("```exercise", "```python", 7, "holds includes, no code"),
        (
            '```exercise\n--8<-- "demo/triple.py:start"',
            '```python\n--8<-- "demo/triple.py:start"\n```\n```markdown',
            7,
            "into a fence ```exercise",
        ),
        ("py:use", "py:check", 17, "'check' of an exercise is for its check"),
        ("py:use", "py:wrong-power", 17, "is for its check and shown nowhere"),
    ],
)
def test_a_mistake_in_an_exercise_is_named_with_its_line(
    exercise: Settings, old: str, new: str, line: int, message: str
) -> None:
    assert old in EXERCISE_PAGE
    text = EXERCISE_PAGE.replace(old, new)
    found = page.parse(text, exercise.docs / "ja" / "demo.md", exercise).problems
    assert any(each.line == line and message in each.message for each in found), found


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("answer", "triple.py has no section 'answer'"),
        ("check", "triple.py has no section 'check'"),
        ("wrong-power", "has fewer than 2 sections 'wrong-<name>'"),
    ],
)
def test_an_exercise_without_one_of_its_parts_is_named(
    exercise: Settings, section: str, message: str
) -> None:
    path = exercise.snippets / "demo" / "triple.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f":{section}]", ":other]"), encoding="utf-8")
    found = page.read(exercise.docs / "ja" / "demo.md", exercise).problems
    assert any(message in each.message for each in found), found
