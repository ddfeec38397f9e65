"""A language that lacks pages shows the original and says so, to machines too."""

from pathlib import Path

import pytest

from tests.built.conftest import BOOK, KOREAN, Built

SITE = BOOK.config["site_url"]


def test_one_entry_and_two_pages_make_a_language(korean: Built) -> None:
    for slug in KOREAN:
        html = korean.page("ko", slug)
        assert '<html lang="ko"' in html
        assert 'class="dl-borrowed"' not in html
        assert f'<link rel="canonical" href="{SITE}ko/{slug}/">' in html
        assert f'hreflang="ko" href="{SITE}ko/{slug}/"' in korean.page("en", slug)


def test_a_section_that_is_not_translated_yet_says_so(korean: Built) -> None:
    html = korean.page("ko", "constant")
    notice = "This section is not translated yet. You are reading the original."
    assert html.count(notice) == html.count("<h2") + html.count("<h3")


@pytest.mark.parametrize("slug", ["derivative", "difference-error"])
def test_a_page_that_is_not_translated_is_the_marked_original(
    korean: Built, slug: str
) -> None:
    html = korean.page("ko", slug)
    assert 'class="dl-borrowed"' in html
    assert '<div lang="ja">' in html
    assert f'<link rel="canonical" href="{SITE}ja/{slug}/">' in html
    assert f"new/main/docs/ko?filename={slug}.md" in html
    assert f'hreflang="ko" href="{SITE}ko/{slug}/"' not in html


@pytest.mark.parametrize("slug", ["derivative", "difference-error"])
def test_a_borrowed_page_brings_the_notebook_of_the_original(
    korean: Built, slug: str
) -> None:
    texts = [
        (korean.site / code / slug / f"{slug}.ipynb").read_text(encoding="utf-8")
        for code in ("ja", "ko")
    ]
    assert texts[0] == texts[1]
    assert f'<a href="{slug}.ipynb" download>' in korean.page("ko", slug)


def test_the_neutral_pages_offer_every_language(korean: Built) -> None:
    for name in ("index.html", "404.html"):
        html = (korean.site / name).read_text(encoding="utf-8")
        for code in ("ja", "ko", "en"):
            assert f'<section lang="{code}">' in html


def test_each_language_has_its_own_page_for_what_is_not_found(built: Built) -> None:
    for code, entry in BOOK.config["plugins"][-1]["derivlearn-site"][
        "languages"
    ].items():
        html = Path(built.site / code / "404.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}"' in html
        assert entry["strings"]["not_found"] in html
