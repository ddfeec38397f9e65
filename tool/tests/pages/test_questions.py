"""What a page asks is read with its answers, the same in every language."""

import frozen_book
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import questions
from derivlearn_site.pages.ask import Ask

BOOK = frozen_book.BOOK


def asked(language: str) -> dict[str, Ask]:
    page = pages.read(BOOK.docs / language / "growth.md", BOOK)
    return {ask.id: ask for ask in questions.of(page)}


EN, JA = asked("en"), asked("ja")


def test_a_key_is_what_was_printed_there() -> None:
    assert EN["part"].right.text == "0.25"
    assert EN["far"].right.text == EN["far"].block.output.split()[-1]  # type: ignore[union-attr]
    assert EN["grown"].right.text == "positive"


def test_a_wrong_answer_is_what_another_program_printed() -> None:
    assert [each.text for each in EN["far"].wrong] == ["2.000000", "1.750000"]
    assert EN["far"].wrong[1].source.section == "wrong-once"  # type: ignore[union-attr]


def test_a_tolerance_may_be_a_share_of_what_is_right() -> None:
    assert EN["part"].within == 0.025


def test_a_prediction_covers_the_output_below_it_and_a_question_nothing() -> None:
    assert [ask.block.id if ask.block else "" for ask in EN.values()] == [
        "block-1",
        "block-2",
        "block-3",
        "",
    ]


def test_signs_are_always_in_the_same_order() -> None:
    assert [each.text for each in EN["grown"].answers] == [
        "positive",
        "zero",
        "negative",
    ]


def test_answers_are_in_the_same_order_in_each_language() -> None:
    for id_, ask in EN.items():
        assert [a.said for a in ask.answers] == [a.said for a in JA[id_].answers]
        assert ask.key == JA[id_].key == f"growth#{id_}"


def test_the_right_answer_is_not_always_the_first() -> None:
    first = {ask.answers[0].said for ask in EN.values() if ask.kind != "sign"}
    assert first != {"right"}


def test_the_words_of_a_fence_are_words_of_its_page() -> None:
    page = EN["why"].page
    said = {text for _, text in page.words}
    assert EN["why"].text in said
    assert {each.because for each in EN["why"].answers} <= said
    assert EN["part"].otherwise in said


def test_the_sections_that_answers_are_printed_by_are_named() -> None:
    years = BOOK.snippets / "growth" / "years.py"
    assert (years, "wrong-once") in questions.named(EN["far"].page)


def test_the_questions_of_a_book_are_known_in_its_order() -> None:
    keys = [f"growth#{id_}" for id_ in (*EN, "order-until")]
    assert questions.keys(BOOK) == keys


def test_the_records_that_a_text_names_are_known() -> None:
    text = '- out: growth/years.out:limit\n  at: "1"\nout: "other/a.out:b"\n'
    assert questions.records_in(text) == {"growth/years.out", "other/a.out"}
