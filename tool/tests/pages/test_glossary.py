"""The glossary page, definitions on pages and the check of words have one source."""

import re
from pathlib import Path

import pytest

from conftest import PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import glossary, page
from derivlearn_site.publish import render
from derivlearn_site.translation import checks

BOOK = settings.load(Path(__file__).parents[3])
REAL = glossary.read(BOOK)
# A definition that a reader takes in at a glance: characters, or words.
LONGEST = {"ja": 60, "en": 20}

TERMS = """\
# Terms.
slope:
  ja: 傾き
  en: slope
  means: {ja: 坂の急さ, en: "How steep it is, <here>"}
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
        '| <span id="slope">slope</span><span class="dl-means">How steep it is, '
        '&lt;here&gt;</span> | <span lang="ja">傾き</span> |'
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


HOVERS = """\
backpropagation: {ja: 誤差逆伝播法, en: backpropagation, means: {ja: 法, en: B}}
differentiation: {ja: 微分（すること）, en: differentiation, means: {ja: 微, en: D}}
partial: {ja: 偏微分, en: partial derivative, means: {ja: 偏, en: P}, page: partial}
derivative: {ja: 導関数, en: derivative (function), means: {ja: 導, en: F}}
loss: {ja: 損失関数, en: loss function, means: {ja: 損, en: L}}
bias: {ja: バイアス, en: bias, means: {ja: 足, en: "\\"added\\""}}
output: {ja: 出力層, en: "output layer, last layer", means: {ja: 出, en: O}}
relu: {ja: ReLU, en: ReLU, also: {ja: [レルー]}, means: {ja: 折, en: R}}
weight: {ja: 重み, en: weight, means: {ja: 掛, en: W}, hover: false}
activation: {ja: 活性値, en: activation, means: {ja: 活, en: A}, hover: {en: false}}
epoch: {ja: エポック, en: epoch}
"""


class Shown:
    """Puts definitions into a page and writes the terms that have one as [term]."""

    def __init__(self, terms: list[glossary.Term]) -> None:
        """Keep the terms."""
        self.terms = terms

    def html(self, html: str, language: str = "ja", slug: str = "demo") -> str:
        """Return a page with its definitions."""
        return glossary.with_hovers(html, self.terms, language, slug, "../glossary/")

    def __call__(self, html: str, language: str = "ja", slug: str = "demo") -> str:
        """Return a page whose terms with a definition stand in brackets."""
        html = self.html(html, language, slug)
        return re.sub(r'<a class="dl-term"[^>]*>([^<]*)</a>', r"[\1]", html)


@pytest.fixture
def shown(book: Settings) -> Shown:
    """Return how a page shows its terms: each that shows its definition in [ ]."""
    (book.docs / "glossary.yml").write_text(HOVERS)
    return Shown(glossary.read(book))


def test_a_term_links_to_its_entry_and_is_titled_with_its_definition(
    shown: Shown,
) -> None:
    assert shown.html("<p>損失関数の値</p>") == (
        '<p><a class="dl-term" href="../glossary/#loss" title="損">損失関数</a>の値</p>'
    )
    assert 'title="&quot;added&quot;">bias</a>' in shown.html("<p>A bias.</p>", "en")


def test_only_the_first_mention_on_a_page_shows_the_definition(shown: Shown) -> None:
    text = "<p>導関数と導関数</p><h2>次</h2><ul><li>導関数と損失関数</li></ul>"
    assert shown(text) == (
        "<p>[導関数]と導関数</p><h2>次</h2><ul><li>導関数と[損失関数]</li></ul>"
    )


def test_one_name_of_a_term_stands_for_all(shown: Shown) -> None:
    assert shown("<p>レルー（ReLU）</p>") == "<p>[レルー]（ReLU）</p>"
    text = "<p>The last layer, or output layer.</p>"
    assert shown(text, "en") == "<p>The [last layer], or output layer.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>導関数</h2>",
        '<p><a href="x">その<em>導関数</em></a></p>',
        "<p><code>導関数</code></p>",
        "<pre><code>導関数</code></pre>",
        "<p><math><mtext>導関数</mtext></math></p>",
        "<p><strong>この導関数</strong></p>",
        "<table><tr><td>導関数</td></tr></table>",
        "<li><table><tr><td><p>導関数</p></td></tr></table></li>",
        "<figure><svg><text>導関数</text></svg><figcaption><p>導関数</p></figcaption></figure>",
        '<p class="admonition-title">導関数</p>',
        "<details><summary>導関数</summary></details>",
        '<p><img alt="a > b 導関数" src="x"></p>',
        "導関数",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(html: str, shown: Shown) -> None:
    assert shown(html) == html
    assert shown(f"{html}<p>導関数</p>") == f"{html}<p>[導関数]</p>"


def test_a_page_that_explains_a_term_does_not_send_its_reader_away(
    shown: Shown,
) -> None:
    assert shown("<p>偏微分</p>", slug="partial") == "<p>偏微分</p>"
    bold = "<p>導関数です。これを<strong>導関数</strong>といいます。</p>"
    assert shown(bold) == bold
    plural = "<p><strong>Biases</strong> and a bias.</p>"
    assert shown(plural, "en") == plural


def test_the_longest_name_wins(shown: Shown) -> None:
    assert shown("<p>偏微分と微分</p>") == "<p>[偏微分]と[微分]</p>"
    # Not in the longer name either that shows no definition any more.
    text = "<p>A partial derivative, another partial derivative, a derivative.</p>"
    assert shown(text, "en") == (
        "<p>A [partial derivative], another partial derivative, a [derivative].</p>"
    )


@pytest.mark.parametrize(
    "longer",
    ["全微分", "微分法", "微分ルール", "微分する", "微分した", "微分できる", "ReLU6"],
)
def test_a_part_of_a_longer_japanese_word_is_no_mention(
    longer: str, shown: Shown
) -> None:
    assert shown(f"<p>{longer}、微分、ReLUは</p>") == (
        f"<p>{longer}、[微分]、[ReLU]は</p>"
    )


@pytest.mark.parametrize("longer", ["antiderivative", "derivative-free", "biased"])
def test_a_part_of_a_longer_english_word_is_no_mention(
    longer: str, shown: Shown
) -> None:
    assert shown(f"<p>{longer}</p>", "en") == f"<p>{longer}</p>"


def test_an_english_plural_or_capital_is_a_mention(shown: Shown) -> None:
    text = "<p>Biases and derivatives, the loss function's value.</p>"
    assert shown(text, "en") == (
        "<p>[Biases] and [derivatives], the [loss function]'s value.</p>"
    )


def test_a_common_word_can_go_without(shown: Shown) -> None:
    assert shown("<p>重みと活性値</p>") == "<p>重みと[活性値]</p>"
    text = "<p>A weight, an activation.</p>"
    assert shown(text, "en") == text


def test_a_term_without_a_definition_goes_without(shown: Shown) -> None:
    assert shown("<p>エポック</p>") == "<p>エポック</p>"
    assert shown("<p>Bias</p>", "fr") == "<p>Bias</p>"
    assert glossary.with_hovers("<p>a</p>", [], "ja", "demo", "") == "<p>a</p>"


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("term", REAL, ids=lambda term: term.id)
def test_every_term_of_the_book_has_a_short_definition(
    term: glossary.Term, language: str
) -> None:
    means = term.means(language)
    length = len(means) if language == "ja" else len(means.split())
    assert 0 < length <= LONGEST.get(language, 25), means
    assert not means.endswith(("。", "."))
    assert not re.search(r"[|*_`$<>\[\]]", means), "no Markdown"


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("term", REAL, ids=lambda term: term.id)
def test_the_check_of_the_prose_tells_good_from_bad(
    term: glossary.Term, language: str
) -> None:
    good, bad = (term.examples(language, kind) for kind in ("good", "bad"))

    def wrong(text: str) -> list[tuple[str, str]]:
        found = glossary.wrong_words_of(text, REAL, language)
        return [(each.id, word) for each, word in found]

    assert {text: wrong(text) for text in good if wrong(text)} == {}
    reported = {word for text in bad for id_, word in wrong(text) if id_ == term.id}
    assert reported == set(term.never(language))
    assert all(wrong(text) for text in bad)
    assert bool(good) == bool(bad)
