"""Each mistake that a contributor may make is told, with its file and its line.

The mistakes are made in a copy of the real pages.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from derivlearn_site.base import settings
from derivlearn_site.base.errors import Problem
from derivlearn_site.code import record
from tests import broken
from tests.broken import Edit, drop, put

JA, EN = "docs/ja/derivative.md", "docs/en/derivative.md"
START_JA, START_EN = "docs/ja/start.md", "docs/en/start.md"
LOSS_JA, LOSS_EN = "docs/ja/loss.md", "docs/en/loss.md"
NUDGE, OUT = "snippets/derivative/nudge.py", "snippets/derivative/nudge.out"
KEPT = "docs/en/.originals/derivative.txt"

RATIO = '```python\n--8<-- "derivative/nudge.py:ratio"\n```\n'
RATIO_OUT = '```text\n--8<-- "derivative/nudge.out:ratio"\n```\n'
LIMIT = RATIO.replace("ratio", "limit")
CUBE = RATIO.replace("ratio", "cube")
CUBE_OUT = RATIO_OUT.replace("ratio", "cube")
NUDGE_HEADING = "## Nudge the input { #nudge }"
TYPED = "a fence holds includes, no code"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return broken.copies(tmp_path_factory.mktemp("books"))


@dataclass(frozen=True)
class Mistake:
    """An edit of a file, and what must be told of it.

    The problem is expected where the text `at` begins, or else on the first line that
    the edit has changed; in the file `where`, if that is another one. It is told in
    Japanese, too; in these words, where there are any.
    """

    name: str
    file: str
    edit: Edit
    message: str
    at: str = ""
    where: str = ""
    japanese: str = ""

    @property
    def chapter(self) -> str:
        """The chapter whose copy of the book the mistake is made in."""
        return next((c for c in broken.CHAPTERS if c in self.file), "derivative")

    def assert_told(
        self, root: Path, before: bytes, after: bytes, found: list[Problem]
    ) -> None:
        """Fail unless the problem is among those found."""
        path = root / (self.where or self.file)
        if self.at:
            text = path.read_text(encoding="utf-8")
            line = text.count("\n", 0, text.index(self.at)) + 1
        else:
            line = broken.first_changed_line(before, after)
        told = [
            problem.message
            for problem in found
            if (problem.path, problem.line) == (path, line)
            and self.message in problem.message
        ]
        assert told, "\n".join(
            [f"expected {path}:{line}: {self.message}", *map(str, found)]
        )
        for message in told:
            assert re.search("[ぁ-ん]", message.japanese)
            assert not any(f"{{{name}}}" in message.japanese for name in message.values)
        assert any(self.japanese in message.japanese for message in told)


def swap(one: str, other: str) -> Edit:
    def edit(data: bytes) -> bytes:
        text = data.decode()
        assert one in text
        assert other in text
        text = text.replace(one, "\0", 1).replace(other, one, 1)
        return text.replace("\0", other, 1).encode()

    return edit


def cut(first: str, after: str) -> Edit:
    """Return the edit that deletes from one text up to another."""

    def edit(data: bytes) -> bytes:
        text = data.decode()
        start = text.index(first)
        return (text[:start] + text[text.index(after, start) :]).encode()

    return edit


def write(text: str) -> Edit:
    return lambda _: text.encode()


INCLUDES = [
    Mistake(
        "a path is misspelt",
        EN,
        put("derivative/nudge.py:ratio", "derivative/nugde.py:ratio"),
        "nugde.py is not there",
    ),
    Mistake(
        "a section is misspelt",
        EN,
        put("nudge.py:ratio", "nudge.py:rato"),
        "has no section 'rato'; it has cube, ratio",
        japanese="nudge.pyに区間「rato」がありません。あるのはcube, ratio",
    ),
    Mistake(
        "an include shows the snippet of another page",
        EN,
        put("derivative/nudge.py:ratio", "start/whole.py:network"),
        "shows snippets/derivative/ only",
    ),
    Mistake(
        "an include is missing",
        EN,
        drop('--8<-- "derivative/nudge.py:ratio"\n'),
        TYPED,
        at="```python\n```",
    ),
    Mistake(
        "a block is dropped from the translation",
        EN,
        drop(f"{RATIO}\n{RATIO_OUT}\n"),
        "fences: lacks ```python derivative/nudge.py:ratio of docs/ja/derivative.md:",
        at=CUBE_OUT,
    ),
    Mistake(
        "a block is dropped from the original",
        JA,
        drop(f"{RATIO}\n{RATIO_OUT}\n"),
        "shows section 'ratio'",
        at="# --8<-- [start:ratio]",
        where=NUDGE,
    ),
    Mistake(
        "two blocks are swapped",
        EN,
        swap(f"{CUBE}\n{CUBE_OUT}", f"{RATIO}\n{RATIO_OUT}"),
        "fences: has ```python derivative/nudge.py:ratio; docs/ja/derivative.md:",
        at=RATIO,
    ),
    Mistake(
        "an include is typed outside a fence",
        EN,
        put(RATIO, '--8<-- "derivative/nudge.py:ratio"\n'),
        "an include stands in a fence",
    ),
    Mistake(
        "a block is shown twice",
        EN,
        put(LIMIT, f"{LIMIT}\n{LIMIT}"),
        "section 'limit' is on this page already",
        at=LIMIT + "\n```text",
    ),
    Mistake(
        "code is typed into a fence",
        EN,
        put('--8<-- "derivative/nudge.py:ratio"', "slope = 31.75"),
        TYPED,
        at="```python\nslope",
    ),
    Mistake(
        "an output is typed into a fence",
        EN,
        put('--8<-- "derivative/nudge.out:ratio"', "31.75"),
        TYPED,
        at="```text\n31.75",
    ),
    Mistake(
        "an expected output is left out",
        EN,
        drop(RATIO_OUT),
        "the block prints; show it with a text fence that includes derivative/nudge",
        at=RATIO,
    ),
    Mistake(
        "an output is that of another block",
        EN,
        put("nudge.out:ratio", "nudge.out:cube"),
        "this is not the output of the block above",
        at='```text\n--8<-- "derivative/nudge.out:cube"\n```\n\nThe second line',
    ),
    Mistake(
        "an exercise is shown as a block",
        EN,
        put("```exercise", "```python"),
        TYPED,
    ),
    Mistake(
        "the hint of an exercise is dropped",
        EN,
        cut("hint: Going", "hint: If only"),
        "with 2 hints; docs/ja/derivative.md:",
        at="```exercise",
    ),
    Mistake(
        "all hints of an exercise are dropped",
        EN,
        cut("hint: Move", "```\n"),
        "give the exercise a hint",
        at="```exercise",
    ),
]

SNIPPETS = [
    Mistake(
        "a section is on no page",
        NUDGE,
        lambda data: data + b"\n# --8<-- [start:lost]\ny = 1\n# --8<-- [end:lost]\n",
        "shows section 'lost'",
        at="# --8<-- [start:lost]",
    ),
    Mistake(
        "a section has no end",
        NUDGE,
        drop("# --8<-- [end:ratio]\n"),
        "end section 'ratio' before",
        at="# --8<-- [start:limit]",
    ),
    Mistake(
        "a snippet is no Python",
        NUDGE,
        put("# --8<-- [start:ratio]\n", "# --8<-- [start:ratio]\nprint(\n"),
        "is not Python: '(' was never closed",
        at="print(\n",
    ),
    Mistake(
        "a snippet is in Shift_JIS",
        NUDGE,
        lambda data: "# 数\n".encode("cp932") + data,
        "is not UTF-8",
    ),
    Mistake(
        "a record is in Shift_JIS",
        OUT,
        lambda data: data + "数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "a marker of a record is edited by hand",
        OUT,
        put("[start:ratio]", "[start:rato]"),
        "section 'ratio' was not started",
        at="# --8<-- [end:ratio]",
    ),
    Mistake(
        "both markers of a record are edited by hand",
        OUT,
        swap("[start:ratio]", "[start:too-small]"),
        "section 'ratio' was not started",
        at="# --8<-- [end:ratio]",
    ),
    Mistake(
        "a record is deleted",
        OUT,
        write(""),
        "nudge.out is not there; check the name or run `derivlearn-site record`",
        at='--8<-- "derivative/nudge.out:cube"',
        where=EN,
    ),
]

FENCES = [
    Mistake(f"a fence says {info}", EN, put("```python", mark), message)
    for info, mark, message in [
        ("py", "```py", "this one says 'py'"),
        ("{.python}", "```{.python}", "this one says '{.python}'"),
        ("Python", "```Python", "this one says 'Python'"),
        ("nothing", "```", "a fence is one of"),
        ("python after a space", "``` python", "this one says ' python'"),
        ("python title=…", '```python title="a"', "with nothing behind it"),
    ]
] + [
    Mistake(
        "a fence is written with ~~~",
        EN,
        put(RATIO, RATIO.replace("```", "~~~")),
        "write a fence with ```",
    ),
    Mistake(
        "a fence stands in a quotation",
        EN,
        put(RATIO, "> " + RATIO.replace("\n", "\n> ")),
        "not in a quotation",
    ),
    Mistake(
        "a fence is not closed",
        EN,
        put(RATIO, RATIO.removesuffix("```\n")),
        "this fence is not closed before the one on line ",
        at=RATIO.removesuffix("```\n"),
    ),
    Mistake(
        "the last fence is not closed",
        EN,
        lambda data: data + b"\n```console\nls\n",
        "this fence is not closed; end it with ```",
        at="```console",
    ),
    Mistake(
        "a block is left out of the tests",
        EN,
        put(RATIO, f"<!--pytest.mark.skip-->\n\n{RATIO}"),
        "every block runs as it stands: delete this pytest comment",
    ),
    Mistake(
        "a block is left out of pytest-codeblocks",
        EN,
        put(RATIO, f"<!--pytest-codeblocks:skip-->\n\n{RATIO}"),
        "delete this pytest comment",
    ),
]

PROSE = [
    Mistake(
        "a number is changed",
        EN,
        put("from 27 to 42.875", "from 72 to 42.875"),
        "numbers: has 72, which docs/ja/derivative.md lacks",
        japanese="の数（numbers）：「72」がありますが、docs/ja/derivative.mdにはありません",
    ),
    Mistake(
        "a small number is changed",
        EN,
        put("Moving the input from 3 to 3.5", "Moving the input from 4 to 3.5"),
        "numbers: has 4, which docs/ja/derivative.md lacks",
    ),
    Mistake(
        "a small number is changed in the original",
        "docs/ja/start.md",
        put("全部で19個", "全部で18個"),
        "numbers: lacks 18 of docs/ja/start.md",
        at="## From right to left { #backward-pass }",
        where=START_EN,
    ),
    Mistake(
        "a digit of a computed number is changed",
        EN,
        put("to 42.875", "to 42.785"),
        "no program of this page printed 42.785",
    ),
    Mistake(
        "a digit of a computed number is changed in the original",
        JA,
        put("42.875", "42.785"),
        "no program of this page printed 42.785",
    ),
    Mistake(
        "a number has lost its sign",
        LOSS_EN,
        put("The −0.3 says", "The 0.3 says"),
        "numbers: has 0.3, which docs/ja/loss.md lacks",
    ),
    Mistake(
        "a sign in a formula is changed",
        EN,
        put("$27 + 9 \\Delta x", "$27 - 9 \\Delta x"),
        "formulas: has $27 - 9 \\Delta x + \\Delta x^2$, which docs/ja/derivative.md",
    ),
    Mistake(
        "an index in a formula is changed",
        LOSS_EN,
        put("$y_i$ its target", "$y_j$ its target"),
        "formulas: has $y_j$, which docs/ja/loss.md lacks",
    ),
    Mistake(
        "an exponent in a formula is changed",
        EN,
        put("$10^{-8}$", "$10^{-7}$"),
        "formulas: has $10^{-7}$, which docs/ja/derivative.md lacks",
    ),
    Mistake(
        "a display formula is changed",
        LOSS_EN,
        put("C = \\frac{1}{2} \\sum_i", "C = \\sum_i"),
        "displays: has $$C = \\sum_i (a_i - y_i)^2$$; docs/ja/loss.md:",
        at="$$\nC = \\sum_i",
    ),
    Mistake(
        "a display formula is dropped",
        LOSS_EN,
        cut("$$\n\\frac{\\partial C}{\\partial z_i}", "\n\nThe numbers show"),
        "displays: lacks $$\\frac{\\partial C}{\\partial z_i}",
        at="## Where a − y is right",
    ),
    Mistake(
        "a line of a derivation is changed",
        LOSS_EN,
        put("+ (1 - y) a}{a", "+ (1 + y) a}{a"),
        "displays: has $$\\begin{aligned}",
        at="    $$\n    \\begin{aligned}",
    ),
    Mistake(
        "a name of the code is changed",
        START_EN,
        put("`last_weights[2][0]` leads", "`last_weights[0][2]` leads"),
        "code: has last_weights[0][2], which docs/ja/start.md lacks",
    ),
    Mistake(
        "a table has lost a row",
        START_EN,
        cut("| `numeric_gradient`", "| the 3 slopes"),
        "tables: has a table of 12 rows, 2 columns; docs/ja/start.md:",
        japanese="の表（tables）：「12行2列の表」がありますが、docs/ja/start.md:",
        at="| What you saw",
    ),
    Mistake(
        "a row of a table has lost a column",
        START_EN,
        put(" | [The derivative of a loss function](loss.md) |", " |"),
        "this row has 1 cells, the one above has 2",
    ),
    Mistake(
        "a table has lost a column",
        START_EN,
        lambda data: b"\n".join(
            b"|".join(line.split(b"|")[:2]) + b"|" if line.startswith(b"|") else line
            for line in data.split(b"\n")
        ),
        "tables: has a table of 13 rows, 1 columns; docs/ja/start.md:",
    ),
    Mistake(
        "an admonition is dropped",
        START_EN,
        cut("!!! note", "## The network"),
        "remarks: lacks note of docs/ja/start.md:",
        at="## What is enough",
    ),
    Mistake(
        "an answer is dropped",
        EN,
        put('??? answer "Answer"\n    It roughly', "    It roughly"),
        "remarks: lacks answer of docs/ja/derivative.md:",
        at="### Halve it",
    ),
    Mistake(
        "an item of a list is dropped",
        START_EN,
        drop("- `for`: repeat a calculation\n"),
        "lists: has a list of 2 items; docs/ja/start.md:",
        at="- `if`",
    ),
    Mistake(
        "a forbidden rendering is used",
        START_JA,
        put("行列の縦と横", "ウエイトの縦と横"),
        "write '重み', not 'ウエイト' (docs/glossary.yml:",
    ),
    Mistake(
        "`differs` gives no reason",
        EN,
        put(RATIO, f"<!-- differs: numbers -->\n\n{RATIO}"),
        "and the reason -->",
    ),
    Mistake(
        "`differs` names an unknown kind",
        EN,
        put(RATIO, f"<!-- differs: jokes -- they do not translate -->\n\n{RATIO}"),
        "nothing is called 'jokes'; what may differ is fences, displays",
    ),
]

HEADINGS = [
    Mistake(
        "a section is missing",
        LOSS_EN,
        cut("## All of them", "## Do the other"),
        "lacks the section { #together } of docs/ja/loss.md:",
        at="    Define the cost another way",
    ),
    Mistake(
        "sections are in another order",
        LOSS_EN,
        swap("{ #held-constant }", "{ #cross-entropy }"),
        "has { #cross-entropy } where docs/ja/loss.md has { #held-constant }",
    ),
    Mistake(
        "an id is changed",
        EN,
        put("{ #limit }", "{ #the-limit }"),
        "has a section { #the-limit } that docs/ja/derivative.md lacks",
    ),
    Mistake(
        "a level is changed",
        EN,
        put(NUDGE_HEADING, f"#{NUDGE_HEADING}"),
        "{ #nudge } has level 3; docs/ja/derivative.md:",
    ),
    Mistake(
        "an id is there twice",
        EN,
        put("{ #limit }", "{ #nudge }"),
        "the id 'nudge' is there more than once",
    ),
    Mistake(
        "a heading has no id",
        EN,
        drop(" { #nudge }"),
        "give the heading an id",
    ),
    Mistake(
        "an id is an emoji",
        EN,
        put("{ #nudge }", "{ #👉 }"),
        "'👉': an id has only a-z, 0-9 and -",
    ),
    Mistake(
        "an id has a capital",
        EN,
        put("{ #nudge }", "{ #Nudge }"),
        "'Nudge': an id has only a-z, 0-9 and -",
        japanese="「Nudge」：idに使えるのはa-z、0-9、-だけで、先頭は英字です",
    ),
    Mistake(
        "an id is in Japanese",
        JA,
        put("{ #nudge }", "{ #動かす }"),
        "'動かす': an id has only a-z, 0-9 and -",
    ),
    Mistake(
        "a heading is underlined",
        EN,
        put(NUDGE_HEADING, "Nudge the input\n---------------"),
        "write a heading as `## Title { #name }`",
        at="-----",
    ),
]

LINKS = [
    Mistake(
        "a link leads to the other language",
        EN,
        put("](difference-error.md)", "](../ja/difference-error.md)"),
        "a page links to pages of its own language",
    ),
    Mistake(
        "a link leads to a missing page",
        EN,
        put("](difference-error.md)", "](diference-error.md)"),
        "there is no page 'diference-error.md' to link to",
    ),
    Mistake(
        "a link leads to a missing heading",
        EN,
        put("corrections.md#limit", "corrections.md#limits"),
        "'corrections.md' has no heading { #limits }",
    ),
    Mistake(
        "a link leads to the address of the site",
        EN,
        put("](difference-error.md)", "](/en/difference-error/)"),
        "'/en/difference-error/' is no page of the book",
    ),
    Mistake(
        "a link leads nowhere",
        EN,
        put("](difference-error.md)", "]()"),
        "is no page of the book; write `name.md`",
    ),
    Mistake(
        "a link leads to another page than in the original",
        EN,
        put("](difference-error.md)", "](loss.md)"),
        "links: has loss.md, which docs/ja/derivative.md lacks",
    ),
]

FIGURES = [
    Mistake(
        "a figure is missing in one language",
        EN,
        cut("```figure", "As the increment shrinks, the secants approach one"),
        "fences: lacks ```figure figure: derivative",
        at='```text\n--8<-- "derivative/nudge.out:limit"',
    ),
    Mistake(
        "a text alternative is missing",
        EN,
        cut("alt: The curve", "caption: As"),
        "a figure needs 'alt'",
        at="```figure",
    ),
    Mistake(
        "a caption is missing",
        EN,
        cut("caption: As", "curve: "),
        "a figure needs 'caption'",
        at="```figure",
    ),
    Mistake(
        "a label is missing in one language",
        EN,
        drop("secant: secants\n"),
        "secant",
        at="```figure",
        japanese="ラベル「secant」が必要です：曲線上の2点を通る直線",
    ),
    Mistake(
        "a label is unknown",
        EN,
        put("secant: secants\n", "secant: secants\nchord: chords\n"),
        "chord",
        at="```figure",
    ),
    Mistake(
        "there is no such figure",
        EN,
        put("figure: derivative", "figure: derivatives"),
        "derivatives",
        at="```figure",
    ),
    Mistake(
        "a figure is not YAML",
        EN,
        put("caption: As the", "caption: Here: as the"),
        "is not YAML: mapping values are not allowed here",
        at="caption: Here",
    ),
]

PAGES = [
    Mistake(
        "front matter is not closed",
        EN,
        put("code and real numbers.\n---\n", "code and real numbers.\n"),
        "the front matter is not closed",
        at="---",
    ),
    Mistake(
        "front matter is not YAML",
        EN,
        put("description: Nudge", "description: First: nudge"),
        "is not YAML: mapping values are not allowed here",
    ),
    Mistake(
        "front matter is text",
        EN,
        put("description: Nudge", "Nudge"),
        "write the front matter as `description: …`",
    ),
    Mistake(
        "front matter has no description",
        EN,
        put("description: Nudge", "title: Nudge"),
        "the front matter lacks a `description: …`",
        at="---",
    ),
    Mistake(
        "a translation has no front matter",
        EN,
        cut("---\n", "\n# The"),
        "lacks the `description:` of docs/ja/derivative.md",
    ),
    Mistake(
        "a translation has no original",
        "docs/en/more.md",
        write("---\ndescription: More.\n---\n\n# More { #more }\n"),
        "there is no such page in the original language",
    ),
    Mistake(
        "nav lacks a page",
        "mkdocs.yml",
        drop("      - derivative\n"),
        "no reader finds this page; add 'derivative' to nav in mkdocs.yml",
        at="---",
        where=JA,
    ),
    Mistake(
        "nav names a missing page",
        "mkdocs.yml",
        put("      - derivative\n", "      - derivative\n      - dervative\n"),
        "nav names 'dervative', but there is no docs/ja/dervative.md",
    ),
    Mistake(
        "nav names a page twice",
        "mkdocs.yml",
        put("      - derivative\n", "      - derivative\n      - derivative\n"),
        "nav names 'derivative' more than once",
    ),
    Mistake(
        "mkdocs.yml is not YAML",
        "mkdocs.yml",
        put("  - index\n", "  - index: : a\n"),
        "is not YAML: mapping values are not allowed here",
    ),
    Mistake(
        "the glossary is not YAML",
        "docs/glossary.yml",
        put("neuron:\n", "neuron: : a\n"),
        "is not YAML: mapping values are not allowed here",
    ),
    Mistake(
        "mkdocs.yml lacks the plugin",
        "mkdocs.yml",
        put("  - derivlearn-site:\n", "  - derivlern-site:\n"),
        "lacks `derivlearn-site:` below `plugins:`",
        at="# The one",
    ),
    Mistake(
        "a term has no name",
        "docs/glossary.yml",
        drop("  en: neuron\n"),
        "'neuron': a term needs its name in English",
        at="neuron:",
    ),
    Mistake(
        "the glossary is in Shift_JIS",
        "docs/glossary.yml",
        lambda data: data + "# 数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "there is text before the first stamp",
        KEPT,
        lambda data: b"read and found right\n" + data,
        "write no text here",
    ),
    Mistake(
        "a stamp holds a conflict",
        KEPT,
        put("=== nudge ===\n", "<<<<<<< HEAD\n=== nudge ===\n=======\n"),
        "holds a merge conflict",
    ),
    Mistake(
        "a stamp is there twice",
        KEPT,
        put("=== limit ===\n", "=== nudge ===\n"),
        "holds 'nudge' twice",
    ),
    Mistake(
        "a stamp is in Shift_JIS",
        KEPT,
        lambda data: data + "数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "a stamp belongs to no page",
        "docs/en/.originals/dervative.txt",
        write("=== derivative ===\n\n# 題\n"),
        "keeps the original of no page of docs/en",
    ),
]

CHARACTERS = [
    Mistake(
        "a page is in Shift_JIS",
        JA,
        lambda data: data.decode().encode("cp932", errors="replace"),
        "is not UTF-8 from this line on",
        at="",
    ),
    Mistake(
        "a line of a page is in Shift_JIS",
        JA,
        lambda data: data + "\n数\n".encode("cp932"),
        "is not UTF-8 from this line on",
    ),
    Mistake(
        "a page is in UTF-16",
        EN,
        lambda data: data.decode().encode("utf-16"),
        "is not UTF-8",
    ),
    Mistake(
        "a page begins with a byte order mark",
        EN,
        lambda data: b"\xef\xbb\xbf" + data,
        "begins with a byte order mark",
    ),
    Mistake(
        "line ends are mixed",
        EN,
        lambda data: data.replace(b"\n\n## ", b"\r\n\n## ", 1),
        "ends with CRLF, the lines above with LF",
    ),
    Mistake(
        "a line is indented with a tab",
        EN,
        put("\n    The first row", "\n\tThe first row"),
        "is indented with a tab",
    ),
    Mistake(
        "an include is indented with a tab",
        EN,
        put('    --8<-- "derivative/exercises.py', '\t--8<-- "derivative/exercises.py'),
        "is indented with a tab",
    ),
    Mistake(
        "a zero-width space is in the prose",
        EN,
        put("Suppose you", "Suppose\u200b you"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a zero-width space is in inline code",
        EN,
        put("`dx`", "`d\u200bx`"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a zero-width space is in an include",
        EN,
        put("nudge.py:ratio", "nudge.py:\u200bratio"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a line separator is in the prose",
        EN,
        put("Suppose you", "Suppose\u2028 you"),
        "holds U+2028 (line separator), which nobody sees",
    ),
    Mistake(
        "a control character is in the prose",
        EN,
        put("Suppose you", "Suppose\x08 you"),
        "holds U+0008 (a control character), which nobody sees",
        japanese="目に見えない文字U+0008（制御文字）があります。消してください",
    ),
    Mistake(
        "a full-width digit is in inline code",
        JA,
        put("`9e-07`", "`９e-07`"),
        "`９e-07` holds U+FF19 (fullwidth digit nine); write 9",
    ),
    Mistake(
        "a full-width sign is in a formula",
        JA,
        put("$(x + \\Delta x) - x$", "$(x ＋ \\Delta x) - x$"),
        "holds U+FF0B (fullwidth plus sign); write +",
    ),
    Mistake(
        "a no-break space is in inline code",
        EN,
        put("`slope(f, x)`", "`slope(f,\u00a0x)`"),
        "holds U+00A0 (no-break space); write a plain space",
        japanese="U+00A0 (no-break space)があります。半角の空白に直してください",
    ),
    Mistake(
        "a merge conflict is left",
        EN,
        put(RATIO, f"<<<<<<< HEAD\n{RATIO}=======\n{RATIO}>>>>>>> other\n"),
        "a merge conflict is left here",
    ),
    Mistake(
        "the end of a merge conflict is left",
        EN,
        put(RATIO, f"{RATIO}>>>>>>> other\n"),
        "a merge conflict is left here",
    ),
]

MISTAKES = [
    *INCLUDES,
    *SNIPPETS,
    *FENCES,
    *PROSE,
    *HEADINGS,
    *LINKS,
    *FIGURES,
    *PAGES,
    *CHARACTERS,
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in MISTAKES])
def test_a_mistake_is_told_with_its_file_and_line(
    books: dict[str, Path], mistake: Mistake
) -> None:
    book = books[mistake.chapter]
    with broken.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, broken.problems(book))


RECORDS = [
    Mistake(
        "a digit is stale",
        OUT,
        put("31.75", "31.76"),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a section is renamed by hand",
        OUT,
        lambda data: data.replace(b":ratio]", b":rato]"),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a marker is edited by hand",
        OUT,
        put("[start:ratio]", "[begin:ratio]"),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a record is in Shift_JIS",
        OUT,
        lambda data: data + "数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "a record belongs to no snippet",
        "snippets/derivative/old.out",
        write("27\n"),
        "records no snippet; delete it",
    ),
    Mistake(
        "the code prints something else",
        NUDGE,
        put("# --8<-- [end:ratio]", "print(1)\n# --8<-- [end:ratio]"),
        "is out of date; run `derivlearn-site record`",
        at="# --8<-- [end:ratio]",
        where=OUT,
    ),
    Mistake(
        "the code fails",
        NUDGE,
        put("# --8<-- [end:ratio]", "1 / 0\n# --8<-- [end:ratio]"),
        "ZeroDivisionError",
    ),
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in RECORDS])
def test_a_record_that_is_wrong_is_told(
    books: dict[str, Path], mistake: Mistake
) -> None:
    book = books[mistake.chapter]
    with broken.edited(book, mistake.file, mistake.edit) as (before, after):
        found = record.stale(book, [settings.load(book).root / NUDGE])
        mistake.assert_told(book, before, after, found)


def test_the_copies_are_without_a_mistake(books: dict[str, Path]) -> None:
    assert [broken.problems(book) for book in books.values()] == [[], [], []]
