"""Each picture, as the pages of every language show it, is whole, legible and safe."""

import re
from importlib import import_module
from itertools import combinations

import pytest

from derivlearn_site.figures import gallery, svg
from tests.figures.reading import BOOK, SHOWN, SPACE, Shown, boxes, parsed

SHOWN_AS = "fig-(ink|muted|grid|paper)|value|slope|cost|error|focus"
COLOUR = re.compile(rf"var\(--dl-({SHOWN_AS}),#[0-9a-f]{{3,6}}\)")
SCALE = 328 / svg.WIDTH

each_shown = pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.where)


def test_every_picture_is_on_a_page_of_each_language() -> None:
    for language in ("ja", "en"):
        shown = {one.name for one in SHOWN if one.where.startswith(language)}
        assert shown == set(gallery.names(BOOK))


@each_shown
def test_a_picture_is_one_svg_element_that_names_itself(one: Shown) -> None:
    text = gallery.draw(BOOK, one.name, one.texts)
    picture = parsed(text)
    assert picture.tag == f"{SPACE}svg"
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == one.texts["alt"]
    assert picture.get("viewBox", "").startswith(f"0 0 {svg.WIDTH} ")


@each_shown
def test_a_picture_stands_in_markdown_as_it_is(one: Shown) -> None:
    html = gallery.html(BOOK, one.texts)
    assert all(line.strip() for line in html.splitlines())
    assert html.startswith('<figure class="dl-figure" id="figure-')
    assert "<figcaption>" in html


@each_shown
def test_colours_come_from_the_style_sheet(one: Shown) -> None:
    for element in parsed(gallery.draw(BOOK, one.name, one.texts)).iter():
        assert element.get("style") is None
        for name in ("fill", "stroke"):
            colour = element.get(name)
            if colour not in (None, "none"):
                assert COLOUR.fullmatch(colour or ""), (one.where, colour)


@each_shown
def test_a_picture_brings_no_ids_and_loads_nothing(one: Shown) -> None:
    text = gallery.draw(BOOK, one.name, one.texts)
    assert " id=" not in text
    assert "href" not in text
    assert "url(" not in text
    assert "font-family" not in text


@each_shown
def test_drawing_twice_gives_the_same(one: Shown) -> None:
    drawing = import_module(f"figures.{one.name.replace('-', '_')}.drawing")
    assert drawing.draw(one.texts) == drawing.draw(one.texts)


@each_shown
def test_coordinates_have_two_decimals_at_most(one: Shown) -> None:
    for element in parsed(gallery.draw(BOOK, one.name, one.texts)).iter():
        for name in ("d", "points", "x", "y", "cx", "cy", "width", "height"):
            assert not re.search(r"\.\d{3}|e-|-0(?![.\d])", element.get(name, ""))


@each_shown
def test_text_can_be_read_on_a_phone(one: Shown) -> None:
    for text in parsed(gallery.draw(BOOK, one.name, one.texts)).iter(f"{SPACE}text"):
        assert float(text.get("font-size", svg.SIZE)) * SCALE >= 12


@each_shown
def test_texts_stay_inside_the_picture(one: Shown) -> None:
    picture = parsed(gallery.draw(BOOK, one.name, one.texts))
    width, height = map(float, picture.get("viewBox", "").split()[2:])
    for box in boxes(picture):
        assert box.left >= 0, box
        assert box.right <= width, box
        assert box.top >= 0, box
        assert box.bottom <= height, box


@each_shown
def test_texts_do_not_overlap(one: Shown) -> None:
    picture = parsed(gallery.draw(BOOK, one.name, one.texts))
    for first, second in combinations(boxes(picture), 2):
        assert not first.overlaps(second), (first, second)


@each_shown
def test_every_label_is_on_the_picture(one: Shown) -> None:
    picture = parsed(gallery.draw(BOOK, one.name, one.texts))
    words = "\n".join(box.words for box in boxes(picture))
    for label in gallery.labels_of(BOOK, one.name):
        assert one.texts[label] in words


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_labels_are_escaped(name: str) -> None:
    nasty = "<b>&\"'"
    labels = dict.fromkeys(gallery.labels_of(BOOK, name), nasty)
    texts = next(one.texts for one in SHOWN if one.name == name)
    text = gallery.draw(BOOK, name, {**texts, "alt": nasty, **labels})
    assert "<b>" not in text
    assert parsed(text).get("aria-label") == nasty
    assert any(nasty in box.words for box in boxes(parsed(text)))


def test_the_caption_is_escaped() -> None:
    texts = {**SHOWN[0].texts, "caption": "a < b & c"}
    assert "<figcaption>a &lt; b &amp; c</figcaption>" in gallery.html(BOOK, texts)


@pytest.mark.parametrize(
    "name", ["derivatives", "svg", "axes", "../svg", "", "__init__"]
)
def test_an_unknown_figure_is_an_error_that_lists_the_known_ones(name: str) -> None:
    with pytest.raises(ValueError, match=f"no figure '{re.escape(name)}'.*derivative"):
        gallery.draw(BOOK, name, {"alt": "x"})


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_each_missing_label_is_an_error_that_says_what_it_is(name: str) -> None:
    labels = gallery.labels_of(BOOK, name)
    for missing, says in labels.items():
        texts = {"alt": "x", **dict.fromkeys(labels, "x")}
        texts[missing] = " "
        with pytest.raises(
            ValueError, match=f"'{name}'.*'{missing}': {re.escape(says)}"
        ):
            gallery.draw(BOOK, name, texts)


def test_an_unknown_label_is_an_error_that_lists_the_known_ones() -> None:
    texts = {**SHOWN[0].texts, "colour": "red"}
    known = ", ".join(gallery.labels_of(BOOK, SHOWN[0].name))
    with pytest.raises(ValueError, match=f"no label 'colour'; it has {known}"):
        gallery.draw(BOOK, SHOWN[0].name, texts)


@pytest.mark.parametrize("key", ["figure", "alt", "caption"])
def test_a_figure_without_its_name_its_alt_or_its_caption_is_an_error(key: str) -> None:
    with pytest.raises(ValueError, match=f"needs '{key}'"):
        gallery.html(BOOK, {**SHOWN[0].texts, key: ""})
