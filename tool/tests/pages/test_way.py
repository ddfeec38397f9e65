"""A page can show the path: its chapters, numbered, with what each lets one do."""

import pytest

from conftest import PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page, way
from derivlearn_site.publish import place, staging
from derivlearn_site.translation import checks, translator
from derivlearn_site.translation.drift import TODO
from shown import language_of

STRINGS = {"first_chapter": "Begin", "continue": "Go on: {chapter}"}
LANGUAGES, PARTS = "languages: [ja, en]", "      parts: [part-1, part-2]"
NAV = "nav: [home, part-1: [demo, other], part-2: [last], beside: [aside]]\n"
TITLES = "sections: {part-1: One, part-2: Two, beside: Beside}\n"
ABLE = "able: Double a number.\n"


def text_of(title: str, able: str = "", more: str = "") -> str:
    return (
        f"---\ndescription: {title}.\n{able}---\n\n"
        f"# {title} {{ #{title.lower()} }}\n{more}"
    )


FILES = {
    "home": text_of("Home", more=f"\n{way.FIRST}\n\n{way.ALL}\n"),
    "demo": PAGE.replace("---\n\n", f"{ABLE}---\n\n", 1),
    "other": text_of("Other", "able: Halve & it.\n"),
    "last": text_of("Last", "able: Do it all.\n"),
    "aside": text_of("Aside"),
}


@pytest.fixture
def path(book: Settings) -> Settings:
    """A book with a path of two parts."""
    config = book.root / "mkdocs.yml"
    settled = config.read_text().replace(LANGUAGES, f"{LANGUAGES}\n{PARTS}", 1)
    config.write_text(f"site_name: demo\n{settled}{NAV}")
    for language in book.languages:
        with (book.docs / language / "book.yml").open("a") as file:
            file.write(TITLES)
        for slug, text in FILES.items():
            (book.docs / language / f"{slug}.md").write_text(text)
    return settings.load(book.root)


def shown(book: Settings, language: str = "ja") -> str:
    return "\n".join(way.lines(book, language))


def told(book: Settings) -> list[str]:
    return [
        f"{book.relative(each.path).as_posix()}:{each.line}: {each.message}"
        for each in checks.problems(book)
        if "snippets" not in str(each.path)
    ]


def test_the_path_is_shown_in_the_order_of_the_navigation_and_numbered_on(
    path: Settings,
) -> None:
    assert shown(path).splitlines() == [
        "### One { #part-1 }",
        "",
        '<ol class="dl-path" data-search-exclude markdown="1">',
        '<li value="1" data-chapter="demo" markdown="1">',
        "[Double](demo.md)",
        "<span>Double a number.</span></li>",
        '<li value="2" data-chapter="other" markdown="1">',
        "[Other](other.md)",
        "<span>Halve &amp; it.</span></li>",
        "</ol>",
        "",
        "### Two { #part-2 }",
        "",
        '<ol class="dl-path" data-search-exclude markdown="1">',
        '<li value="3" data-chapter="last" markdown="1">',
        "[Last](last.md)",
        "<span>Do it all.</span></li>",
        "</ol>",
    ]


def test_the_way_in_leads_to_the_first_chapter(path: Settings) -> None:
    assert "[Begin](demo.md)" in place.way_in(path, STRINGS)


def test_a_chapter_that_is_not_translated_is_marked_as_the_original(
    path: Settings,
) -> None:
    (path.docs / "en/other.md").unlink()
    rows = shown(path, "en")
    assert 'data-chapter="other" lang="ja" markdown="1">' in rows
    assert '<li value="1" data-chapter="demo" markdown="1">' in rows


def test_a_page_shows_the_path_in_the_place_of_its_lines(path: Settings) -> None:
    strings = {**language_of(path).strings, **STRINGS}
    read = page.read(path.docs / "ja/home.md", path)
    text = staging.stage(read, strings, fresh={})
    assert "<!--" not in text
    assert text.index("[Begin](demo.md)") < text.index("[Double](demo.md)")


def test_a_path_without_a_mistake_is_fine(path: Settings) -> None:
    assert told(path) == []


def test_who_shows_no_path_needs_no_word_of_it(path: Settings) -> None:
    for language in path.languages:
        for slug in path.slugs:
            file = path.docs / language / f"{slug}.md"
            lines = file.read_text().splitlines(keepends=True)
            file.write_text("".join(t for t in lines if "able:" not in t))
        (path.docs / language / "home.md").write_text(text_of("Home"))
    assert told(path) == []


JA, EN = "docs/ja/other.md", "docs/en/other.md"
LACKS = "the front matter lacks an `able: …`"


@pytest.mark.parametrize(
    ("files", "old", "new", "expected"),
    [
        ((JA, EN), "able: Halve & it.\n", "", f"{JA}:1: {LACKS}"),
        ((JA,), "able: Halve & it.\n", "", f"{JA}:1: {LACKS}"),
        ((EN,), "able: Halve & it.\n", "", f"{EN}:1: lacks the `able:` of {JA}"),
        ((JA,), "Halve & it.", "", f"{JA}:3: write `able: …` as one sentence"),
        ((EN,), "Halve & it.", "''", f"{EN}:3: write `able: …` as one sentence"),
        ((JA,), "Halve & it.", "[1, 2]", f"{JA}:3: write `able: …` as one sentence"),
        ((JA,), "Halve & it.", "so `x`", f"{JA}:3: `able:` is shown as it is written"),
        (
            (EN,),
            "Halve & it.",
            "so **it**",
            f"{EN}:3: `able:` is shown as it is written",
        ),
        ((JA,), "Halve & it.", "so: it", f"{JA}:3: is not YAML"),
        ((JA,), "able: H", "Able: H", f"{JA}:1: {LACKS}"),
    ],
)
def test_what_a_chapter_does_not_say_is_told(
    path: Settings, files: tuple[str, ...], old: str, new: str, expected: str
) -> None:
    for name in files:
        file = path.root / name
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new))
    assert any(each.startswith(expected) for each in told(path)), told(path)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<!-- path: -->", "write `<!-- path -->` for the path"),
        ("<!-- path last -->", "write `<!-- path -->` for the path"),
        ("    <!-- path -->", "write `<!-- path -->` for the path"),
        (way.ALL, "the page shows this already"),
    ],
)
def test_a_line_that_shows_no_path_is_told(
    path: Settings, line: str, expected: str
) -> None:
    file = path.docs / "ja/home.md"
    file.write_text(f"{FILES['home']}\n{line}\n")
    place = f"docs/ja/home.md:{len(file.read_text().splitlines())}"
    assert any(each.startswith(f"{place}: {expected}") for each in told(path))


def test_what_no_page_shows_is_told(path: Settings) -> None:
    (path.docs / "ja/aside.md").write_text(text_of("Aside", ABLE))
    expected = "docs/ja/aside.md:3: `able:` is shown by no page"
    assert any(each.startswith(expected) for each in told(path))


def test_a_path_in_a_book_without_parts_is_told(path: Settings) -> None:
    config = path.root / "mkdocs.yml"
    config.write_text(config.read_text().replace(PARTS, ""))
    found = told(settings.load(path.root))
    assert any("there is no path to show" in each for each in found)


def test_what_one_is_able_to_do_is_translated_like_the_description(
    path: Settings,
) -> None:
    original = page.read(path.docs / "ja/other.md", path)
    (path.docs / "en/other.md").unlink()
    made = translator.begin(path, "en", "other").read_text()
    assert made.startswith(
        f"---\n# {TODO}\ndescription: Other.\n# {TODO}\nable: Halve & it.\n---\n"
    )
    assert original.line_of(way.KEY) == 3
    with pytest.raises(translator.UnfinishedError) as refused:
        translator.done(path, "en", "other")
    lines = [(each.line, str(each.message)) for each in refused.value.problems]
    assert (4, "able") in [(n, "able") for n, text in lines if "`able:`" in text]
