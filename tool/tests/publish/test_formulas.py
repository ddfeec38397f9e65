"""Formulas become MathML, or the mistake is told."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages.tex import FormulaError, convert
from derivlearn_site.publish.formulas import left_over
from shown import Shown, show

Page = Callable[[str], str]
Show = Callable[[str], Shown]


@pytest.fixture
def shown(book: Settings) -> Show:
    """Return what shows a page of some source, with what is wrong with it."""
    return partial(show, book)


@pytest.fixture
def page(shown: Show) -> Page:
    """Return what makes the HTML of a page without mistakes."""

    def page(source: str) -> str:
        made = shown(source)
        assert made.mistakes == []
        return made.html

    return page


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\frac{\partial C}{\partial b_0}", "<mfrac><mrow><mi>∂</mi><mi>C</mi>"),
        (r"w_{ji}", "<msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub>"),
        (r"w_{00}", "<msub><mi>w</mi><mn>00</mn></msub>"),
        (r"\sigma'(z)", "<mrow><mi>σ</mi><mo>′</mo></mrow>"),
        (r"W^\top", "<msup><mi>W</mi><mi>⊤</mi></msup>"),
        (r"a \odot b", "⊙"),
        (r"a \approx b \ge c \le d", "≈"),
        (r"\hat{y}", '<mover accent="true">'),
        (r"\mathbf{W}", "<mi>𝐖</mi>"),
        (r"\boldsymbol{W}", "<mi>𝑾</mi>"),
        (r"\text{傾き}", "<mtext>傾き</mtext>"),
        (r"0 < x", "<mo>&lt;</mo>"),
        (r"\ln a", "<mi>ln</mi>"),
    ],
)
def test_a_formula_becomes_mathml(tex: str, expected: str, page: Page) -> None:
    assert expected in page(f"式${tex}$です")
    assert expected in page(f"$$\n{tex}\n$$")


def test_limits_stand_below_in_a_formula_of_its_own(page: Page) -> None:
    html = page("$$\n\\lim_{\\Delta x \\to 0} \\sum_{i=0}^{n-1} x_i\n$$")
    assert "<munder>" in html
    assert "<munderover>" in html


def test_aligned_lines_have_right_and_left_columns(page: Page) -> None:
    html = page("$$\n\\begin{aligned} y &= 2x \\\\ &= 6 \\end{aligned}\n$$")
    assert html.count("<mtr>") == 2
    assert re.findall(r"text-align: (\w+)", html) == ["right", "left"] * 2


@pytest.mark.parametrize("name", ["bmatrix", "pmatrix", "cases"])
def test_a_table_of_numbers_becomes_a_table(name: str, page: Page) -> None:
    html = page(f"$$\n\\begin{{{name}}} a & b \\\\ c & d \\end{{{name}}}\n$$")
    assert html.count("<mtd") == 4


@pytest.mark.parametrize(
    "tex",
    [
        r"\fraction{1}{2}",
        r"\frac{1}",
        r"\left( x",
        "{a",
        "x^2^3",
        r"\begin{alined} a \end{alined}",
        r"\begin{aligned} a",
    ],
)
def test_a_formula_that_cannot_be_shown_is_named_and_stands_there_as_tex(
    tex: str, shown: Show
) -> None:
    with pytest.raises(FormulaError) as error:
        convert(tex, display=True)
    assert error.value.tex == tex
    for source in (f"$$\n{tex}\n$$", f"a ${tex}$ b"):
        made = shown(source)
        [mistake] = made.mistakes
        assert mistake.tex == tex
        assert tex in str(mistake)
        assert f"<code>{tex}</code>" in made.html


def test_each_mistake_of_a_page_is_told(shown: Show) -> None:
    made = shown("$x^2^3$と$y$、\n\n- $\\nosuch$\n- $ z$\n")
    assert [each.tex for each in made.mistakes] == ["x^2^3", "\\nosuch", "$ z$"]
    assert "<mi>y</mi>" in made.html


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("文 $ x$ です", "文 $ x$ です"),
        ("文\n$$\nx\n$$\n文", "$$\nx\n$$\n文"),
        (r"文 \frac{1}{2} です", r"文 \frac{1}{2} です"),
        (r"文 \\(x です", r"文 \\(x です"),
        ("一行\n*二*行の \\frac で`三`行", "行の \\frac で"),
        ("<b>太字</b>の \\frac で", "の \\frac で"),
        ('!!! note "題の \\frac"\n\n    文', "題の \\frac"),
        ("| $ x$ |\n|---|\n| 1 |\n", "$ x$"),
    ],
)
def test_tex_left_in_the_text_is_a_mistake_that_says_where(
    source: str, told: str, shown: Show
) -> None:
    [mistake] = shown(source).mistakes
    assert "was not taken for a formula" in mistake.message
    assert mistake.tex == told
    assert told in source.replace("*", "")


def test_tex_left_over_in_a_text_that_is_no_page_is_found() -> None:
    assert left_over("A caption with ∆x, $5.") is None
    mistake = left_over("a $\\Delta x$")
    assert mistake
    assert "`\\Delta`" in mistake.message or "`$\\Delta x$`" in mistake.message


def test_code_may_hold_dollars_and_backslashes(page: Page) -> None:
    html = page("`$x$` と `\\frac`\n\n```text\n$$ \\n $$\n```\n")
    assert "$x$" in html


def test_a_price_is_not_a_formula(page: Page) -> None:
    assert "$5" in page("It costs $5 a month.")


@pytest.mark.parametrize("level", range(1, 7))
def test_a_formula_in_a_heading_is_a_mistake(level: int, shown: Show) -> None:
    source = f"{'#' * level} 増分$\\Delta x$ {{ #increment }}"
    [mistake] = shown(source).mistakes
    assert "heading" in mistake.message
    assert mistake.tex == "\\Delta x"
    assert mistake.in_heading


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("値$x$、次", "</math>、</span>"),
        ("値$x$です", "</math></span>で"),
        ("点（$x$）。", '<span class="formula">（<math>'),
        ("The value $x$, then", "</math>,</span> then"),
        ('called "$x$".', 'called <span class="formula">"<math><mi>x</mi></math>".'),
    ],
)
def test_punctuation_stays_with_its_formula(source: str, kept: str, page: Page) -> None:
    assert kept in page(source)


def test_a_gap_stands_between_kana_and_a_formula_but_not_before_punctuation(
    page: Page,
) -> None:
    html = page("傾き$a$、切片$b$は")
    assert re.findall('class="formula(.*?)"', html) == [
        " formula--gap-before",
        " formula--gap-before formula--gap-after",
    ]


def test_a_wide_formula_is_reached_by_the_keyboard_and_has_a_name(page: Page) -> None:
    [box] = re.findall("<div [^>]*>", page("$$\nx\n$$"))
    attributes = ['aria-label="Formula"', 'role="group"', 'tabindex="0"']
    assert all(each in box for each in attributes)


def test_a_line_may_break_between_two_formulas_that_touch(page: Page) -> None:
    assert page("$x$、$y$、$z$").count("<wbr>") == 2
    assert "</span><wbr><span" in page("$x$、$y$")
    assert "<wbr>" not in page("$x$や$y$")
    assert "<wbr>" not in page("**$x$** $y$")
    assert "<wbr>" not in page("\n\n$$\nx\n$$\n\n$y$")


def test_search_reads_formulas_of_one_line_only(page: Page) -> None:
    assert "data-search-exclude" not in page(r"増分$\Delta x$です")
    assert "data-search-exclude" in page(r"比$\frac{a}{b}$です")
    assert "data-search-exclude" in page("$$\nx\n$$")


def test_a_page_without_formulas_is_left_as_it_is(page: Page) -> None:
    assert page("文（です）、ね。") == "<p>文（です）、ね。</p>"
