"""The search index is plain text, apart from what each first visit loads."""

import json
from pathlib import Path

import pytest

from derivlearn_site.pages.glossary import SearchTerm
from derivlearn_site.publish.search import INDEX, TEXTS, plain, split, write

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


def test_the_texts_keep_their_order_and_places() -> None:
    _, texts = split(THEMES)
    assert json.loads(texts)["docs"] == [
        {"location": "loss/", "title": "損失関数の微分", "text": ""},
        {
            "location": "loss/#cost",
            "title": "cost < 1",
            "text": "合成関数のfです。次",
        },
    ]


def test_the_names_of_a_term_reach_the_worker() -> None:
    term = SearchTerm(names=["損失関数", "コスト関数"], location="loss/#cost")
    _, texts = split(THEMES, [term])
    assert json.loads(texts)["terms"] == [term]


def test_a_built_site_is_changed_in_place(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / INDEX).write_text(THEMES, encoding="utf-8")
    write(tmp_path)
    assert json.loads((tmp_path / INDEX).read_text(encoding="utf-8"))["docs"] == []
    assert "合成関数" in (tmp_path / TEXTS).read_text(encoding="utf-8")
