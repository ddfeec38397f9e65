"""A page becomes Markdown for the site, with everything expanded in its place."""

import pytest

from conftest import EXERCISE_PAGE, PAGE
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.publish import render


def rendered(
    book: Settings, text: str = PAGE, fresh: render.Printed | None = None
) -> str:
    read = page.parse(text, book.docs / "ja" / "demo.md", book)
    assert read.problems == []
    return render.render(
        read, preamble="Before", hint="Hint {number}", fresh=fresh or {}
    )


def test_code_and_output_take_the_place_of_their_includes(book: Settings) -> None:
    text = rendered(book)
    assert "--8<--" not in text
    assert (
        "Twice four:\n\n"
        '??? preamble "Before"\n\n'
        "    ```python\n    def double(x):\n        return 2 * x\n    ```\n\n"
        "```{.python #block-2}\ny = double(4)\nprint(y)\n```\n\n"
        "```{.text .output}\n8\n```\n" in text
    )


def test_a_block_that_needs_nothing_has_no_preamble(book: Settings) -> None:
    text = rendered(book)
    assert text.index("#block-1") < text.index("??? preamble")


def test_a_fence_inside_an_answer_keeps_its_indentation(book: Settings) -> None:
    text = rendered(book)
    assert (
        '\n    ??? preamble "Before"\n\n        ```python\n        import math\n'
        in text
    )
    assert "\n    ```{.python #block-3}\n    print(math.sqrt(y * 2))\n    ```\n" in text


def test_an_output_that_has_changed_is_shown_and_marked(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    text = rendered(book, fresh={path: {"use": "9\n", "root": "4.0\n"}})
    assert "```{.text .output .stale}\n9\n```" in text
    assert "    ```{.text .output}\n    4.0\n    ```" in text


def test_the_hints_of_an_exercise_are_folded_below_it(exercise: Settings) -> None:
    text = rendered(exercise, EXERCISE_PAGE)
    assert (
        "```{.python #block-2}\ndef triple(x):\n    return x\n```\n\n"
        '<div class="dl-hints" markdown="1">\n\n'
        '??? hint "Hint 1"\n\n    Add $x$ again.\n\n'
        '??? hint "Hint 2"\n\n    `x + x` is two of them.\n\n'
        "</div>\n" in text
    )
    assert "hint:" not in text


def test_the_addresses_are_those_of_the_settings(book: Settings) -> None:
    book.config["repo_url"] = "https://example.org/source"
    text = PAGE.replace("Twice four:", "```console\n$ git clone {{ repo_url }}\n```")
    assert "$ git clone https://example.org/source\n" in rendered(book, text)


def test_a_figure_that_cannot_be_drawn_is_named_with_its_line(book: Settings) -> None:
    figure = "```figure\nfigure: nowhere\nalt: A\ncaption: C\n```"
    with pytest.raises(SourceError, match=r"demo\.md:11: .*nowhere"):
        rendered(book, PAGE.replace("Twice four:", figure))
