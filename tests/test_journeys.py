"""What readers, followers and translators do, done from one end to the other."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from derivlearn_site.base import settings
from tests import broken
from tests.built.conftest import ROOT, Built, copy_book, environment

PATIENCE_SECONDS = 180
INSTALL = "python3 -m venv .venv && .venv/bin/pip install -e . -e tool"


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Run `mkdocs serve` and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
    address = f"http://{host}:{port}/derivlearn/"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"{host}:{port}"]
    with subprocess.Popen(  # noqa: S603
        command,
        cwd=root,
        env=environment(root),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            yield address
        finally:
            server.terminate()


def get(url: str) -> str:
    """Return a page, or nothing while the server is about to start."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(url: str, text: str, *, gone: bool = False) -> str:
    """Return a page once it holds a text, or holds it no more."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        html = get(url)
        if html and (text in html) != gone:
            return html
        time.sleep(0.2)
    pytest.fail(f"{url} {'still shows' if gone else 'does not show'} {text!r}")


def change(path: Path, old: str, new: str) -> None:
    """Replace a text in a file, as an editor would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def book(built: Built, tmp_path: Path) -> Path:
    """A clone of the book, which has been built before."""
    return copy_book(tmp_path, built)


def test_a_follower_sees_each_change_on_the_page(book: Path) -> None:
    first = book / "snippets/index/first.py"
    coarser = (
        (book / "snippets/follow/first.out").read_text().splitlines()[2].split()[-1]
    )
    mark = "differs from the record"
    with served(book) as address:
        assert mark not in wait_for(f"{address}en/", "</html>")

        # What the page "Follow along" invites to.
        change(first, "dx = 0.0001", "dx = 0.1")
        assert coarser in wait_for(f"{address}en/", mark)
        assert coarser in wait_for(f"{address}ja/", "記録と違う出力")
        change(first, "dx = 0.1", "dx = 0.0001")
        wait_for(f"{address}en/", mark, gone=True)

        change(book / "docs/en/derivative.md", "# ", "A line of my own.\n\n# ")
        page = f"{address}en/derivative/"
        assert mark not in wait_for(page, "A line of my own.")
        change(
            book / "src/derivlearn/numeric.py",
            "    return _secant_slope(",
            "    return 1 + _secant_slope(",
        )
        assert "AssertionError" in wait_for(page, "snippets/derivative/nudge.py:")


# What is done to which file, and the place that is told.
MISTAKES = {
    "a digit of an output": ("snippets/linear/line.out", r"= 5$", "= 6", "en/linear"),
    "a misspelt include": ("docs/ja/activation.md", r'-8<-- "act', "\\g<0>t", ""),
    "code on a page": ("docs/ja/loss.md", r"^```python\n", "\\g<0>x = 1\n", ""),
    "a fence that is not run": ("docs/en/partial.md", r"^```python$", "```py", ""),
    "a block that a language lacks": (
        "docs/en/constant.md",
        r"^```python\n(.*\n)*?```\n\n```text\n(.*\n)*?```\n",
        "",
        "",
    ),
}


@pytest.fixture(scope="module")
def told(built: Built, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of a book with all these mistakes."""
    book = copy_book(tmp_path_factory.mktemp("wrong"), built)
    for name, pattern, new, _ in MISTAKES.values():
        path = book / name
        text, count = re.subn(
            pattern, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE
        )
        assert count == 1
        path.write_text(text, encoding="utf-8")
    (book / "tests").mkdir()
    for name in ("pyproject.toml", "tests/__init__.py", "tests/test_book.py"):
        shutil.copy(ROOT / name, book / name)
    pages = {name for name, *_ in MISTAKES.values() if name.endswith(".md")}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", "-n0", "tests", "docs/en/linear.md", *pages],
        cwd=book,
        env=environment(book),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stdout


@pytest.mark.parametrize("mistake", MISTAKES)
def test_whoever_breaks_the_promise_is_told_the_file_and_the_line(
    told: str, mistake: str
) -> None:
    name, *_, page = MISTAKES[mistake]
    assert re.search(rf"\b{page or name}(\.md)?:\d+: ", told)


@pytest.fixture
def upstream(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose original has moved on in one section, to clone and push to."""
    book = copy_book(tmp_path / "book")
    change(book / "docs/ja/derivative.md", "ただ、31.75は", "けれども、31.75は")
    git = ["git", "-c", "user.name=Anyone", "-c", "user.email=any@example.org"]
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["commit", "-qm", "The book"],
    ):
        subprocess.run([*git, *arguments], cwd=book, check=True)  # noqa: S603
    bare = tmp_path_factory.mktemp("upstream") / "source"
    subprocess.run(["git", "clone", "-q", "--bare", book, bare], check=True)  # noqa: S603, S607
    return bare


class Terminal:
    """A shell in which a person types what a guide says, one block after the other."""

    def __init__(self, guide: str, heading: str, folder: Path, address: Path) -> None:
        """Find the blocks below a heading; clones come from the address."""
        text = (ROOT / guide).read_text(encoding="utf-8")
        section = text.split(f"\n{heading}\n")[1].split("\n## ")[0]
        self.blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
        self.folder = folder
        self.address = address

    def type_next(self) -> subprocess.CompletedProcess[str]:
        """Run the next block as it stands, but for what only a network has."""
        block = self.blocks.pop(0)
        for theirs, ours in (
            (str(settings.load(ROOT).config["repo_url"]), str(self.address)),
            # The tests' own environment has all that this would install.
            (INSTALL, f"ln -s '{sys.prefix}' .venv"),
        ):
            block = block.replace(theirs, ours)
        done = subprocess.run(  # noqa: S603
            ["bash", "-euc", block],  # noqa: S607
            cwd=self.folder,
            env={
                **environment(self.folder / "derivlearn"),
                "GIT_AUTHOR_NAME": "Anyone",
                "GIT_AUTHOR_EMAIL": "any@example.org",
                "GIT_COMMITTER_NAME": "Anyone",
                "GIT_COMMITTER_EMAIL": "any@example.org",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if (clone := self.folder / "derivlearn").is_dir():
            self.folder = clone
        return done


@pytest.mark.parametrize(
    ("guide", "heading"),
    [("CONTRIBUTING.md", "## Translate"), ("CONTRIBUTING.ja.md", "## 翻訳する")],
)
def test_a_translator_goes_the_way_that_the_guide_describes(
    upstream: Path, tmp_path: Path, guide: str, heading: str
) -> None:
    """Type each block of the guide, from clone to push, and edit in between."""
    (tmp_path / "home").mkdir()
    terminal = Terminal(guide, heading, tmp_path / "home", upstream)
    clone, look, finish, push = range(4)
    steps = list(terminal.blocks)
    page = tmp_path / "home/derivlearn/docs/en/derivative.md"

    assert terminal.type_next().returncode == 0, steps[clone]
    looked = terminal.type_next()
    assert looked.returncode == 0, steps[look]
    assert "derivative#limit: stale" in looked.stdout
    assert "けれども、31.75は" in looked.stdout

    change(page, "We cannot call 31.75", "We can not call 3")
    terminal.blocks.insert(0, steps[finish])
    refused = terminal.type_next()
    assert refused.returncode == 1
    assert "{ #limit }, numbers: lacks 31.75" in refused.stderr
    change(page, "We can not call 3", "Still, we cannot call 31.75")
    assert terminal.type_next().returncode == 0, steps[finish]

    assert terminal.type_next().returncode == 0, steps[push]
    pushed = subprocess.run(
        ["git", "show", "--stat", "translate-derivative"],  # noqa: S607
        cwd=upstream,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "docs/en/derivative.md" in pushed
    assert "docs/en/.originals/derivative.txt" in pushed

    english = "        en:\n"
    config = tmp_path / "home/derivlearn/mkdocs.yml"
    change(config, english, f"        ko: {{name: 한국어}}\n{english}")
    assert "wrote docs/ko/derivative.md" in terminal.type_next().stdout
    assert broken.problems(config.parent) == []
    assert terminal.blocks == []
