"""Nothing is published that a reader's browser would run, fetch or be led astray by.

Each mistake is made in a copy of the frozen book.
"""

from pathlib import Path

import pytest

import frozen_book
from frozen_book import Edit, drop, put
from mistake import Mistake

EN, JA = "docs/en/growth.md", "docs/ja/growth.md"
SENTENCE = "Here is a function to work with."
HTML = "would be HTML, of which a text holds none"
ATTRIBUTES = "nothing has attributes but a heading"
ELSEWHERE = "would be loaded by each page from elsewhere"
FETCHES = "would make each reader's browser run or fetch something"
NO_PLACE = "files of this kind have no place here"


def below(text: str) -> Edit:
    """Put a paragraph below the first one."""
    return put(SENTENCE, f"{SENTENCE}\n\n{text}\n\n")


def behind(text: str) -> Edit:
    """Put something behind a sentence."""
    return put(SENTENCE, f"{SENTENCE} {text}")


def new(text: str) -> Edit:
    """Write a file that is not there."""
    return lambda _: text.encode()


MARKUP = [
    Mistake(f"a page holds {name}", EN, edit, HTML, at=at, japanese="HTMLは書けません")
    for name, edit, at in [
        ("a script", below("<script>alert(1)</script>"), "<script>"),
        ("a script of another site", below('<script src="//e.org/x.js">'), "<script"),
        ("an image that runs something", behind("<img src=x onerror=f()>"), SENTENCE),
        ("a frame", below('<iframe src="https://e.org"></iframe>'), "<iframe"),
        ("a style", below("<style>body { display: none }</style>"), "<style>"),
        ("a form", below('<form action="https://e.org"><input></form>'), "<form"),
        ("an object", below('<object data="https://e.org/x"></object>'), "<object"),
        ("a drawing that runs something", behind("<svg onload=f()></svg>"), SENTENCE),
        ("a tag that is not closed", behind("<details"), SENTENCE),
        ("the end of a tag", behind("</article>"), SENTENCE),
        ("a tag in capitals", behind("<SCRIPT>f()</SCRIPT>"), SENTENCE),
        ("a tag that nobody knows", behind("<x-y>"), SENTENCE),
        ("a declaration", behind("<!DOCTYPE html>"), SENTENCE),
        ("an instruction", behind("<?php f() ?>"), SENTENCE),
        (
            "a link that opens a window",
            behind('<a href="x" target="_blank">'),
            SENTENCE,
        ),
        (
            "a tag in a heading",
            put("## Wait a year", "## <b>Wait</b> a year"),
            "## <b>",
        ),
        (
            "a tag in a title",
            put('"In the leaflet"', '"<i>In</i> the leaflet"'),
            "!!! note",
        ),
        ("a tag in a hint", put("hint: Count", "hint: <b>Count</b>"), "hint: <b>"),
        ("a tag in a question", put("ask: How far", "ask: <b>How</b> far"), "ask: <b>"),
        (
            "a tag in a reason",
            put("because: It closes", "because: <img src=x> It closes"),
            "because: <img",
        ),
    ]
] + [
    Mistake(
        "a page holds a tag in a table",
        "docs/en/saving.md",
        put("| the words |", "| <b>the</b> words |"),
        HTML,
    ),
    Mistake(
        "a description holds a tag",
        EN,
        put("description: Wait", "description: <b>Wait</b>"),
        HTML,
    ),
    Mistake("a text alternative holds a tag", EN, put("alt: A", "alt: <b>A</b>"), HTML),
    Mistake(
        "a caption holds a tag", EN, put("caption: As", "caption: <i>As</i>"), HTML
    ),
    Mistake("a label holds a tag", EN, put("curve: ever", "curve: <i>ever</i>"), HTML),
    Mistake(
        "a text of the site holds a tag",
        "docs/en/book.yml",
        put("read: Read", "read: <b>Read</b>"),
        HTML,
    ),
    Mistake(
        "the name of a language holds a tag",
        "docs/en/book.yml",
        put("name: English", "name: <b>English</b>"),
        HTML,
    ),
    Mistake(
        "the title of the site runs something",
        "docs/en/book.yml",
        put("site_name: How", "site_name: <img src=x onerror=f()>How"),
        HTML,
    ),
    Mistake(
        "a text of the site leads elsewhere by a script",
        "docs/en/book.yml",
        put("read: Read", 'read: <a href="javascript:f()">Read</a>'),
        HTML,
    ),
    Mistake(
        "a term holds a tag",
        "docs/glossary.yml",
        put("en: principal", "en: <b>principal</b>"),
        HTML,
    ),
    Mistake(
        "a definition runs something",
        "docs/glossary.yml",
        put("en: The money", "en: <img src=x onerror=f()> The money"),
        HTML,
    ),
    Mistake(
        "a comment goes on",
        EN,
        below("<!-- a comment\nof two lines -->"),
        "a comment ends on the line it begins on",
        at="<!-- a comment",
    ),
    *(
        Mistake(f"attributes stand {name}", EN, edit, ATTRIBUTES, at=at)
        for name, edit, at in [
            ("behind a link", behind("[a](#limit){ onclick=f() }"), SENTENCE),
            ("behind a word", behind("**a**{ .large }"), SENTENCE),
            ("below a paragraph", put(SENTENCE, f"{SENTENCE}\n{{: .x }}"), "{: .x }"),
            ("on a line of their own", below("{ style=x }"), "{ style=x }"),
        ]
    ),
    Mistake(
        "a heading has more than an id",
        EN,
        put("{ #wait }", "{ #wait onclick=f() }"),
        "give the heading an id",
    ),
]

ADDRESSES = [
    *(
        Mistake(
            f"a link leads to {scheme}:",
            EN,
            behind(f"[a]({scheme}:x)"),
            f"'{scheme.lower()}:' leads nowhere that a reader may be sent",
        )
        for scheme in ("javascript", "JavaScript", "data", "vbscript", "file", "ftp")
    ),
    Mistake(
        "an address is misspelt",
        EN,
        behind("[a](htps://example.org)"),
        "'htps:' leads nowhere that a reader may be sent; an address begins",
        japanese="「htps:」で始まるリンクは書けません",
    ),
    Mistake(
        "an address stands apart from its link",
        EN,
        below("[a][b]\n\n[b]: https://example.org"),
        "write the address where the link is",
        at="[b]: https",
    ),
    Mistake(
        "an image comes from elsewhere",
        EN,
        behind("![a](https://example.org/a.png)"),
        "a page shows no image but its figures",
    ),
    Mistake(
        "an image is no figure",
        EN,
        behind("![a](../assets/favicon.svg)"),
        "a page shows no image but its figures",
    ),
    Mistake(
        "every page loads a script from elsewhere",
        "mkdocs.yml",
        put("extra_css:", "extra_javascript:\n  - https://e.org/x.js\nextra_css:"),
        ELSEWHERE,
        at="  - https://e.org",
    ),
    Mistake(
        "every page loads a module from elsewhere",
        "mkdocs.yml",
        put("extra_css:", "extra_javascript:\n  - path: //e.org/x.mjs\nextra_css:"),
        ELSEWHERE,
        at="  - path: //e.org",
    ),
    Mistake(
        "every page loads a style sheet from elsewhere",
        "mkdocs.yml",
        put("../assets/book.css", "https://e.org/x.css"),
        ELSEWHERE,
    ),
    Mistake(
        "the mark of the site comes from elsewhere",
        "mkdocs.yml",
        put("favicon: ../assets/favicon.svg", "favicon: https://e.org/x.svg"),
        ELSEWHERE,
    ),
]

FILES = [
    *(
        Mistake(f"{name} lies in {folder}", f"{folder}/{name}", new("x"), NO_PLACE)
        for folder, name in [
            ("docs/assets", "x.js"),
            ("docs/assets", "x.html"),
            ("docs/assets", "x.exe"),
            ("docs/assets", "x.py"),
            ("docs/assets", "nothing"),
            ("docs/en", "growth.html"),
            ("docs/en", "growth.docx"),
            ("snippets/growth", "years.txt"),
            ("snippets/growth", "data.csv"),
            ("snippets/growth", "years.sh"),
        ]
    ),
    Mistake(
        "an asset is large",
        "docs/assets/large.png",
        lambda _: b"x" * 3 * 1024**2,
        "has 3.0 MB, more than 1 MB",
        at="",
        japanese="3.0 MBあり",
    ),
    Mistake(
        "a line of a snippet is large",
        "snippets/growth/years.py",
        lambda data: data + b"# " + b"x" * 2 * 1024**2 + b"\n",
        "has 2.0 MB, more than 1 MB",
        at='"""',
    ),
    *(
        Mistake(f"{name} {what}", f"docs/assets/{name}", new(text), FETCHES)
        for name, what, text in [
            ("x.svg", "has a script", "<svg><script>f()</script></svg>"),
            ("x.svg", "runs something", "<svg onload='f()'></svg>"),
            ("x.svg", "shows a page", "<svg><foreignObject/></svg>"),
            ("x.svg", "loads an image", '<svg><image href="https://e.org/x"/></svg>'),
            ("x.svg", "has entities", '<!ENTITY x SYSTEM "file:///etc/passwd">'),
            ("x.css", "imports another", "@import 'https://e.org/x.css';"),
            ("x.css", "imports a file", "@import url(x.css);"),
            ("x.css", "loads an image", "p { background: url(https://e.org/x) }"),
            ("x.css", "loads a font", "@font-face { src: url('//e.org/x.woff2') }"),
        ]
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


@pytest.mark.parametrize(
    "mistake", [pytest.param(m, id=m.name) for m in (*MARKUP, *ADDRESSES, *FILES)]
)
def test_what_may_not_be_published_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


@pytest.mark.parametrize(
    "name",
    [
        "docs/assets/linked.png",
        "docs/en/linked.md",
        "docs/assets/linked",
        "snippets/growth/linked.py",
        "figures/linked.py",
        "src/interest/linked.py",
    ],
)
@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "nowhere"])
def test_a_link_to_another_place_is_told(book: Path, name: str, target: str) -> None:
    path = book / name
    path.symlink_to(target)
    try:
        told = [(each.path, str(each.message)) for each in frozen_book.problems(book)]
    finally:
        path.unlink()
    assert (path, "is a link to another place; put the file itself here") in told


@pytest.mark.parametrize(
    "edit",
    [
        behind("1 < 2, and x < y as well as `<b>` and $a<b$."),
        behind("See <https://example.org> or [there](https://example.org)."),
        below("<!-- a comment with <b> in it -->"),
        below("```console\n$ echo <b>\n```"),
        put("{ #wait }", "{#wait}"),
        drop("Next comes [Year by year](ledger.md), a notebook.\n"),
    ],
)
def test_what_looks_like_it_and_is_none_is_left_alone(book: Path, edit: Edit) -> None:
    ours = (HTML, ATTRIBUTES, "leads nowhere that")
    with frozen_book.edited(book, EN, edit):
        found = map(str, frozen_book.problems(book))
        assert [each for each in found if any(own in each for own in ours)] == []
