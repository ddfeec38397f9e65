"""What is asked is a box on the page, and beside it all that its script must know."""

import json

import pytest

import frozen_book
from derivlearn_site.base import languages
from derivlearn_site.base.errors import SourceError
from derivlearn_site.notebooks import notebook
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import questions
from derivlearn_site.pages.page import Page
from derivlearn_site.publish import staging
from derivlearn_site.publish.asking import Writer

BOOK = frozen_book.BOOK
STRINGS = languages.read_all(BOOK)["en"].strings
PATH = BOOK.docs / "en" / "growth.md"


def page(old: str = "", new: str = "") -> Page:
    return pages.parse(PATH.read_text(encoding="utf-8").replace(old, new), PATH, BOOK)


def boxes(of: Page) -> dict[str, str]:
    writer = Writer(STRINGS)
    return {ask.id: writer.box(ask) for ask in questions.of(of)}


def test_a_box_lists_its_answers_and_says_what_it_covers() -> None:
    box = boxes(page())["far"]
    assert 'data-ask="growth#far"' in box
    assert 'data-covers="block-3"' in box
    assert box.count("<li><code>") == 3


def test_a_number_is_typed_so_nothing_is_listed() -> None:
    assert "<li>" not in boxes(page())["part"]


def test_only_a_question_holds_its_answer_for_readers_without_a_script() -> None:
    found = boxes(page())
    assert {id_ for id_, box in found.items() if "<details>" in box} == {"why"}


def test_no_reason_stands_on_the_page_but_room_for_the_longest() -> None:
    asked = page()
    writer = Writer(STRINGS)
    for ask in questions.of(asked):
        box = writer.box(ask).partition("<details>")[0]
        assert not [each for each in ask.answers if each.because in box]
        longest = max(len(each.because) for each in ask.answers)
        room = box.partition('data-room="')[2].partition('"')[0]
        # And for the verdict above it.
        assert longest - 5 <= len(room) <= longest + 60


def test_beside_a_page_lies_what_judges_its_answers() -> None:
    known = json.loads(Writer(STRINGS).beside(page()))
    assert [*known] == ["grown", "part", "far", "why"]
    assert known["part"]["value"] == 0.25
    assert [each["said"] for each in known["part"]["near"]] == ["wrong 1"]
    said = [each["said"] for each in known["why"]["answers"]]
    assert sorted(said) == ["right", "wrong 1", "wrong 2"]
    assert "<math>" in json.dumps(known["why"])


def test_a_page_that_asks_nothing_has_nothing_beside_it() -> None:
    path = BOOK.docs / "en" / "saving.md"
    assert Writer(STRINGS).beside(pages.read(path, BOOK)) == ""


def test_a_formula_that_cannot_be_shown_is_told_with_its_line() -> None:
    broken = page("$1 + 2 r + r^2$ is more", r"$\nosuch$ is more")
    with pytest.raises(SourceError, match=r"growth\.md:\d+: the formula"):
        boxes(broken)


def test_a_staged_page_covers_the_outputs_that_are_asked_for() -> None:
    staged = staging.stage(page(), STRINGS, fresh={})
    assert staged.count("dl-covered") == 3
    assert staged.count('<div class="dl-ask"') == 4


def test_a_notebook_asks_above_the_cell_and_folds_the_answers() -> None:
    cells = json.loads(notebook.download(page(), STRINGS))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    [at] = [n for n, text in enumerate(texts) if "How far does the amount get?" in text]
    assert cells[at + 1]["cell_type"] == "code"
    assert "often(1, n)" in texts[at + 1]
    folded = texts[at].partition("<details>")[2]
    assert "`1.750000`" in folded
