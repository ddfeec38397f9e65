"""An exercise knows what its page has imported."""

from pathlib import Path

from derivlearn_site.code.offer import offering
from derivlearn_site.code.snippet import Program, Snippet, text_of

PACKAGES = {"numpy": "numpy", "interest.charts": "numpy"}
START = "# --8<-- [start:start]\ndef f(x):\n    return x\n# --8<-- [end:start]\n"
SHOWN = "# --8<-- [start:shown]\n{}x = 1\n# --8<-- [end:shown]\n"


def program(text: str, name: str, *before: str) -> tuple[Program, Snippet]:
    source = Snippet(Path("demo.py"), text)
    return source.program((name,), {*before}), source


def offered(text: str, *earlier: str, before: tuple[str, ...] = ()) -> str:
    """Return what comes before the code to start from."""
    start, source = program(text, "start", *before)
    shown = [program(SHOWN.format(each), "shown")[0] for each in earlier]
    return text_of(offering(start, source, shown, PACKAGES).preamble)


def test_what_page_and_file_have_imported_is_offered() -> None:
    text = f"import random\n\n{START}"
    page = "from interest import growth\nfrom interest.growth import grown\n"
    assert offered(text, page) == f"import random\n{page}"


def test_each_module_has_one_statement() -> None:
    text = f"from interest import growth\n\n{START}"
    page = (
        "from interest import growth, banks\nimport math as m\n",
        "import math as m\n",
    )
    assert (
        offered(text, *page) == "import math as m\nfrom interest import banks, growth\n"
    )


def test_what_a_name_was_last_is_what_it_is() -> None:
    text = f"from interest.banks import rate\n\n{START}"
    page = "from interest.growth import rate\n"
    assert offered(text, page) == "from interest.banks import rate\n"


def test_what_has_to_be_fetched_is_not_offered() -> None:
    page = "import numpy as np\nfrom numpy import linalg\nfrom interest import charts\n"
    assert offered(START, page) == ""


def test_what_earlier_sections_import_is_not_imported_twice() -> None:
    maths = "import math\n"
    text = f"{maths}\n{SHOWN.format(maths)}\n{START}"
    assert offered(text, before=("shown",)) == "import math\nx = 1\n"


def test_many_names_stand_in_lines_of_their_own() -> None:
    names = [f"name_{n:02}" for n in range(10)]
    page = f"from interest.growth import {', '.join(names)}\n"
    inner = "".join(f"    {name},\n" for name in names)
    assert offered(START, page) == f"from interest.growth import (\n{inner})\n"


def test_the_code_to_start_from_is_as_it_was() -> None:
    start, source = program(f"import random\n\n{START}", "start")
    changed = offering(start, source, [], PACKAGES)
    assert changed.code == start.code
    assert [line.number for line in changed.imports] == [start.code[0].number]
