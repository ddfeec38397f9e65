"""What has been computed is kept until something that it depends on changes."""

from pathlib import Path

import pytest

from derivlearn_site.base.kept import digest_of, find, keep, kept


def test_what_was_computed_in_the_same_state_is_not_computed_again(
    tmp_path: Path,
) -> None:
    place, made = tmp_path / "there/it.json", iter(["first", "second"])
    states = (["a"], ["a"], ["b"], ["b"])
    found = [kept(place, state, lambda: next(made)) for state in states]
    assert found == ["first", "first", "second", "second"]


def test_what_is_kept_is_found_by_what_it_was_computed_of(tmp_path: Path) -> None:
    place = tmp_path / "it.json"
    keep(place, "these", {"日本": [1, None]})
    assert find(place, "these") == {"日本": [1, None]}
    assert find(place, "others") is None
    assert [path.name for path in tmp_path.iterdir()] == ["it.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"digest": "these"}', "3"])
def test_a_file_that_is_not_as_it_was_written_is_as_none(
    tmp_path: Path, text: str
) -> None:
    place = tmp_path / "it.json"
    place.write_text(text, encoding="utf-8")
    assert find(place, "these") is None


def test_a_digest_tells_where_one_part_ends_and_what_a_file_holds(
    tmp_path: Path,
) -> None:
    file = tmp_path / "file"
    file.write_text("ab", encoding="utf-8")
    before = digest_of([file])
    assert digest_of(["ab", "c"]) != digest_of(["a", "bc"])
    assert digest_of([b"ab"]) != before
    file.write_text("abc", encoding="utf-8")
    assert digest_of([file]) != before
