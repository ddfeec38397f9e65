"""Each mistake that a contributor may make is told, with its file and its line.

The mistakes are made in a copy of the frozen book.
"""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.code import record, steps
from derivlearn_site.pages import stepped
from frozen_book import Edit, cut, drop, put
from mistake import Mistake

JA, EN = "docs/ja/growth.md", "docs/en/growth.md"
SAVING_JA, SAVING_EN = "docs/ja/saving.md", "docs/en/saving.md"
YEARS, OUT = "snippets/growth/years.py", "snippets/growth/years.out"
STEPPED = "snippets/growth/years.steps"
KEPT = "docs/en/.originals/growth.txt"

RATIO = '```python\n--8<-- "growth/years.py:ratio"\n```\n'
RATIO_OUT = '```text\n--8<-- "growth/years.out:ratio"\n```\n'
LIMIT = RATIO.replace("ratio", "limit")
AFTER = RATIO.replace("ratio", "after")
AFTER_OUT = RATIO_OUT.replace("ratio", "after")
WAIT_HEADING = "## Wait a year { #wait }"
TYPED = "a fence holds includes, no code"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


def swap(one: str, other: str) -> Edit:
    def edit(data: bytes) -> bytes:
        text = data.decode()
        assert one in text
        assert other in text
        text = text.replace(one, "\0", 1).replace(other, one, 1)
        return text.replace("\0", other, 1).encode()

    return edit


def write(text: str) -> Edit:
    return lambda _: text.encode()


def blocks_swapped(data: bytes) -> bytes:
    """Return the page with two blocks exchanged, each with all that belongs to it."""
    text = data.decode()
    one = text[text.index(AFTER) : text.index("Waiting from year 2")]
    other = text[text.index(RATIO) : text.index("The second line")]
    between = text[text.index("Waiting from year 2") : text.index(RATIO)]
    return text.replace(one + between + other, other + between + one).encode()


INCLUDES = [
    Mistake(
        "a path is misspelt",
        EN,
        put("growth/years.py:ratio", "growth/yaers.py:ratio"),
        "yaers.py is not there",
    ),
    Mistake(
        "a section is misspelt",
        EN,
        put("years.py:ratio", "years.py:rato"),
        "has no section 'rato'; it has after, ratio",
        japanese="years.pyに区間「rato」がありません。あるのはafter, ratio",
    ),
    Mistake(
        "an include shows the snippet of another page",
        EN,
        put("growth/years.py:ratio", "saving/plan.py:plan"),
        "shows snippets/growth/ only",
    ),
    Mistake(
        "an include is missing",
        EN,
        drop('--8<-- "growth/years.py:ratio"\n'),
        TYPED,
        at="```python\n```",
    ),
    Mistake(
        "a block is dropped from the translation",
        EN,
        cut(RATIO, "The second line"),
        "fences: lacks ```python growth/years.py:ratio of docs/ja/growth.md:",
        at=AFTER_OUT,
    ),
    Mistake(
        "a block is dropped from the original",
        JA,
        cut(RATIO, "2行目の0.25"),
        "shows section 'ratio'",
        at="# --8<-- [start:ratio]",
        where=YEARS,
    ),
    Mistake(
        "two blocks are swapped",
        EN,
        blocks_swapped,
        "fences: has ```python growth/years.py:ratio; docs/ja/growth.md:",
        at=RATIO,
    ),
    Mistake(
        "an include is typed outside a fence",
        EN,
        put(RATIO, '--8<-- "growth/years.py:ratio"\n'),
        "an include stands in a fence",
    ),
    Mistake(
        "a block is shown twice",
        EN,
        put(LIMIT, f"{LIMIT}\n{LIMIT}"),
        "section 'limit' is on this page already",
        at=LIMIT + "\n```predict",
    ),
    Mistake(
        "code is typed into a fence",
        EN,
        put('--8<-- "growth/years.py:ratio"', "slope = 390.625"),
        TYPED,
        at="```python\nslope",
    ),
    Mistake(
        "an output is typed into a fence",
        EN,
        put('--8<-- "growth/years.out:ratio"', "390.625"),
        TYPED,
        at="```text\n390.625",
    ),
    Mistake(
        "an expected output is left out",
        EN,
        drop(RATIO_OUT),
        "the block prints; show it with a text fence that includes growth/years",
        at=RATIO,
    ),
    Mistake(
        "an output is that of another block",
        EN,
        put('"growth/years.out:ratio"', '"growth/years.out:after"'),
        "this is not the output of the block above",
        at='```text\n--8<-- "growth/years.out:after"\n```\n\nThe second line',
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
        "with 2 hints; docs/ja/growth.md:",
        at="```exercise",
    ),
    Mistake(
        "all hints of an exercise are dropped",
        EN,
        cut("hint: Count", "```\n"),
        "give the exercise a hint",
        at="```exercise",
    ),
]

SNIPPETS = [
    Mistake(
        "a section is on no page",
        YEARS,
        lambda data: data + b"\n# --8<-- [start:lost]\ny = 1\n# --8<-- [end:lost]\n",
        "shows section 'lost'",
        at="# --8<-- [start:lost]",
    ),
    Mistake(
        "a section has no end",
        YEARS,
        drop("# --8<-- [end:ratio]\n"),
        "end section 'ratio' before",
        at="# --8<-- [start:limit]",
    ),
    Mistake(
        "a snippet is no Python",
        YEARS,
        put("# --8<-- [start:ratio]\n", "# --8<-- [start:ratio]\nprint(\n"),
        "is not Python: '(' was never closed",
        at="print(\n",
    ),
    Mistake(
        "a snippet is in Shift_JIS",
        YEARS,
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
        "years.out is not there; check the name or run `derivlearn-site record`",
        at='--8<-- "growth/years.out:after"',
        where=EN,
    ),
]

STEPS = [
    Mistake(
        "steps are those of code that has been changed",
        STEPPED,
        put('"program":"', '"program":"0'),
        "these are the steps of another program than 'after'",
        at="# --8<-- [start:after]",
        japanese="これは'after'とは別のプログラムのステップです",
    ),
    Mistake(
        "steps are those of a section that no block begins with",
        STEPPED,
        lambda data: data.replace(b":ratio]", b":rato]"),
        "these are the steps of another program than 'rato'",
        at="# --8<-- [start:rato]",
    ),
    Mistake(
        "steps print something else than is recorded",
        STEPPED,
        put("1953.125\\n", "1953.126\\n"),
        "these steps print something else than is recorded of 'after'",
        at="# --8<-- [start:after]",
    ),
    Mistake(
        "a step is cut short",
        STEPPED,
        put('"taken":1}', '"taken":1'),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a marker of steps is edited by hand",
        STEPPED,
        put("[start:ratio]", "[start:rato]"),
        "section 'ratio' was not started",
        at="# --8<-- [end:ratio]",
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
        put("from 1562.5 to 1953.125", "from 1526.5 to 1953.125"),
        "numbers: has 1526.5, which docs/ja/growth.md lacks",
        japanese="の数（numbers）：「1526.5」がありますが、docs/ja/growth.mdにはありません",
    ),
    Mistake(
        "a small number is changed",
        EN,
        put("Waiting from year 2", "Waiting from year 4"),
        "numbers: has 4, which docs/ja/growth.md lacks",
    ),
    Mistake(
        "a small number is lost",
        SAVING_EN,
        put("deposits, 12 in all", "deposits, a dozen or so"),
        "numbers: lacks 12 of docs/ja/saving.md",
        at="## The plan { #plan }",
    ),
    Mistake(
        "a digit of a computed number is changed",
        EN,
        put("to 1953.125", "to 1953.215"),
        "no program of this page printed 1953.215",
    ),
    Mistake(
        "a digit of a computed number is changed in the original",
        JA,
        put("1953.125", "1953.215"),
        "no program of this page printed 1953.215",
    ),
    Mistake(
        "a number has lost its sign",
        SAVING_EN,
        put("The −0.3 says", "The 0.3 says"),
        "numbers: has 0.3, which docs/ja/saving.md lacks",
    ),
    Mistake(
        "a sign in a formula is changed",
        EN,
        put("$1 + 2 r +", "$1 - 2 r +"),
        "formulas: has $1 - 2 r + r^2$, which docs/ja/growth.md",
    ),
    Mistake(
        "an index in a formula is changed",
        SAVING_EN,
        put("$y_i$ its goal", "$y_j$ its goal"),
        "formulas: has $y_j$, which docs/ja/saving.md lacks",
    ),
    Mistake(
        "an exponent in a formula is changed",
        EN,
        put("$10^{-17}$", "$10^{-16}$"),
        "formulas: has $10^{-16}$, which docs/ja/growth.md lacks",
    ),
    Mistake(
        "a display formula is changed",
        SAVING_EN,
        put("C = \\frac{1}{2} \\sum_i", "C = \\sum_i"),
        "displays: has $$C = \\sum_i (a_i - y_i)^2$$; docs/ja/saving.md:",
        at="$$\nC = \\sum_i",
    ),
    Mistake(
        "a display formula is dropped",
        SAVING_EN,
        cut("$$\n\\frac{\\partial C}{\\partial a_i}", "\n\nThe numbers show"),
        "displays: lacks $$\\frac{\\partial C}{\\partial a_i}",
        at="## The slope of one",
    ),
    Mistake(
        "a line of a derivation is changed",
        SAVING_EN,
        put("2 d (a - y) +", "2 d (a + y) +"),
        "displays: has $$\\begin{aligned}",
        at="    $$\n    \\begin{aligned}",
    ),
    Mistake(
        "a name of the code is changed",
        SAVING_EN,
        put("`deposits[2][0]` belongs", "`deposits[0][2]` belongs"),
        "code: has deposits[0][2], which docs/ja/saving.md lacks",
    ),
    Mistake(
        "a table has lost a row",
        SAVING_EN,
        cut("| `n` payments", "| a year after"),
        "tables: has a table of 5 rows, 2 columns; docs/ja/saving.md:",
        japanese="の表（tables）：「5行2列の表」がありますが、docs/ja/saving.md:",
        at="| What you saw",
    ),
    Mistake(
        "a row of a table has lost a column",
        SAVING_EN,
        put(" | [Year by year](ledger.md) |", " |"),
        "this row has 1 cells, the one above has 2",
    ),
    Mistake(
        "a table has lost a column",
        SAVING_EN,
        lambda data: b"\n".join(
            b"|".join(line.split(b"|")[:2]) + b"|" if line.startswith(b"|") else line
            for line in data.split(b"\n")
        ),
        "tables: has a table of 6 rows, 1 columns; docs/ja/saving.md:",
    ),
    Mistake(
        "an admonition is dropped",
        SAVING_EN,
        cut("!!! note", "## The plan"),
        "remarks: lacks a remark of docs/ja/saving.md:",
        at="## What you need",
    ),
    Mistake(
        "an answer is dropped",
        EN,
        put('??? answer "Answer"\n    It is half', "    It is half"),
        "remarks: lacks an answer of docs/ja/growth.md:",
        at="### Halve the rate",
    ),
    Mistake(
        "an item of a list is dropped",
        SAVING_EN,
        drop("- `for`: repeat a deposit\n"),
        "lists: has a list of 2 items; docs/ja/saving.md:",
        at="- `if`",
    ),
    Mistake(
        "a forbidden rendering is used",
        SAVING_JA,
        put("口座", "もと金の口座"),
        "write '元本', not 'もと金' (docs/glossary.yml:",
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
        SAVING_EN,
        cut("## All of them", "## Do without"),
        "lacks the section { #together } of docs/ja/saving.md:",
        at="    Anyone who saves",
    ),
    Mistake(
        "sections are in another order",
        SAVING_EN,
        swap("{ #held-constant }", "{ #slope }"),
        "has { #slope } where docs/ja/saving.md has { #held-constant }",
    ),
    Mistake(
        "an id is changed",
        EN,
        put("{ #limit }", "{ #the-limit }"),
        "has a section { #the-limit } that docs/ja/growth.md lacks",
    ),
    Mistake(
        "a level is changed",
        EN,
        put(WAIT_HEADING, f"#{WAIT_HEADING}"),
        "{ #wait } has level 3; docs/ja/growth.md:",
    ),
    Mistake(
        "an id is there twice",
        EN,
        put("{ #limit }", "{ #wait }"),
        "the id 'wait' is there more than once",
    ),
    Mistake(
        "a heading has no id",
        EN,
        drop(" { #wait }"),
        "give the heading an id",
    ),
    Mistake(
        "an id is an emoji",
        EN,
        put("{ #wait }", "{ #👉 }"),
        "'👉': an id has only a-z, 0-9 and -",
    ),
    Mistake(
        "an id has a capital",
        EN,
        put("{ #wait }", "{ #Wait }"),
        "'Wait': an id has only a-z, 0-9 and -",
        japanese="「Wait」：idに使えるのはa-z、0-9、-だけで、先頭は英字です",
    ),
    Mistake(
        "an id is in Japanese",
        JA,
        put("{ #wait }", "{ #動かす }"),
        "'動かす': an id has only a-z, 0-9 and -",
    ),
    Mistake(
        "a heading is underlined",
        EN,
        put(WAIT_HEADING, "Wait a year\n-----------"),
        "write a heading as `## Title { #name }`",
        at="-----",
    ),
]

LINKS = [
    Mistake(
        "a link leads to the other language",
        EN,
        put("](ledger.md)", "](../ja/ledger.md)"),
        "a page links to pages of its own language",
    ),
    Mistake(
        "a link leads to a missing page",
        EN,
        put("](ledger.md)", "](legder.md)"),
        "there is no page 'legder.md' to link to",
    ),
    Mistake(
        "a link leads to a missing heading",
        EN,
        put("errata.md#limit", "errata.md#limits"),
        "'errata.md' has no heading { #limits }",
    ),
    Mistake(
        "a link leads to the address of the site",
        EN,
        put("](ledger.md)", "](/en/ledger/)"),
        "'/en/ledger/' is no page of the book",
    ),
    Mistake(
        "a link leads nowhere",
        EN,
        put("](ledger.md)", "]()"),
        "is no page of the book; write `name.md`",
    ),
    Mistake(
        "a link leads to another page than in the original",
        EN,
        put("](ledger.md)", "](saving.md)"),
        "links: lacks ledger.md of docs/ja/growth.md:",
        at="### Until",
    ),
]

FIGURES = [
    Mistake(
        "a figure is missing in one language",
        EN,
        cut("```figure", "As payments become more frequent, the steps come"),
        "fences: has ```question id: why",
        at="```question",
    ),
    Mistake(
        "a text alternative is missing",
        EN,
        cut("alt: A smooth", "caption: As"),
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
        drop("steps: steps\n"),
        "needs the label 'steps': the name of the steps",
        at="```figure",
        japanese="ラベル「steps」が必要です：階段の名前",
    ),
    Mistake(
        "a text of a live figure is missing",
        EN,
        drop("invite: Choose how often interest is paid.\n"),
        "needs the label 'invite': what the reader may try with the figure",
        at="```figure",
        japanese="ラベル「invite」が必要です：読者が図で試せることを誘う文",
    ),
    Mistake(
        "a label is unknown",
        EN,
        put("steps: steps\n", "steps: steps\nstairs: stairs\n"),
        "stairs",
        at="```figure",
    ),
    Mistake(
        "there is no such figure",
        EN,
        put("figure: growth", "figure: growths"),
        "growths",
        at="```figure",
    ),
    Mistake(
        "a figure is not YAML",
        EN,
        put("caption: As", "caption: Here: as"),
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
        put("description: Wait", "description: First: wait"),
        "is not YAML: mapping values are not allowed here",
    ),
    Mistake(
        "front matter is text",
        EN,
        put("description: Wait", "Wait"),
        "write the front matter as `description: …`",
    ),
    Mistake(
        "front matter has no description",
        EN,
        put("description: Wait", "title: Wait"),
        "the front matter lacks a `description: …`",
        at="---",
    ),
    Mistake(
        "a translation has no front matter",
        EN,
        cut("---\n", "\n# Interest"),
        "lacks the `description:` of docs/ja/growth.md",
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
        drop("      - growth\n"),
        "no reader finds this page; add 'growth' to nav in mkdocs.yml",
        at="---",
        where=JA,
    ),
    Mistake(
        "nav names a missing page",
        "mkdocs.yml",
        put("      - growth\n", "      - growth\n      - grwoth\n"),
        "nav names 'grwoth', but there is no docs/ja/grwoth.md",
    ),
    Mistake(
        "nav names a page twice",
        "mkdocs.yml",
        put("      - growth\n", "      - growth\n      - growth\n"),
        "nav names 'growth' more than once",
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
        put("principal:\n", "principal: : a\n"),
        "is not YAML: mapping values are not allowed here",
    ),
    Mistake(
        "mkdocs.yml lacks the plugin",
        "mkdocs.yml",
        put("  - derivlearn-site:\n", "  - derivlern-site:\n"),
        "lacks `derivlearn-site:` below `plugins:`",
        at="# A small book",
    ),
    Mistake(
        "a term has no name",
        "docs/glossary.yml",
        drop("  en: principal\n"),
        "'principal': a term needs its name; write",
        at="principal:",
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
        put("=== wait ===\n", "<<<<<<< HEAD\n=== wait ===\n=======\n"),
        "holds a merge conflict",
    ),
    Mistake(
        "a stamp is there twice",
        KEPT,
        put("=== limit ===\n", "=== wait ===\n"),
        "holds 'wait' twice",
    ),
    Mistake(
        "a stamp is in Shift_JIS",
        KEPT,
        lambda data: data + "数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "a stamp belongs to no page",
        "docs/en/.originals/grwoth.txt",
        write("=== growth ===\n\n# 題\n"),
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
        put('    --8<-- "growth/exercises.py', '\t--8<-- "growth/exercises.py'),
        "is indented with a tab",
    ),
    Mistake(
        "a zero-width space is in the prose",
        EN,
        put("Suppose a", "Suppose\u200b you"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a zero-width space is in inline code",
        EN,
        put("`dt`", "`d\u200bt`"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a zero-width space is in an include",
        EN,
        put("years.py:ratio", "years.py:\u200bratio"),
        "holds U+200B (zero width space), which nobody sees",
    ),
    Mistake(
        "a line separator is in the prose",
        EN,
        put("Suppose a", "Suppose\u2028 you"),
        "holds U+2028 (line separator), which nobody sees",
    ),
    Mistake(
        "a control character is in the prose",
        EN,
        put("Suppose a", "Suppose\x08 you"),
        "holds U+0008 (a control character), which nobody sees",
        japanese="目に見えない文字U+0008（制御文字）があります。消してください",
    ),
    Mistake(
        "a full-width digit is in inline code",
        JA,
        put("`9e-17`", "`９e-17`"),
        "`９e-17` holds U+FF19 (fullwidth digit nine); write 9",
    ),
    Mistake(
        "a full-width sign is in a formula",
        JA,
        put("$2 (1 + r) - 2$", "$2 (1 ＋ r) - 2$"),
        "holds U+FF0B (fullwidth plus sign); write +",
    ),
    Mistake(
        "a no-break space is in inline code",
        EN,
        put("`grown(amount, years)`", "`grown(amount,\u00a0years)`"),
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
    *STEPS,
    *FENCES,
    *PROSE,
    *HEADINGS,
    *LINKS,
    *FIGURES,
    *PAGES,
    *CHARACTERS,
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in MISTAKES])
def test_a_mistake_is_told_with_its_file_and_line(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


PREDICTED = "```predict\nid: part"
ASKED = "```question\nid: why"

ASKING = [
    Mistake(
        "a key is no place", EN, put('"2:1"', '"second"'), "is no place in an output"
    ),
    Mistake(
        "a key is a line that was not printed",
        EN,
        put('choice: "last:2"', 'choice: "9:2"'),
        "nothing at this place in growth/years.out [limit]: it has 4 lines",
    ),
    Mistake(
        "a key is a number that was not printed",
        EN,
        put('choice: "last:2"', 'choice: "last:3"'),
        "nothing at this place in growth/years.out [limit]: this line has 2 numbers",
    ),
    Mistake(
        "the key of a number is a whole line",
        EN,
        put('number: "2:1"', "number: 2"),
        "is that of one number",
    ),
    Mistake(
        "a key is typed",
        EN,
        put('number: "2:1"', 'number: "0.25"'),
        "'0.25' is no place in an output",
        japanese="「0.25」は出力の中の場所ではありません",
    ),
    Mistake(
        "a falsified key makes a wrong answer the right one",
        EN,
        put('choice: "last:2"', 'choice: "1:2"'),
        "this wrong answer, '2.000000', is also the answer on line",
        at="- out: growth/years.out:limit",
    ),
    Mistake(
        "a falsified sign makes a wrong answer the right one",
        EN,
        put("- sign: negative", "- sign: positive"),
        "this wrong answer, 'positive', is also the answer on line",
    ),
    Mistake(
        "a sign is no sign",
        EN,
        put("- sign: negative", "- sign: minus"),
        "'minus' is no sign",
        at="- sign: minus",
    ),
    Mistake(
        "a wrong answer is the same as another",
        EN,
        put(
            'out: growth/years.out:wrong-once\n  at: "1:1"',
            'out: growth/years.out:limit\n  at: "1:2"',
        ),
        "this wrong answer, '2.000000', is also the answer on line",
        at='- out: growth/years.out:limit\n  at: "1:2"\n  because: Three',
    ),
    Mistake(
        "a wrong number counts as right",
        EN,
        put("within: 10%", "within: 500"),
        "390.625 counts as right, within 500 of 0.25",
        at="- out: growth/years.out:ratio",
    ),
    Mistake(
        "a tolerance is none",
        EN,
        put("within: 10%", "within: nearly"),
        "'nearly' is no tolerance above 0",
    ),
    Mistake(
        "a tolerance is 0",
        EN,
        put("within: 10%", "within: 0"),
        "'0' is no tolerance above 0",
    ),
    Mistake(
        "a number has no tolerance",
        EN,
        drop("within: 10%\n"),
        "lacks `within: …`",
        at=PREDICTED,
    ),
    Mistake(
        "a number has nothing to say to others",
        EN,
        cut("else: Divide", "```"),
        "lacks `else: …`",
        at=PREDICTED,
    ),
    Mistake(
        "a wrong answer has no reason",
        EN,
        cut("  because: That is one payment, with", "- out: growth/years.out:wrong"),
        "lacks `because: …`",
        at="- out: growth/years.out:limit",
    ),
    Mistake(
        "the right answer has no reason",
        EN,
        cut("because: 0.25 of it", "wrong:"),
        "lacks `because: …`",
        at=PREDICTED,
    ),
    Mistake(
        "a reason is empty",
        EN,
        put("because: 0.25 of it, as all of it is multiplied by 1.25.", "because:"),
        "lacks `because: …`",
    ),
    Mistake(
        "nothing is asked",
        EN,
        put("ask: What part of the amount has been added?", "ask: ''"),
        "lacks `ask: …`",
    ),
    Mistake(
        "a question has no id", EN, drop("id: why\n"), "lacks `id: …`", at="```question"
    ),
    Mistake(
        "an id has capitals", EN, put("id: part", "id: Part"), "an id has only a-z"
    ),
    Mistake(
        "two questions have one id",
        EN,
        put("id: why", "id: part"),
        "the id 'part' is there more than once",
        at="```question",
    ),
    Mistake(
        "a question has no wrong answer",
        EN,
        cut("wrong:\n- text: The rate", "```"),
        "a question has 1 to 3 wrong answers",
        at=ASKED,
    ),
    Mistake(
        "a sign has one wrong answer",
        EN,
        cut("- sign: negative", "```"),
        "a sign has 2 to 2 wrong answers",
        at="wrong:\n- sign: zero",
    ),
    Mistake(
        "a wrong answer is by no program",
        EN,
        put("out: growth/years.out:wrong-once", "out: growth/years.out:wrong-twice"),
        "no program printed 'growth/years.out:wrong-twice'",
        japanese="「growth/years.out:wrong-twice」という出力はありません",
    ),
    Mistake(
        "a wrong answer is by no snippet",
        EN,
        put("out: growth/years.out:wrong-once", "out: growth/yaers.out:wrong-once"),
        "no program printed 'growth/yaers.out:wrong-once'",
    ),
    Mistake(
        "a wrong answer is read from elsewhere on the disk",
        EN,
        put("out: growth/years.out:wrong-once", "out: ../../secret.out:wrong-once"),
        "no program printed '../../secret.out:wrong-once'",
    ),
    Mistake(
        "a wrong program of a question is deleted",
        OUT,
        put(
            "wrong-once]\n1.750000\n# --8<-- [end:wrong-once",
            "wrong-one]\n1.750000\n# --8<-- [end:wrong-one",
        ),
        "no program printed 'growth/years.out:wrong-once'",
        at="- out: growth/years.out:wrong-once",
        where=EN,
    ),
    Mistake(
        "a wrong program is asked for nowhere",
        YEARS,
        lambda data: (
            data
            + b"\n# --8<-- [start:wrong-idle]\nprint(1)\n# --8<-- [end:wrong-idle]\n"
        ),
        "no question names 'wrong-idle' as a wrong answer",
        at="# --8<-- [start:wrong-idle]",
    ),
    Mistake(
        "a wrong answer is typed where it is to be printed",
        EN,
        put("out: growth/years.out:wrong-once", "text: 1.75"),
        "nothing is called `text:` here; there is at, because, out",
    ),
    Mistake(
        "a wrong answer is both words and printed",
        EN,
        put(
            "- text: The rate of the year gets larger.",
            "- text: The rate\n  out: growth/years.out:ratio",
        ),
        "a wrong answer to this has one of `text:`, `out:`",
        at="- text: The rate\n",
    ),
    Mistake(
        "a reason is stale: it quotes what nothing prints",
        EN,
        put("one payment, 2.000000,", "one payment, 2.250000,"),
        "none of the answers printed 2.250000",
    ),
    Mistake(
        "a question quotes what nothing prints",
        EN,
        put("What part of the amount", "What part of the amount, say 0.35,"),
        "none of the answers printed 0.35",
    ),
    Mistake(
        "a prediction covers nothing",
        EN,
        put(
            "```predict\nid: part",
            "Some words.\n\n```predict\nid: part2\n```\n\n```predict\nid: part",
        ),
        "a prediction has one of `sign:`",
        at="```predict\nid: part2",
    ),
    Mistake(
        "a prediction is a question",
        EN,
        put("```predict\nid: part", "```question\nid: part"),
        "nothing is called `number:` here",
        at='number: "2:1"',
    ),
    Mistake(
        "a prediction asks in two ways",
        EN,
        put('number: "2:1"', 'number: "2:1"\nsign: "2:1"'),
        "a prediction has one of `sign:`, `number:` and `choice:`",
        at=PREDICTED,
    ),
    Mistake(
        "a key is misspelt",
        EN,
        put("within: 10%", "witin: 10%"),
        "nothing is called `witin:` here",
    ),
    Mistake(
        "an entry is there twice",
        EN,
        put("id: part\n", "id: part\nid: other\n"),
        "`id:` is there twice",
    ),
    Mistake(
        "a text holds a colon without quotes",
        EN,
        put(
            "ask: What part of the amount has been added?", "ask: What part: how much?"
        ),
        "is not YAML",
    ),
    Mistake(
        "what is asked is a list",
        EN,
        put("```question\nid: why", "```question\n- id"),
        "is not YAML",
        at="ask: Why is more",
    ),
    Mistake(
        "what is asked is one text",
        EN,
        put("```question\nid: why", "```question\nwhy\n```\n\n```question\nid: why"),
        "write what is asked as `key: text`",
        at="why\n```",
    ),
    Mistake(
        "a question stands in a remark",
        EN,
        put(
            "    It is half at first",
            "    ```question\n    id: inside\n    ```\n\n    It is half at first",
        ),
        "stands at the left margin",
    ),
    Mistake(
        "the translation has another key",
        EN,
        put('choice: "last:2"', 'choice: "3:2"'),
        "fences: has ```predict id: far",
        at="```predict\nid: far",
    ),
    Mistake(
        "the translation has its answers in another order",
        EN,
        swap(
            "- sign: zero\n  because: There is something",
            "- sign: negative\n  because: Nothing is taken away",
        ),
        "fences: has ```predict id: grown",
        at="```predict\nid: grown",
    ),
    Mistake(
        "the translation has another tolerance",
        EN,
        put("within: 10%", "within: 20%"),
        "fences: has ```predict id: part",
        at=PREDICTED,
    ),
    Mistake(
        "the translation lacks a question",
        EN,
        cut(ASKED, "## What is lost"),
        "fences: lacks ```question id: why",
        at="```figure",
    ),
    Mistake(
        "a formula of a reason is lost in the translation",
        EN,
        put(
            "$1 + 2 r + r^2$ is more than $1 + 2 r$",
            "$1 + 2 r + r^2$ is more than before",
        ),
        "formulas: lacks $1 + 2 r$",
        at="## Pay more often",
    ),
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in ASKING])
def test_a_mistake_in_what_is_asked_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


RECORDS = [
    Mistake(
        "a digit is stale",
        OUT,
        put("390.625", "390.626"),
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
        "snippets/growth/old.out",
        write("27\n"),
        "records no snippet; delete it",
    ),
    Mistake(
        "the code prints something else",
        YEARS,
        put("# --8<-- [end:ratio]", "print(1)\n# --8<-- [end:ratio]"),
        "is out of date; run `derivlearn-site record`",
        at="# --8<-- [end:ratio]",
        where=OUT,
    ),
    Mistake(
        "the code fails",
        YEARS,
        put("# --8<-- [end:ratio]", "1 / 0\n# --8<-- [end:ratio]"),
        "ZeroDivisionError",
    ),
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in RECORDS])
def test_a_record_that_is_wrong_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        found = record.stale(book, [book / YEARS])
        mistake.assert_told(book, before, after, found)


TRACES = [
    Mistake(
        "a value is another than that of the run",
        STEPPED,
        put('"amount":"1250.0"', '"amount":"1250.5"'),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a step is left out",
        STEPPED,
        drop('{"line":3,"set":{"amount":"1562.5"}}\n'),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "a line is another than that of the run",
        STEPPED,
        put('"line":7', '"line":6'),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "all steps of a block are left out",
        STEPPED,
        cut("# --8<-- [start:after]", "# --8<-- [end:after]\n\n"),
        "is out of date; run `derivlearn-site record`",
    ),
    Mistake(
        "the code has other steps now",
        YEARS,
        put("* 1.25", "* 1.5"),
        "is out of date; run `derivlearn-site record`",
        at="# --8<-- [start:after]",
        where=STEPPED,
    ),
    Mistake(
        "steps are in Shift_JIS",
        STEPPED,
        lambda data: data + "数\n".encode("cp932"),
        "is not UTF-8",
    ),
    Mistake(
        "steps belong to no snippet",
        "snippets/growth/old.steps",
        write("27\n"),
        "is out of date; run `derivlearn-site record`",
    ),
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in TRACES])
def test_steps_that_are_wrong_are_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        asked = stepped.asked(settings.load(book))
        own = {path: asked[path] for path in asked if path.parent.name == "growth"}
        found = steps.stale(book, own)
        mistake.assert_told(book, before, after, found)


ORDER = "```order\nid: order-until"
WRITE = "snippets/growth/write_years.py"
LOOP = """\
    years = 0
    while amount < goal:
        amount = amount * 1.25
        years = years + 1
    return years"""
BROKEN = LOOP.replace("1.25", "(\n            1.25)")


def above(data: bytes) -> bytes:
    """Put the lines to order above their exercise."""
    head, exercise, rest = data.partition(b"```exercise")
    hints, order, rest = rest.partition(b"```order")
    body, end, rest = rest.partition(b"```\n\n")
    return b"".join([head, order, body, end, exercise, hints, rest])


ORDERS = [
    Mistake(
        "lines to order are those of no exercise",
        JA,
        put("of: growth/write_years.py", "of: growth/years.py"),
        "'growth/years.py' is no exercise of this page; there is growth/write_years.py",
    ),
    Mistake(
        "lines to order stand above their exercise",
        EN,
        above,
        "lines to order stand below their exercise, in the same section",
        at=ORDER,
    ),
    Mistake(
        "lines to order stand in another section",
        EN,
        put("```order", "### In order { #in-order }\n\n```order"),
        "lines to order stand below their exercise, in the same section",
        at="```order",
    ),
    Mistake(
        "lines to order stand in a remark",
        EN,
        put(
            "    The loop ends",
            "    ```order\n    id: order-inside\n    ```\n\n    The loop",
        ),
        "stands at the left margin",
    ),
    Mistake(
        "lines to order have the id of others",
        EN,
        put(ORDER, "```order\nid: order-until\n```\n\n" + ORDER),
        "the id 'order-until' is there more than once",
        at="id: order-until\nask",
    ),
    Mistake(
        "lines to order have the id of a question",
        JA,
        put("id: order-until", "id: until"),
        "'until': the id of lines to order begins with `order-`",
    ),
    Mistake(
        "lines to order lack a reason",
        EN,
        drop("because: Once the goal is reached, there is no further year to wait.\n"),
        "lacks `because: …`",
        at=ORDER,
    ),
    Mistake(
        "lines to order say something else",
        EN,
        put("of: growth/write_years.py", "from: growth/write_years.py"),
        "nothing is called `from:` here; there is ask, because, id, of, with",
    ),
    Mistake(
        "lines to order take none of a wrong program",
        JA,
        drop("with: [wrong-one-more]\n"),
        "lacks `with: …`",
        at=ORDER,
    ),
    Mistake(
        "lines to order take a line that is typed",
        JA,
        put("with: [wrong-one-more]", "with: while amount <= goal"),
        "name wrong programs of snippets/growth/write_years.py, such as "
        "`with: [wrong-one-more]`",
    ),
    Mistake(
        "lines to order are of a wrong program that is gone",
        JA,
        put("with: [wrong-one-more]", "with: [wrong-one-less]"),
        "has no wrong program 'wrong-one-less'; it has start, wrong-one-more, wrong-"
        "simple",
    ),
    Mistake(
        "lines to order take too many of wrong programs",
        JA,
        put("with: [wrong-one-more]", "with: [wrong-one-more, wrong-simple]"),
        "these wrong programs add 3 lines",
    ),
    Mistake(
        "lines to order take the same lines twice",
        JA,
        put("with: [wrong-one-more]", "with: [wrong-one-more, wrong-one-more]"),
        "'wrong-one-more' has no line that is not there already",
    ),
    Mistake(
        "the answer has too few lines to order",
        WRITE,
        put(
            f"{LOOP}\n\n\n# --8<-- [end:answer]",
            "    return 4\n\n\n# --8<-- [end:answer]",
        ),
        "write_years.py has 2 lines, which are in order too soon; take one with at "
        "least 4",
        at="of: growth/write_years.py",
        where=JA,
    ),
    Mistake(
        "the answer has a statement of two lines",
        WRITE,
        put(
            f"{LOOP}\n\n\n# --8<-- [end:answer]",
            f"{BROKEN}\n\n\n# --8<-- [end:answer]",
        ),
        "has a statement of several lines",
        at="of: growth/write_years.py",
        where=JA,
    ),
    Mistake(
        "lines to order quote a number that nothing printed",
        EN,
        put("no further year to wait", "no 0.77 of a year to wait"),
        "nothing on this page and none of the answers printed 0.77",
    ),
    Mistake(
        "the translation takes lines of another wrong program",
        EN,
        put("with: [wrong-one-more]", "with: [wrong-simple]"),
        "fences: has ```order id: order-until",
        at=ORDER,
    ),
]


@pytest.mark.parametrize("mistake", [pytest.param(m, id=m.name) for m in ORDERS])
def test_a_mistake_in_lines_to_order_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


def test_the_frozen_book_is_without_a_mistake(book: Path) -> None:
    assert "\n".join(map(str, frozen_book.problems(book))) == ""
