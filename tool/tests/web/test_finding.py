"""The search understands what people type, in every way in which they type it."""

import json
from pathlib import Path
from typing import Any

import pytest

from javascript import evaluated
from needs import WEB

MODULES = [WEB / f"src/search/{name}.ts" for name in ("find", "show", "texts", "words")]

PAGES = {
    "": [["", "A book", "This book is about networks."]],
    "bend/": [
        ["", "The slope of a bent line", "A layer bends what it gets."],
        ["smooth", "The sigmoid", "The sigmoid is smooth. Its slope is at most 0.25."],
    ],
    "deep/": [
        ["", "As many layers as you like", "Gradients vanish in a deep network."],
        ["start", "Where to start", "We initialize the weights, but not with zeros."],
    ],
    "overfit/": [["", "Learning by heart", "Overfitting: a network that overfits."]],
    "digits/": [["", "Handwriting", "Each digit is 64 pixels, cross-checked & <b>."]],
    "table/": [
        ["", "行列で書く", "行列の積は、行と列を掛けて足した表です。"],
        ["turn", "行と列を入れ替える", "これを転置といいます。"],
    ],
    "curve/": [
        ["", "活性化関数の微分", "シグモイド関数の傾きは、0.25を超えません。"],
        ["max", "ソフトマックス関数", "ソフトマックス関数は、合計が1の数を返します。"],
        ["computer", "コンピューターで", "コンピューターに計算させます。"],
    ],
    "fall/": [["", "坂を下りる", "勾配降下法では、重みを少しずつ動かします。"]],
    "été/": [["", "Dérivées", "La dérivée d’une fonction. 함수의 미분."]],
    "words/": [["", "用語集", ""], ["sigmoid", "sigmoid", "A smooth function."]],
}
TEXTS = {
    "pages": PAGES,
    "terms": [
        {"names": ["sigmoid", "シグモイド関数"], "location": "bend/#smooth"},
        {"names": ["loss", "cost"], "location": "deep/"},
        {"names": ["勾配降下法", "gradient descent"], "location": "fall/"},
        {"names": ["転置", "transpose"], "location": "table/#turn"},
    ],
    "hints": [{"names": ["MNIST", "zero_grad"], "location": "digits/"}],
    "readings": {
        "勾配": "こうばい",
        "降下": "こうか",
        "法": "ほう",
        "活性化": "かっせいか",
        "関数": "かんすう",
    },
    "lists": ["words/"],
}


@pytest.fixture(scope="module")
def ask(node: str, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401
    """Return what the search shows for a query: groups of results."""
    folder = tmp_path_factory.mktemp("search")

    def asked(*queries: str) -> list[list[list[dict[str, Any]]]]:
        expression = (
            f"((book) => {json.dumps(queries)}.map((text) => "
            "{ const query = new m.Query(book, text); "
            "return m.show(book, query, query.find()) }))"
            f"(new m.Book({json.dumps(TEXTS)}))"
        )
        found: list[list[list[dict[str, Any]]]] = evaluated(
            node, folder, MODULES, expression
        )
        return found

    return asked


def pages(groups: list[list[dict[str, Any]]]) -> list[str]:
    return [group[0]["location"].split("#")[0] for group in groups]


KINDS = {
    "one word": ("sigmoid", "bend/"),
    "any order": ("network deep", "deep/"),
    "one word is missing": ("xylophone deep network", "deep/"),
    "words that only ask": ("what is the sigmoid", "bend/"),
    "another ending": ("vanishing gradient", "deep/"),
    "British spelling": ("initialisation of weights", "deep/"),
    "American spelling": ("weight initialization", "deep/"),
    "two words for one": ("over fitting", "overfit/"),
    "one word for two": ("gradientdescent", "fall/"),
    "a hyphen": ("hand-writing", "digits/"),
    "one slip": ("sigmid", "bend/"),
    "two slips": ("overfiting", "overfit/"),
    "swapped letters": ("simgoid", "bend/"),
    "a slip in a word of several": ("gradiant desent", "fall/"),
    "not typed to its end": ("overf", "overfit/"),
    "a name that the book does not use": ("mnist accuracy", "digits/"),
    "a name in code": ("optimizer.zero_grad()", "digits/"),
    "another language's term": ("transpose", "table/"),
    "a Japanese term in English texts": ("勾配降下法", "fall/"),
    "words without spaces": ("転置行列", "table/"),
    "Japanese words in any order": ("関数 活性化", "curve/"),
    "a compound of which a part is missing": ("勾配上昇法", "fall/"),
    "a sentence": ("重みを動かすのはなぜ", "fall/"),
    "kana": ("こうばいこうかほう", "fall/"),
    "kana and particles": ("かっせいかかんすうの", "curve/"),
    "kana not typed to the end": ("こうばいこう", "fall/"),
    "hiragana for katakana": ("しぐもいどかんすう", "bend/"),
    "half-width katakana": ("ｿﾌﾄﾏｯｸｽ", "curve/"),
    "katakana within a word": ("マックス", "curve/"),
    "katakana without a long vowel": ("コンピュータ", "curve/"),
    "a slip in katakana": ("ソフトマクス関数", "curve/"),
    "full-width letters": ("ＭＮＩＳＴ", "digits/"),
    "a slip in a word with accents": ("dérivé fontcion", "été/"),
    "Korean not typed to its end": ("함수의 미", "été/"),
    "Latin letters beside kanji": ("sigmoid関数", "bend/"),
}


def test_each_kind_of_query_finds_its_page_first(ask: Any) -> None:  # noqa: ANN401
    answers = ask(*(query for query, _ in KINDS.values()))
    lost = {
        kind: pages(groups)
        for (kind, (_, page)), groups in zip(KINDS.items(), answers, strict=True)
        if pages(groups)[:1] != [page]
    }
    assert lost == {}


def test_what_is_nowhere_finds_nothing(ask: Any) -> None:  # noqa: ANN401
    assert ask("xylophone", "", "???", "のはが") == [[], [], [], []]


def test_a_list_of_what_others_explain_comes_after_them(ask: Any) -> None:  # noqa: ANN401
    [groups] = ask("sigmoid")
    assert pages(groups).index("words/") > pages(groups).index("bend/")


def test_the_section_that_explains_comes_first_on_its_page(ask: Any) -> None:  # noqa: ANN401
    [groups] = ask("sigmoid")
    # The theme puts on top what has no fragment, or else the last.
    assert "bend/" not in {item["location"] for item in groups[0]}
    assert groups[0][-1]["location"] == "bend/#smooth"
    assert "<small>The slope of a bent line</small>" in groups[0][-1]["title"]


def test_a_page_comes_first_where_it_answers_best(ask: Any) -> None:  # noqa: ANN401
    [groups] = ask("bent line")
    assert groups[0][0]["location"] == "bend/"


def test_what_was_found_is_marked_and_all_else_escaped(ask: Any) -> None:  # noqa: ANN401
    [[[english, *_]], [[japanese, *_], *_]] = ask("checked digits", "勾配降下法")
    assert english["text"].startswith("Each <mark>digit</mark> is 64 pixels")
    assert english["text"].endswith("cross-<mark>checked</mark> &amp; &lt;b&gt;.")
    assert japanese["text"].startswith("<mark>勾配降下法</mark>では")


def test_words_that_a_page_lacks_are_told(ask: Any) -> None:  # noqa: ANN401
    [[[first, *_], *_]] = ask("the xylophone sigmoid")
    assert first["terms"] == {"xylophone": False, "sigmoid": True}


@pytest.mark.parametrize(
    "same",
    [
        "initial initialise initialised initializing initialisation initializations",
        "derive derivative derivatives derivation",
        "bias biases",
        "matrix matrices",
        "entropy entropies",
        "neighbour neighbors",
        "multiply multiplied multiplication",
        "stop stopping stopped",
        "compute computation computational",
        "network network's networks",
    ],
)
def test_the_endings_of_a_word_are_no_other_word(
    node: str, tmp_path: Path, same: str
) -> None:
    call = f"{json.dumps(same.split())}.map(m.stem)"
    assert len(set(evaluated(node, tmp_path, MODULES, call))) == 1


@pytest.mark.parametrize(
    "different", ["loss lose", "status state", "class clay", "number numb", "ring red"]
)
def test_short_words_keep_what_tells_them_apart(
    node: str, tmp_path: Path, different: str
) -> None:
    call = f"{json.dumps(different.split())}.map(m.stem)"
    assert len(set(evaluated(node, tmp_path, MODULES, call))) == 2


def test_slips_are_counted_as_far_as_they_matter(node: str, tmp_path: Path) -> None:
    pairs = [
        ("softmax", "softmax"),
        ("softmax", "sofmax"),
        ("softmax", "sotfmax"),
        ("softmax", "safemax"),
        ("softmax", "hardmin"),
    ]
    call = f"{json.dumps(pairs)}.map(([a, b]) => m.slips(a, b, 2))"
    assert evaluated(node, tmp_path, MODULES, call) == [0, 1, 1, 2, 3]
