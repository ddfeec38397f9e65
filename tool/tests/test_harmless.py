"""What changes only the words of a page, or how it is typed, raises no alarm.

The edits are made in a copy of the frozen book.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import frozen_book
from frozen_book import Edit, put

EN, JA = "docs/en/growth.md", "docs/ja/growth.md"
SAVING_EN, SAVING_JA = "docs/en/saving.md", "docs/ja/saving.md"
WORK = "Here is a function to work with."
FIRST = "To compound is to answer that question year by year."


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


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
        "a number is changed in the original, whose translation is then behind",
        "docs/ja/saving.md",
        put("全部で12回", "全部で11回"),
    ),
    Harmless(
        "a sentence is reworded",
        EN,
        put(FIRST, "Compounding means that this is answered one year at a time."),
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
        put("some years?\n\nTo compound", "some years? To compound"),
    ),
    Harmless("a line is broken", EN, put(f"{FIRST} ", f"{FIRST}\n")),
    Harmless("a page is checked out with CRLF", EN, with_crlf),
    Harmless("an original is checked out with CRLF", JA, with_crlf),
    Harmless(
        "a snippet is checked out with CRLF",
        "snippets/growth/years.py",
        with_crlf,
    ),
    Harmless(
        "a record is checked out with CRLF",
        "snippets/growth/years.out",
        with_crlf,
    ),
    Harmless(
        "the kept originals are checked out with CRLF",
        "docs/en/.originals/growth.txt",
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
        "a second empty line is added", EN, put("\n\n## Pay more", "\n\n\n## Pay more")
    ),
    Harmless(
        "a name of the code is mentioned once more",
        EN,
        put("In code it is `dt`.", "In code it is `dt`. Remember that `dt` is short."),
    ),
    Harmless(
        "a number is mentioned once more",
        EN,
        put("The second line, 0.25,", "The second line says 0.25. This 0.25"),
    ),
    Harmless(
        "the formulas of a sentence come in another order",
        SAVING_EN,
        put(
            "$a_i$ is what year $i$ has saved, $y_i$ its goal, and $C$ the cost.",
            "$C$ is the cost; $y_i$ is the goal of $a_i$, saved in year $i$.",
        ),
    ),
    Harmless(
        "the numbers of a sentence come in another order",
        EN,
        put("from 1562.5 to 1953.125", "to 1953.125, where it was 1562.5"),
    ),
    Harmless(
        "a small number is written as a word",
        EN,
        put("Waiting from year 2 to year 3", "Waiting from year two to year 3"),
    ),
    Harmless(
        "a word is written as a small number",
        SAVING_EN,
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
        put("hint: Count the years,", "hint: As before, count the years,"),
    ),
    Harmless(
        "a difference is declared with its reason",
        EN,
        put(
            "It multiplies the",
            "<!-- differs: code -- English names it here -->\nCalled `grown`, "
            "it multiplies the",
        ),
    ),
    Harmless(
        "two differences are declared at once",
        EN,
        put(
            "It multiplies the",
            "<!-- differs: code, numbers -- English says more -->\nCalled `grown`, "
            "it makes 2000 of 1600. It multiplies the",
        ),
    ),
    Harmless("a sentence is added", EN, put(FIRST, f"{FIRST} That is all there is.")),
    Harmless("a word becomes bold", EN, put(FIRST, f"**{FIRST}**")),
    Harmless("a word becomes italic", EN, put("Suppose", "*Suppose*")),
    Harmless("quotation marks are curly", EN, put('("delta t")', "(“delta t”)")),
    Harmless(
        "a dash becomes a parenthesis",
        EN,
        put("as it is. These", "as it is (so). These"),
    ),
    Harmless(
        "a heading is reworded",
        EN,
        put("## Wait a year { #wait }", "## Just wait { #wait }"),
    ),
    Harmless("a heading's id is written tightly", EN, put("{ #wait }", "{#wait}")),
    Harmless(
        "the title of an admonition is reworded",
        EN,
        put('!!! note "In the leaflet"', '!!! note "What the leaflet says"'),
    ),
    Harmless(
        "a cell of a table is reworded",
        SAVING_EN,
        put("| the factor of a year |", "| what a year multiplies by |"),
    ),
    Harmless(
        "a caption is reworded",
        EN,
        put("caption: As payments", "caption: While payments"),
    ),
    Harmless(
        "the text of a link is reworded",
        EN,
        put("[Year by year](ledger.md), a", "[the ledger](ledger.md), a"),
    ),
    Harmless(
        "a formula is typed with other spaces",
        EN,
        put("$1 + 2 r +", "$1  +  2 r +"),
    ),
    Harmless(
        "the description is reworded",
        EN,
        put("description: Wait", "description: You wait"),
    ),
    Harmless(
        "a comment is added to mkdocs.yml",
        "mkdocs.yml",
        put("      - growth\n", "      - growth # the first chapter\n"),
    ),
    Harmless(
        "what is asked is reworded",
        EN,
        put("ask: How far does the amount get?", "ask: Where does the amount end up?"),
    ),
    Harmless(
        "a reason is reworded",
        EN,
        put("because: Nothing is taken away,", "because: The bank takes nothing,"),
    ),
    Harmless(
        "a reason quotes what an answer printed",
        EN,
        put(
            "because: That is one payment, without",
            "because: 2.000000 is one payment without",
        ),
    ),
    Harmless(
        "a text is put in quotes",
        EN,
        put(
            "ask: How far does the amount get?",
            'ask: "How far does the amount get: to what?"',
        ),
    ),
    Harmless(
        "a place is put in other quotes",
        EN,
        put('choice: "last:2"', "choice: 'last:2'"),
    ),
    Harmless(
        "an entry of a fence is followed by an empty line",
        EN,
        put("id: far\n", "id: far\n\n"),
    ),
    Harmless(
        "a wrong program is explained",
        "snippets/growth/years.py",
        put("# interest is paid once", "# Interest is paid only once"),
    ),
    Harmless(
        "the last question of a page stands elsewhere in its section",
        EN,
        lambda data: re.sub(
            rb"(?s)(```question.*?```\n\n)(## )", rb"<!-- later -->\n\n\1\2", data
        ),
    ),
    Harmless(
        "Japanese has a full-width number in its prose",
        SAVING_JA,
        put("三つだけです", "３つだけです"),
    ),
]


@pytest.mark.parametrize("edit", [pytest.param(e, id=e.name) for e in HARMLESS])
def test_a_harmless_edit_raises_no_alarm(book: Path, edit: Harmless) -> None:
    with frozen_book.edited(book, edit.file, edit.edit):
        assert "\n".join(map(str, frozen_book.problems(book))) == ""


def behind(text: str) -> Edit:
    """Put something behind a sentence."""
    return put(WORK, f"{WORK} {text}")


MORE = [
    *(
        Harmless(f"a formula is typed otherwise: {new}", file, put(old, new))
        for file, old, new in [
            (EN, "$\\Delta t$", "$\\Delta{t}$"),
            (EN, "$2 (1 + r) - 2$", "$2(1+r)-2$"),
            (EN, "$1 + 2 r + r^2$, so", "$1+2r+r^{2}$, so"),
            (SAVING_EN, "\\frac{1}{2} \\sum", "\\frac{1}{2}\\sum"),
            (SAVING_EN, "\\frac{1}{2}", "\\dfrac{1}{2}"),
            (SAVING_EN, "\\frac{1}{2}", "\\frac12"),
            (SAVING_EN, "(a_i - y_i)^2", "(a_{i}-y_{i})^{2}"),
        ]
    ),
    *(
        Harmless(f"a sentence is added: {text}", EN, behind(text))
        for text in [
            "It comes back [below](#limit).",
            "See [there](https://en.wikipedia.org/wiki/Interest).",
            "See <https://en.wikipedia.org/wiki/Interest>.",
            "A [plan](saving.md) comes next.",
            "The word in Japanese is 利息.",
            "A café owner saves, too.",
            "Some write α for it.",
            "It grows 🌱, and so on…",
            "AT&amp;T and R&D, 1 &lt; 2, and x < y.",
            "A price in ¥ or €.",
            "It is two\\*two.",
            "x² is a square.",
            "<!-- nicer: <b>bold</b>? -->",
            "\n\n> Interest never sleeps.\n\n",
            "\n\n!!! tip\n    Mind it.\n\n<!-- differs: remarks -- in English -->",
        ]
    ),
    Harmless("a remark has another colour", EN, put("!!! note", "!!! tip")),
    Harmless("a remark has no title", EN, put('!!! note "In the leaflet"', "!!! note")),
    Harmless(
        "a link has a title", EN, put("(ledger.md), a", '(ledger.md "A book"), a')
    ),
    Harmless(
        "a link is there twice",
        EN,
        put("a notebook.", "a notebook, [there](ledger.md)."),
    ),
    Harmless(
        "a list is a sentence",
        SAVING_EN,
        put(
            "- Deposits come at the end of each quarter.\n- Interest comes",
            "Deposits come at the end of each quarter. Interest comes",
        ),
    ),
    Harmless(
        "a list is numbered",
        SAVING_EN,
        put(
            "- Deposits come at the end of each quarter.\n- Interest comes",
            "1. Deposits come at the end of each quarter.\n2. Interest comes",
        ),
    ),
    Harmless(
        "a list has other marks",
        SAVING_EN,
        put(
            "- Deposits come at the end of each quarter.\n- Interest comes",
            "* Deposits come at the end of each quarter.\n* Interest comes",
        ),
    ),
    Harmless("a number is ordinal", EN, put("year 2 to year 3", "the 2nd to the 3rd")),
    Harmless(
        "a long number is parted",
        EN,
        put("from 1562.5 to 1953.125", "1,562.5, 1953.125"),
    ),
    Harmless("a space does not break", EN, put("from 1562.5", "from\u00a01562.5")),
    Harmless("two numbers are a range", EN, put("1562.5 to 1953", "1562.5–1953")),
    Harmless("a heading ends with spaces", EN, put("{ #wait }", "{ #wait }  ")),
    Harmless("a table is aligned", SAVING_EN, put("|---|---|", "|:---|---:|")),
    Harmless("a table is tight", SAVING_EN, put("| the words | ", "|the words|")),
    Harmless("a cell is bold", SAVING_EN, put("| the words |", "| **the words** |")),
    Harmless(
        "code is bold", EN, put("`grown(amount, years)`", "**`grown(amount, years)`**")
    ),
    Harmless(
        "the texts of a figure come in another order",
        EN,
        put(
            "curve: ever more often\nsteps: steps",
            "steps: steps\ncurve: ever more often",
        ),
    ),
    Harmless(
        "a label is in quotes", EN, put("curve: ever more often", 'curve: "often"')
    ),
    Harmless(
        "a figure says a small number in digits",
        EN,
        put("the steps of four payments", "the steps of 4 payments"),
    ),
    Harmless(
        "English words are quoted in Japanese",
        JA,
        put(
            "関数をひとつ用意します。",
            "関数を用意します。英語ではcompound interestです。",
        ),
    ),
    Harmless(
        "a comment is added to the texts",
        "docs/en/book.yml",
        lambda data: b"# In English.\n" + data,
    ),
    Harmless(
        "a comment is added to the terms",
        "docs/glossary.yml",
        put("principal:\n", "# the first one\nprincipal:\n"),
    ),
    Harmless(
        "a term is in quotes",
        "docs/glossary.yml",
        put("en: principal", 'en: "principal"'),
    ),
    Harmless(
        "a definition is reworded",
        "docs/glossary.yml",
        put("at the beginning", "at the beginning (all of it)"),
    ),
    Harmless(
        "a text of the site is reworded",
        "docs/en/book.yml",
        put("read: Read in English", "read: The English text"),
    ),
]


@pytest.mark.parametrize("edit", [pytest.param(e, id=e.name) for e in MORE])
def test_a_harmless_edit_of_another_kind_raises_no_alarm(
    book: Path, edit: Harmless
) -> None:
    with frozen_book.edited(book, edit.file, edit.edit):
        assert "\n".join(map(str, frozen_book.problems(book))) == ""
