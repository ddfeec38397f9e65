"""What a build of a book leaves behind, and what it says."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import derivlearn_site

# What a kernel may say of its sockets when it has done its work and is ended:
# https://github.com/zeromq/zeromq4-1/issues/86
LAST_WORDS = re.compile(r"Assertion failed: .+ \(src/signaler\.cpp:\d+\)")


class Tags(HTMLParser):
    """The start tags of a document, with their attributes."""

    def __init__(self, html: str) -> None:
        """Read the document."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))

    def values(self, tag: str, name: str) -> list[str]:
        """Return the values of an attribute of all tags of a name."""
        return [
            value
            for each, attributes in self.found
            if each == tag and (value := attributes.get(name)) is not None
        ]

    @property
    def ids(self) -> set[str | None]:
        """What a link's fragment may name; an empty one names the whole document."""
        return {"", *(attributes.get("id") for _, attributes in self.found)}


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

    def article(self, language: str, slug: str) -> str:
        """Return what Markdown has made of a page."""
        html = self.page(language, slug)
        [article] = re.findall("<article.*?</article>", html, re.DOTALL)
        return str(article)

    def documents(self) -> dict[str, Tags]:
        """Return all documents of the site by their address."""
        return {
            path.relative_to(self.site).as_posix().removesuffix("index.html"): Tags(
                path.read_text(encoding="utf-8")
            )
            for path in sorted(self.site.rglob("*.html"))
        }

    def broken_links(self, address: str) -> list[str]:
        """Return the links inside the site, published at an address, that lead nowhere.

        Below `source` lies the repository, which no build writes.
        """
        known = self.documents()
        ids = {here: tags.ids for here, tags in known.items()}
        broken = []
        for here, tags in known.items():
            for link in tags.values("a", "href"):
                target = urlsplit(urljoin(address + here, link))
                if not target.geturl().startswith(address):
                    continue
                path = unquote(target.path.removeprefix(urlsplit(address).path))
                if path.startswith("source"):
                    continue
                if path not in known:
                    if not (self.site / path).is_file():
                        broken.append(f"{here}: {link}")
                elif unquote(target.fragment) not in ids[path]:
                    broken.append(f"{here}: {link}")
        return broken


def environment(root: Path, language: str = "C") -> dict[str, str]:
    """Let a process use the code of a copy of a book, and nothing of the terminal.

    Where the copy has no tool of its own, it is the one under test. The process tells
    what is wrong in a language, or else in English.
    """
    code = [root / "src", root / "tool/src", Path(derivlearn_site.__file__).parents[1]]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, code)),
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "LC_ALL": f"{language}.UTF-8",
    }


def run(
    root: Path, *command: str, language: str = "C"
) -> subprocess.CompletedProcess[str]:
    """Run a module of Python at the root of a book, as a person would."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment(root, language),
        capture_output=True,
        text=True,
        check=False,
    )


def build(root: Path, language: str = "C") -> Built:
    """Run `mkdocs build --strict`; `said` is what it tells beside the usual.

    With `--quiet`, MkDocs would not count the warnings that make it fail.
    """
    done = run(root, "mkdocs", "build", "--strict", language=language)
    said = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if not line.startswith("INFO ") and not LAST_WORDS.fullmatch(line)
    ]
    return Built(root, done.returncode, "\n".join(said))
