"""What a page says for a live figure is whole, in every language."""

import json
import re

import pytest

from derivlearn_site.figures import gallery
from tests.figures.reading import BOOK, SHOWN, Shown

LIVE = [one for one in SHOWN if gallery.script_data(BOOK, one.texts)]
each_live = pytest.mark.parametrize("one", LIVE, ids=lambda one: one.where)


@each_live
def test_a_live_figure_says_so_where_it_stands(one: Shown) -> None:
    assert gallery.html(BOOK, one.texts).startswith(
        f'<figure class="dl-figure" id="figure-{one.name}" data-live>'
    )


def test_a_picture_that_only_stands_needs_no_script() -> None:
    still = next(one for one in SHOWN if one not in LIVE)
    assert "data-live" not in gallery.html(BOOK, still.texts)


@each_live
def test_the_script_is_given_every_text_and_settings_that_start_somewhere(
    one: Shown,
) -> None:
    given = gallery.script_data(BOOK, one.texts)
    assert given is not None
    assert json.loads(json.dumps(given, allow_nan=False)) == given
    for setting in given["data"]["settings"]:
        values = setting["values"]
        assert setting["start"] in values
        assert values == sorted(set(values))
        says = "take" if "takes" in setting else "set"
        assert given["texts"][f"{says}-{setting['name']}"]
        assert len(setting.get("options", values)) == len(values)


@each_live
def test_every_part_of_a_picture_has_a_name_of_its_own(one: Shown) -> None:
    names = re.findall(r'data-part="([^"]+)"', gallery.html(BOOK, one.texts))
    assert len(names) == len(set(names))


@each_live
def test_a_missing_text_is_told_with_what_it_says(one: Shown) -> None:
    given = gallery.script_data(BOOK, one.texts)
    assert given is not None
    for key in given["texts"]:
        texts = {name: text for name, text in one.texts.items() if name != key}
        with pytest.raises(ValueError, match=f"needs the label '{key}'"):
            gallery.html(BOOK, texts)


@pytest.mark.parametrize(
    "wrong", ["From {x}", "{x} {dx} {slope} {tangent} {error} {other}", "{", "}", "{}"]
)
def test_a_text_with_other_values_is_told_with_those_it_holds(wrong: str) -> None:
    texts = next(one.texts for one in LIVE if one.name == "derivative")
    told = r"'derivative', label 'says': in braces stand \{x\} \{dx\} \{slope\}"
    with pytest.raises(ValueError, match=told):
        gallery.html(BOOK, {**texts, "says": wrong})


def test_a_value_may_stand_in_a_text_twice() -> None:
    texts = next(one.texts for one in LIVE if one.name == "derivative")
    assert gallery.html(BOOK, {**texts, "too-large": "{x}, {x}"})
