"""What the book asks: enough of it, true, and the same in every language.

That a key is what was printed, that no wrong answer is the right one and that reasons
quote what was printed is told by `derivlearn-site check`, which runs in other tests.
"""

from collections.abc import Iterator

import pytest

from derivlearn_site.code import record
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import questions, spine
from derivlearn_site.pages.ask import PREDICTIONS, Answer, Ask
from tests.figures.reading import BOOK

ORIGINAL, *OTHERS = BOOK.languages
CHAPTERS = spine.chapters(BOOK)
FIRST_PART = BOOK.sections[BOOK.parts[0]]


def asked(language: str, slug: str) -> list[Ask]:
    path = BOOK.docs / language / f"{slug}.md"
    return questions.of(pages.read(path, BOOK))


ASKED = {
    language: {slug: asked(language, slug) for slug in BOOK.slugs}
    for language in BOOK.languages
}
ALL = [ask for asks in ASKED[ORIGINAL].values() for ask in asks]


def wrong_answers(*kinds: str) -> Iterator[Answer]:
    for ask in ALL:
        if ask.kind in kinds:
            yield from ask.wrong


def test_a_hundred_outputs_can_be_predicted() -> None:
    assert sum(ask.kind in PREDICTIONS for ask in ALL) >= 100


@pytest.mark.parametrize("slug", CHAPTERS)
def test_each_chapter_asks_three_questions_and_lets_predict(slug: str) -> None:
    kinds = [ask.kind for ask in ASKED[ORIGINAL][slug]]
    assert kinds.count("question") >= 3
    assert len(kinds) > kinds.count("question")


def test_most_wrong_answers_are_what_a_program_printed() -> None:
    found = list(wrong_answers("choice", "question"))
    printed = [each for each in found if each.source]
    assert len(printed) >= 0.4 * len(found)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("slug", BOOK.slugs)
def test_each_language_asks_the_same(language: str, slug: str) -> None:
    def same(ask: Ask) -> object:
        answers = [(each.said, each.source) for each in ask.answers]
        return ask.key, ask.kind, ask.within, answers

    assert [*map(same, ASKED[language][slug])] == [*map(same, ASKED[ORIGINAL][slug])]


@pytest.mark.parametrize("ask", [pytest.param(ask, id=ask.key) for ask in ALL])
def test_each_printed_answer_stands_in_a_record_and_the_right_one_is_alone(
    ask: Ask,
) -> None:
    for answer in ask.answers:
        if answer.source and ask.kind != "sign":
            recorded = record.read(BOOK.snippets / answer.source.record)
            names = answer.source.section.split(",")
            assert answer.text in "".join(recorded.get(name, "") for name in names)
    shown = ["".join(each.text.split()) for each in ask.answers]
    assert len({*shown}) == len(shown)
    for other in ask.wrong:
        if ask.kind == "number":
            assert abs(other.value - ask.right.value) > ask.within


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_right_answer_is_found_neither_by_its_place_nor_by_its_length(
    language: str,
) -> None:
    asks = [
        ask
        for asks in ASKED[language].values()
        for ask in asks
        if ask.kind in {"choice", "question"}
    ]
    places = [ask.answers.index(ask.right) / (len(ask.answers) - 1) for ask in asks]
    assert 0.35 < sum(places) / len(places) < 0.65
    longest = [
        max(ask.answers, key=lambda each: len(each.text)) is ask.right
        for ask in asks
        if ask.kind == "question"
    ]
    assert sum(longest) <= 0.5 * len(longest)


def test_each_part_of_the_path_begins_with_something_to_predict() -> None:
    for slug in FIRST_PART:
        sections = {
            max(h.line for h in ask.page.headings if h.line < ask.fence.line)
            for ask in ASKED[ORIGINAL][slug]
            if ask.kind in PREDICTIONS
        }
        assert len(sections) >= 2, slug
