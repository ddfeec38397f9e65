"""The glossary page and the check of words are made from one file."""

import pytest

from derivlearn_site import checks, glossary, page, render
from derivlearn_site.errors import SourceError
from derivlearn_site.settings import Settings
from tests.derivlearn_site.conftest import PAGE

TERMS = """\
# Terms.
slope:
  ja: 傾き
  en: slope
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
            '| <span id="slope">傾き / 勾配</span> | <span lang="en">slope</span> '
            "| $f'(x)$ `slope` | [Double](demo.md#root) |"
        ),
        '| <span id="epoch">エポック</span> | <span lang="en">epoch</span> |  |  |',
    ]
    assert glossary.rows(terms, "en")[0].startswith(
        '| <span id="slope">slope</span> | <span lang="ja">傾き</span> |'
    )


def test_the_rows_stand_where_the_page_wants_them(terms: Settings) -> None:
    text = PAGE.replace("Twice four:", "| a |\n|---|\n<!-- glossary -->")
    read = page.parse(text, terms.docs / "ja" / "demo.md", terms)
    rendered = render.render(read, preamble="", hint="", fresh={})
    assert '|---|\n| <span id="slope">' in rendered
    assert "<!--" not in rendered


def test_a_term_of_a_page_that_is_not_there_is_named(terms: Settings) -> None:
    path = terms.docs / "glossary.yml"
    path.write_text(TERMS.replace("demo#root", "gone#root"))
    with pytest.raises(SourceError, match=r"glossary\.yml:2: .*'slope'.*'gone'"):
        glossary.rows(terms, "ja")


def test_a_rendering_that_must_not_be_used_is_named(terms: Settings) -> None:
    text = PAGE.replace("Twice four:", "ここでのスロープは")
    for language in ("ja", "en"):
        (terms.docs / language / "demo.md").write_text(text)
    [problem] = checks.problems(terms)
    assert problem.path == terms.docs / "ja" / "demo.md"
    assert problem.line == 11
    assert problem.message.startswith("write '傾き', not 'スロープ'")
