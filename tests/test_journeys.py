"""What readers, followers and translators do, done from one end to the other."""

import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from building import Built, environment
from derivlearn_site.base import settings
from derivlearn_site.pages import page as pages
from derivlearn_site.translation import checks
from tests import rewriting
from tests.built.conftest import BOOK, PLAIN, ROOT, STRINGS, copy_book
from tests.ports import port_of

pytestmark = pytest.mark.early("serves, builds and installs the book")

PATIENCE_SECONDS = 180
# What the README asks a follower to install with.
[INSTALL] = re.findall(
    r"^(python3 -m venv .+) && \S+ serve$",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Run `mkdocs serve` and give its address."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"]
    with subprocess.Popen(  # noqa: S603
        command,
        cwd=root,
        env=environment(root),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            end = time.monotonic() + PATIENCE_SECONDS
            while not (port := port_of(server.pid)):
                assert server.poll() is None
                assert time.monotonic() < end
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/derivlearn/"
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


def printed_first(slug: str) -> pages.Block:
    """Return the first block of a page that prints."""
    page = pages.read(BOOK.docs / BOOK.languages[0] / f"{slug}.md", BOOK)
    return next(block for block in page.blocks if block.output)


@pytest.fixture
def book(built: Built, tmp_path: Path) -> Path:
    """A clone of the book, which has been built before."""
    return copy_book(tmp_path, built)


def test_a_follower_sees_each_change_on_the_page(book: Path) -> None:
    first = book / "snippets/index/first.py"
    coarser = (
        (book / "snippets/follow/first.out").read_text().splitlines()[2].split()[-1]
    )
    japanese, mark = (STRINGS[code]["output_stale"] for code in ("ja", "en"))
    with served(book) as address:
        assert mark not in wait_for(f"{address}en/", "</html>")

        # What the page "Follow along" invites to.
        change(first, "dx = 0.0001", "dx = 0.1")
        assert coarser in wait_for(f"{address}en/", mark)
        assert coarser in wait_for(f"{address}ja/", japanese)
        change(first, "dx = 0.1", "dx = 0.0001")
        wait_for(f"{address}en/", mark, gone=True)

        change(book / "docs/en/derivative.md", "# ", "A line of my own.\n\n# ")
        page = f"{address}en/derivative/"
        assert mark not in wait_for(page, "A line of my own.")
        change(book / "docs/en/book.yml", "  edit: ", "  edit: My own words. ")
        wait_for(page, "My own words.")
        change(
            book / "src/derivlearn/numeric.py",
            "    slope = (f(right) - f(left)) / (right - left)",
            "    slope = 1 + (f(right) - f(left)) / (right - left)",
        )
        assert "AssertionError" in wait_for(page, "snippets/derivative/nudge.py:")


# Chapters, by their turn; which they are does not matter.
ONE, TWO, THREE, FOUR, FIVE, *_ = PLAIN
# What is done to which file, and the place that is told.
MISTAKES = {
    "a digit of an output": (
        str(BOOK.relative(printed_first(ONE).snippet.path.with_suffix(".out"))),
        r"^([^#\n]*)\d",
        "\\g<1>x",
        f"en/{ONE}",
    ),
    "a misspelt include": (f"docs/ja/{TWO}.md", r'--8<-- "\w', "\\g<0>x", ""),
    "code on a page": (f"docs/ja/{THREE}.md", r"^```python\n", "\\g<0>x = 1\n", ""),
    "a fence that is not run": (f"docs/en/{FOUR}.md", r"^```python$", "```py", ""),
    "a block that a language lacks": (
        f"docs/en/{FIVE}.md",
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
    names = {name for name, *_ in MISTAKES.values() if name.endswith(".md")}
    names.add(f"docs/en/{ONE}.md")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", "-n0", "tests", *names],
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


# What the guides do: which section of which page, in which language, and what is begun.
DONE = re.compile(r"derivlearn-site done (?P<page>\S+) (?P<language>\S+) (?P<id>\S+)")
NEW = re.compile(r"derivlearn-site new (?P<language>\S+) (?P<page>\S+)")
# The original gains a paragraph; its translation, and one with a slip.
GAINED = "ここでは、12.5を使います。"
TRANSLATED, SLIPPED = "Here we use 12.5.", "Here we use 3."


def below(path: Path, id_: str, paragraph: str) -> None:
    """Write a paragraph below a heading of a page."""
    heading = re.compile(rf"^#+ .+\{{ #{id_} \}}\n", re.MULTILINE)
    rewriting.edit(path, lambda text: heading.sub(rf"\g<0>\n{paragraph}\n", text))


@pytest.fixture
def upstream(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose original has moved on in one section, to clone and push to."""
    book = copy_book(tmp_path / "book")
    [step] = DONE.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    below(book / f"docs/{BOOK.languages[0]}/{step['page']}.md", step["id"], GAINED)
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
        self.book = folder / "derivlearn"
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
                **environment(self.book),
                "GIT_AUTHOR_NAME": "Anyone",
                "GIT_AUTHOR_EMAIL": "any@example.org",
                "GIT_COMMITTER_NAME": "Anyone",
                "GIT_COMMITTER_EMAIL": "any@example.org",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if self.book.is_dir():
            self.folder = self.book
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
    clone, look, finish, push, new = range(5)
    steps = list(terminal.blocks)
    [done] = DONE.finditer(steps[finish])
    page = tmp_path / f"home/derivlearn/docs/{done['language']}/{done['page']}.md"

    assert terminal.type_next().returncode == 0, steps[clone]
    looked = terminal.type_next()
    assert looked.returncode == 0, steps[look]
    assert f"{done['page']}#{done['id']}: stale" in looked.stdout
    assert GAINED in looked.stdout

    below(page, done["id"], SLIPPED)
    terminal.blocks.insert(0, steps[finish])
    refused = terminal.type_next()
    assert refused.returncode == 1
    assert f"{{ #{done['id']} }}, numbers: lacks 12.5" in refused.stderr
    change(page, SLIPPED, TRANSLATED)
    assert terminal.type_next().returncode == 0, steps[finish]

    assert terminal.type_next().returncode == 0, steps[push]
    pushed = subprocess.run(  # noqa: S603
        ["git", "show", "--stat", f"translate-{done['page']}"],  # noqa: S607
        cwd=upstream,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert f"docs/{done['language']}/{done['page']}.md" in pushed
    assert f"docs/{done['language']}/.originals/{done['page']}.txt" in pushed

    [begun] = NEW.finditer(steps[new])
    root = tmp_path / "home/derivlearn"
    rewriting.add_language(root, begun["language"], "한국어")
    wrote = f"wrote docs/{begun['language']}/{begun['page']}.md"
    assert wrote in terminal.type_next().stdout
    assert checks.problems(settings.load(root)) == []
    assert terminal.blocks == []
