"""The Japanese prose as textlint reads it, and what textlint says of it."""

import shutil
from collections.abc import Sequence

import pytest

from derivlearn_site import cli
from derivlearn_site.base import settings
from derivlearn_site.base.errors import Problem, SourceError
from derivlearn_site.pages import glossary, page
from derivlearn_site.translation import textlint
from examples import Linted
from frozen_book import BOOK
from needs import NPM, WEB, needs

PAGES = [page.read(path, BOOK) for path in BOOK.pages(textlint.LANGUAGE)]
TERMS = glossary.read(BOOK)

# Each line is told apart by what stands beside it: the line that textlint gets.
SHOWN = [
    ("---", ""),
    ("description: 傾きを測ります。", "- 傾きを測ります。"),
    ("able: 傾きを測れます。", "- 傾きを測れます。"),
    ("---", ""),
    ("", ""),
    ("# 微分とは { #demo }", "# 微分とは"),
    ("", ""),
    ("点$x$で`f`を測ると$x^2$です。", "点`x`で`f`を測ると`x`です。"),
    ("**値は3です。**傾きも**3**です。", "値は3です。傾きも3です。"),
    ("$$", ""),
    ("f(x) = 3", ""),
    ("$$", ""),
    ("<!-- differs: numbers -- 英語では", ""),
    ("言葉で書く --> 続きます。", " 続きます。"),
    ("", ""),
    ("```figure", ""),
    ("figure: growth", ""),
    ("alt: 曲線がある。", "- 曲線がある。"),
    ("caption: '曲線です。'", "- 曲線です。"),
    ("slope: 傾き", "###### 傾き"),
    ("```", ""),
    ("- 項目です。", "- 項目です。"),
    ("", ""),
    ('    !!! note "元の記事では"', "    ###### 元の記事では"),
    ("        $x$は入力です。", "    `x`は入力です。"),
    ("", ""),
    ('??? answer "答え"', "###### 答え"),
    ("    外の本文です。", "外の本文です。"),
    ("", ""),
    ('    !!! note "内"', "###### 内"),
    ("        内の本文です。", "内の本文です。"),
    ("    !!! note", ""),
    ("        題がありません。", "題がありません。"),
    ("", ""),
    ("    ```python", ""),
    ("    スロープ = 3", ""),
    ("    ```", ""),
    ("", ""),
    ("外に戻ります。", "外に戻ります。"),
    ("```exercise", ""),
    ('--8<-- "demo/triple.py:start"', ""),
    ("hint: $x$を動かします。", "- `x`を動かします。"),
    ("```", ""),
]

# One mistake after another, by the place that it stands in.
PLANTED = {
    "description": "description: この元本はもと金とも呼びます。",
    "able": "able: 元本の値が見れます。",
    "": "---",
    "heading": "# もと金とは { #demo }",
    "paragraph": "点$x$での値が見れます。",
    "particles": "点で$x$で$y$で測ります。",
    "stress": "**値が決めれます。**傾きが決まります。",
    "plain": "ここは である調である。",
    "item": "- ここから値が見れます。",
    "remark title": '!!! note "もと金について"',
    "remark": "    ここからも値が見れます。",
    "inner title": '    ??? answer "答え"',
    "inner remark": "        この関数は値を計算することができます。",
    "table": "| 名前 | 意味 |",
    "ruler": "|---|---|",
    "cell": "| 傾き | 値が見れます |",
    "fence": "```figure",
    "figure": "figure: growth",
    "alt": "alt: グラフから値が見れる。",
    "caption": "caption: グラフから値が見れます。",
    "label": "steps: もと金",
    "end": "```",
    "exercise": "```exercise",
    "include": '--8<-- "demo/triple.py:start"',
    "hint": "hint: 値が見れます。",
    "other hint": "hint: 値が返ります。",
    "close": "```",
}
WRONG = {
    "description": "prh",
    "able": "no-dropping-the-ra",
    "heading": "prh",
    "paragraph": "no-dropping-the-ra",
    "particles": "no-doubled-joshi",
    "stress": "no-dropping-the-ra",
    "plain": "no-mix-dearu-desumasu",
    "item": "no-dropping-the-ra",
    "remark title": "prh",
    "remark": "no-dropping-the-ra",
    "inner remark": "ja-no-redundant-expression",
    "cell": "no-dropping-the-ra",
    "alt": "no-dropping-the-ra",
    "caption": "no-dropping-the-ra",
    "label": "prh",
    "hint": "no-dropping-the-ra",
}


def parsed(lines: list[str], name: str = "demo") -> page.Page:
    path = BOOK.docs / textlint.LANGUAGE / f"{name}.md"
    return page.parse("\n".join(lines) + "\n", path, BOOK)


def planted() -> page.Page:
    lines: list[str] = ["---"]
    for place, line in PLANTED.items():
        # A paragraph of its own each, but within a fence, a table and a remark.
        joined = {"", "ruler", "cell", "remark", "figure", "alt", "caption", "label"}
        joined |= {"end", "include", "hint", "other hint", "close"}
        lines += [line] if place in joined | {"description", "able"} else ["", line]
    return parsed(lines, "planted")


@pytest.fixture(scope="module")
def linted() -> Linted:
    wrong = planted()
    return Linted(BOOK, [(wrong.path, textlint.markdown(wrong))])


@pytest.fixture(scope="module")
def told(linted: Linted) -> Sequence[Problem]:
    return linted.problems


def test_the_book_keeps_to_the_rules(told: Sequence[Problem]) -> None:
    own = {path for path, _ in textlint.prose(BOOK)}
    assert len(own) == len(PAGES) + 1
    assert [str(problem) for problem in told if problem.path in own] == []


def test_a_mistake_is_told_with_the_line_that_it_stands_on(
    told: Sequence[Problem],
) -> None:
    wrong = planted()
    expected = {
        (wrong.lines.index(PLANTED[place]) + 1, rule) for place, rule in WRONG.items()
    }
    found = {
        (problem.line, problem.message.rpartition("[")[2].rstrip("]").split("/")[-1])
        for problem in told
        if problem.path == wrong.path
    }
    assert found == expected


def test_the_python_check_does_not_know_most_of_them() -> None:
    wrong = planted()
    words = [problem.line for problem in glossary.wrong_words(wrong, TERMS)]
    named = [PLANTED[place] for place in ("heading", "remark title")]
    assert words == [wrong.lines.index(line) + 1 for line in named]


def test_a_message_shows_the_place_and_names_the_rule(told: Sequence[Problem]) -> None:
    [message] = [
        problem.message
        for problem in told
        if problem.path.stem == "planted" and "「もと金に" in problem.message
    ]
    assert message == "textlint, at 「もと金について」: もと金 => 元本 [prh]"


def test_each_bad_example_of_the_glossary_is_found_and_no_good_one(
    linted: Linted,
) -> None:
    linted.tells_the_examples_apart()


def test_a_term_that_is_said_twice_is_one_rule() -> None:
    rules = textlint.term_rules(TERMS)["rules"]
    expected = {word for term in TERMS for word in term.never(textlint.LANGUAGE)}
    assert sorted(rule["pattern"] for rule in rules) == sorted(expected)
    instead = {rule["pattern"]: rule["expected"] for rule in rules}
    assert instead["リミット"] == "極限、目標額"


def test_each_line_is_what_textlint_reads_right() -> None:
    read = parsed([line for line, _ in SHOWN])
    lines = textlint.markdown(read).split("\n")
    assert list(zip(read.lines, lines, strict=False)) == SHOWN


@pytest.mark.parametrize("read", PAGES, ids=lambda each: each.slug)
def test_every_page_keeps_its_lines(read: page.Page) -> None:
    text = textlint.markdown(read)
    assert text.count("\n") == len(read.lines)
    for heading in read.headings:
        line = text.split("\n")[heading.line - 1]
        assert line.startswith("#" * heading.level + " ")
    assert "$" not in text.replace("`$", "")
    assert "--8<--" not in text


def test_a_picture_that_cannot_be_read_is_left_to_the_other_check() -> None:
    read = parsed(["```figure", "caption: 値", "```"])
    assert textlint.markdown(read) == "\n" * 3


def test_without_textlint_the_command_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(BOOK.root)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert cli.main(["textlint"]) == 1
    assert f"`npm ci --prefix {WEB}`" in capsys.readouterr().err


def test_the_other_check_needs_no_node(
    book: settings.Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (book.docs / "glossary.yml").write_text(
        "slope: {ja: 傾き, en: slope, never: {ja: [Doubling]}}\n", encoding="utf-8"
    )
    path = book.docs / "ja" / "demo.md"
    path.write_text(path.read_text().replace("Twice four", "Doubling"))
    monkeypatch.chdir(book.root)
    monkeypatch.setenv("PATH", "")
    assert cli.main(["check"]) == 1
    told = capsys.readouterr().err
    assert "write '傾き', not 'Doubling'" in told
    assert "Node" not in told
    assert "npm" not in told


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("rules: [", r"textlint\.yml:3: is not YAML"),
        ("rules: {preset-ja-technical-writing: {}, nothing: true}", "textlint cannot"),
    ],
)
def test_a_mistake_in_the_settings_is_told(
    rules: str, told: str, book: settings.Settings
) -> None:
    if shutil.which("node") is None or not (WEB / "node_modules/textlint").is_dir():
        needs("textlint", NPM)
    (book.docs / textlint.FILE).write_text(f"{rules}\nallow: {{}}\n")
    with pytest.raises(SourceError, match=told):
        textlint.lint([(book.docs / "ja/demo.md", "本文です。\n")], book)
