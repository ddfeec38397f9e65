"""Each mistake in the texts of a language is told, with its file and its line."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MKDOCS
from derivlearn_site.base import settings, text_problems
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings

JA = """\
name: 日本語
site_name: 本

strings:
  home: ホーム
  hint: ヒント{number}

runner:
  missing: "{name}がありません。"
"""
EN = """\
name: English
site_name: Book

strings:
  home: Home
  hint: Hint {number}

runner:
  missing: There is no {name}.
"""
KO = "name: 한국어\n"
Told = Callable[..., list[str]]


@pytest.fixture
def told(book: Settings) -> Told:
    """Write the texts of the languages and return what is told of them."""

    def problems(*, mkdocs: str = MKDOCS, **texts: str) -> list[str]:
        (book.root / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
        for code, text in ({"ja": JA, "en": EN} | texts).items():
            path = book.docs / code / "book.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = text_problems.problems(settings.load(book.root))
        return [str(problem).removeprefix(f"{book.root}/") for problem in found]

    return problems


def with_korean(mkdocs: str = MKDOCS) -> str:
    return mkdocs.replace("[ja, en]", "[ja, en, ko]")


@pytest.mark.parametrize(
    "text",
    [
        KO,
        f"{KO}strings: {{home: 홈}}\n",
        f"{KO}strings:\n  # A remark.\n  hint: '{{number}}번째 힌트 {{number}}'\n",
        f"{KO}strings:\n\nfigures:\n",
        f"{KO}numerals:\n  - 영\n  - 하나|한\n",
        f"{KO}numerals: []\n",
        f'{KO}messages:\n  "{{code}} holds {{character}}": "{{character}} {{code}}"\n',
        f"{KO}messages:\n  'no {{{{ #id }}}}': '{{{{ #id }}}} 없음'\n",
        f"\ufeff{KO}".replace("\n", "\r\n"),
    ],
)
def test_a_language_may_lack_any_text_but_its_name(told: Told, text: str) -> None:
    assert told(mkdocs=with_korean(), ko=text) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("한국어\n", 1, "a language needs `name: …`"),
        ("", 1, "a language needs `name: …`"),
        ("- name\n", 1, "a language needs `name: …`"),
        ("site_name: 책\n", 1, "a language needs `name: …`"),
        ("site_name: 책\nname:\n", 2, "'name' needs a text"),
        (f"site_name: 1\n{KO}", 1, "'site_name' needs a text; write one, in quotes if"),
        (f"{KO}strings: home\n", 2, "`strings:` holds lines such as `key: text`"),
        (f"{KO}strings:\n  - home\n", 2, "`strings:` holds lines such as `key: text`"),
        (f"{KO}strings:\n  home: [홈]\n", 3, "'home' needs a text"),
        (f"{KO}strings:\n  home: no\n", 3, "'home' needs a text"),
        (f"{KO}strings:\n  home:\n", 3, "'home' needs a text"),
        (f"{KO}strings:\n  home: ' '\n", 3, "'home' needs a text"),
        (f"{KO}string: {{home: 홈}}\n", 2, "nothing is called 'string' here; write na"),
        (
            f"{KO}strings:\n  home: 홈\n\n  home: 집\n",
            5,
            "'home' is there already, on line 3; keep one of them",
        ),
        (f"{KO}\n{KO}", 3, "'name' is there already, on line 1"),
        (
            f"{KO}strings:\n  hoem: 홈\n",
            3,
            "docs/en/book.yml has no 'hoem' below `strings:`; is 'home' meant?",
        ),
        (
            f"{KO}runner:\n  coffee: 커피\n",
            3,
            "docs/en/book.yml has no 'coffee' below `runner:`; delete it",
        ),
        (
            f"{KO}strings:\n  hint: 힌트\n",
            3,
            "'hint' has nothing to be filled in, and docs/en/book.yml:6 has {number};",
        ),
        (
            f"{KO}strings:\n  hint: 힌트 {{번호}}\n",
            3,
            "'hint' has {번호} to be filled in, and docs/en/book.yml:6 has {number};",
        ),
        (
            f"{KO}strings:\n  hint: 힌트 {{number}} {{count}}\n",
            3,
            "'hint' has {count} {number} to be filled in, and docs/en/book.yml:6",
        ),
        (f"{KO}strings:\n  hint: 힌트 {{number\n", 3, "'hint' has { to be filled in"),
        (f"{KO}strings:\n  home: 홈 {{}}\n", 3, "'home' has {} to be filled in, and"),
        (
            f'{KO}messages:\n  "no {{page}}": 없음\n',
            3,
            "'no {page}' has nothing to be filled in, and English has {page};",
        ),
        (f"{KO}messages: [없음]\n", 2, "`messages:` holds lines such as `key: text`"),
        (f"{KO}numerals: 영\n", 2, "`numerals:` holds lines such as `- words`"),
        (f"{KO}numerals:\n  - 영\n  - 하나|(한\n", 4, "'하나|(한' is no regular expre"),
        (f"{KO}numerals:\n  - 영\n  - [한]\n", 4, "'numerals' needs a text"),
        (f"{KO}numerals:\n  - 영{{99999999999}}\n", 3, "'영{99999999999}' is no regul"),
        (f"{KO}strings:\n\thome: 홈\n", 3, "is not YAML"),
        (f"{KO}strings: *home\n", 2, "is not YAML"),
    ],
)
def test_a_mistake_in_the_texts_is_told_with_its_line(
    told: Told, text: str, line: int, message: str
) -> None:
    [found] = told(mkdocs=with_korean(), ko=text)
    assert found.startswith(f"docs/ko/book.yml:{line}: {message}")


def test_a_file_that_is_not_utf_8_is_told(told: Told, book: Settings) -> None:
    assert told() == []
    path = book.docs / "en" / "book.yml"
    path.write_bytes("# Café\nname: English\n".encode("latin-1"))
    [problem] = text_problems.problems(book)
    assert (problem.path, problem.line) == (path, 1)
    assert problem.message.startswith("is not UTF-8 from this line on")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  home: Home\n",
            "",
            ["docs/en/book.yml:4: lacks home below `strings:`, which docs/ja/book.yml"],
        ),
        (
            "runner:\n  missing: There is no {name}.\n",
            "",
            ["docs/en/book.yml:1: lacks missing below `runner:`, which docs/ja/book.y"],
        ),
        (
            "  home:",
            "  edit: Edit\n  home:",
            ["docs/ja/book.yml:4: lacks edit below `strings:`, which docs/en/book.yml"],
        ),
        (
            "  hint:",
            "  hnt:",
            [
                "docs/en/book.yml:6: docs/ja/book.yml has no 'hnt' below `strings:`;",
                "docs/ja/book.yml:6: docs/en/book.yml has no 'hint' below `strings:`;",
            ],
        ),
        (
            "{number}",
            "{nombre}",
            [
                "docs/en/book.yml:6: 'hint' has {nombre} to be filled in, and docs",
                "docs/ja/book.yml:6: 'hint' has {number} to be filled in, and docs",
            ],
        ),
        ("  home: Home\n", "  home: 1\n", ["docs/en/book.yml:5: 'home' needs a text"]),
    ],
)
def test_the_original_and_english_have_the_same_texts(
    told: Told, old: str, new: str, expected: list[str]
) -> None:
    assert old in EN
    found = told(en=EN.replace(old, new), ko=KO, mkdocs=with_korean())
    assert [f.startswith(e) for f, e in zip(found, expected, strict=True)] == [
        True for _ in expected
    ], found


def test_without_english_the_original_is_what_others_are_compared_with(
    told: Told, book: Settings
) -> None:
    mkdocs = MKDOCS.replace("[ja, en]", "[ja, ko]")
    (book.docs / "en" / "demo.md").unlink()
    text = f"{KO}strings:\n  hint: 힌트\n"
    [unlisted, found] = told(mkdocs=mkdocs, ko=text)
    assert unlisted.startswith("docs/en/book.yml:1: lies in no language's folder; add")
    assert "'hint' has nothing to be filled in, and docs/ja/book.yml:6 has" in found


def test_a_language_without_a_file_is_told_where_it_is_listed(
    told: Told, book: Settings
) -> None:
    mkdocs = MKDOCS.replace("[ja, en]", "[ja, en, ko-KR]")
    line = mkdocs[: mkdocs.index("[ja")].count("\n") + 1
    [unlisted, listed] = told(mkdocs=mkdocs, ko=KO)
    assert listed.startswith(
        f"mkdocs.yml:{line}: names 'ko-KR', but there is no docs/ko-KR/book.yml; write"
    )
    assert unlisted.startswith("docs/ko/book.yml:1: lies in no language's folder; add")
    several = MKDOCS.replace("[ja, en]", "\n        - ja\n        - en\n        - fr")
    (book.docs / "ko" / "book.yml").unlink()
    [found] = told(mkdocs=several)
    assert found.startswith(
        f"mkdocs.yml:{line + 3}: names 'fr', but there is no docs/f"
    )


def test_a_folder_of_pages_that_is_no_language_is_told(
    told: Told, book: Settings
) -> None:
    page = book.docs / "fr" / "demo.md"
    page.parent.mkdir()
    page.write_text("# Démo { #demo }\n", encoding="utf-8")
    (book.docs / "assets").mkdir()
    [found] = told()
    assert found.startswith(
        "docs/fr/demo.md:1: lies in no language's folder; add 'fr' to `languages:` in"
    )


def test_a_part_without_a_title_is_told_where_nav_names_it(told: Told) -> None:
    titles = "sections:\n  one: 1\n".replace("1", "'1'")
    mkdocs = f"{MKDOCS}nav:\n  - demo\n  - one: [demo]\n  - two: # the second\n"
    [found] = told(mkdocs=mkdocs, ja=JA + titles, en=EN + titles)
    line = mkdocs.count("\n")
    assert found.startswith(
        f"mkdocs.yml:{line}: nav names the part 'two', which has no title below `sectio"
    )


@pytest.mark.parametrize(
    ("listed", "below", "message"),
    [
        ("{ja: {name: 日本語}}", 0, "write `languages:` as a list of codes, first"),
        ("ja", 0, "write `languages:` as a list of codes, first"),
        ("[]", 0, "write `languages:` as a list of codes, first"),
        ("", 0, "write `languages:` as a list of codes, first"),
        ("[ja, 한국어]", 0, "'한국어' is no code of a language; write one such as ko,"),
        ("[ja, en_US]", 0, "'en_US' is no code of a language; write one such as ko, p"),
        ("[ja, ../en]", 0, "'../en' is no code of a language"),
        ("[ja, no]", 0, "write the code in quotes: 'no'"),
        (
            "\n        - ja\n        - en\n        - ja",
            3,
            "'ja' is there more than once",
        ),
        ("\n        - ja\n        - en: English", 2, "'…' is no code of a language"),
    ],
)
def test_a_list_of_languages_that_is_none_is_told(
    book: Settings, listed: str, below: int, message: str
) -> None:
    mkdocs = MKDOCS.replace("[ja, en]", listed)
    path = book.root / "mkdocs.yml"
    path.write_text(mkdocs, encoding="utf-8")
    line = mkdocs[: mkdocs.index("languages:")].count("\n") + 1 + below
    place = f"{Path(path).as_posix()}:{line}: {message}"
    with pytest.raises(SourceError, match=re.escape(place)):
        settings.load(book.root)


def test_a_book_without_languages_is_told(book: Settings) -> None:
    mkdocs = re.sub(r"derivlearn-site:\n.+\n", "derivlearn-site\n", MKDOCS)
    (book.root / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    with pytest.raises(SourceError, match=r"mkdocs\.yml:1: lacks `derivlearn-site:`"):
        settings.load(book.root)


@pytest.mark.parametrize("code", ["no", "pt-BR", "zh-Hant", "gsw"])
def test_the_tag_of_a_language_is_its_code(told: Told, code: str) -> None:
    mkdocs = MKDOCS.replace("[ja, en]", f"[ja, en, '{code}']")
    assert told(mkdocs=mkdocs, **{code: "name: A\n"}) == []
