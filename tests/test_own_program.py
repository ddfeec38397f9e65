"""The program that tells flowers apart reads digits without a change."""

from derivlearn_site.code import snippet
from tests.built.conftest import BOOK

FLOWERS = snippet.read(BOOK.snippets / "flowers/program.py")
DIGITS = snippet.read(BOOK.snippets / "digits/own.py")


def test_both_chapters_have_the_same_program() -> None:
    program = snippet.text_of(FLOWERS.quiet("answer"))
    assert snippet.text_of(DIGITS.quiet("program")).endswith(program)
