"""The scripts of a book are made of those of the tool and of its own pictures."""

import subprocess
from pathlib import Path

import pytest

from frozen_book import FROZEN
from needs import WEB


def made(node: str, folder: Path) -> dict[str, bytes]:
    """Return what a build of the scripts writes into a folder, by its names."""
    command = [node, str(WEB / "build.mjs"), str(FROZEN), str(folder)]
    subprocess.run(command, check=True)  # noqa: S603
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.*")
    }


def test_each_live_picture_and_it_alone_has_a_script(node: str, tmp_path: Path) -> None:
    first = made(node, tmp_path / "first")
    assert first.keys() == {
        "book.css",
        "asking.css",
        *(f"asking/{name}.js" for name in ("waiting", "asking", "recall")),
        *(f"asking/{name}.js" for name in ("order", "steps")),
        "memory/store.js",
        *(f"figures/{name}.js" for name in ("figures", "growth", "toolkit")),
        *(f"runner/{name}.js" for name in ("start", "session", "editor")),
        *(f"runner/{name}_worker.js" for name in ("pyodide", "micropython")),
        *(f"runner/micropython.{kind}" for kind in ("js", "bin")),
        "runner/yours.js",
        "runner/offline.js",
        *(f"spine/{name}.js" for name in ("marks", "term", "heading")),
        *(f"search/{name}.js" for name in ("worker", "answer")),
    }
    assert first == made(node, tmp_path / "second")


def test_a_folder_that_is_no_book_is_refused(node: str, tmp_path: Path) -> None:
    command = [node, str(WEB / "build.mjs"), str(tmp_path), str(tmp_path / "assets")]
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    assert not (tmp_path / "assets").exists()


def test_the_sources_have_no_type_errors(node: str) -> None:
    tsc = [node, str(WEB / "node_modules/typescript/bin/tsc"), "-p", "figures"]
    done = subprocess.run(  # noqa: S603
        tsc, cwd=FROZEN, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
