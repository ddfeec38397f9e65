"""The glossary page, definitions on pages and the check of words have one source."""

import pytest

from conftest import PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import glossary, page
from derivlearn_site.publish import staging
from derivlearn_site.translation import checks
from examples import told_apart_by_its_words
from frozen_book import BOOK
from shown import language_of

FROZEN = glossary.read(BOOK)

TERMS = """\
# Terms.
slope:
  ja: 傾き
  en: slope
  means: {ja: 坂の急さ, en: "How steep it is & so"}
  also: {ja: [勾配]}
  never: {ja: [スロープ]}
  symbol: f'(x)
  code: slope
  page: demo#root

epoch:
  ja: エポック
  en: epoch
"""


@pytest.fixture
def terms(book: Settings) -> Settings:
    """Give the book two terms."""
    (book.docs / "glossary.yml").write_text(TERMS)
    return book


def test_each_language_gets_its_own_rows(terms: Settings) -> None:
    assert glossary.rows(terms, "ja") == [
        (
            '| <span id="slope">傾き / 勾配</span>'
            '<span class="dl-means">坂の急さ</span> | <span lang="en">slope</span> '
            "| $f'(x)$ `slope` | [Double](demo.md#root) |"
        ),
        '| <span id="epoch">エポック</span> | <span lang="en">epoch</span> |  |  |',
    ]
    assert glossary.rows(terms, "en")[0].startswith(
        '| <span id="slope">slope</span><span class="dl-means">How steep it is '
        '&amp; so</span> | <span lang="ja">傾き</span> |'
    )


def test_the_rows_stand_where_the_page_wants_them(terms: Settings) -> None:
    text = PAGE.replace("Twice four:", "| a | b |\n|---|---|\n<!-- glossary -->")
    read = page.parse(text, terms.docs / "ja" / "demo.md", terms)
    staged = staging.stage(read, language_of(terms).strings, fresh={})
    assert '|---|---|---|---|\n| <span id="slope">' in staged
    assert "<!--" not in staged


def test_the_table_has_a_column_for_each_language(terms: Settings) -> None:
    path = terms.root / "mkdocs.yml"
    text = path.read_text()
    path.write_text(text.replace("[ja, en]", "[ja, ko, en]"))
    (terms.docs / "ko").mkdir()
    (terms.docs / "ko/book.yml").write_text("name: 한국어\n", encoding="utf-8")
    entries = terms.docs / "glossary.yml"
    entries.write_text(TERMS.replace("  en: slope\n", "  en: slope\n  ko: 기울기\n"))
    lines = glossary.table(settings.load(terms.root), "ja", ["| S | C |", "|--:|---|"])
    assert lines[:2] == [
        (
            '| 日本語 | <span lang="ko">한국어</span> | <span lang="en">English</span> '
            "| S | C |"
        ),
        "|---|---|---|--:|---|",
    ]
    assert {line.count("|") for line in lines} == {6}
    assert '<span lang="ko">기울기</span>' in lines[2]
    # Nobody is told an English word for a Korean one.
    assert '</span> |  | <span lang="en">epoch</span>' in lines[3]


def test_a_term_of_a_page_that_is_not_there_is_named(terms: Settings) -> None:
    path = terms.docs / "glossary.yml"
    path.write_text(TERMS.replace("demo#root", "gone#root"))
    with pytest.raises(SourceError, match=r"glossary\.yml:2: .*'slope'.*'gone'"):
        glossary.rows(terms, "ja")


@pytest.mark.parametrize("target", ["gone", "gone#root", "demo#gone"])
def test_the_checks_tell_a_term_that_leads_nowhere(
    terms: Settings, target: str
) -> None:
    path = terms.docs / "glossary.yml"
    path.write_text(TERMS.replace("demo#root", target))
    [problem] = checks.problems(terms)
    assert (problem.path, problem.line) == (path, 2)
    assert target in problem.message


def test_a_term_says_what_its_page_and_its_definition_are(terms: Settings) -> None:
    slope, epoch = glossary.read(terms)
    assert (slope.slug, epoch.slug) == ("demo", "")
    assert slope.spellings("ja") == ["傾き", "勾配"]
    assert [slope.hovers(code) for code in ("ja", "en", "fr")] == [True, True, False]
    assert not epoch.hovers("ja")


def test_a_rendering_that_must_not_be_used_is_named(terms: Settings) -> None:
    text = PAGE.replace("Twice four:", "ここでのスロープは")
    (terms.docs / "ja" / "demo.md").write_text(text)
    [problem] = checks.problems(terms)
    assert problem.path == terms.docs / "ja" / "demo.md"
    assert problem.line == 11
    assert problem.message.startswith("write '傾き', not 'スロープ'")


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("term", FROZEN, ids=lambda term: term.id)
def test_the_check_of_the_prose_tells_good_from_bad(
    term: glossary.Term, language: str
) -> None:
    told_apart_by_its_words(term, FROZEN, language)
