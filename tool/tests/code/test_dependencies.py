"""The digest of a program changes with the modules it stands on, and only with them."""

from pathlib import Path

import pytest

from derivlearn_site.code.dependencies import package_digest

FILES = {
    "__init__": "",
    "direct": "import interest.behind\n",
    "behind": "def f():\n    from interest import deepest\n",
    "deepest": "",
    "other": "from interest.direct import x\n",
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of a few modules."""
    folder = tmp_path / "src" / "interest"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "program",
    [
        "from interest import direct\n",
        "from interest.direct import x\n",
        "import interest.direct as d\n",
        "if True:\n    import math, interest.direct\n",
        "import interest\nprint(interest.direct.x)\n",
        "import interest as i\nx = i.direct\n",
    ],
)
@pytest.mark.parametrize("name", FILES)
def test_a_module_counts_if_it_is_imported_directly_or_not(
    package: Path, program: str, name: str
) -> None:
    root = package.parents[1]
    before = package_digest(root, program)
    (package / f"{name}.py").write_text("changed = 1\n", encoding="utf-8")
    assert (package_digest(root, program) == before) == (name == "other")


@pytest.mark.parametrize("program", ["", "import math\n", "x ="])
def test_a_program_without_the_package_depends_on_nothing_of_it(
    package: Path, program: str
) -> None:
    root = package.parents[1]
    before = package_digest(root, program)
    for name in FILES:
        (package / f"{name}.py").write_text("changed = 1\n", encoding="utf-8")
    assert package_digest(root, program) == before


def test_what_a_package_may_read_counts_with_it(package: Path) -> None:
    root = package.parents[1]
    folder = package / "rates"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "rates.csv").write_bytes(b"\xff1,2\n")
    programs = ["from interest import rates\n", "from interest import direct\n"]
    before = [package_digest(root, program) for program in programs]
    (folder / "rates.csv").write_bytes(b"\xff1,3\n")
    after = [package_digest(root, program) for program in programs]
    assert before[0] != after[0]
    assert before[1] == after[1]
