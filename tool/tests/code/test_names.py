"""A block repeats of its preamble what the blocks before it have changed."""

from pathlib import Path

import pytest

from derivlearn_site.code.names import Session
from derivlearn_site.code.snippet import Snippet, text_of


class Notebook:
    """Snippets whose sections are shown one after the other."""

    def __init__(self) -> None:
        """Start with nothing shown."""
        self.session = Session()
        self.shown: dict[str, set[str]] = {}
        self.snippets: dict[str, Snippet] = {}

    def write(self, name: str, **sections: str) -> None:
        """Write a snippet; what is not in a section stands under `imports`."""
        parts = [sections.pop("imports", "")]
        for section, code in sections.items():
            parts.append(
                f"# --8<-- [start:{section}]\n{code}\n# --8<-- [end:{section}]"
            )
        self.snippets[name] = Snippet(Path(f"{name}.py"), "\n".join(parts))

    def show(self, name: str, section: str) -> str:
        """Return what a cell with a section has to repeat."""
        shown = self.shown.setdefault(name, set())
        program = self.snippets[name].program((section,), shown)
        shown.add(section)
        return text_of(self.session.add(program)).strip()


@pytest.fixture
def cells() -> Notebook:
    return Notebook()


def test_an_import_stands_once_where_it_is_used_first(cells: Notebook) -> None:
    for name in ("a", "b"):
        cells.write(name, imports="import math", one="x = math.e", two="math.pi")
    assert cells.show("a", "one") == "import math"
    assert cells.show("a", "two") == ""
    assert cells.show("b", "two") == ""


def test_an_import_is_repeated_after_its_name_was_given_away(cells: Notebook) -> None:
    cells.write("a", imports="from math import e", one="print(e)", two="print(e)")
    cells.write("b", one="e = 3")
    assert cells.show("a", "one") == "from math import e"
    assert cells.show("b", "one") == ""
    assert cells.show("a", "two") == "from math import e"


def test_what_the_cells_above_have_bound_is_not_repeated(cells: Notebook) -> None:
    cells.write("a", one="x = 3\nprint(x)", two="print(x)")
    cells.write("b", one="y = 4")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == ""


def test_a_name_that_another_snippet_took_is_bound_again(cells: Notebook) -> None:
    cells.write("a", one="x = 3\ny = 5\nprint(x)", two="print(x)", three="print(x)")
    cells.write("b", one="x = 4")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == "x = 3"
    assert cells.show("a", "three") == ""


def test_so_is_what_a_function_finds_when_it_is_called(cells: Notebook) -> None:
    cells.write("a", one="k = 2\n\n\ndef f(x):\n    return k * x", two="print(f(1))")
    cells.write("b", one="k = 9")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == "k = 2"


def test_a_name_of_a_function_of_its_own_is_no_name_of_the_page(
    cells: Notebook,
) -> None:
    code = "def f(x):\n    k = x\n    return [k for k in (k,)]\n\n\nprint(f(1))"
    cells.write("a", one="x = k = 1", two=code)
    cells.write("b", one="x = k = 9")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == ""


def test_a_loop_that_prints_leaves_its_name_to_itself(cells: Notebook) -> None:
    loop = "for x in (1, 2):\n    print(x)"
    cells.write("a", one="x = 3", two=loop, three=loop, four="print(x)")
    for section in ("one", "two", "three"):
        assert cells.show("a", section) == ""
    assert cells.show("a", "four") == "x = 3"


def test_what_a_name_stands_on_is_made_again_with_it(cells: Notebook) -> None:
    cells.write(
        "a", one="x = 3\nz = 0\nx = x + 1\ny = x", two="x = 7", three="print(y)"
    )
    cells.write("b", one="y = 4")
    cells.show("a", "one")
    cells.show("a", "two")
    cells.show("b", "one")
    assert cells.show("a", "three") == "x = 3\nx = x + 1\ny = x\n\nx = 7"


@pytest.mark.parametrize("change", ["v[0] = 9", "v.append(9)", "v += [9]", "fill(v)"])
def test_an_object_that_was_changed_is_made_anew(cells: Notebook, change: str) -> None:
    cells.write("a", one="v = [1]", two="print(v)")
    cells.write("b", one=f"def fill(w):\n    w[0] = 9\n\n\n{change}")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == "v = [1]"


def test_a_name_bound_on_every_way_is_not_needed(cells: Notebook) -> None:
    code = "if len('a'):\n    x = 1\nelse:\n    x = 2\nprint(x)"
    cells.write("a", one="x = 3", two=code)
    cells.write("b", one="x = 4")
    cells.show("a", "one")
    cells.show("b", "one")
    assert cells.show("a", "two") == ""
