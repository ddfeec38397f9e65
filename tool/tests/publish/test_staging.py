"""A page is staged as Markdown that shows the same with every generator."""

import re
from collections.abc import Sequence

import pytest

from conftest import EXERCISE_PAGE, FIGURE, PAGE
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.publish import staging
from derivlearn_site.publish.jupyter import Output
from derivlearn_site.translation import drift
from derivlearn_site.translation.drift import State
from shown import language_of, show

ROOT_LINE = PAGE.splitlines().index("## Root { #root }") + 1
SVG = '<figure><svg\n  aria-label="*a*">\n\n    <text>_b_</text></svg></figure>'


def staged(
    book: Settings,
    text: str = PAGE,
    fresh: staging.Printed | None = None,
    put_out: Sequence[Sequence[Output]] = (),
    states: Sequence[State] = (),
) -> str:
    read = page.parse(text, book.docs / "en" / "demo.md", book)
    assert read.problems == []
    strings = language_of(book, "en").strings
    return staging.stage(
        read, strings, fresh=fresh or {}, put_out=put_out, states=states
    )


def test_code_and_output_take_the_place_of_their_includes(book: Settings) -> None:
    text = staged(book)
    assert "--8<--" not in text
    assert "description" not in text
    assert (
        "Twice four:\n\n"
        '```{.python #block-2 key="demo/double.py:use" before="2"}\n'
        "def double(x):\n    return 2 * x\ny = double(4)\nprint(y)\n```\n\n"
        "```{.text .output}\n8\n```\n" in text
    )


def test_a_block_that_needs_nothing_has_nothing_before_it(book: Settings) -> None:
    text = staged(book)
    assert '```{.python #block-1 key="demo/double.py:double"}\ndef double' in text


def test_a_fence_inside_an_answer_keeps_its_indentation(book: Settings) -> None:
    text = staged(book)
    start = text.index("??? answer")
    inner = text[start:].splitlines()[1:]
    assert inner[0].startswith('    ```{.python #block-3 key="demo/double.py:root" be')
    assert inner[1] == "    import math"
    assert all(line.startswith("    ") for line in inner if line)
    assert "\n    print(math.sqrt(y * 2))\n    ```\n" in text


def test_a_page_shows_its_blocks_and_nothing_else_that_is_marked(
    book: Settings,
) -> None:
    html = show(book, staged(book)).html
    assert re.findall(r' id="(block-\d)"', html) == ["block-1", "block-2", "block-3"]
    assert html.count('<details class="preamble"') == 2
    assert html.count('class="dl-output"') == 2
    assert '<details class="answer">' in html
    assert "```" not in html


def test_an_output_that_has_changed_is_shown_and_marked(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    text = staged(book, fresh={path: {"use": "9\n", "root": "4.0\n"}})
    assert "```{.text .output .stale}\n9\n```" in text
    assert "    ```{.text .output}\n    4.0\n    ```" in text


def test_the_hints_of_an_exercise_are_folded_below_it(exercise: Settings) -> None:
    text = staged(exercise, EXERCISE_PAGE)
    assert re.search(
        r'```{.python #block-2 key="demo/triple.py:start"(?: before="\d+")? check="1"}',
        text,
    )
    assert (
        "def triple(x):\n    return x\n```\n\n"
        '<div class="dl-hints" markdown="1">\n\n'
        '??? hint "Hint 1"\n\n    Add $x$ again.\n\n'
        '??? hint "Hint 2"\n\n    `x + x` is two of them.\n\n'
        "</div>\n" in text
    )
    assert "hint:" not in text


def test_the_addresses_are_those_of_the_settings(book: Settings) -> None:
    book.config["repo_url"] = "https://example.org/source"
    text = PAGE.replace("Twice four:", "```console\n$ git clone {{ repo_url }}\n```")
    assert "$ git clone https://example.org/source\n" in staged(book, text)


def test_a_figure_is_drawn_in_its_place(dot: Settings) -> None:
    text = staged(dot, PAGE.replace("Twice four:", FIGURE))
    assert '<figure class="dl-figure" id="figure-dot">\n<svg' in text
    assert "<figcaption>C</figcaption>\n</figure>" in text
    assert "```figure" not in text


def test_a_figure_that_cannot_be_drawn_is_named_with_its_line(book: Settings) -> None:
    figure = "```figure\nfigure: nowhere\nalt: A\ncaption: C\n```"
    with pytest.raises(SourceError, match=r"demo\.md:11: .*nowhere"):
        staged(book, PAGE.replace("Twice four:", figure))


def test_tex_in_a_caption_is_named_with_its_line(dot: Settings) -> None:
    figure = FIGURE.replace("caption: C", "caption: a step $\\Delta x$")
    with pytest.raises(SourceError, match=r"demo\.md:11: .*Delta x"):
        staged(dot, PAGE.replace("Twice four:", figure))


def test_a_page_shows_its_problems_and_no_include() -> None:
    text = staging.with_problems('# A\n```python\n--8<-- "x"\n```', ["a.md:3: <x>"])
    fence = "    " + "`" * 12
    assert text.splitlines() == [
        *('!!! warning ""', f"{fence}text", "    a.md:3: <x>", fence, ""),
        *("# A", "```python", "```"),
    ]


def test_what_stands_for_the_terms_and_the_languages_is_filled_in(
    book: Settings,
) -> None:
    (book.docs / "glossary.yml").write_text("slope: {ja: 傾き, en: slope}\n")
    for place, first in (
        ("| a | b | c | d |\n|---|---|---|---|\n<!-- glossary -->", "| <span id="),
        ("<!-- translation -->", "Page | Behind"),
    ):
        text = staged(book, PAGE.replace("Twice four:", place))
        assert first in text
        assert "<!--" not in text


def _state(id_: str, state: str, change: str = "") -> State:
    lines = {"demo": 5, "root": ROOT_LINE}
    return State(id_, state, lines[id_], change)


def test_a_section_in_step_says_nothing(book: Settings) -> None:
    states = [_state("demo", "fresh"), _state("root", "missing")]
    assert staged(book, states=states) == staged(book)


def test_a_section_whose_original_has_changed_says_so_with_the_change(
    book: Settings,
) -> None:
    change = "--- a\n+++ b\n@@ -1,4 +1,4 @@\n <x>\n \n\n-*old*\n+    `new`\n"
    shown = show(book, staged(book, states=[_state("root", "stale", change)]))
    [notice] = re.findall("<aside.*?</aside>", shown.html, re.DOTALL)
    assert "data-search-exclude" in notice
    assert "<p>Behind.</p><details><summary>Changed &amp; so</summary>" in notice
    diff = re.sub("<[^>]+>", "", notice.partition("</summary>")[2])
    assert (
        diff.replace("&#10;", "\n").replace("&lt;", "<").replace("&gt;", ">") == change
    )
    heading, after = shown.html.split(notice)
    assert heading.rstrip().endswith("</h2>")
    assert after.lstrip().startswith("<details")
    assert "lang=" not in shown.html


def test_a_section_that_is_not_translated_yet_says_in_which_language_it_is(
    book: Settings,
) -> None:
    states = [_state("demo", "untranslated"), _state("root", "fresh")]
    html = show(book, staged(book, states=states)).html
    before, after = html.split("<h2")
    assert re.match(r'<h1 id="demo" lang="ja">|<h1 lang="ja" id="demo">', before)
    notice, section = before.split("</aside>")
    assert "<p>Not yet.</p>" in notice
    assert "<details>" not in notice
    assert "<p>Twice four:</p>" in section
    assert section.count('<div lang="ja">') == before.count(' lang="ja"') - 1 == 1
    assert section.rstrip().endswith("</div>")
    assert section.count("<div") == section.count("</div>")
    assert "lang=" not in after


def test_all_of_a_section_not_translated_is_in_the_language_of_the_original(
    book: Settings,
) -> None:
    states = [_state("demo", "untranslated"), _state("root", "untranslated")]
    html = show(book, staged(book, states=states)).html
    first, last = html.split('<div lang="ja">')[1:]
    assert "block-1" in first
    assert "block-2" in first
    assert '<details class="answer">' in last
    assert "block-3" in last
    assert html.rstrip().endswith("</div>")
    assert html.count("<div") == html.count("</div>")


def test_sections_stand_to_the_original_as_drift_says(book: Settings) -> None:
    original, own = (page.read(book.docs / c / "demo.md", book) for c in ("ja", "en"))
    html = show(book, staged(book, states=drift.states(original, own))).html
    assert html.count('<aside class="dl-notice"') == len(original.headings)


PRINTED = [
    [],
    [Output("text", "8\n")],
    [Output("html", SVG), Output("text", "4.0\n")],
]


def test_a_notebook_shows_what_its_cells_put_out(book: Settings) -> None:
    text = staged(book, put_out=PRINTED)
    assert text.count("```{.text .output}\n8\n```") == 1
    assert text.count("    ```{.text .output}\n    4.0\n    ```") == 1
    assert ".stale" not in text


@pytest.mark.parametrize("place", ["in an answer", "on the page"])
def test_html_that_a_cell_shows_is_shown_whole(book: Settings, place: str) -> None:
    text = PAGE
    if place == "on the page":
        answer = text.index('??? answer "Answer"\n')
        head, inner = text[:answer], text[answer:].partition("\n")[2]
        text = head + re.sub("^    ", "", inner, flags=re.MULTILINE)
    html = show(book, staged(book, text, put_out=PRINTED)).html
    assert html.count(f"<div>{SVG}</div>") == 1
    assert f"<p><div>{SVG}" not in html
    assert html.index("block-3") < html.index(SVG) < html.rindex("dl-output")


def test_a_table_that_a_cell_shows_is_in_a_box(book: Settings) -> None:
    table = "<table>\n<tr><td>*1*</td></tr>\n</table>"
    put_out = [[Output("html", table)], *PRINTED[1:]]
    html = show(book, staged(book, put_out=put_out)).html
    assert '<div class="dl-table" role="group" aria-label="Table" tabindex="0">' in html
    assert "\n<tr><td>*1*</td></tr>\n</table></div></div>" in html


def test_what_a_cell_printed_other_than_recorded_is_marked(book: Settings) -> None:
    put_out = [[], [Output("text", "9\n")], PRINTED[2]]
    assert "```{.text .output .stale}\n9\n```" in staged(book, put_out=put_out)


def test_what_a_cell_printed_though_nothing_is_recorded_is_shown_and_marked(
    book: Settings,
) -> None:
    put_out = [[Output("text", "<function>\n")], *PRINTED[1:]]
    text = staged(book, put_out=put_out)
    assert "    return 2 * x\n```\n\n```{.text .output .stale}\n<function>\n```" in text
