"""Headings break between phrases, where a language writes no spaces."""

import pytest
from markdown import Markdown

from derivlearn_site.publish.phrases import Phrases


def html(text: str, language: str = "ja") -> str:
    md = Markdown(extensions=["toc", "tables", "admonition"])
    md.treeprocessors.register(Phrases(md, language), "phrases", 4)
    return md.convert(text).replace("<wbr />", "|")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# 最後のバイアスに対する傾き", ">最後の|バイアスに|対する|傾き</h1>"),
        ("## [手で書く](a.md)", '><a href="a.md">手で|書く</a></h2>'),
        ("### `手で書く`を読む", "><code>手で書く</code>を|読む</h3>"),
        ("# <b>傾き</b>を求める", "><b>傾き</b>を|求める</h1>"),
        (
            '!!! note "傾きを求める"\n    傾きを求める',
            ">傾きを|求める</p>\n<p>傾きを求める<",
        ),
        ("| 傾きを求める |\n|-|\n| 傾きを求める |", "<th>傾きを|求める</th>"),
        ("傾きを求める", "<p>傾きを求める</p>"),
    ],
)
def test_what_is_short_breaks_between_phrases(text: str, shown: str) -> None:
    assert shown in html(text)


def test_a_language_with_spaces_needs_no_marks() -> None:
    assert "|" not in html("# The slope of a line", "en")


def test_the_contents_have_the_heading_as_it_is() -> None:
    md = Markdown(extensions=["toc"])
    md.treeprocessors.register(Phrases(md, "ja"), "phrases", 4)
    md.convert("# 傾きを求める")
    (token,) = md.toc_tokens  # type: ignore[attr-defined]
    assert token["name"] == token["html"] == "傾きを求める"
