"""What the site carries for running its blocks is whole, locked and told apart."""

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.publish import browser
from frozen_book import BOOK, FROZEN

WHEEL = b"not really a wheel"


def test_the_blocks_of_a_page_are_written_down_for_the_runner(book: Settings) -> None:
    read = page.read(book.docs / "en" / "demo.md", book)
    blocks = json.loads(browser.blocks(read, browser.proofs(book)))
    assert blocks["block-2"] == {
        "key": "demo/double.py:use",
        "before": "def double(x):\n    return 2 * x\n",
        "code": "y = double(4)\nprint(y)\n",
        "output": "8\n",
    }
    assert list(blocks) == ["block-1", "block-2", "block-3"]


def test_the_package_is_packed_from_its_one_source() -> None:
    packed = browser.archive(BOOK)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for path in (FROZEN / "src" / "interest").glob("*.py"):
            assert archive.read(f"interest/{path.name}") == path.read_bytes()
        assert b"def run(" in archive.read("runner.py")
    assert packed == browser.archive(BOOK)


def test_a_book_without_a_package_packs_the_tools_modules_alone(book: Settings) -> None:
    with zipfile.ZipFile(io.BytesIO(browser.archive(book))) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert tops == {"runner.py", "derivlearn_site"}


def test_a_site_without_a_copy_names_the_makers_address(tmp_path: Path) -> None:
    browser.write(BOOK, tmp_path / browser.published(BOOK))
    folder = tmp_path / browser.published(BOOK) / "runner"
    source = json.loads((folder / "python.json").read_text())
    assert source["core"] == source["packages"] == BOOK.python["address"]
    assert (folder / "interest.zip").is_file()
    assert source["archive"] == "interest.zip"
    assert source["package"] == "interest"
    assert source["modules"] == {"numpy": "numpy", "sklearn": "scikit-learn"}


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like that of the npm package, and no compiler of its library."""
    folder = tmp_path / "web" / "node_modules" / "pyodide"
    folder.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        (folder / name).write_text(name)
    version = {"version": BOOK.python["version"]}
    (folder / "package.json").write_text(json.dumps(version))
    needs = {"numpy": [], "scikit-learn": ["scipy"], "scipy": ["numpy"], "torch": []}
    sha256 = hashlib.sha256(WHEEL).hexdigest()
    lock = {
        "packages": {
            name: {"file_name": f"{name}.whl", "sha256": sha256, "depends": depends}
            for name, depends in needs.items()
        }
    }
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))
    monkeypatch.setattr(browser, "WEB", tmp_path / "web")
    monkeypatch.setattr(browser, "_compile_stdlib", lambda path: path.write_text("zip"))
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, as far as vendoring looks at it."""
    browser.write(BOOK, tmp_path / "site" / browser.published(BOOK))
    return tmp_path / "site"


Vendor = Callable[[bytes], None]


@pytest.fixture
def vendor(npm: Path, site: Path, tmp_path: Path) -> Vendor:
    """Vendor with an address at which a wheel of these bytes lies."""
    assert npm

    def vendor(wheel: bytes) -> None:
        (tmp_path / "cdn").mkdir()
        for name in ("numpy", "scikit-learn", "scipy"):
            (tmp_path / "cdn" / f"{name}.whl").write_bytes(wheel)
        config = deepcopy(BOOK.config)
        [options] = [
            entry["derivlearn-site"]
            for entry in config["plugins"]
            if isinstance(entry, dict) and "derivlearn-site" in entry
        ]
        options["python"]["address"] = f"{(tmp_path / 'cdn').as_uri()}/"
        browser.vendor(replace(BOOK, config=config), site)

    return vendor


def test_a_vendored_site_asks_nobody_else(vendor: Vendor, site: Path) -> None:
    vendor(WHEEL)
    runner = site / browser.published(BOOK) / "runner"
    source = json.loads((runner / "python.json").read_text())
    folder = (runner / source["core"]).resolve()
    assert source["core"] == source["packages"]
    assert "//" not in source["core"]
    assert {path.name for path in folder.iterdir()} == {
        *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
        *("pyodide-lock.json", "python_stdlib.zip"),
        *("numpy.whl", "scikit-learn.whl", "scipy.whl"),
    }
    assert (folder / "numpy.whl").read_bytes() == WHEEL


def test_a_package_that_is_not_the_locked_one_is_not_kept(
    vendor: Vendor, site: Path
) -> None:
    with pytest.raises(SourceError, match="not the file that Pyodide's lock names"):
        vendor(b"tampered")
    assert not list(site.rglob("numpy.whl"))


def test_a_package_that_cannot_be_fetched_is_told_with_its_address(
    npm: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert npm

    def away(url: str) -> None:
        raise OSError(f"no way to {url}")

    monkeypatch.setattr("urllib.request.urlopen", away)
    address = f"{BOOK.python['address']}numpy.whl"
    with pytest.raises(SourceError, match=f"could not be fetched from {address}"):
        browser.vendor(BOOK, site)
    browser.vendor(BOOK, site, packages=False)


def test_another_version_than_the_settings_is_refused(npm: Path, site: Path) -> None:
    (npm / "package.json").write_text('{"version": "0.1"}')
    with pytest.raises(SourceError, match=r"is version 0\.1, but mkdocs\.yml wants"):
        browser.vendor(BOOK, site, packages=False)


def test_what_has_to_be_there_first_is_told(npm: Path, site: Path) -> None:
    with pytest.raises(SourceError, match="run `mkdocs build` first"):
        browser.vendor(BOOK, site / "nowhere")
    shutil.rmtree(npm)
    with pytest.raises(SourceError, match="run `npm ci --prefix"):
        browser.vendor(BOOK, site)


def test_the_check_of_an_exercise_is_written_down_for_the_runner(
    exercise: Settings,
) -> None:
    read = page.read(exercise.docs / "en" / "demo.md", exercise)
    blocks = json.loads(browser.blocks(read, browser.proofs(read.settings)))
    assert blocks["block-2"]["check"].endswith("double(x) + x\n")
    assert [id_ for id_, block in blocks.items() if "check" in block] == ["block-2"]
