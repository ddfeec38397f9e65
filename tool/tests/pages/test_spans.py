"""What stands within lines is found once, with its line, for all who ask."""

import pytest

from derivlearn_site.pages.spans import List, Span, Spans, Table


def spans(text: str) -> Spans:
    return Spans(list(enumerate(text.split("\n"), 1)))


def test_code_and_formulas_are_found_with_their_lines() -> None:
    found = spans("`a` and $x_1$\n\n$$\n\\frac{1}{2}\n$$\n\nthen `b`, $y$.")
    assert found.code == [Span(1, "a"), Span(7, "b")]
    assert found.formulas == [Span(1, "x_1"), Span(7, "y")]
    assert found.displays == [Span(3, "\n\\frac{1}{2}\n")]


@pytest.mark.parametrize(
    "link",
    ["[a](b.md#c)", '[a](b.md#c "a title")', "**[`code`](b.md#c)**", "![a](b.md#c)"],
)
def test_a_link_is_where_it_leads(link: str) -> None:
    assert spans(f"See {link}.").links == [Span(1, "b.md#c")]


@pytest.mark.parametrize("text", ["`[a](b.md)`", "$f[a](x)$", "$$\n[a](b)\n$$"])
def test_what_is_verbatim_holds_no_link(text: str) -> None:
    assert spans(text).links == []


def test_the_text_is_what_is_read() -> None:
    text = (
        'See [the **slope**](a.md#b){ .wide } of `f`, $x$ <span lang="en">here</span>'
    )
    [(line, read)] = spans(text).text
    assert line == 1
    assert read.split() == ["See", "[the", "**slope**", "of", ",", "here"]


def test_a_table_ends_with_its_last_row() -> None:
    text = "| a | b |\n|---|---|\n| `|` | \\| |\n\n| c |\ntext\n| d | e |"
    assert spans(text).tables == [
        Table(((1, 2), (2, 2), (3, 2))),
        Table(((5, 1),)),
        Table(((7, 2),)),
    ]
    assert (spans(text).tables[0].line, spans(text).tables[0].columns) == (1, 2)


def test_a_list_goes_on_over_what_is_indented() -> None:
    text = "- a\n  more\n\n- b\n\ntext\n1. c\n2. d"
    assert spans(text).lists == [List(1, 2), List(7, 2)]


def test_what_is_shown_has_code_and_formulas_but_no_targets_of_links() -> None:
    lines = [(3, "It is [0.125](https://doi.org/10.24432) of `0.5`, or $0.25$.")]
    assert Spans(lines).shown == [(3, "It is [0.125]  of `0.5`, or $0.25$.")]
