"""The checks over all pages find what no single page can show."""

import pytest

from conftest import PAGE, SNIPPET
from derivlearn_site.base.settings import Settings
from derivlearn_site.translation import checks
from derivlearn_site.translation import translator as translation


def found(book: Settings) -> list[str]:
    return [
        f"{book.relative(problem.path)}:{problem.line}: {problem.message}"
        for problem in checks.problems(book)
    ]


def test_a_book_without_mistakes_has_no_problems(book: Settings) -> None:
    assert found(book) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            '```python\n--8<-- "demo/double.py:double"\n```\n',
            "",
            10,
            "{ #demo }, fences: has ```python demo/double.py:use; docs/ja/demo.md:7",
        ),
        (
            "## Root",
            "### Root",
            21,
            "{ #root } has level 3; docs/ja/demo.md:21 has level 2",
        ),
        (
            "{ #root }",
            "{ #other }",
            21,
            "has a section { #other } that docs/ja/demo.md lacks",
        ),
    ],
)
def test_a_translation_that_differs_is_told(
    book: Settings, old: str, new: str, line: int, message: str
) -> None:
    (book.docs / "en" / "demo.md").write_text(PAGE.replace(old, new))
    assert any(
        problem.startswith(f"docs/en/demo.md:{line}: {message}")
        for problem in found(book)
    ), found(book)


def test_a_translation_that_ends_early_is_told(book: Settings) -> None:
    short = PAGE[: PAGE.index("??? answer")]
    (book.docs / "en" / "demo.md").write_text(short)
    where = "docs/en/demo.md:21: { #root }"
    assert found(book) == [
        f"{where}, fences: lacks ```python demo/double.py:root of docs/ja/demo.md:24",
        f"{where}, remarks: lacks an answer of docs/ja/demo.md:23",
    ]


def test_a_translation_without_an_original_is_told(book: Settings) -> None:
    (book.docs / "en" / "more.md").write_text("# More { #more }\n")
    assert found(book) == [
        (
            "docs/en/more.md:1: there is no such page in the original language; "
            "delete this one, or write docs/ja/more.md first"
        )
    ]


def test_a_section_that_no_page_shows_is_told(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text(SNIPPET + "\n# --8<-- [start:lost]\nz = 1\n# --8<-- [end:lost]\n")
    assert found(book) == [
        (
            "snippets/demo/double.py:20: no fence of docs/ja/demo.md shows section "
            "'lost'; include it there, or delete it"
        )
    ]


def test_a_number_that_no_program_printed_is_told(book: Settings) -> None:
    for language in ("ja", "en"):
        path = book.docs / language / "demo.md"
        path.write_text(PAGE.replace("Twice four:", "About 0.333, half is 0.5."))
    message = "write what it printed, or fewer than three decimals"
    assert found(book) == [
        f"docs/en/demo.md:11: no program of this page printed 0.333; {message}",
        f"docs/ja/demo.md:11: no program of this page printed 0.333; {message}",
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("[a](gone.md)", "there is no page 'gone.md' to link to; check the name"),
        ("[a](demo.md#gone)", "'demo.md' has no heading { #gone }; it has demo, root"),
        ("[a](#gone)", "'demo.md' has no heading { #gone }; it has demo, root"),
        (
            "[$x$](#root)",
            (
                "a link needs a word, and has the formula $x$ alone; take a word "
                "before or after it into the link"
            ),
        ),
    ],
)
def test_a_link_that_leads_nowhere_or_says_nothing_is_told(
    book: Settings, link: str, message: str
) -> None:
    for language in ("ja", "en"):
        path = book.docs / language / "demo.md"
        path.write_text(PAGE.replace("Twice four:", f"[b](demo.md#root) {link}"))
    assert found(book) == [
        f"docs/{language}/demo.md:11: {message}" for language in ("en", "ja")
    ]


def test_an_exercise_has_sections_that_no_page_shows(exercise: Settings) -> None:
    assert checks.problems(exercise) == []


def test_each_language_has_the_same_exercises_and_hints(exercise: Settings) -> None:
    path = exercise.docs / "en" / "demo.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("hint: Add $x$ again.\n", ""), encoding="utf-8")
    assert (
        "docs/en/demo.md:7: { #demo }, fences: has ```exercise demo/triple.py:start "
        "with 1 hints; docs/ja/demo.md:7 has ```exercise demo/triple.py:start with 2 "
        "hints"
    ) in found(exercise)


def test_a_section_that_says_that_it_is_behind_is_not_compared(
    book: Settings,
) -> None:
    translation.done(book, "en", "demo")
    path = book.docs / "ja" / "demo.md"
    path.write_text(PAGE.replace("Twice four:", "Twice $4$:"))
    assert checks.problems(book) == []
    english = book.docs / "en" / "demo.md"
    english.write_text(PAGE.replace("## Root", "## Square root $2$"))
    [problem] = checks.problems(book)
    assert "{ #root }, formulas: has $2$" in problem.message


def test_a_section_that_is_not_translated_yet_is_not_compared(
    book: Settings,
) -> None:
    path = book.docs / "en" / "demo.md"
    path.unlink()
    translation.begin(book, "en", "demo")
    original = book.docs / "ja" / "demo.md"
    original.write_text(PAGE.replace("Twice four:", "Twice $4$:"))
    assert checks.problems(book) == []
