"""What tests need of the machine, beside Python."""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest

import derivlearn_site

WEB = Path(derivlearn_site.__file__).parent / "web"
# The first has no window to draw, which takes half the time.
CHROMIUM = ["chromium-headless-shell", "chromium", "chromium-browser"]
CHROMIUM += ["google-chrome-stable", "google-chrome"]
# What a Chromium is started with, that it asks nobody for anything.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--no-first-run"]
NPM = f"run `npm ci --prefix {WEB}`"
REQUIRED = bool(os.environ.get("DERIVLEARN_REQUIRE_BROWSER"))


def chromium() -> str | None:
    """Return the browser of this machine."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def lacking() -> str:
    """Return what the browser tests lack, and what to do; nothing if they can run."""
    if chromium() is None:
        return "there is no Chromium; install your system's package `chromium`"
    if shutil.which("node") is None:
        return "there is no Node; install it, version 20 or later"
    if not (WEB / "node_modules/axe-core").is_dir():
        return f"there is no axe-core; {NPM}"
    return ""


def needs(what: str, remedy: str) -> NoReturn:
    """Skip a test for want of something, or fail it where none may be skipped."""
    message = f"there is no {what}; {remedy}"
    if REQUIRED:
        pytest.fail(message)
    pytest.skip(message)


def pytorch() -> Any:  # noqa: ANN401 - checked by its users without its types
    """Return the module, or skip the file of tests that asks for it."""
    try:
        return importlib.import_module("torch")
    except ModuleNotFoundError:
        message = "there is no PyTorch; run `pip install -e .[pytorch]`"
        if os.environ.get("DERIVLEARN_REQUIRE_PYTORCH"):
            pytest.fail(message)
        pytest.skip(message, allow_module_level=True)


def generator(name: str) -> None:
    """Skip a test for want of a generator beside MkDocs."""
    if importlib.util.find_spec(name) is None:
        message = f'there is no {name}; run `pip install -e "tool[generators]"`'
        if os.environ.get("DERIVLEARN_REQUIRE_GENERATORS"):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(scope="session")
def node() -> str:
    """The program that builds the scripts, with what it needs from npm."""
    program = shutil.which("node")
    if program is None:
        needs("Node", "install it, version 20 or later")
    if not (WEB / "node_modules/esbuild").is_dir():
        needs("esbuild", NPM)
    return str(program)
