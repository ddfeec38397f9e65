"""What readers copy is read wherever it stands, and says how good a question is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn_site.base.errors import MistakeError
from derivlearn_site.pages import answers
from derivlearn_site.pages.answers import readings, table, told

COPIED = """\
I read three chapters. My answers:

derivlearn answers 1
growth#limit: right
growth#why: wrong 2
growth#part: wrong (0.5)
saving#plan: skipped

That is all.
"""


def test_answers_are_read_from_the_text_around_them() -> None:
    assert readings(COPIED) == [
        {
            "growth#limit": "right",
            "growth#why": "wrong 2",
            "growth#part": "wrong",
            "saving#plan": "skipped",
        }
    ]


def test_answers_of_several_readers_may_stand_in_one_text() -> None:
    assert len(readings(COPIED + COPIED)) == 2


@pytest.mark.parametrize("mark", ["> ", "- ", "    ", "> > ", "* `"])
def test_answers_may_be_quoted_or_listed(mark: str) -> None:
    quoted = "\n".join(mark + line for line in COPIED.splitlines())
    assert readings(quoted) == readings(COPIED)


def test_what_was_answered_first_counts() -> None:
    again = COPIED.replace(
        "growth#why: wrong 2", "growth#why: wrong 2\ngrowth#why: right"
    )
    assert readings(again) == readings(COPIED)


def test_a_text_without_answers_is_told() -> None:
    with pytest.raises(MistakeError, match="holds no answers"):
        readings("growth#limit: right\n")


def test_answers_of_another_version_are_told() -> None:
    with pytest.raises(MistakeError, match="version 2"):
        readings(COPIED.replace("answers 1", "answers 2"))


def test_a_question_says_how_many_were_right_and_what_draws() -> None:
    read = [
        {"a#q": "right"},
        {"a#q": "wrong 1"},
        {"a#q": "wrong 1"},
        {"a#q": "skipped"},
    ]
    [found] = told(read)
    assert (found.right, found.answered, found.skipped) == (1, 3, 1)
    assert found.share == pytest.approx(1 / 3)
    assert found.draws == "wrong 1"


def test_a_question_that_only_the_able_answer_divides_well() -> None:
    able = {"a#q": "right", "a#r": "right", "a#s": "right"}
    less = {"a#q": "wrong 1", "a#r": "wrong 2", "a#s": "right"}
    first, _, last = told([able, less, able, less])
    assert first.divides == pytest.approx(1)
    assert last.divides is None


def test_a_question_that_the_able_fail_divides_the_wrong_way() -> None:
    able = {"a#q": "wrong 1", "a#r": "right", "a#s": "right"}
    less = {"a#q": "right", "a#r": "wrong 2", "a#s": "right"}
    assert told([able, less])[0].divides == pytest.approx(-1)


def test_questions_come_in_the_order_of_the_book() -> None:
    read = [{"a#q": "right", "b#q": "right", "gone#q": "right"}]
    keys = [each.key for each in told(read, ["b#q", "b#never", "a#q"])]
    assert keys == ["b#q", "a#q", "gone#q"]


SAID = st.sampled_from(["right", "wrong", "wrong 1", "wrong 3", "skipped"])
KEYS = st.from_regex(r"[a-z]{1,4}(?:-[a-z]{1,3})?#[a-z][a-z0-9]{0,3}", fullmatch=True)


@given(st.lists(st.dictionaries(KEYS, SAID, min_size=1), min_size=1))
def test_what_is_written_as_the_site_writes_it_is_read(
    read: list[answers.Reading],
) -> None:
    written = "\n".join(
        "\n".join(["derivlearn answers 1", *(f"{k}: {v}" for k, v in each.items())])
        for each in read
    )
    assert readings(written) == read
    for each in told(read):
        assert 0 <= each.right <= each.answered
        assert each.divides is None or -1.0001 <= each.divides <= 1.0001
    assert len(table(told(read), len(read)).splitlines()) >= 3
