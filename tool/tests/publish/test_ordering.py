"""Lines to put in order are folded on the page, and beside it is what judges them."""

import json
import re
from html import unescape

import pytest

import frozen_book
from derivlearn_site.base import languages
from derivlearn_site.base.errors import SourceError
from derivlearn_site.notebooks import notebook
from derivlearn_site.pages import orders
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page
from derivlearn_site.publish import ordering, staging
from derivlearn_site.publish.asking import Writer

BOOK = frozen_book.BOOK
STRINGS = languages.read_all(BOOK)["en"].strings
PATH = BOOK.docs / "en" / "growth.md"


def page(old: str = "", new: str = "") -> Page:
    return pages.parse(PATH.read_text(encoding="utf-8").replace(old, new), PATH, BOOK)


def fold() -> str:
    (order,) = orders.of(page())
    return ordering.fold(order, Writer(STRINGS))


def test_the_fold_shows_all_lines_to_who_has_no_script() -> None:
    (order,) = orders.of(page())
    lines = re.findall(r"--indent:(\d+)\"><code>(.*?)</code>", fold())
    shown = [
        " " * int(indent) + unescape(re.sub("<[^>]+>", "", code))
        for indent, code in lines
    ]
    assert shown == order.shuffled
    assert fold().startswith("<details ")
    assert STRINGS["order"] in fold()
    assert STRINGS["order_extra"].format(extra=1) in fold()


def test_the_fold_does_not_say_why_it_is_right() -> None:
    (order,) = orders.of(page())
    assert order.because not in fold()


def test_beside_the_page_is_what_judges_the_lines() -> None:
    (order,) = orders.of(page())
    assert json.loads(ordering.beside(page(), Writer(STRINGS))) == {
        order.id: {"block": order.block.id, "because": order.because}
    }


def test_nothing_lies_beside_a_page_without_any() -> None:
    path = BOOK.docs / "en" / "saving.md"
    assert ordering.beside(pages.read(path, BOOK), Writer(STRINGS)) == ""


def test_the_fold_stands_below_its_exercise() -> None:
    text = staging.stage(page(), STRINGS, fresh={})
    (order,) = orders.of(page())
    exercise = text.index(f"#{order.block.id} ")
    hints, answer = text.index('class="dl-hints"'), text.index("??? answer", exercise)
    assert exercise < hints < text.index('<details class="dl-order"') < answer
    assert "```order" not in text


def test_a_formula_that_cannot_be_shown_is_told_with_its_line() -> None:
    wrong = page("Make the function that", r"Make $\oops$ that")
    (order,) = orders.of(wrong)
    with pytest.raises(SourceError) as caught:
        ordering.fold(order, Writer(STRINGS))
    line = wrong.lines[caught.value.problem.line - 1]
    assert line.startswith("ask: ")


def test_a_notebook_holds_them_folded_and_what_is_said_in_a_fold_of_its_own() -> None:
    (order,) = orders.of(page())
    cells = json.loads(notebook.download(page(), STRINGS))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    (found,) = [each for each in texts if STRINGS["order"] in each]
    lines = "\n".join(order.shuffled)
    before, _, after = found.partition(f"```python\n{lines}\n```")
    assert order.text in before
    assert order.because in after.partition(STRINGS["ask_answer"])[2]
