"""The search index is plain text, apart from what each first visit loads."""

import json
from pathlib import Path

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages.glossary import SearchTerm
from derivlearn_site.publish import search
from derivlearn_site.publish.search import INDEX, TEXTS, Words, plain, split, write
from frozen_book import BOOK

THEMES = json.dumps(
    {
        "config": {"lang": ["ja"], "separator": " "},
        "docs": [
            {"location": "loss/", "title": "損失関数の微分", "text": ""},
            {
                "location": "loss/#cost",
                "title": "<code>cost</code> &lt; 1",
                "text": "<p>合成\n関数の<code>f</code>です。</p><p>次</p>",
            },
            {"location": "words/", "title": "用語", "text": "傾き slope"},
            {"location": "names/", "title": "名前", "text": ""},
            {"location": "names/#f", "title": "f", "text": "long " * 100},
        ],
    }
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>loss</p><p>cost</p>", "loss cost"),
        ("a<code>b</code>c", "abc"),
        ("1 &lt; 2 &amp; 3", "1 < 2 & 3"),
        ("合成\n関数", "合成関数"),
        ("two\nwords", "two words"),
        ("ln\u2061x", "lnx"),
        ("関数 f", "関数 f"),
    ],
)
def test_markup_becomes_the_text_that_a_reader_sees(html: str, text: str) -> None:
    assert plain(html) == text


def test_what_each_visit_loads_holds_no_text() -> None:
    settings, _ = split(THEMES)
    assert json.loads(settings) == {
        "config": {"lang": ["ja"], "separator": " "},
        "docs": [],
    }


def test_each_page_has_its_sections_in_their_order() -> None:
    _, texts = split(THEMES)
    pages = json.loads(texts)["pages"]
    assert list(pages) == ["loss/", "words/", "names/"]
    assert pages["loss/"] == [
        ["", "損失関数の微分", ""],
        ["cost", "cost < 1", "合成関数のfです。次"],
    ]


def test_each_term_of_the_glossary_is_a_section_with_what_it_means() -> None:
    known = Words(meanings=[("slope", "傾き", "急さ")], glossary="words")
    _, texts = split(THEMES, known)
    assert json.loads(texts)["pages"]["words/"] == [
        ["", "用語", ""],
        ["slope", "傾き", "急さ"],
    ]


def test_of_each_name_of_the_reference_the_beginning_is_enough() -> None:
    _, texts = split(THEMES, Words(reference="names"))
    [_, (_, _, text)] = json.loads(texts)["pages"]["names/"]
    assert text.startswith("long long ")
    assert text.endswith(" long …")
    assert len(text) <= 302


def test_pages_that_list_what_others_explain_are_named_if_they_are_there() -> None:
    for glossary, lists in (("words", ["words/", "names/"]), ("gone", ["names/"])):
        _, texts = split(THEMES, Words(glossary=glossary, reference="names"))
        assert json.loads(texts)["lists"] == lists


def test_the_names_of_a_term_reach_the_worker() -> None:
    term = SearchTerm(names=["損失関数", "コスト関数"], location="loss/#cost")
    hint = SearchTerm(names=["MAE"], location="loss/")
    known = Words(terms=[term], hints=[hint], readings={"損失": "そんしつ"})
    texts = json.loads(split(THEMES, known)[1])
    assert (texts["terms"], texts["hints"]) == ([term], [hint])
    assert texts["readings"] == {"損失": "そんしつ"}


def test_a_term_is_found_by_its_names_in_all_languages_and_by_wrong_ones() -> None:
    known = search.words(BOOK, "en")
    by_place = {term["location"]: term["names"] for term in known.terms}
    assert by_place["growth/#wait"] == ["principal", "principle", "元本", "もと金"]
    # Nothing explains this one but the glossary itself.
    assert by_place["words/#goal"] == ["goal", "目標額", "リミット"]


def test_what_readers_type_beside_leads_to_a_page_or_to_a_term() -> None:
    known = search.words(BOOK, "ja")
    [interest] = [term for term in known.terms if "利息" in term["names"]]
    assert interest["names"][-1] == "dividend"
    assert known.hints == [
        {"names": ["snowball", "雪だるま"], "location": "growth/"},
        {"names": ["0.1"], "location": "growth/#limit"},
    ]
    assert known.readings == {"利息": "りそく", "元本": "がんぽん"}
    assert ("interest", "利息, 利子", "お金を預けると受け取れるお金") in known.meanings


def test_a_book_without_such_words_has_its_texts_alone(book: Settings) -> None:
    assert search.words(book, "en") == Words(glossary="glossary")


def test_a_built_site_is_changed_in_place(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / INDEX).write_text(THEMES, encoding="utf-8")
    write(tmp_path)
    assert json.loads((tmp_path / INDEX).read_text(encoding="utf-8"))["docs"] == []
    assert "合成関数" in (tmp_path / TEXTS).read_text(encoding="utf-8")
