"""Two languages of a page say the same mathematics, each in its own sentences."""

import pytest
import yaml

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.translation import parity

ORIGINAL = """\
# 題 { #top }

`f`と$x^2$と$x^2$。値は3.5で、[次](more.md)へ。

$$
y = 2x
$$

| a | b |
|---|---|
| 1 | 2 |

- 一
- 二

## 次 { #next }

!!! note "注"
    二つ目です。
"""
TRANSLATION = """\
# Title { #top }

The value is 3.5, from `f` and `f`, and $x^2$. Go [on](more.md).

$$
y = 2x
$$

| a | b |
|---|---|
| 1 | 2 |

- one
- two

## Next { #next }

!!! note "Note"
    The 2nd.
"""


def told(book: Settings, text: str) -> list[str]:
    original = page.parse(ORIGINAL, book.docs / "ja" / "demo.md", book)
    translation = page.parse(text, book.docs / "en" / "demo.md", book)
    assert original.problems == translation.problems == []
    return [
        f"{problem.line}: {problem.message}"
        for problem in parity.differences(original, translation)
    ]


def test_a_translation_may_order_its_sentences_as_it_likes(book: Settings) -> None:
    assert told(book, TRANSLATION) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("$x^2$", "$x^3$", "3: { #top }, formulas: has $x^3$, which docs/ja/demo.md"),
        ("y = 2x", "y = -2x", "5: { #top }, displays: has $$y = -2x$$; docs/ja/demo"),
        ("3.5", "3.6", "3: { #top }, numbers: has 3.6, which docs/ja/demo.md lacks"),
        ("`f` and `f`", "`g`", "3: { #top }, code: has g, which docs/ja/demo.md lacks"),
        ("[on](more.md)", "on", "1: { #top }, links: lacks more.md of docs/ja/demo.m"),
        ("| 1 | 2 |\n", "", "9: { #top }, tables: has a table of 2 rows, 2 columns; "),
        ("- two\n", "", "13: { #top }, lists: has a list of 1 items; docs/ja/demo.md"),
        (
            "!!! note",
            "!!! answer",
            "18: { #next }, remarks: has an answer; docs/ja/demo.md:18 has a remark",
        ),
        (
            "## Next",
            "### Next",
            "16: { #next } has level 3; docs/ja/demo.md:16 has lev",
        ),
        ("#next }", "#other }", "16: has a section { #other } that docs/ja/demo.md la"),
    ],
)
def test_a_difference_is_told_with_both_lines(
    book: Settings, old: str, new: str, message: str
) -> None:
    text = TRANSLATION.replace(old, new)
    assert any(each.startswith(message) for each in told(book, text)), told(book, text)


def test_a_missing_section_is_told_where_the_page_ends(book: Settings) -> None:
    text = TRANSLATION[: TRANSLATION.index("## Next")].rstrip() + "\n"
    [problem] = told(book, text)
    assert problem == "14: lacks the section { #next } of docs/ja/demo.md:16"


def test_sections_in_another_order_are_told(book: Settings) -> None:
    first, second = TRANSLATION.split("## Next")
    text = f"# Next{second}\n#{first}"  # a page has one title, above all
    assert any(
        "where docs/ja/demo.md has { #top }" in each for each in told(book, text)
    )


def test_a_difference_that_is_declared_with_its_reason_is_none(book: Settings) -> None:
    reason = "<!-- differs: numbers -- English says it in words -->\n"
    text = TRANSLATION.replace("The value is 3.5", f"{reason}The value is more")
    assert told(book, text) == []


def test_the_words_in_a_formula_may_be_translated(book: Settings) -> None:
    pages = []
    for code, word in (("ja", "傾き"), ("en", "slope")):
        text = f"# A {{ #a }}\n\n$x = \\text{{{word}}}$\n"
        pages.append(page.parse(text, book.docs / code / "demo.md", book))
    assert list(parity.differences(*pages)) == []


def smalls(book: Settings, original: str, translation: str) -> list[str]:
    """What is told of one sentence and its translation, by a book with numerals."""
    numerals = {
        "ja": ["零", "一|ひと", "二|ふた"],
        "en": ["zero|none", "one|once", "two|twice", "three"],
    }
    counted = {"ja": "億|万", "en": "thousand|million|billion"}
    for code, words in numerals.items():
        said = {"name": code, "numerals": words, "counted": counted[code]}
        texts = yaml.safe_dump(said, allow_unicode=True)
        (book.docs / code / "book.yml").write_text(texts, encoding="utf-8")
    pages = [
        page.parse(f"# A {{ #a }}\n\n{text}\n", book.docs / code / "demo.md", book)
        for code, text in (("ja", original), ("en", translation))
    ]
    return [problem.message for problem in parity.differences(*pages)]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("3個です。", "There are 3."),
        ("3個です。", "There are Three of them."),
        ("ふたつです。", "There are 2."),
        ("2番目です。", "The 2nd."),
        ("5億です。", "Half a billion: 500 million."),
        ("数です。", "A number of 3 thousand."),
    ],
)
def test_a_small_number_may_be_a_word_in_one_language(
    book: Settings, original: str, translation: str
) -> None:
    found = smalls(book, original, translation)
    assert [each for each in found if "500" not in each] == []


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("3個です。", "There are 2.", "{ #a }, numbers: lacks 3 of docs/ja/demo.md:3"),
        ("3個です。", "2 of them.", "{ #a }, numbers: has 2, which docs/ja/demo.md la"),
        ("3個です。", "In threefold.", "{ #a }, numbers: lacks 3 of docs/ja/demo.md:3"),
        ("2です。", "None.", "{ #a }, numbers: lacks 2 of docs/ja/demo.md:3"),
        ("3です。", "Two.", "{ #a }, numbers: lacks 3 of docs/ja/demo.md:3"),
        ("五つです。", "5.", "{ #a }, numbers: has 5, which docs/ja/demo.md lacks"),
    ],
)
def test_a_small_number_that_one_language_lacks_is_told(
    book: Settings, original: str, translation: str, message: str
) -> None:
    found = smalls(book, original, translation)
    assert any(each.startswith(message) for each in found), found


def test_a_language_that_lists_no_numerals_is_believed(book: Settings) -> None:
    assert told(book, TRANSLATION.replace("The 2nd.", "The second.")) == []
