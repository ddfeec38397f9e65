"""What is done to the HTML of a page."""

import re
from html import unescape

import pytest
from markdown import Markdown

from derivlearn_site.publish.html import (
    ACTIONS,
    copyable_code,
    expect_listings,
    fence,
    finish,
    focusable_code,
    for_search,
    ids,
    in_language,
    label_outputs,
    markdown_with_problems,
    plain_preambles,
    with_bars,
    with_code,
    with_copies,
    with_links,
    without_code,
    wrap_tables,
)

STRINGS = {"output": "Out", "output_stale": "Other", "table": "Table", "copy": "Copy"}
LONG = "x = 'a line that a phone has to scroll sideways'"


def _html(markdown: str) -> str:
    listing = {"name": "*", "class": "highlight", "format": fence}
    return Markdown(
        extensions=["pymdownx.superfences", "attr_list", "tables"],
        extension_configs={"pymdownx.superfences": {"custom_fences": [listing]}},
    ).convert(markdown)


def test_long_code_can_be_reached_by_keyboard() -> None:
    assert '<pre tabindex="0">' in focusable_code(_html(f"```python\n{LONG}\n```"))


def test_code_that_fits_is_no_stop_for_the_keyboard() -> None:
    # 11 characters, many more with their tags and entities.
    html = _html("```python\nx < y > z\n```")
    assert focusable_code(html) == html


def test_each_table_is_a_box_with_a_name_of_its_own() -> None:
    html = wrap_tables(_html("| a |\n|---|\n| 1 |\n\nand\n\n| b |\n|---|\n"), "<T>")
    assert html.count('<table class="dl-table__table">') == 2
    assert 'role="group" aria-label="&lt;T&gt; 1" tabindex="0"' in html
    assert 'aria-label="&lt;T&gt; 2"' in html


def test_an_output_says_what_it_is() -> None:
    html = label_outputs(_html("```{.text .output}\n3\n```"), "In & out", "Other")
    assert '<div class="language-text output highlight"><p class="dl-output">' in html
    assert "In &amp; out</p><pre>" in html


def test_an_output_that_differs_from_the_record_says_so() -> None:
    html = label_outputs(_html("```{.text .output .stale}\n3\n```"), "Out", "Other")
    assert '<p class="dl-output">Other</p>' in html


def test_other_listings_are_no_output() -> None:
    html = _html("```text\n3\n```\n\nA paragraph.\n{ .output }\n")
    assert label_outputs(html, "Out", "Other") == html


def test_a_table_without_headings_has_no_empty_ones() -> None:
    html = wrap_tables(_html("|  |  |\n|---|---|\n| 1 | 2 |\n"), "Table")
    assert "<th" not in html
    assert html.count("<td>") == 2
    html = wrap_tables(_html("|  | b |\n|--:|---|\n| 1 | 2 |\n"), "Table")
    assert re.search(r"<tr>\s*<td[^>]*></td>\s*<th>b</th>\s*</tr>", html)


def test_code_is_taken_out_and_put_back() -> None:
    html = '<p>a</p><pre tabindex="0"><code>b</code></pre><p>c</p><pre>\\1</pre>'
    bare, code = without_code(html)
    assert bare == '<p>a</p><pre tabindex="0"></pre><p>c</p><pre></pre>'
    assert with_code(bare, code) == html


def test_search_finds_code_but_neither_labels_nor_what_came_before() -> None:
    html = (
        '<details class="preamble"><summary>Before</summary><pre>x</pre></details>'
        '<div class="highlight"><pre><code><span class="n">y</span> &lt; 1</code></pre>'
        '<button class="dl-copy" aria-label="Copy"></button></div>'
        '<div class="output"><p class="dl-output">Output</p><pre>2</pre></div>'
    )
    text = re.sub(r"</?(?:div|pre)[^>]*>", "", for_search(html))
    assert text == "y &lt; 12"


def test_a_fence_is_a_listing() -> None:
    html = _html("```{.text .output #out}\na < b\n```")
    assert html == (
        '<div class="language-text output highlight" id="out"><pre><code>'
        "a &lt; b\n</code></pre></div>"
    )
    assert '<span class="k">def</span>' in _html("```python\ndef f(): pass\n```")
    assert "<code>&lt;</code>" in _html("```nosuchlanguage\n<\n```")


def test_each_listing_but_an_output_has_a_button_to_copy_it() -> None:
    html = _html("```python\na\n```\n\n```{.text .output}\n1\n```\n\n```\nb\n```")
    html = copyable_code(html, "<C>")
    assert re.findall(r'<code id="([^"]*)">', html) == ["copy-1", "copy-2"]
    buttons = re.findall(r"<button[^>]*>", html)
    assert len(buttons) == 2
    assert 'data-clipboard-target="#copy-2"' in buttons[1]
    assert 'title="&lt;C&gt;" aria-label="&lt;C&gt;"' in buttons[0]


def test_what_has_the_colour_of_all_text_is_not_marked() -> None:
    html = _html("```python\nfor a in (1, b):\n    a + b\n```")
    marked = re.findall(r'<span class="(\w+)">([^<]*)</span>', html)
    assert marked == [("k", "for"), ("ow", "in"), ("mi", "1")]
    assert "(<span" in html


def test_copying_a_cell_copies_its_program() -> None:
    program = "a = \"<1>\"\nb = '&'\n"
    html = with_copies(_html("```{.python #block-1}\nb\n```"), {"block-1": program})
    (copy,) = re.findall(r'data-copy="([^"]*)"', html)
    assert "\n" not in copy
    assert unescape(copy) == program


def test_what_comes_before_a_block_has_no_colours() -> None:
    code = '<code><span class="n">a</span> &lt; 1</code>'
    before = f'<details class="preamble"><summary>B</summary>{code}</details>'
    assert plain_preambles(f"{before}{code}") == (
        '<details class="preamble"><summary>B</summary><code>a &lt; 1</code></details>'
        f"{code}"
    )


def test_a_program_without_a_listing_is_an_error() -> None:
    with pytest.raises(ValueError, match="block-2"):
        expect_listings(_html("```{.python #block-1}\nb\n```"), ["block-2"], where="a")


def test_finish_does_it_all() -> None:
    html = finish(
        _html(f"```{{.text .output}}\n{LONG}\n```\n\n| a |\n|---|\n"), STRINGS
    )
    assert '<p class="dl-output">Out</p><pre tabindex="0">' in html
    assert 'aria-label="Table 1"' in html


def test_links_to_pages_are_resolved() -> None:
    html = _html("[a](linear.md#top) [b](https://e.org/a.md) [c](a.svg)")
    resolved = with_links(html, lambda target: f"<{target}>")
    assert '<a href="&lt;linear.md#top&gt;">' in resolved
    assert '<a href="https://e.org/a.md">' in resolved
    assert '<a href="a.svg">' in resolved


def test_ids_are_found_wherever_they_are() -> None:
    assert ids('<h2 id="a">A</h2><p><a id="b"></a></p>') == {"a", "b"}


def test_a_page_shows_its_problems_and_no_include() -> None:
    text = markdown_with_problems('# A\n```python\n--8<-- "x"\n```', ["a.md:3: <x>"])
    fence = "    " + "`" * 12
    assert text.splitlines() == [
        *('!!! warning ""', f"{fence}text", "    a.md:3: <x>", fence, ""),
        *("# A", "```python", "```"),
    ]


def test_only_a_block_that_can_be_checked_has_the_button_for_it() -> None:
    listings = _html("```{.python #block-1}\na\n```\n\n```{.python #block-2}\nb\n```")
    keys = {"block-1": "a.py:a", "block-2": "a.py:b"}
    texts = {action: f"<{action}>" for action in ACTIONS}
    first, second = with_bars(listings, keys, {"block-2"}, texts).split("block-2", 1)
    assert 'data-do="run">&lt;run&gt;' in first
    assert "check" not in first
    assert 'data-do="check">&lt;check&gt;' in second


def test_a_section_in_another_language_says_so_and_the_next_one_does_not() -> None:
    page = (
        '<p>0</p><h1 id="a">A</h1><p>1</p><h2 id="b">B</h2><p>2</p><h2 id="c">C</h2>3'
    )
    assert in_language(page, {"b"}, "ja") == (
        '<p>0</p><h1 id="a">A</h1><p>1</p>'
        '<h2 id="b" lang="ja">B</h2><div lang="ja"><p>2</p></div><h2 id="c">C</h2>3'
    )
    assert in_language(page, set(), "ja") == page
    assert in_language("<p>0</p>", {"b"}, "ja") == "<p>0</p>"
