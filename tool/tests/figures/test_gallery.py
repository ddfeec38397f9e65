"""Pictures of a book are drawn once, until something has changed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.figures import gallery

DRAWING = '''\
"""A dot, which tells each time that it is drawn or counted."""

from pathlib import Path

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {"word": Message("the word under the dot")}
LIVE = {"says": Text(Message("what there is to say"))}


def told(what):
    with Path(__file__).with_suffix(".log").open("a") as log:
        log.write(f"{what}\\n")


def data():
    told("data")
    return {"settings": []}


def draw(labels):
    told("draw")
    return svg.picture(20, svg.text(6, 18, labels["word"] + " SIZE"))
'''
TEXTS = {
    "figure": "dot",
    "alt": "A dot.",
    "caption": "It stays.",
    "word": "here",
    "invite": "Try.",
    "says": "Nothing.",
}


@pytest.fixture(autouse=True)
def _own_figures() -> Iterator[None]:
    """Leave the pictures of other tests as they were."""

    def loaded() -> list[str]:
        return [
            name for name in sys.modules if name.partition(".")[0] == gallery.PACKAGE
        ]

    kept = {name: sys.modules[name] for name in loaded()}
    yield
    gallery.forget()
    sys.modules.update(kept)


def book_at(root: Path, size: str = "small") -> Settings:
    """Write a book of one picture."""
    folder = root / "figures" / "dot"
    folder.mkdir(parents=True)
    (root / "figures" / "__init__.py").touch()
    (folder / "drawing.py").write_text(DRAWING.replace("SIZE", size), encoding="utf-8")
    return Settings(root, {})


def log(book: Settings) -> list[str]:
    """Return what the picture has told."""
    return (book.root / "figures/dot/drawing.log").read_text("utf-8").split()


def test_a_picture_is_drawn_once_for_the_same_texts(tmp_path: Path) -> None:
    book = book_at(tmp_path)
    once = gallery.html(book, TEXTS)
    assert gallery.html(book, dict(reversed(TEXTS.items()))) == once
    assert gallery.draw(book, "dot", TEXTS) in once
    assert log(book) == ["draw"]


def test_each_language_has_its_own_picture_and_all_of_them_the_same_data(
    tmp_path: Path,
) -> None:
    book = book_at(tmp_path)
    other = {**TEXTS, "word": "ここ", "says": "何もありません。"}
    assert "here" in gallery.html(book, TEXTS)
    assert "ここ" in gallery.html(book, other)
    given, another = (gallery.script_data(book, texts) for texts in (TEXTS, other))
    assert given == {
        "texts": {"invite": "Try.", "says": "Nothing."},
        "data": {"settings": []},
    }
    assert another == {
        "texts": {"invite": "Try.", "says": "何もありません。"},
        "data": {"settings": []},
    }
    assert log(book) == ["draw", "draw", "data"]


def test_two_books_may_call_different_pictures_the_same(tmp_path: Path) -> None:
    books = [book_at(tmp_path / size, size) for size in ("small", "large")]
    for _ in range(2):
        drawn = [gallery.draw(book, "dot", TEXTS) for book in books]
        assert ["small" in each for each in drawn] == [True, False]


def test_what_has_changed_is_drawn_anew_once_the_old_is_forgotten(
    tmp_path: Path,
) -> None:
    book = book_at(tmp_path)
    drawing = tmp_path / "figures/dot/drawing.py"
    assert "small" in gallery.draw(book, "dot", TEXTS)
    assert gallery.script_data(book, TEXTS)
    drawing.write_text(DRAWING.replace("SIZE", "larger"), encoding="utf-8")
    (tmp_path / "figures/line").mkdir()
    (tmp_path / "figures/line/drawing.py").touch()
    assert gallery.names(book) == ["dot"]
    gallery.forget()
    assert gallery.names(book) == ["dot", "line"]
    assert "larger" in gallery.draw(book, "dot", TEXTS)
    assert gallery.script_data(book, TEXTS)
    assert log(book) == ["draw", "data", "draw", "data"]


def test_a_picture_that_could_not_be_drawn_is_tried_again(tmp_path: Path) -> None:
    book = book_at(tmp_path)
    for _ in range(2):
        with pytest.raises(ValueError, match="needs the label 'word'"):
            gallery.draw(book, "dot", {**TEXTS, "word": ""})
    assert "here" in gallery.draw(book, "dot", TEXTS)
