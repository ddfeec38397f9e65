"""What changes only the words of a page, or how it is typed, raises no alarm.

The edits are made in a copy of the real pages.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import broken
from tests.broken import Edit, put

EN, JA = "docs/en/derivative.md", "docs/ja/derivative.md"
START_EN, START_JA = "docs/en/start.md", "docs/ja/start.md"
LOSS_EN = "docs/en/loss.md"
FIRST = "To differentiate is to answer that question with a number."


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return broken.copies(tmp_path_factory.mktemp("books"))


@dataclass(frozen=True)
class Harmless:
    """An edit of a page, about which nothing is to be said."""

    name: str
    file: str
    edit: Edit


def with_crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def with_trailing_spaces(data: bytes) -> bytes:
    return re.sub(rb"(?m)^([A-Z].*)$", rb"\1  ", data)


HARMLESS = [
    Harmless(
        "a sentence is reworded",
        EN,
        put(FIRST, "Differentiating means that a number answers this question."),
    ),
    Harmless(
        "a sentence of the original is reworded",
        JA,
        put("。\n", "。ここから始めます。\n"),
    ),
    Harmless("a paragraph is split", EN, put(f"{FIRST} ", f"{FIRST}\n\n")),
    Harmless(
        "two paragraphs are joined",
        EN,
        put("output move?\n\nTo differentiate", "output move? To differentiate"),
    ),
    Harmless("a line is broken", EN, put(f"{FIRST} ", f"{FIRST}\n")),
    Harmless("a page is checked out with CRLF", EN, with_crlf),
    Harmless("an original is checked out with CRLF", JA, with_crlf),
    Harmless(
        "a snippet is checked out with CRLF",
        "snippets/derivative/nudge.py",
        with_crlf,
    ),
    Harmless(
        "a record is checked out with CRLF",
        "snippets/derivative/nudge.out",
        with_crlf,
    ),
    Harmless(
        "the kept originals are checked out with CRLF",
        "docs/en/.originals/derivative.txt",
        with_crlf,
    ),
    Harmless("the settings are checked out with CRLF", "mkdocs.yml", with_crlf),
    Harmless("lines end with spaces", EN, with_trailing_spaces),
    Harmless(
        "the front matter ends with a space", EN, put("numbers.\n---", "numbers.\n--- ")
    ),
    Harmless("an empty line is added at the end", EN, lambda data: data + b"\n\n"),
    Harmless("the last line has no end", EN, lambda data: data.rstrip(b"\n")),
    Harmless(
        "a second empty line is added", EN, put("\n\n## Shrink", "\n\n\n## Shrink")
    ),
    Harmless(
        "a name of the code is mentioned once more",
        EN,
        put("In code it is `dx`.", "In code it is `dx`. Remember that `dx` is short."),
    ),
    Harmless(
        "a number is mentioned once more",
        EN,
        put("The second line, 31.75,", "The second line says 31.75. This 31.75"),
    ),
    Harmless(
        "the formulas of a sentence come in another order",
        LOSS_EN,
        put(
            "$a_i$ is output number $i$, $y_i$ its target, and $C$ the loss.",
            "$C$ is the loss; $y_i$ is the target of $a_i$, output number $i$.",
        ),
    ),
    Harmless(
        "the numbers of a sentence come in another order",
        EN,
        put("took the output from 27 to 42.875", "made 42.875 of the output, not 27"),
    ),
    Harmless(
        "a small number is written as a word",
        EN,
        put("Moving the input from 3 to 3.5", "Moving the input from three to 3.5"),
    ),
    Harmless(
        "a word is written as a small number",
        START_EN,
        put("you need three things", "you need 3 things"),
    ),
    Harmless(
        "a comment is left for the next translator",
        EN,
        put(FIRST, f"<!-- the article says it in two sentences -->\n{FIRST}"),
    ),
    Harmless(
        "a hint is longer",
        EN,
        put("hint: Move the input a little,", "hint: As before, move it a little,"),
    ),
    Harmless(
        "a difference is declared with its reason",
        EN,
        put(
            "It multiplies three copies",
            "<!-- differs: code -- English names it here -->\nCalled `cube`, "
            "it multiplies three copies",
        ),
    ),
    Harmless(
        "two differences are declared at once",
        EN,
        put(
            "It multiplies three copies",
            "<!-- differs: code, numbers -- English says more -->\nCalled `cube`, "
            "it makes 1000 of 10. It multiplies three copies",
        ),
    ),
    Harmless("a sentence is added", EN, put(FIRST, f"{FIRST} That is all there is.")),
    Harmless("a word becomes bold", EN, put(FIRST, f"**{FIRST}**")),
    Harmless("a word becomes italic", EN, put("Suppose", "*Suppose*")),
    Harmless("quotation marks are curly", EN, put('("delta x")', "(“delta x”)")),
    Harmless(
        "a dash becomes a parenthesis",
        EN,
        put("as it is. These", "as it is (so). These"),
    ),
    Harmless(
        "a heading is reworded",
        EN,
        put("## Nudge the input { #nudge }", "## Nudge it { #nudge }"),
    ),
    Harmless("a heading's id is written tightly", EN, put("{ #nudge }", "{#nudge}")),
    Harmless(
        "the title of an admonition is reworded",
        EN,
        put('!!! note "In the original article"', '!!! note "In the article"'),
    ),
    Harmless(
        "a cell of a table is reworded",
        START_EN,
        put("| measuring a slope |", "| how a slope is measured |"),
    ),
    Harmless(
        "a caption is reworded",
        EN,
        put("caption: As the increment", "caption: While the increment"),
    ),
    Harmless(
        "the text of a link is reworded",
        EN,
        put("[Measuring the error of a difference]", "[that notebook]"),
    ),
    Harmless(
        "a formula is typed with other spaces",
        EN,
        put("$27 + 9 \\Delta x", "$27  +  9 \\Delta x"),
    ),
    Harmless(
        "the description is reworded",
        EN,
        put("description: Nudge", "description: You nudge"),
    ),
    Harmless(
        "a comment is added to mkdocs.yml",
        "mkdocs.yml",
        put("      - derivative\n", "      - derivative # the first chapter\n"),
    ),
    Harmless(
        "Japanese has a full-width number in its prose",
        START_JA,
        put("三つだけです", "３つだけです"),
    ),
]


@pytest.mark.parametrize("edit", [pytest.param(e, id=e.name) for e in HARMLESS])
def test_a_harmless_edit_raises_no_alarm(
    books: dict[str, Path], edit: Harmless
) -> None:
    chapter = next((c for c in broken.CHAPTERS if c in edit.file), "derivative")
    book = books[chapter]
    with broken.edited(book, edit.file, edit.edit):
        assert "\n".join(map(str, broken.problems(book))) == ""
