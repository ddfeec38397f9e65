"""The book builds the same under ProperDocs, and its chapters under Zensical."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from building import Built, environment
from derivlearn_site.base import settings
from needs import generator
from tests.built.conftest import PAGES, copy_book, made_once, path_of

# What names the generator, and what no generator makes twice alike.
OWN = re.compile(r'<meta name="generator" content="[^"]*">')
UNLIKE = {".gz"}
# What a theme adds to an article, and what Zensical has none of yet.
THEMES = (
    ".md-content__button, .dl-notebook, #__skip, #dl-runner, #dl-asking, script, style"
)


def run(root: Path, *words: str) -> None:
    done = subprocess.run(  # noqa: S603
        [str(Path(sys.executable).parent / words[0]), *words[1:]],
        cwd=root,
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def files(site: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(site): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in UNLIKE
    }


def test_properdocs_builds_the_same_site(built: Built, tmp_path: Path) -> None:
    generator("properdocs")
    root = copy_book(tmp_path, built)
    run(root, "properdocs", "build", "--strict")
    ours, theirs = files(built.site), files(root / "site")
    assert ours.keys() == theirs.keys()
    for path, data in ours.items():
        if path.suffix == ".html":
            mkdocs, properdocs = OWN.sub("", data.decode()), theirs[path].decode()
            assert mkdocs == OWN.sub("", properdocs), path
        else:
            assert data == theirs[path], path


@pytest.fixture(scope="session")
def projects(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    generator("zensical")

    def make(folder: Path) -> None:
        root = copy_book(folder / "book", built)
        run(root, "derivlearn-site", "zensical", str(folder))
        for language in settings.load(root).languages:
            run(folder / language, "zensical", "build", "--strict")

    return made_once(tmp_path_factory, "zensical", make)


def article(html: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").select_one("article")
    assert found is not None
    for own in found.select(THEMES):
        own.decompose()
    for each in found.select("[data-search-exclude]"):
        del each["data-search-exclude"]  # Zensical has read it, and takes it away
    return found


def facts(html: str) -> Iterator[object]:
    """Yield what a reader sees of a page, and what its scripts find."""
    content = article(html)
    yield " ".join(content.get_text(" ").split())
    yield [each["id"] for each in content.find_all(id=True)]
    yield [each["href"] for each in content.find_all(href=True)]
    yield [str(each) for each in content.find_all("math")]
    yield [str(each) for each in content.select(".dl-bar")]


@pytest.mark.parametrize(("language", "slug"), PAGES)
def test_zensical_shows_the_same_chapter(
    built: Built, projects: Path, language: str, slug: str
) -> None:
    folder = projects / language / "site" / ("" if slug == "index" else slug)
    theirs = (folder / "index.html").read_text(encoding="utf-8")
    assert list(facts(theirs)) == list(facts(built.page(language, slug)))
    ours = (built.site / path_of(language, slug)).glob("*.json")
    for path in ours:
        if path.name != "runner.json":
            assert (folder / path.name).read_bytes() == path.read_bytes()
