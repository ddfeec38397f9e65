"""The first mention of a term in running text leads to what it means."""

import re
from xml.etree import ElementTree as ET

import pytest
from markdown import Markdown
from markdown.serializers import to_html_string

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import glossary
from derivlearn_site.publish.extension import header
from derivlearn_site.publish.hovers import Hovers
from shown import HERE, show

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


class Linked:
    """Links the terms of a page, and writes those that have a link as [term]."""

    def __init__(self, terms: list[glossary.Term]) -> None:
        """Keep the terms."""
        self.terms = terms

    def html(self, html: str, language: str = "ja", slug: str = "demo") -> str:
        """Return a page with its links."""
        hovers = Hovers(Markdown(), self.terms)
        hovers.begin(language, slug, "glossary.md")
        xml = re.sub("(<img [^>]*)>", r"\1/>", html)
        root = ET.fromstring(f"<div>{xml}</div>")  # noqa: S314
        hovers.run(root)
        return to_html_string(root).removeprefix("<div>").removesuffix("</div>")

    def __call__(self, html: str, language: str = "ja", slug: str = "demo") -> str:
        """Return a page whose terms with a definition stand in brackets."""
        html = self.html(html, language, slug)
        return re.sub(r'<a class="dl-term"[^>]*>([^<]*)</a>', r"[\1]", html)


@pytest.fixture
def terms(book: Settings) -> Settings:
    """Give the book its terms."""
    (book.docs / "glossary.yml").write_text(HOVERS, encoding="utf-8")
    return book


@pytest.fixture
def linked(terms: Settings) -> Linked:
    """Return how a page shows its terms: each that shows its definition in [ ]."""
    return Linked(glossary.read(terms))


def test_a_term_links_to_its_entry_and_says_nothing_more(
    linked: Linked,
) -> None:
    assert linked.html("<p>損失関数の値</p>") == (
        '<p><a class="dl-term" href="glossary.md#loss">損失関数</a>の値</p>'
    )
    assert 'href="glossary.md#bias">bias</a>' in linked.html("<p>A bias.</p>", "en")


def test_only_the_first_mention_on_a_page_shows_the_definition(linked: Linked) -> None:
    text = "<p>導関数と導関数</p><h2>次</h2><ul><li>導関数と損失関数</li></ul>"
    assert linked(text) == (
        "<p>[導関数]と導関数</p><h2>次</h2><ul><li>導関数と[損失関数]</li></ul>"
    )


def test_terms_are_linked_in_the_order_of_the_text(linked: Linked) -> None:
    text = (
        "<p>損失関数、導関数、<em>バイアス、損失関数</em>とバイアス、出力層、"
        "<code>微分</code>と微分、偏微分</p><p>ReLU<br />微分</p>"
    )
    assert linked(text) == (
        "<p>[損失関数]、[導関数]、<em>[バイアス]、損失関数</em>とバイアス、[出力層]、"
        "<code>微分</code>と[微分]、[偏微分]</p><p>[ReLU]<br>微分</p>"
    )


def test_one_name_of_a_term_stands_for_all(linked: Linked) -> None:
    assert linked("<p>レルー（ReLU）</p>") == "<p>[レルー]（ReLU）</p>"
    text = "<p>The last layer, or output layer.</p>"
    assert linked(text, "en") == "<p>The [last layer], or output layer.</p>"


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
        "<details><summary>導関数</summary></details>",
        '<p class="admonition-title">導関数</p>',
        '<p><img alt="a &gt; b 導関数" src="x"></p>',
        "導関数",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(html: str, linked: Linked) -> None:
    assert linked(html) == html
    assert linked(f"{html}<p>導関数</p>") == f"{html}<p>[導関数]</p>"


@pytest.mark.parametrize(
    "markdown",
    [
        "## 導関数 { #a }",
        "[その*導関数*](x.md)",
        "`導関数`",
        "```python\n導関数\n```",
        "$\\text{導関数}$",
        "| 導関数 |\n|---|\n| 導関数 |",
        '!!! note "導関数"\n\n    文',
        '??? note "導関数"\n\n    文',
        '<div title="導関数">導関数</div>',
        "![導関数](x.svg)",
    ],
)
def test_what_markdown_makes_no_running_text_of_stays_as_it_is(
    markdown: str, terms: Settings
) -> None:
    html = show(terms, f"{HERE}\n{markdown}\n").html
    assert "dl-term" not in html
    html = show(terms, f"{HERE}\n{markdown}\n\n- 次の導関数\n").html
    assert html.count("dl-term") == 1
    assert '<li>次の<a class="dl-term"' in html


def test_a_page_that_explains_a_term_does_not_send_its_reader_away(
    linked: Linked,
) -> None:
    assert linked("<p>偏微分</p>", slug="partial") == "<p>偏微分</p>"
    bold = "<p>導関数です。これを<strong>導関数</strong>といいます。</p>"
    assert linked(bold) == bold
    plural = "<p><strong>Biases</strong> and a bias.</p>"
    assert linked(plural, "en") == plural


def test_the_longest_name_wins(linked: Linked) -> None:
    assert linked("<p>偏微分と微分</p>") == "<p>[偏微分]と[微分]</p>"
    # Not in the longer name either that shows no definition any more.
    text = "<p>A partial derivative, another partial derivative, a derivative.</p>"
    assert linked(text, "en") == (
        "<p>A [partial derivative], another partial derivative, a [derivative].</p>"
    )


@pytest.mark.parametrize(
    "longer",
    ["全微分", "微分法", "微分ルール", "微分する", "微分した", "微分できる", "ReLU6"],
)
def test_a_part_of_a_longer_japanese_word_is_no_mention(
    longer: str, linked: Linked
) -> None:
    assert linked(f"<p>{longer}、微分、ReLUは</p>") == (
        f"<p>{longer}、[微分]、[ReLU]は</p>"
    )


@pytest.mark.parametrize("longer", ["antiderivative", "derivative-free", "biased"])
def test_a_part_of_a_longer_english_word_is_no_mention(
    longer: str, linked: Linked
) -> None:
    assert linked(f"<p>{longer}</p>", "en") == f"<p>{longer}</p>"


def test_an_english_plural_or_capital_is_a_mention(linked: Linked) -> None:
    text = "<p>Biases and derivatives, the loss function's value.</p>"
    assert linked(text, "en") == (
        "<p>[Biases] and [derivatives], the [loss function]'s value.</p>"
    )


def test_a_common_word_can_go_without(linked: Linked) -> None:
    assert linked("<p>重みと活性値</p>") == "<p>重みと[活性値]</p>"
    text = "<p>A weight, an activation.</p>"
    assert linked(text, "en") == text


def test_a_term_without_a_definition_goes_without(linked: Linked) -> None:
    assert linked("<p>エポック</p>") == "<p>エポック</p>"
    assert linked("<p>Bias</p>", "fr") == "<p>Bias</p>"
    assert Linked([])("<p>a</p>") == "<p>a</p>"


def test_a_page_from_which_no_glossary_is_seen_has_no_links(terms: Settings) -> None:
    assert "dl-term" not in show(terms, f"{header('ja', 'demo', '')}\n導関数\n").html


def test_the_terms_are_those_of_the_language_that_the_page_is_written_in(
    terms: Settings,
) -> None:
    text = f"{header('ja', 'demo', '../glossary.md')}\nバイアスとbias\n"
    html = show(terms, text, "en").html
    assert 'href="../glossary.md#bias">バイアス</a>とbias' in html
