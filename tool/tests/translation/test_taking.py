"""What comes back of a draft is taken if it is a translation, and otherwise refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.translation import drafts, drift, taking
from derivlearn_site.translation.translator import UnfinishedError
from frozen_book import Edit, cut, drop, put

EN = [slug for language, slug in frozen_book.PAGES if language == "en"]


@pytest.fixture
def book(tmp_path: Path) -> Settings:
    """A copy of the frozen book."""
    return settings.load(frozen_book.copy(tmp_path / "book"))


def sections(book: Settings, slug: str, language: str = "en") -> dict[str, str]:
    """Return the sections of a page as they are translated."""
    path = drafts.path_of(book, language, slug)
    return drafts.sources(pages.read(path, book))


def answer(book: Settings, slug: str, ids: Sequence[str] = (), to: str = "en") -> str:
    """Return what a translator answers who translates as the English page does."""
    own = sections(book, slug)
    asked = [*ids] or [*own]
    parts = [f"=== {id_} ===\n\n{own[id_]}\n" for id_ in asked]
    return "\n".join([f"{drafts.head(to, slug, asked)}\n", *parts])


def take(book: Settings, slug: str, text: str, to: str = "en") -> Path:
    path = book.root / "answer.txt"
    path.write_text(text, encoding="utf-8")
    return taking.take(book, to, slug, path)


@pytest.mark.parametrize("slug", EN)
def test_what_is_there_is_taken_and_changes_no_byte(book: Settings, slug: str) -> None:
    path = drafts.path_of(book, "en", slug)
    before = path.read_bytes()
    assert take(book, slug, answer(book, slug)) == path
    assert path.read_bytes() == before


@pytest.mark.parametrize("slug", EN)
def test_a_page_that_is_gone_comes_back(book: Settings, slug: str) -> None:
    path = drafts.path_of(book, "en", slug)
    before, text = path.read_text("utf-8"), answer(book, slug)
    path.unlink()
    take(book, slug, text)
    assert path.read_text("utf-8").split() == before.split()
    original = pages.read(drafts.path_of(book, "ja", slug), book)
    states = drift.states(original, pages.read(path, book))
    assert {each.state for each in states} == {"fresh"}


def test_sections_that_were_not_asked_for_stay_byte_by_byte(book: Settings) -> None:
    path = drafts.path_of(book, "en", "growth")
    text = path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n"
    path.write_bytes(text)
    new = answer(book, "growth", ["limit"]).replace("Let the bank pay", "May it pay")
    take(book, "growth", new)
    assert path.read_bytes() == text.replace(b"Let the bank pay", b"May it pay")


def test_a_section_that_is_missing_comes_where_the_original_has_it(
    book: Settings,
) -> None:
    path = drafts.path_of(book, "en", "growth")
    before, text = path.read_text("utf-8"), answer(book, "growth", ["limit"])
    path.write_text(before.replace(sections(book, "growth")["limit"] + "\n\n", ""))
    take(book, "growth", text)
    assert path.read_text("utf-8") == before


def test_only_what_was_taken_is_in_step_with_its_original(book: Settings) -> None:
    original = pages.read(drafts.path_of(book, "ja", "growth"), book)
    path = drafts.path_of(book, "fr", "growth")

    def fresh() -> set[str]:
        states = drift.states(original, pages.read(path, book))
        return {each.id for each in states if each.state == "fresh"}

    before = fresh()
    take(book, "growth", answer(book, "growth", ["limit", "too-small"], "fr"), "fr")
    assert fresh() - before == {"limit", "too-small"}


def line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.index(part)) + 1


# Each fault, and at which text of the answer and in which words it is told.
FAULTS: list[tuple[str, Edit, str, str]] = [
    ("no first line", drop("=== derivlearn-site draft"), " en growth", "begin with"),
    ("a chat", lambda data: b"Here you are:\n\n" + data, "Here you", "begin with"),
    ("a fence around it", lambda data: b"```\n" + data, "```\n", "begin with"),
    (
        "another page",
        put("en growth:", "en saving:"),
        "=== der",
        "this is saving in en",
    ),
    ("another language", put("en growth:", "fr growth:"), "=== der", "is growth in fr"),
    (
        "text between",
        put("\n=== wait", "\nDone.\n\n=== wait"),
        "Done",
        "outside of a sec",
    ),
    (
        "a lost section",
        drop("=== wait ===\n"),
        "=== der",
        "lacks the section `=== wait",
    ),
    (
        "a doubled one",
        put("=== limit ===", "=== wait ==="),
        "=== der",
        "lacks the section",
    ),
    (
        "an unknown one",
        put("=== wait ===", "=== waited ==="),
        "=== waited",
        "not asked",
    ),
    (
        "one that is more",
        lambda d: d + b"\n=== halve ===\n\nx\n",
        "=== halve",
        "not ask",
    ),
    ("an empty one", cut("## Pay more", "=== too-small"), "=== limit", "is empty"),
    ("a lost id", drop(" { #wait }"), "## Wait", "begins with its heading"),
    (
        "a changed id",
        put("{ #wait }", "{ #waiting }"),
        "## Wait",
        "begins with its head",
    ),
    (
        "another level",
        put("## Wait", "### Wait"),
        "### Wait",
        "begins with its heading",
    ),
    (
        "a lost heading",
        drop("## Wait a year { #wait }\n"),
        "Here is",
        "begins with its",
    ),
    (
        "a second heading",
        put("Here is", "### X { #x }\n\nHere is"),
        "## Wait",
        "is one s",
    ),
    (
        "a mark left",
        put("Here is", "<!-- translate -->\nHere is"),
        "<!-- tr",
        "delete `",
    ),
    (
        "a changed number",
        put("1562.5 to", "1562.6 to"),
        "Waiting",
        "numbers: has 1562.6",
    ),
    ("a lost number", put("1562.5 to", "that to"), "## Wait", "numbers: lacks 1562.5"),
    (
        "a lost sign",
        put("$10^{-17}$", "$10^{17}$"),
        "A float",
        "formulas: has $10^{17}$",
    ),
    (
        "a changed formula",
        put("2 r + r^2$, so", "2 r + r$, so"),
        "$n$ counts",
        "formul",
    ),
    ("a broken formula", put("$\\Delta t$", "$\\Detla t$"), "Waiting", "`\\Detla t`"),
    ("an open formula", put("$\\Delta t$", "$\\frac{1}{2$"), "Waiting", "the formula"),
    ("a display changed", put("e^r =", "e^{2r} ="), "$$\n", "displays: has"),
    ("translated code", put("`dt`", "`wait`"), "Waiting", "code: has wait"),
    (
        "a lost name",
        put("`grown(amount, years)`", "it"),
        "## Wait",
        "code: lacks grown",
    ),
    (
        "a lost fence",
        drop('```python\n--8<-- "growth/years.py:ratio"\n```\n'),
        "```predict\nid: part",
        "fen",
    ),
    (
        "typed code",
        put('--8<-- "growth/years.py:ratio"', "x = 1"),
        "```python\nx",
        "includ",
    ),
    (
        "another include",
        put("years.py:ratio", "years.py:after"),
        '```python\n--8<-- "growth/years.py:after"\n```\n\n```predict\nid: part',
        "on this page",
    ),
    ("a wrong fence", put("```python", "```py"), "```py\n", "this one says 'py'"),
    (
        "an open fence",
        put('limit"\n```\n', 'limit"\n'),
        '```python\n--8<-- "growth/years.py:limit',
        "",
    ),
    (
        "a wrong rendering",
        put("**principal**", "**principle**"),
        "Here is",
        "not 'princ",
    ),
    ("HTML", put("Here is", "<b>Here</b> is"), "<b>Here", "would be HTML"),
    ("a script", put("Here is", "<script>f()</script>Here is"), "<script>", "be HTML"),
    (
        "a script's address",
        put("(errata.md#limit)", "(javascript:f)"),
        "    The b",
        "leads",
    ),
    (
        "a lost link",
        put("[list of errata](errata.md#limit)", "list"),
        "## Pay",
        "links",
    ),
    (
        "a link to nowhere",
        put("errata.md#limit", "erata.md#limit"),
        "    The bank",
        "no pa",
    ),
    (
        "a lost remark",
        drop('!!! note "In the leaflet"\n'),
        "## Pay",
        "remarks: lacks",
    ),
    (
        "a lost label",
        drop("steps: steps\n"),
        "```figure",
        "figure 'growth' needs the lab",
    ),
    (
        "a lost value",
        put("1 has become {amount}", "1 has grown"),
        "```figure",
        "in braces",
    ),
    (
        "a translated name",
        put("figure: growth", "figure: growing"),
        "```figure",
        "no fig",
    ),
    ("a number of a figure", put("1 to 2.7", "1 to 2.8"), "alt: A", "numbers: has 2.8"),
    (
        "another key",
        put('choice: "last:2"', 'choice: "last:1"'),
        "```predict\nid: far",
        "fenc",
    ),
    (
        "a lost reason",
        drop("because: It closes in on 2.7 and stays below 3.\n"),
        "```predict\nid: far",
        "",
    ),
    (
        "a question's id",
        put("id: grown", "id: gewachsen"),
        "```predict\nid: gew",
        "fences",
    ),
    (
        "the original",
        put("Here is a function to work with.", "関数をひとつ用意します。"),
        "関数",
        "",
    ),
    (
        "an invisible sign",
        put("Here is", "He\u200bre is"),
        "He\u200bre",
        "holds U+200B",
    ),
    (
        "a decomposed letter",
        put("Here is", "cafe\u0301 is"),
        "cafe",
        "writes é as several",
    ),
    (
        "a letter of others",
        put("Here is", "H\u0435re is"),
        "H\u0435re",
        "only looks like",
    ),
    (
        "an attribute",
        put("**principal**", "**principal**{ .x }"),
        "Here is",
        "has attribu",
    ),
    (
        "a conflict",
        put("Here is", "<<<<<<< HEAD\nHere is"),
        "<<<<<<<",
        "merge conflict",
    ),
    (
        "a number nobody printed",
        put("closes in on 2.7. The", "is 2.718. The"),
        "The amo",
        "printed",
    ),
]


@pytest.mark.parametrize(
    ("edit", "at", "message"), [pytest.param(*each[1:], id=each[0]) for each in FAULTS]
)
def test_a_fault_is_told_at_its_line_and_nothing_is_changed(
    book: Settings, edit: Edit, at: str, message: str
) -> None:
    path = drafts.path_of(book, "en", "growth")
    kept = drift.path_of(book, "en", "growth")
    before = path.read_bytes(), kept.read_bytes()
    asked = answer(book, "growth", ["wait", "limit", "too-small"])
    text = edit(asked.encode()).decode()
    assert text != asked
    with pytest.raises(UnfinishedError) as refused:
        take(book, "growth", text)
    told = [(each.line, str(each.message)) for each in refused.value.problems]
    assert any(line == line_of(text, at) and message in said for line, said in told), (
        told
    )
    assert all(each.endswith("; nothing is taken") for _, each in told)
    assert (path.read_bytes(), kept.read_bytes()) == before


@pytest.mark.parametrize(
    "edit", [put("Here is", "This is"), put("closes in on", "nears")]
)
def test_what_is_only_worded_otherwise_is_taken(book: Settings, edit: Edit) -> None:
    asked = answer(book, "growth", ["wait", "limit", "too-small"])
    take(book, "growth", edit(asked.encode()).decode())
