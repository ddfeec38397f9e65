"""The book's own part of Markdown reads one page after the other, for any generator."""

import pytest
from markdown import Markdown

from derivlearn_site.base.settings import Settings
from derivlearn_site.publish.extension import BookExtension, header
from shown import HERE, LISTING, markdown, show

TERMS = "slope: {ja: 傾き, en: slope, means: {ja: 坂の急さ, en: steepness}}\n"


@pytest.fixture
def terms(book: Settings) -> Settings:
    """A book with one term."""
    (book.docs / "glossary.yml").write_text(TERMS, encoding="utf-8")
    return book


def test_the_line_that_says_which_page_it_is_is_not_shown(book: Settings) -> None:
    assert show(book, f"{HERE}\n文").html == "<p>文</p>"
    assert show(book, "文").html == "<p>文</p>"
    assert show(book, "").html == ""


def test_a_page_is_in_the_language_that_its_first_line_says(terms: Settings) -> None:
    for language, word in (("ja", "傾き"), ("en", "slope")):
        first = header(language, "demo", "a&b.md")
        html = show(terms, f"{first}\n傾き、slope", "en").html
        assert f'href="a&amp;b.md#slope">{word}</a>' in html


def test_nothing_of_a_page_is_left_for_the_next(terms: Settings) -> None:
    extension = BookExtension(book=str(terms.root), language="en")
    page = "$x^2^3$と傾き\n\n```python\na\n```\n"
    made = []
    reader = markdown(terms, extension)
    for text in (f"{HERE}\n{page}", f"{HERE}\n{page}"):
        made.append(reader.reset().convert(text))
        assert [each.tex for each in extension.formulas.mistakes] == ["x^2^3"]
    # MkDocs makes a reader of its own for each page.
    made.append(markdown(terms, extension).convert(f"{HERE}\n{page}"))
    assert [each.tex for each in extension.formulas.mistakes] == ["x^2^3"]
    assert made == [made[0]] * 3
    assert "dl-term" in made[0]
    reader.reset().convert("文")
    assert extension.formulas.mistakes == []


def test_what_stands_in_a_formula_or_a_heading_is_no_term(terms: Settings) -> None:
    text = f"{HERE}\n## 傾き {{ #slope }}\n\n$\\text{{傾き}}$の傾き、`傾き`\n"
    html = show(terms, text).html
    assert html.count("dl-term") == 1
    assert "<mtext>傾き</mtext>" in html
    assert '</span>の<a class="dl-term"' in html
    assert '<h2 id="slope">傾き<a class="headerlink" href="#slope"' in html


def test_a_generator_names_the_extension_in_its_configuration(terms: Settings) -> None:
    name = "derivlearn_site.publish.extension"
    reader = Markdown(
        extensions=[name, "tables", "pymdownx.superfences"],
        extension_configs={
            name: {"book": str(terms.root), "language": "en"},
            "pymdownx.superfences": {"custom_fences": [LISTING]},
        },
    )
    html = reader.convert(f"{HERE}\n傾き\n\n| a |\n|---|\n\n```python\na\n```\n")
    assert 'href="glossary.md#slope">傾き</a>' in html
    assert 'aria-label="Table 1"' in html
    assert 'aria-label="Copy"' in html
