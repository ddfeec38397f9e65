"""Characters that nobody sees are told; those that a language needs are not."""

from pathlib import Path

import pytest

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import SourceError


@pytest.mark.parametrize("data", [b"", b"a\nb\n", b"a\r\nb\r\n", b"a\nb", b"a\r\nb"])
def test_one_kind_of_line_end_is_fine(data: bytes) -> None:
    assert list(hygiene.in_bytes(data)) == []


def test_two_kinds_of_line_ends_are_told_where_the_second_begins() -> None:
    [(line, message)] = hygiene.in_bytes(b"a\r\nb\r\nc\nd\r\n")
    assert line == 3
    assert message.startswith("ends with LF, the lines above with CRLF")


@pytest.mark.parametrize(
    "text",
    ["می\u200cخواهم", "👩\u200d💻", "combien\u00a0?", "\u3000段落", "Table:\tone"],
)
def test_what_a_language_writes_in_prose_is_fine(text: str) -> None:
    assert list(hygiene.in_lines([text])) == []
    assert list(hygiene.in_code([(1, text)])) == []


def test_words_in_a_formula_may_be_full_width() -> None:
    assert list(hygiene.in_code([(1, "$x = \\text{（傾き）}$")])) == []


def test_a_file_is_read_without_its_mark_and_with_one_kind_of_line_end(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert hygiene.text_of(path) == "a\nb\nc\n"


def test_a_file_that_is_not_utf_8_is_told_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes("a\nb\n数\n".encode("cp932"))
    with pytest.raises(SourceError, match=r"page\.md:3: is not UTF-8"):
        hygiene.text_of(path)


def test_a_line_ends_only_where_an_editor_ends_it() -> None:
    assert hygiene.lines_of("a\u2028b\x0cc\nd\n") == ["a\u2028b\x0cc", "d"]
    assert hygiene.lines_of("") == []
