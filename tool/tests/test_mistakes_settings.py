"""What is wrong with the settings, the terms and the texts of a book is told.

Each mistake is made in a copy of the frozen book.
"""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings, settings_problems
from frozen_book import Edit, drop, put
from mistake import Mistake

EN, JA = "docs/en/growth.md", "docs/ja/growth.md"
MKDOCS, TERMS = "mkdocs.yml", "docs/glossary.yml"
UNKNOWN = "nothing is called '{}' here; "


def added(text: str) -> Edit:
    """Put lines at the end of a file."""
    return lambda data: data + text.encode()


def at_top(text: str) -> Edit:
    """Put a line into the front matter of a page."""
    return put("---\n", f"---\n{text}\n")


SETTINGS = [
    Mistake(
        "a key of MkDocs is misspelt",
        MKDOCS,
        put("site_dir:", "sitedir:"),
        UNKNOWN.format("sitedir") + "is 'site_dir' meant?",
    ),
    Mistake(
        "a key of MkDocs is unknown",
        MKDOCS,
        added("google_fonts: true\n"),
        UNKNOWN.format("google_fonts") + "delete it",
    ),
    Mistake(
        "a key of the book is misspelt",
        MKDOCS,
        put("      glossary: words", "      glosary: words"),
        UNKNOWN.format("glosary") + "is 'glossary' meant?",
    ),
    Mistake(
        "a key of the book is unknown",
        MKDOCS,
        put("      parts:", "      colour: red\n      parts:"),
        UNKNOWN.format("colour") + "delete it",
    ),
    *(
        Mistake(f"{name} is there twice", MKDOCS, edit, "is there already, on line")
        for name, edit in [
            ("a key of MkDocs", added("site_name: again\n")),
            (
                "a key of the book",
                put("      parts:", "      package: x\n      parts:"),
            ),
            ("a key of the theme", put("  font: false", "  font: false\n  font: true")),
            ("a package", put("        numpy: numpy", "        numpy: numpy\n" * 2)),
        ]
    ),
    Mistake(
        "the package is misspelt",
        MKDOCS,
        put("package: interest", "package: intrest"),
        "there is no package src/intrest",
    ),
    Mistake(
        "a part is misspelt in the navigation",
        MKDOCS,
        put("- money:", "- mony:"),
        "nav names the part 'mony', which has no title below `sections:`",
    ),
    Mistake(
        "a part of the path is misspelt",
        MKDOCS,
        put("parts: [money]", "parts: [mony]"),
        "there is no path to show",
        at="<!-- path",
        where="docs/en/index.md",
    ),
    Mistake(
        "two chapters are exchanged in the navigation alone",
        MKDOCS,
        put("- growth\n      - saving", "- saving\n      - growth"),
        "is no chapter that comes before this one",
        at="needs: ",
        where="docs/en/saving.md",
    ),
]

FRONT_MATTER = [
    *(
        Mistake(
            f"the front matter of {name} has an unknown key",
            file,
            at_top(f"{key}: x"),
            f"no page has `{key}:` at its top; there may be description, able",
        )
        for name, file, key in [
            ("a page", EN, "tags"),
            ("a page", EN, "hide"),
            ("a page", EN, "template"),
            ("a page", EN, "descripton"),
            ("an original", JA, "search"),
        ]
    ),
    Mistake(
        "an entry of the front matter is there twice",
        EN,
        at_top("description: Another."),
        "'description' is there already, on line",
        at="description: Wait",
    ),
    Mistake(
        "only one language is a notebook",
        EN,
        at_top("notebook: true"),
        "has `notebook:` at its top, which docs/ja/growth.md lacks",
        at="---",
    ),
    Mistake(
        "a page has the description of another",
        EN,
        put(
            "Wait a year. How far does the amount grow? Interest on interest, built "
            "from running code and real numbers.",
            "A plan for saving in three years, and how far it is from its goals.",
        ),
        "has this description, too",
        at="description: A plan",
        where="docs/en/saving.md",
    ),
    Mistake("a page is empty", EN, lambda _: b"\n", "a page begins with its title"),
    Mistake("an original is empty", JA, lambda _: b"\n", "begins with its title"),
    Mistake(
        "a page is nothing but its front matter",
        EN,
        lambda _: b"---\ndescription: It grows.\n---\n<!-- end -->\n",
        "a page begins with its title",
        at="<!-- end",
    ),
    Mistake(
        "a page has two titles",
        EN,
        put("## Wait a year", "# Wait a year"),
        "a page has one title; write this heading with ##",
    ),
    Mistake(
        "an answer is shown at once",
        EN,
        put("??? answer", "???+ answer"),
        "what is folded is shown when it is pressed",
    ),
    Mistake(
        "a remark is of a kind that is none",
        EN,
        put("!!! note", "!!! notte"),
        "there is no remark 'notte'; there is note",
    ),
]

GLOSSARY = [
    Mistake(name, TERMS, edit, message)
    for name, edit, message in [
        (
            "a term is there twice",
            added("limit:\n  ja: 限度\n  en: bound\n"),
            "'limit' is there already, on line",
        ),
        (
            "an entry of a term is there twice",
            put("  symbol: P\n", "  symbol: P\n  symbol: Q\n"),
            "'symbol' is there already, on line",
        ),
        (
            "two terms have one name",
            added("bound:\n  ja: 限度\n  en: limit\n"),
            "'limit' is the name of 'limit' already",
        ),
        (
            "a term has another name of a term",
            added("profit:\n  ja: 利子\n  en: profit\n"),
            "'利子' is the name of 'interest' already",
        ),
        (
            "a key is misspelt",
            put("  symbol: P", "  symbl: P"),
            "a term has no 'symbl'",
        ),
        (
            "a key is unknown",
            put("  symbol: P", "  colour: red"),
            "a term has no 'colour'; it has ja, en, fr",
        ),
        (
            "a list is one text",
            put("never: {ja: [もと金]", "never: {ja: もと金"),
            "'never' is a list",
        ),
        (
            "names in a language are one text",
            put("also: {ja: [利子], en: [yield]}", "also: 利子"),
            "'also' is something of each language",
        ),
        (
            "examples are texts",
            put("{good: [元本を預けます。], bad: [もと金を預けます。]}", "元本"),
            "'examples' are sentences",
        ),
        (
            "examples lack a kind",
            put("{good: [元本を預けます。], bad:", "{good: [元本を預けます。], worse:"),
            "'examples' are sentences",
        ),
        (
            "a name is a list",
            put("en: principal", "en: [principal]"),
            "'en' is one text",
        ),
        ("a name is empty", put("en: principal", "en: ''"), "'en' is one text"),
        (
            "a name breaks the table",
            put("en: principal", "en: principal | sum"),
            "'en' is one line of a table",
        ),
        (
            "a definition breaks the table",
            put("en: The money that is", "en: The money | that is"),
            "'means' is one line of a table",
        ),
        (
            "a language is unknown",
            put("means:\n    ja: はじめ", "means:\n    de: Geld\n    ja: はじめ"),
            "'de' is no language of the book; it has ja, en, fr",
        ),
        (
            "a choice is a text",
            put("hover: {en: false}", "hover: {en: no way}"),
            "true",
        ),
        ("a term is a text", added("rate: 利率\n"), "write each term as `id:`"),
    ]
] + [
    Mistake(
        "a term has no name of its own",
        TERMS,
        drop("  ja: 元本\n"),
        "needs its name; write `ja",
        at="principal:",
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


@pytest.mark.parametrize(
    "mistake",
    [pytest.param(m, id=m.name) for m in (*SETTINGS, *FRONT_MATTER, *GLOSSARY)],
)
def test_what_is_not_as_it_is_read_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


def test_whatever_mkdocs_knows_is_known() -> None:
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415 # only here

    known = {name for name, _ in MkDocsConfig()._schema} - {"pages"}  # noqa: SLF001
    gone = {"config_file_path", "google_analytics"}
    assert known - gone <= {*settings_problems.MKDOCS}


def test_the_options_of_the_book_are_those_that_its_plugin_reads() -> None:
    from derivlearn_site.publish.plugin import SiteConfig  # noqa: PLC0415

    assert {name for name, _ in SiteConfig()._schema} == {*settings.OPTIONS}  # noqa: SLF001
