"""Formulas become MathML, or the build stops."""

import re
from pathlib import Path

import markdown
import pytest

from derivlearn_site.publish.mathml import FormulaError, render

PAGE = "docs/ja/derivative.md"


def page(source: str) -> str:
    html = markdown.markdown(
        source,
        extensions=["pymdownx.arithmatex", "attr_list", "pymdownx.superfences"],
        extension_configs={"pymdownx.arithmatex": {"generic": True}},
    )
    return render(html, where=PAGE)


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
def test_a_formula_becomes_mathml(tex: str, expected: str) -> None:
    assert expected in page(f"式${tex}$です")
    assert expected in page(f"$$\n{tex}\n$$")


def test_limits_stand_below_in_a_formula_of_its_own() -> None:
    html = page("$$\n\\lim_{\\Delta x \\to 0} \\sum_{i=0}^{n-1} x_i\n$$")
    assert "<munder>" in html
    assert "<munderover>" in html


def test_aligned_lines_have_right_and_left_columns() -> None:
    html = page("$$\n\\begin{aligned} y &= 2x \\\\ &= 6 \\end{aligned}\n$$")
    assert html.count("<mtr>") == 2
    assert re.findall(r"text-align: (\w+)", html) == ["right", "left"] * 2


@pytest.mark.parametrize("name", ["bmatrix", "pmatrix", "cases"])
def test_a_table_of_numbers_becomes_a_table(name: str) -> None:
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
def test_a_formula_that_cannot_be_shown_names_itself_and_its_page(tex: str) -> None:
    with pytest.raises(FormulaError) as error:
        page(f"$$\n{tex}\n$$")
    assert PAGE in str(error.value)
    assert tex in str(error.value)


@pytest.mark.parametrize(
    "source",
    [
        "文 $ x$ です",
        "文\n$$\nx\n$$\n文",
        r"文 \frac{1}{2} です",
        r"文 \\(x です",
    ],
)
def test_tex_left_in_the_text_is_an_error(source: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(PAGE)):
        page(source)


def test_code_may_hold_dollars_and_backslashes() -> None:
    html = page("`$x$` と `\\frac`\n\n```text\n$$ \\n $$\n```\n")
    assert "$x$" in html


def test_a_price_is_not_a_formula() -> None:
    assert "$5" in page("It costs $5 a month.")


def test_a_formula_in_a_heading_is_an_error() -> None:
    with pytest.raises(FormulaError, match="heading"):
        page("## 増分$\\Delta x$ { #increment }")


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
def test_punctuation_stays_with_its_formula(source: str, kept: str) -> None:
    assert kept in page(source)


def test_a_gap_stands_between_kana_and_a_formula_but_not_before_punctuation() -> None:
    html = page("傾き$a$、切片$b$は")
    assert re.findall('class="formula(.*?)"', html) == [
        " formula--gap-before",
        " formula--gap-before formula--gap-after",
    ]


def test_a_wide_formula_is_reached_by_the_keyboard_and_has_a_name() -> None:
    html = render('<div class="arithmatex">\\[\nx\n\\]</div>', where=PAGE, label="数式")
    assert 'tabindex="0"' in html
    assert 'role="group" aria-label="数式"' in html


def test_a_line_may_break_between_two_formulas_that_touch() -> None:
    assert page("$x$、$y$、$z$").count("<wbr>") == 2
    assert "<wbr>" not in page("$x$や$y$")
    assert "<wbr>" not in page("\n\n$$\nx\n$$\n\n$y$")


def test_search_reads_formulas_of_one_line_only() -> None:
    assert "data-search-exclude" not in page(r"増分$\Delta x$です")
    assert "data-search-exclude" in page(r"比$\frac{a}{b}$です")
    assert "data-search-exclude" in page("$$\nx\n$$")


def test_a_page_without_formulas_is_left_as_it_is() -> None:
    html = Path(__file__).name
    assert render(html, where=PAGE) == html
