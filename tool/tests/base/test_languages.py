"""The languages of the book."""

import pytest

from derivlearn_site.base.languages import (
    Alternate,
    alternates,
    edit_url,
    language_url,
    missing_files,
    read_languages,
    resolve_nav,
    slug_of,
    translate_url,
)

SITE = "https://example.org/book/"
ENTRIES = {
    "ja": {
        "name": "日本語",
        "site_name": "本",
        "sections": {"one": "第1部"},
        "strings": {"home": "ホーム"},
    },
    "en": {
        "name": "English",
        "site_name": "Book",
        "sections": {"one": "Part I", "two": "Part II"},
        "strings": {"home": "Home", "edit": "Edit"},
    },
    "fr": {"name": "Français"},
}


def test_the_first_language_is_the_original() -> None:
    assert [language.code for language in read_languages(ENTRIES)] == ["ja", "en", "fr"]


def test_what_a_language_lacks_is_english() -> None:
    japanese, _, french = read_languages(ENTRIES)
    assert japanese.strings == {"home": "ホーム", "edit": "Edit"}
    assert japanese.sections == {"one": "第1部", "two": "Part II"}
    assert french.site_name == "Book"
    assert french.strings["home"] == "Home"


@pytest.mark.parametrize("entry", [None, "Français", {}, {"site_name": "Livre"}])
def test_a_language_says_its_name(entry: object) -> None:
    with pytest.raises(ValueError, match=r"languages: fr: .*name"):
        read_languages({"fr": entry})


def test_a_book_has_a_language() -> None:
    with pytest.raises(ValueError, match="at least one"):
        read_languages({})


@pytest.mark.parametrize(
    ("path", "slug"),
    [("linear.md", "linear"), ("a/b.md", "a/b"), ("error.ipynb", "error")],
)
def test_slug(path: str, slug: str) -> None:
    assert slug_of(path) == slug


def test_pages_are_borrowed_by_slug_and_other_files_by_name() -> None:
    original = ["a.md", "b.md", "c.ipynb", "map.svg", "d.svg"]
    assert missing_files(original, ["a.md", "c.md", "map.svg"]) == ["b.md", "d.svg"]


def test_nav_in_each_language() -> None:
    nav = ["index", {"one": ["a", {"two": ["b"]}]}, "c"]
    paths = ["index.md", "a.md", "b.ipynb", "c.md", "picture.svg"]
    japanese, english, _ = read_languages(ENTRIES)
    assert resolve_nav(nav, paths, japanese).items == [
        {"ホーム": "index.md"},
        {"第1部": ["a.md", {"Part II": ["b.ipynb"]}]},
        "c.md",
    ]
    assert resolve_nav(nav, paths, english).items[0] == {"Home": "index.md"}


def test_nav_names_the_slugs_without_a_page() -> None:
    (language,) = read_languages({"ja": ENTRIES["ja"]})
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
