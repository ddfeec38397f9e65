"""Listings are right the first time: code, label, button, bar and what comes before."""

import re

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.publish.listings import OFTEN, SELDOM, Listings
from shown import show

LONG = "x = 'a line that a phone has to scroll sideways'"
STRINGS = {
    "output": "In & out",
    "output_stale": "Other",
    "preamble": "<Before>",
    "copy": "<C>",
}
RUNNER = {action: f"<{action}>" for action in (*OFTEN, *SELDOM)}


@pytest.fixture
def listings() -> Listings:
    return Listings(STRINGS, RUNNER)


def test_a_fence_is_a_listing(book: Settings) -> None:
    html = show(book, "```{.text .output #out}\na < b\n```").html
    assert html == (
        '<div class="language-text output highlight" id="out">'
        '<p class="dl-output" data-search-exclude>Output</p>'
        "<pre><code>a &lt; b\n</code></pre></div>"
    )
    html = show(book, "```python\ndef f(): pass\n```").html
    assert html.startswith('<div class="language-python highlight"><pre><code id=')
    assert '<span class="k">def</span>' in html
    assert "&lt;</code>" in show(book, "```nosuchlanguage\n<\n```").html


def test_long_code_can_be_reached_by_keyboard(book: Settings) -> None:
    assert '<pre tabindex="0">' in show(book, f"```python\n{LONG}\n```").html
    output = show(book, f"```{{.text .output}}\n{LONG}\n```").html
    assert '</p><pre tabindex="0">' in output


def test_code_that_fits_is_no_stop_for_the_keyboard(book: Settings) -> None:
    # 11 characters, many more with their tags and entities.
    html = show(book, "```python\nx < y > z\n```").html
    assert "<pre><code" in html


def test_an_output_says_what_it_is(listings: Listings) -> None:
    html = listings.write("3", "text", ["output"], "", {})
    assert html.startswith('<div class="language-text output highlight"><p class="dl-')
    assert ">In &amp; out</p><pre>" in html


def test_an_output_that_differs_from_the_record_says_so(listings: Listings) -> None:
    html = listings.write("3", "text", ["output", "stale"], "", {})
    assert ">Other</p>" in html
    assert "In &amp; out" not in html


def test_other_listings_are_no_output(book: Settings) -> None:
    html = show(book, "```text\n3\n```\n\nA paragraph.\n{ .output }\n").html
    assert "dl-output" not in html


def test_each_listing_but_an_output_has_a_button_to_copy_it(
    listings: Listings,
) -> None:
    html = (
        listings.write("a", "python", [], "", {})
        + listings.write("1", "text", ["output"], "", {})
        + listings.write("b", "", [], "", {})
    )
    assert re.findall(r'<code id="([^"]*)">', html) == ["copy-1", "copy-2"]
    buttons = re.findall(r"<button[^>]*>", html)
    assert len(buttons) == 2
    assert 'data-clipboard-target="#copy-2"' in buttons[1]
    assert 'title="&lt;C&gt;" aria-label="&lt;C&gt;"' in buttons[0]


def test_each_page_counts_its_listings_from_one(book: Settings) -> None:
    for _ in range(2):
        assert 'id="copy-1"' in show(book, "```python\na\n```").html


def test_what_has_the_colour_of_all_text_is_not_marked(book: Settings) -> None:
    html = show(book, "```python\nfor a in (1, b):\n    a + b\n```").html
    marked = re.findall(r'<span class="(\w*)">([^<]*)</span>', html)
    assert marked == [("k", "for"), ("ow", "in"), ("mi", "1")]
    assert "(<span" in html


def test_what_comes_before_a_block_is_folded_above_it_and_has_no_colours(
    listings: Listings,
) -> None:
    html = listings.write("a = 1 < 2\n\nb = 3", "python", [], "b-1", {"before": "2"})
    before, after = html.split("</details>\n")
    assert before.startswith(
        '<details class="preamble" data-search-exclude>'
        "<summary>&lt;Before&gt;</summary>"
        '<div class="language-python highlight"><pre><code id="copy-1">'
        "a = 1 &lt; 2\n\n</code></pre><button"
    )
    assert "<span" not in before
    assert after.startswith('<div class="language-python highlight" id="b-1">')
    assert re.sub("<[^>]*>", "", after).strip() == "b = 3"


def test_a_block_that_needs_nothing_has_nothing_folded(listings: Listings) -> None:
    assert "<details" not in listings.write("a", "python", [], "b-1", {"key": "k"})


def test_only_what_has_a_key_has_the_buttons_of_the_runner(listings: Listings) -> None:
    attributes = {"key": 'a.py:"a"'}
    html = listings.write("a", "python", [], "block-1", attributes)
    assert '"><div class="dl-bar" hidden data-search-exclude' in html
    assert 'data-for="block-1" data-key="a.py:&quot;a&quot;">' in html
    assert '<span role="status"></span></div><pre' in html
    done = re.findall(r'data-do="(\w+)">&lt;(\w+)&gt;<', html)
    some = {"check", "steps"}
    assert done == [(each, each) for each in (*OFTEN, *SELDOM) if each not in some]
    assert "dl-bar" not in listings.write("a", "python", [], "block-1", {})


def test_only_a_block_that_can_be_checked_has_the_button_for_it(
    book: Settings,
) -> None:
    first, second = (
        '```{.python #block-1 key="a.py:a"}\na\n```',
        '```{.python #block-2 key="a.py:b" check="1"}\nb\n```',
    )
    for action in ("check", "hint"):
        assert f'data-do="{action}"' not in show(book, first).html
        assert f'data-do="{action}"' in show(book, second).html


def test_only_a_block_whose_steps_are_known_has_the_button_for_them(
    book: Settings,
) -> None:
    block = '```{.python #block-1 key="a.py:a"}\na\n```'
    assert 'data-do="steps"' not in show(book, block).html
    known = block.replace("}", ' steps="1"}')
    assert 'data-do="steps"' in show(book, known).html


def test_a_fragment_stands_as_it_is_wherever_it_stands(book: Settings) -> None:
    lines = "<div>a *b*", "", "    <i\n    title='_c_'>&amp;</i></div>"
    html = "\n".join(lines)
    text = f"```{{.html .fragment}}\n{html}\n```"
    assert show(book, text).html == html
    inner = text.replace("\n", "\n    ")
    assert f"\n{html}\n" in show(book, f"??? answer\n\n    {inner}\n").html
