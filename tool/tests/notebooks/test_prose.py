"""What MkDocs reads and others do not is written so that all of them do."""

import base64
import re
from xml.etree import ElementTree as ET

import pytest

from derivlearn_site.notebooks.prose import folded, picture, prose, quoted
from frozen_book import BOOK


def resolve(target: str) -> str:
    return f"/{target}"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[極限](growth.md#limit)です", "[極限](/growth.md#limit)です"),
        ("[`x`](a.md)と`[x](a.md)`", "[`x`](/a.md)と`[x](a.md)`"),
        ("![図](a.svg){ .wide width=3 }です", "![図](/a.svg)です"),
        ('<a href="a.md" title="A">', '<a href="/a.md" title="A">'),
        ("語{: .term #name }と$f_{x=3}$", "語と$f_{x=3}$"),
        ("$$\n[a](b){ .c }\n$$", "$$\n[a](b){ .c }\n$$"),
        ('<div class="a" markdown="1">\n*a*', '<div class="a">\n\n*a*'),
        ("<span markdown>*a*</span>", "<span>*a*</span>"),
    ],
)
def test_markup_of_the_site_becomes_plain_markdown(text: str, plain: str) -> None:
    assert prose(text, resolve) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("これを**偏微分**といいます。", "これを**偏微分**といいます。"),
        ("**次へ。** 次です。", "**次へ。** 次です。"),
        ("**次へ。**次です。", "<strong>次へ。</strong>次です。"),
        ("のは**`x`です**。", "のは<strong>`x`です</strong>。"),
        ("2 * 3 * 4、`**a。**b`", "2 * 3 * 4、`**a。**b`"),
        ("それは*「あ」*だ", "それは<em>「あ」</em>だ"),
    ],
)
def test_stress_is_written_so_that_commonmark_sees_it(text: str, plain: str) -> None:
    assert prose(text, resolve) == plain


def test_a_remark_is_a_quotation() -> None:
    assert quoted("Note", "One.\n\nTwo.") == "> **Note**\n>\n> One.\n>\n> Two."
    assert quoted("", "One.") == "> One."


def test_what_is_folded_is_markdown_below_its_title() -> None:
    assert folded("A < B", "*One.*") == (
        "<details>\n<summary>A &lt; B</summary>\n\n*One.*\n\n</details>"
    )
    assert folded("A", "One.", is_open=True).startswith("<details open>")


def test_a_picture_needs_no_style_sheet_and_is_light() -> None:
    texts = {"figure": "misses", "alt": "A < B", "caption": "C < D", "goal": "E"}
    html = picture(BOOK, texts)
    [data] = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
    svg = base64.b64decode(data).decode()
    assert 'alt="A &lt; B"' in html
    assert "<figcaption>C &lt; D</figcaption>" in html
    assert "var(" not in svg
    root = ET.fromstring(svg)  # noqa: S314
    assert root[0].tag.endswith("rect")
    assert root[0].get("fill") == "#fff"
