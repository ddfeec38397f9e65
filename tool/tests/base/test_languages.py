"""The languages of the book."""

from collections.abc import Callable

import pytest

from conftest import MKDOCS
from derivlearn_site.base import settings
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.languages import (
    Alternate,
    Language,
    alternates,
    edit_url,
    language_url,
    missing_files,
    read_all,
    resolve_nav,
    slug_of,
    translate_url,
)
from derivlearn_site.base.settings import Settings

Read = Callable[..., dict[str, Language]]

SITE = "https://example.org/book/"
TEXTS = {
    "ja": """\
name: 日本語
site_name: 本
sections: {one: 第1部}
strings: {home: ホーム, hint: "ヒント{number}"}
""",
    "en": """\
name: English
site_name: Book
sections: {one: Part I, two: Part II}
strings: {home: Home, hint: "Hint {number}", edit: Edit}
""",
    "fr": "name: Français\n",
}


@pytest.fixture
def read(book: Settings) -> Read:
    """Return the languages of a book by their texts, in the order of their codes."""

    def languages(**texts: str) -> dict[str, Language]:
        for code, text in texts.items():
            path = book.docs / code / "book.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        config = book.root / "mkdocs.yml"
        listed = f"languages: [{', '.join(texts)}]"
        config.write_text(MKDOCS.replace("languages: [ja, en]", listed))
        return read_all(settings.load(book.root))

    return languages


def test_the_first_language_is_the_original(read: Read) -> None:
    assert [*read(**TEXTS)] == ["ja", "en", "fr"]


def test_what_a_language_lacks_is_english(read: Read) -> None:
    japanese, _, french = read(**TEXTS).values()
    assert japanese.strings["home"] == "ホーム"
    assert japanese.strings["edit"] == "Edit"
    assert japanese.sections == {"one": "第1部", "two": "Part II"}
    assert french.site_name == "Book"
    assert french.strings["home"] == "Home"


def test_what_english_lacks_too_is_as_in_the_original(read: Read) -> None:
    german = "name: Deutsch\nsite_name: Buch\nstrings: {home: Start}\n"
    _, english, french = read(de=german, en="name: English\n", fr=TEXTS["fr"]).values()
    assert english.site_name == french.site_name == "Buch"
    assert english.strings["home"] == french.strings["home"] == "Start"
    assert read(de=german, fr=TEXTS["fr"])["fr"].strings["home"] == "Start"


@pytest.mark.parametrize("hint", ["Indice", "Indice {nombre}", "Indice {number", "[1]"])
def test_a_text_that_cannot_be_filled_in_is_left_out(read: Read, hint: str) -> None:
    french = f"name: Français\nstrings:\n  hint: {hint}\n  home: Accueil\n"
    strings = read(**TEXTS | {"fr": french})["fr"].strings
    assert strings["hint"] == "Hint {number}"
    assert strings["home"] == "Accueil"


def test_a_text_that_no_language_has_is_told_when_it_is_needed(read: Read) -> None:
    strings = read(**TEXTS)["fr"].strings
    told = r"docs/fr/book\.yml:1: lacks 'source' below `strings:`"
    with pytest.raises(SourceError, match=told):
        strings["source"]


def test_the_title_of_a_book_without_one_is_the_code(read: Read) -> None:
    assert read(fr=TEXTS["fr"])["fr"].site_name == "fr"


def test_a_language_says_numbers_in_its_own_words(read: Read) -> None:
    english = TEXTS["en"] + "numerals: [zero|none, one|once]\n"
    japanese, english_, _ = read(**TEXTS | {"en": english}).values()
    assert english_.says(1, "Only Once.")
    assert not english_.says(1, "Gone, for a loner.")
    assert not english_.says(2, "two")
    assert japanese.says(2, "")


@pytest.mark.parametrize(
    ("path", "slug"),
    [("linear.md", "linear"), ("a/b.md", "a/b"), ("error.ipynb", "error")],
)
def test_slug(path: str, slug: str) -> None:
    assert slug_of(path) == slug


def test_pages_are_borrowed_by_slug_and_other_files_by_name() -> None:
    original = ["a.md", "b.md", "c.ipynb", "map.svg", "d.svg"]
    assert missing_files(original, ["a.md", "c.md", "map.svg"]) == ["b.md", "d.svg"]


def test_nav_in_each_language(read: Read) -> None:
    nav = ["index", {"one": ["a", {"two": ["b"]}]}, "c"]
    paths = ["index.md", "a.md", "b.ipynb", "c.md", "picture.svg"]
    japanese, english, _ = read(**TEXTS).values()
    assert resolve_nav(nav, paths, japanese).items == [
        {"ホーム": "index.md"},
        {"第1部": ["a.md", {"Part II": ["b.ipynb"]}]},
        "c.md",
    ]
    assert resolve_nav(nav, paths, english).items[0] == {"Home": "index.md"}


def test_nav_names_the_slugs_without_a_page(read: Read) -> None:
    (language,) = read(ja=TEXTS["ja"]).values()
    nav = resolve_nav(["a", {"new": ["b", "c"]}], ["b.md"], language)
    assert nav.items == [{"new": ["b.md"]}]
    assert nav.missing == ("a", "c")


def test_alternates_of_a_page() -> None:
    assert alternates(SITE, "linear/", ["ja", "en"]) == [
        Alternate("ja", f"{SITE}ja/linear/"),
        Alternate("en", f"{SITE}en/linear/"),
        Alternate("x-default", f"{SITE}en/linear/"),
    ]


def test_the_neutral_home_is_the_root() -> None:
    assert alternates(SITE, "", ["ja", "en"])[-1] == Alternate("x-default", SITE)


def test_without_english_the_original_is_the_default() -> None:
    assert alternates(SITE, "a/", ["ja"])[-1] == Alternate("x-default", f"{SITE}ja/a/")


def test_a_page_that_no_language_has_is_announced_by_none() -> None:
    assert alternates(SITE, "a/", []) == []


def test_addresses() -> None:
    assert language_url(SITE, "ja") == f"{SITE}ja/"
    assert edit_url("https://r.org/x/", "edit/main/docs/", "ja/a b.md") == (
        "https://r.org/x/edit/main/docs/ja/a%20b.md"
    )
    assert translate_url("https://r.org/x", "edit/main/docs/", "fr", "two/a.md") == (
        "https://r.org/x/new/main/docs/fr/two?filename=a.md"
    )
