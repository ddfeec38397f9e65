"""Each table is in a box with a name, and no empty cell is a heading."""

import re

from derivlearn_site.base.settings import Settings
from derivlearn_site.publish.tables import boxed
from shown import show


def test_each_table_is_a_box_with_a_name_of_its_own(book: Settings) -> None:
    text = "| a |\n|---|\n| 1 |\n\nand\n\n!!! note\n\n    | b |\n    |---|\n    | 2 |\n"
    html = show(book, text).html
    tables = re.findall(r"<div [^>]*><table[^>]*>", html)
    assert [sorted(re.findall(r'[-\w]+="[^"]*"', table)) for table in tables] == [
        sorted(
            [
                f'aria-label="Table {number}"',
                'class="dl-table"',
                'class="dl-table__table"',
                'role="group"',
                'tabindex="0"',
            ]
        )
        for number in (1, 2)
    ]
    assert "</table></div>\n<p>and</p>" in html


def test_a_table_without_headings_has_no_empty_ones(book: Settings) -> None:
    html = show(book, "|  |  |\n|---|---|\n| 1 | 2 |\n").html
    assert "<th" not in html
    assert html.count("<td>") == 2
    html = show(book, "|  | b |\n|--:|---|\n| 1 | 2 |\n").html
    assert re.search(r"<tr>\s*<td[^>]*></td>\s*<th>b</th>\s*</tr>", html)


def test_a_heading_that_is_a_formula_is_a_heading(book: Settings) -> None:
    html = show(book, "| $x$ | `y` |\n|---|---|\n| 1 | 2 |\n").html
    assert html.count("<th>") == 2


def test_a_table_that_is_html_already_is_put_into_the_same_box() -> None:
    assert boxed('<table border="1"><tr></tr></table>', "<T>") == (
        '<div class="dl-table" role="group" aria-label="&lt;T&gt;" tabindex="0">'
        '<table class="dl-table__table" border="1"><tr></tr></table></div>'
    )
