"""The frozen book builds as it stands, in three languages, and each thing is there."""

import json
import re
from pathlib import Path

import pytest

import frozen_book
from building import Built, build, run
from derivlearn_site import cli
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import browser, search
from frozen_book import BOOK, PAGES

SITE = BOOK.config["site_url"]
ORIGINAL, COMPLETE, BEGUN = BOOK.languages
SLUGS = [slug for language, slug in PAGES if language == ORIGINAL]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build(frozen_book.copy(tmp_path_factory.mktemp("site") / "b"))
    assert (built.status, built.said) == (0, "")
    return built


def text(html: str) -> str:
    """Return what a reader sees of HTML."""
    plain = re.sub(r"<[^>]+>", "", html)
    return plain.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def test_every_page_is_there_in_every_language(built: Built) -> None:
    for language in BOOK.languages:
        for slug in SLUGS:
            assert f'<html lang="{language}"' in built.page(language, slug)


def test_every_block_stands_beside_its_output(built: Built) -> None:
    for language, slug in PAGES:
        page = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
        html = built.page(language, slug)
        shown = text(html)
        bars = re.findall(r'data-for="([^"]+)"', html)
        assert bars == [block.id for block in page.blocks]
        for block in page.blocks:
            assert all(line in shown for line in block.output.splitlines())


def test_a_page_carries_what_its_scripts_need(built: Built) -> None:
    folder = built.site / COMPLETE / "growth"
    blocks = json.loads((folder / "blocks.json").read_text(encoding="utf-8"))
    assert blocks["block-1"]["key"] == "growth/years.py:after"
    assert [name for name, block in blocks.items() if "check" in block]
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    [(name, given)] = figures["figures"].items()
    assert (name, given["data"]["settings"][0]["name"]) == ("growth", "n")
    assert not (built.site / COMPLETE / "saving" / "figures.json").exists()


def test_the_package_is_published_by_its_own_name(built: Built) -> None:
    folder = built.site / browser.published(BOOK) / "runner"
    assert {path.name for path in folder.iterdir()} == {
        "interest.zip",
        "library.json",
        "python.json",
    }
    assert 'data-book="interest"' in built.page(ORIGINAL, "growth")


def test_a_picture_is_drawn_with_the_labels_of_its_page(built: Built) -> None:
    labels = {ORIGINAL: "かぎりなくこまめに", COMPLETE: "ever more often"}
    for language, label in labels.items():
        html = built.page(language, "growth")
        assert 'id="figure-growth" data-live' in html
        assert label in html
    assert 'id="figure-misses">' in built.page(COMPLETE, "saving")


def test_formulas_remarks_tables_and_hints_are_there(built: Built) -> None:
    growth, saving = (built.page(COMPLETE, slug) for slug in ("growth", "saving"))
    assert growth.count("<math") > saving.count('<math display="block"') > 1
    assert '<details class="answer">' in growth
    assert growth.count("Hint ") == 3
    assert '<div class="admonition note">' in saving
    assert saving.count("<tr>") == 5


def test_a_notebook_is_executed_and_can_be_downloaded(built: Built) -> None:
    folder = built.site / COMPLETE / "ledger"
    assert "1953.125" in text(built.page(COMPLETE, "ledger"))
    [path] = folder.glob("*.ipynb")
    made = json.loads(path.read_text(encoding="utf-8"))
    printed = [
        "".join(output["text"])
        for cell in made["cells"]
        for output in cell.get("outputs", [])
    ]
    assert printed[-1] == "1953.125\n"
    assert f"{SITE}{COMPLETE}/ledger/" in json.dumps(made)
    # Where the page is on the path is no part of it.
    assert "Chapter 3 of 3" not in json.dumps(made)


def test_the_words_are_listed_and_explained_where_they_stand(built: Built) -> None:
    words = built.page(COMPLETE, "words")
    for term in ("principal", "interest", "limit", "goal"):
        assert f'id="{term}"' in words
    assert 'class="dl-term" href="../words/#principal"' in built.page(
        COMPLETE, "ledger"
    )


def test_a_chapter_says_where_it_is_above_its_title(built: Built) -> None:
    saving = built.article(COMPLETE, "saving")
    above = saving.partition("<h1")[0]
    assert "The chapters on money" in text(above)
    assert '<a href="../">Chapter 2 of 3</a>' in above
    assert '<a href="../growth/">' in above
    assert "dl-finished" in saving
    assert "dl-place" not in built.article(COMPLETE, "words")


def test_the_navigation_numbers_the_chapters_and_no_other_pages(built: Built) -> None:
    navigation = built.page(COMPLETE, "words").partition("<article")[0]
    assert re.findall(r'<b class="dl-number">(\d+)</b>', navigation) == ["1", "2", "3"]


def test_the_search_knows_nothing_of_what_stands_above_a_title(built: Built) -> None:
    texts = json.loads((built.site / COMPLETE / search.TEXTS).read_text("utf-8"))
    for sections in texts["pages"].values():
        assert sections[0][0] == ""
        assert not any("Chapter 2 of 3" in each for _, _, each in sections)


@pytest.mark.parametrize("name", ["404.html", f"{COMPLETE}/404.html"])
def test_what_is_not_found_leads_to_all_chapters_and_to_the_search(
    built: Built, name: str
) -> None:
    html = (built.site / name).read_text("utf-8")
    for slug in ("growth", "saving", "ledger"):
        assert f'<a href="/interest/{COMPLETE}/{slug}/">' in html
    assert f'<form role="search" action="/interest/{COMPLETE}/"' in html


def test_the_state_of_each_translation_is_told(built: Built) -> None:
    progress = text(built.page(COMPLETE, "progress"))
    assert "English" in progress
    assert "Français" in progress


def test_a_language_that_has_begun_says_how_far_each_section_is(built: Built) -> None:
    page = built.page(BEGUN, "growth")
    assert "L’intérêt sur l’intérêt" in page
    assert page.count("This section is not translated yet") == 5
    assert page.count("has changed since it was translated") == 1
    assert "+関数をひとつ用意します。" in text(page)


def test_a_page_that_a_language_lacks_is_the_original_and_says_so(built: Built) -> None:
    borrowed = built.page(BEGUN, "saving")
    assert f'<div lang="{ORIGINAL}">' in borrowed
    assert "You are reading the original (日本語)." in borrowed
    assert f'<link rel="canonical" href="{SITE}{ORIGINAL}/saving/">' in borrowed


def test_each_language_is_searched_on_its_own(built: Built) -> None:
    for language in BOOK.languages:
        path = built.site / language / "search" / "texts.json"
        assert json.loads(path.read_text(encoding="utf-8"))["pages"].keys() == {
            "" if slug == "index" else f"{slug}/" for slug in SLUGS
        }


def test_every_link_inside_the_site_leads_somewhere(built: Built) -> None:
    assert built.broken_links(SITE) == []


def test_the_command_line_finds_nothing_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(frozen_book.copy(tmp_path / "book"))
    for command in (["check"], ["record", "--check"]):
        assert cli.main(command) == 0
    assert capsys.readouterr() == ("", "")


def test_pytest_collects_the_blocks_of_all_pages_and_they_pass(tmp_path: Path) -> None:
    root = frozen_book.copy(tmp_path / "book")
    blocks = sum(
        len(pages.read(BOOK.docs / language / f"{slug}.md", BOOK).blocks)
        for language, slug in PAGES
    )
    done = run(root, "pytest", "-q", "-p", "no:xdist")
    assert done.returncode == 0, done.stdout
    assert f"{blocks} passed" in done.stdout
