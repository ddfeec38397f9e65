"""A language that lacks pages shows the original and says so, to machines too."""

from pathlib import Path

import pytest

from tests.built.conftest import BOOK, Built, build_book, copy_book

SITE = BOOK.config["site_url"]


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book with a third language that has translated one page."""
    root = copy_book(tmp_path_factory.mktemp("korean"))
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    english = "        en:\n          name: English\n"
    assert english in text
    entry = "        ko:\n          name: 한국어\n"
    config.write_text(text.replace(english, entry + english), encoding="utf-8")
    page = root / "docs/ko/linear.md"
    page.parent.mkdir()
    page.write_text((root / "docs/ja/linear.md").read_text("utf-8"), encoding="utf-8")
    return build_book(root)


def test_one_entry_and_one_page_make_a_language(korean: Built) -> None:
    assert (korean.status, korean.said) == (0, "")
    assert '<html lang="ko"' in korean.page("ko", "linear")
    assert 'class="dl-borrowed"' not in korean.page("ko", "linear")


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
