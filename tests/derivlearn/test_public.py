"""What the package offers: its modules, its names, its examples."""

import doctest
import importlib
import pkgutil
import pydoc
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

import derivlearn


def modules() -> Iterator[ModuleType]:
    """Yield every module that is for its users."""
    for name in derivlearn.__all__:
        module = importlib.import_module(f"derivlearn.{name}")
        yield module
        for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
            if not found.name.startswith("_"):
                yield importlib.import_module(f"{module.__name__}.{found.name}")


EVERY = list(modules())


def test_the_modules_of_the_package_are_those_that_it_names() -> None:
    found = {each.name for each in pkgutil.iter_modules(derivlearn.__path__)}
    assert found == set(derivlearn.__all__)
    assert sorted(derivlearn.__all__) == derivlearn.__all__


def test_help_lists_no_private_module() -> None:
    text = pydoc.plain(pydoc.render_doc(derivlearn))
    contents = text.partition("PACKAGE CONTENTS")[2].partition("\n\n")[0].split()
    names = [name for name in contents if name.isidentifier()]
    assert set(derivlearn.__all__) <= set(names)
    assert not [name for name in names if name.startswith("_")]


@pytest.mark.parametrize("module", EVERY, ids=lambda module: module.__name__)
def test_a_module_names_what_it_offers_and_says_what_it_is(module: ModuleType) -> None:
    assert module.__doc__
    assert sorted(module.__all__) == sorted(set(module.__all__))
    for name in module.__all__:
        thing = getattr(module, name)
        assert not name.startswith("_")
        if callable(thing):
            assert thing.__doc__, name
            assert thing.__module__.startswith(module.__name__)


def test_a_module_is_loaded_when_it_is_asked_for() -> None:
    """In a Python of its own, where nothing has been imported before."""
    program = (
        "import sys, derivlearn\n"
        "assert 'derivlearn.numeric' not in sys.modules\n"
        "assert derivlearn.numeric.central_difference(abs, 2.0) == 1.0\n"
        "assert 'numpy' not in sys.modules\n"
        "assert 'numeric' in dir(derivlearn)\n"
        "assert derivlearn.network.Network\n"
        "assert derivlearn.__version__\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)  # noqa: S603


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'derivlearn' has no attribute"):
        derivlearn.nothing  # noqa: B018 - the very access is what fails


@pytest.mark.parametrize("module", EVERY, ids=lambda module: module.__name__)
def test_the_examples_of_a_module_are_right(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    with_examples = [
        module.__name__
        for module in EVERY
        if any(test.examples for test in finder.find(module))
    ]
    assert len(with_examples) >= 10


@pytest.mark.parametrize("name", ["numeric", "network"])
def test_a_module_that_is_asked_for_is_that_module(name: str) -> None:
    found = derivlearn.__getattr__(name)
    assert found is importlib.import_module(f"derivlearn.{name}")
