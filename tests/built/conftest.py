"""The real book, built once, and copies of it to break."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from derivlearn_site.base import settings
from derivlearn_site.translation import translator as translation

ROOT = Path(__file__).parents[2]
# What a kernel may say of its sockets when it has done its work and is ended:
# https://github.com/zeromq/zeromq4-1/issues/86
LAST_WORDS = re.compile(r"Assertion failed: .+ \(src/signaler\.cpp:\d+\)")
BOOK = settings.load(ROOT)
PAGES = [
    (language, path.relative_to(BOOK.docs / language).with_suffix("").as_posix())
    for language in BOOK.languages
    for path in BOOK.pages(language)
]


@dataclass(frozen=True)
class Built:
    """What a build left behind and what it said."""

    root: Path
    status: int
    said: str

    @property
    def site(self) -> Path:
        """Where the site lies."""
        return self.root / "site"

    def page(self, language: str, slug: str) -> str:
        """Return the HTML of a page."""
        name = "index.html" if slug == "index" else f"{slug}/index.html"
        return (self.site / language / name).read_text(encoding="utf-8")


def copy_book(root: Path, built: Built | None = None) -> Path:
    """Copy all that a build reads, so that nothing is shared with another build.

    With a book that has been built, also what its build has kept for the next one.
    """
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in ("docs", "snippets", "figures", "src", "tool/src"):
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", root)
    if built:
        shutil.copytree(built.root / ".cache", root / ".cache")
    return root


def environment(root: Path) -> dict[str, str]:
    """Let a process use the code of the copy, and nothing of the terminal."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root / "tool/src")]),
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
    }


def build_book(root: Path) -> Built:
    """Run `mkdocs build --strict` as a person would, at the root of a book.

    With `--quiet`, MkDocs would not count the warnings that make it fail.
    """
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    said = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if not line.startswith("INFO ") and not LAST_WORDS.fullmatch(line)
    ]
    return Built(root, done.returncode, "\n".join(said))


def made_once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]
) -> Path:
    """Return a folder that the first of the processes of a run has made for all."""
    base = factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = folder.with_name(f"{name}.making")
            shutil.rmtree(making, ignore_errors=True)  # of a process that has failed
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


# The pages of a third language, with their titles in it.
KOREAN = {"linear": "일차함수의 미분", "constant": "상수함수의 미분"}


@pytest.fixture(scope="session")
def korean(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book with a third language that has begun with two pages."""

    def make(root: Path) -> None:
        begin_korean(copy_book(root, built))
        book = build_book(root)
        assert (book.status, book.said) == (0, "")

    return Built(made_once(tmp_path_factory, "korean", make), 0, "")


def begin_korean(root: Path) -> None:
    """Add the language to a book, and translate the titles of its two pages."""
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    english = "        en:\n          name: English\n"
    assert english in text
    entry = "        ko:\n          name: 한국어\n"
    config.write_text(text.replace(english, entry + english), encoding="utf-8")
    terms = root / "docs/glossary.yml"
    text = terms.read_text(encoding="utf-8")
    named = "  en: chain rule\n"
    assert named in text
    terms.write_text(text.replace(named, f"{named}  ko: 연쇄법칙\n"), encoding="utf-8")
    book = settings.load(root)
    for slug, title in KOREAN.items():
        page = translation.begin(book, "ko", slug)
        text = page.read_text(encoding="utf-8")
        heading = re.compile(r"^# .+ (?={ #)(.+)\n\n<!-- translate -->\n", re.MULTILINE)
        text, count = heading.subn(rf"# {title} \1\n", text)
        assert count == 1
        page.write_text(text, encoding="utf-8")
