"""One build of a book: what its languages share, and what each page becomes.

Knows no generator. An adapter asks it for the staged text of each page, hands that to
its generator, and writes beside each page what its scripts and its reader fetch.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from derivlearn_site.base import languages, text_problems
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.base.kept import digest_of
from derivlearn_site.base.languages import Language
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record
from derivlearn_site.figures import gallery
from derivlearn_site.notebooks import kernel, notebook
from derivlearn_site.pages import cells, questions, spine
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.tex import FormulaError
from derivlearn_site.publish import (
    asking,
    browser,
    extension,
    jupyter,
    ordering,
    place,
    ready,
    search,
    staging,
)
from derivlearn_site.translation import drift
from derivlearn_site.translation.drift import State

# The one folder of `docs/` that is published as it stands, for all languages.
SHARED = "assets/"


@dataclass(frozen=True)
class Staged:
    """A page on its way: the text for the generator, what it is, what is wrong."""

    source: pages.Page
    text: str
    problems: tuple[Problem, ...]
    # Whether it shows all that it holds, which it cannot while it is not as meant.
    is_whole: bool

    @property
    def blocks(self) -> Sequence[pages.Block]:
        """The blocks that the page shows."""
        return self.source.blocks if self.is_whole else ()


class Build:
    """What all languages of a build share; a rebuild makes only what has changed."""

    def __init__(self, book: Settings) -> None:
        """Start with nothing read, nothing run and nothing made."""
        self.run = record.Run({}, ())
        self._sources: dict[Path, pages.Page] = {}
        self._kernels = ThreadPoolExecutor(2)
        self._executed: dict[str, Future[Any]] = {}
        self.renew(book)

    def renew(self, book: Settings) -> None:
        """Begin the next build, with the settings as they are now."""
        self.book = book
        self.languages = tuple(languages.read_all(book).values())
        self.catalogue = languages.catalogue(book.docs)
        self._sources.clear()
        self._executed.clear()
        self._made_of = ready.of_all_pages(book)
        # Where the site has its scripts and its style.
        self.scripts = browser.published(book)
        self._proofs = browser.proofs(book)

    def run_all(self) -> list[Problem]:
        """Run the snippets and the notebooks, once for all languages.

        Returns:
            What is wrong with the texts of the languages, and which records are stale.
        """
        _forget(self.book)
        found = text_problems.problems(self.book)
        self._execute()
        paths = sorted(self.book.snippets.rglob("*.py"))
        self.run = record.run_all(self.book.root, paths)
        return [*found, *record.stale(self.book.root, paths, self.run)]

    def _execute(self) -> None:
        """Let the notebooks be executed while snippets run and pages are made."""
        for path in self.book.pages(self.languages[0].code):
            if pages.is_notebook(path, self.book):
                source = self.source(path)
                if not source.problems:
                    execution = kernel.execution(source)
                    self._executed[source.slug] = self._kernels.submit(execution)

    def _outputs(self, source: pages.Page) -> list[list[jupyter.Output]]:
        """Return what the cells of a page put out; those of all languages are alike."""
        waiting = self._executed.get(source.slug)
        executed = waiting.result() if waiting else kernel.executed(source)
        return jupyter.outputs(source, executed)

    def address(self, language: str, page_url: str = "") -> str:
        """Return the absolute address of a page in a language."""
        return languages.language_url(self.book.config["site_url"], language, page_url)

    def alternates(self, page_url: str) -> list[languages.Alternate]:
        """Return the translations of a page, in the languages that have it."""
        slug = page_url.rstrip("/") or "index"
        codes = [
            each.code
            for each in self.languages
            if (self.book.docs / each.code / f"{slug}.md").is_file()
        ]
        return languages.alternates(self.book.config["site_url"], page_url, codes)

    def edit_url(self, path: str) -> str:
        """Return the address at which a file below `docs/` can be edited."""
        config = self.book.config
        return languages.edit_url(config["repo_url"], config["edit_uri"], path)

    def translate_url(self, language: str, path: str) -> str:
        """Return the address at which a page that a language lacks can be written."""
        config = self.book.config
        return languages.translate_url(
            config["repo_url"], config["edit_uri"], language, path
        )

    @property
    def original(self) -> Path:
        """The folder of the original's pages."""
        return self.book.docs / self.languages[0].code

    def source(self, path: Path) -> pages.Page:
        """Read a page, once in a build."""
        if path not in self._sources:
            self._sources[path] = pages.read(path, self.book)
        return self._sources[path]

    def key(self, path: Path, language: Language, addresses: Sequence[str]) -> str:
        """Return a digest of all that a page of a language's site is made of.

        Args:
            path: The page, which may be borrowed from the original.
            language: The language of the site.
            addresses: The files of the site, which links may lead to.
        """
        own = path.relative_to(self.book.docs)
        slug = Path(*own.parts[1:]).with_suffix("")
        files = [path, *_snippets_of(self.book.snippets / slug)]
        for other in (self.original / f"{slug}.md", *_originals(self.book, own)):
            files += [other] if other.is_file() else []
        needed = spine.needs(pages.front(path, self.book))
        text = path.read_text("utf-8")
        named = {self.book.snippets / each for each in questions.records_in(text)}
        files += sorted(each for each in named if each.is_file())
        if any(mark in text for mark in staging.PLACES):
            files += sorted(self.book.docs.rglob("*.md"))
            files += sorted(self.book.docs.rglob("*.txt"))
            files += _snippets_of(self.book.snippets)
        files += [spine.path_of(self.book, language.code, each) for each in needed]
        printed = [self.run.printed.get(file) for file in files]
        about = [language, own.as_posix(), printed, sorted(addresses)]
        return digest_of([self._made_of, *about, *files])

    def stage(self, path: Path, language: Language) -> Staged:
        """Return a page as the site of a language shows it."""
        source = self.source(path)
        head = extension.header(source.language, source.slug, _glossary(source))
        shown = {block.snippet.path for block in source.blocks}
        failed = [problem for problem in self.run.failed if problem.path in shown]
        problems = [*source.problems]
        text = ""
        try:
            states = self._states(source)
            if not problems:
                text = staging.stage(
                    source,
                    language.strings,
                    fresh=self.run.printed,
                    put_out=self._outputs(source) if source.is_notebook else (),
                    states=states,
                )
                text += "\n".join(place.lines(source, language)) + "\n"
        except SourceError as error:
            problems.append(error.problem)
        except MistakeError as error:
            problems.append(Problem(path, 1, error.message))
        if problems:
            text = "\n".join(source.lines[source.front_matter_end :])
        if told := [self.told(each) for each in (*problems, *failed)]:
            text = staging.with_problems(text, told)
        told_of = (*problems, *failed)
        return Staged(source, f"{head}\n{text}", told_of, is_whole=not problems)

    def told(self, problem: Problem) -> str:
        """Return a problem in the reader's language, with its path from the root."""
        path = self.book.relative(problem.path)
        return replace(problem, path=path).told(self.catalogue)

    def _states(self, source: pages.Page) -> list[State]:
        """Return how the sections of a translated page stand to the original."""
        original = self.original / f"{source.slug}.md"
        if source.path == original or not original.is_file():
            return []
        return drift.states(self.source(original), source)

    def beside(self, staged: Staged, language: Language) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of each file that lies beside a page."""
        source = staged.source
        if not staged.is_whole:
            return
        if live := browser.figures(source, language.figures):
            yield "figures.json", live
        writer = asking.Writer(language.strings)
        if asked := writer.beside(source):
            yield asking.FILE, asked
        if ordered := ordering.beside(source, writer):
            yield ordering.FILE, ordered
        if traces := browser.steps(source):
            yield "steps.json", traces
        if staged.blocks:
            yield "blocks.json", browser.blocks(source, self._proofs)
            own = next(each for each in self.languages if each.code == source.language)
            yield notebook.file_name(source), notebook.download(source, own.strings)

    def formula_problems(
        self, staged: Staged, mistakes: Sequence[FormulaError]
    ) -> Iterator[Problem]:
        """Yield what is wrong with the formulas of a page, with their lines."""
        source = staged.source
        for mistake in mistakes:
            yield Problem(source.path, _line_of(mistake, source), mistake.message)

    def finish(self, site: Path, language: Language) -> None:
        """Complete the site of a language that a generator has built."""
        search.write(site, search.words(self.book, language.code))
        browser.write_texts(site, language.runner)

    def unlisted(self) -> Iterator[Problem]:
        """Yield a problem for each page that lies in no language's folder."""
        message = Message(
            "lies in no language's folder; move it into one that stands in "
            "`languages:` in mkdocs.yml"
        )
        for path in sorted(self.book.docs.rglob("*.md")):
            if path.relative_to(self.book.docs).parts[0] not in self.book.languages:
                yield Problem(path, 1, message)


def files(folder: Path) -> list[str]:
    """Return the paths of the files in a folder, those that are hidden left out."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = (path for path in paths if not any(p.startswith(".") for p in path.parts))
    return sorted(path.as_posix() for path in shown)


def without_listing(staged: Staged, html: str) -> Iterator[Problem]:
    """Yield a problem for each block of a page that its HTML does not show."""
    for block in cells.with_blocks(staged.source) if staged.is_whole else ():
        if f' id="{block.id}"' not in html:
            message = Message(
                "no listing on the page has the id {ids}; indent a fence only inside a "
                "remark or a list",
                ids=block.id,
            )
            yield Problem(staged.source.path, block.line, message)


def _snippets_of(folder: Path) -> list[Path]:
    suffixes = ("py", "out", "steps")
    return sorted(path for each in suffixes for path in folder.rglob(f"*.{each}"))


def _originals(book: Settings, own: Path) -> Iterator[Path]:
    """Yield where the original that a page was translated from is kept."""
    language, *parts = own.with_suffix("").parts
    if language in book.languages:
        yield drift.path_of(book, language, "/".join(parts))


def _line_of(mistake: FormulaError, source: pages.Page) -> int:
    """Return the line of a page on which a formula begins, as far as can be told."""
    wanted = [line.strip() for line in mistake.tex.splitlines()]
    headings = {heading.line for heading in source.headings}
    words = source.words
    for where, (number, _) in enumerate(words):
        if mistake.in_heading and number not in headings:
            continue
        below = zip(wanted, words[where:], strict=False)
        if all(part in text for part, (_, text) in below):
            return number
    return 1


def _glossary(source: pages.Page) -> str:
    """Return where the glossary is, seen from a page; nothing, if the page is it."""
    book = source.settings
    if source.slug == book.glossary:
        return ""
    above = "../" * (len(PurePosixPath(source.slug).parts) - 1)
    there = book.docs / book.languages[0] / f"{book.glossary}.md"
    return f"{above}{book.glossary}.md" if there.is_file() else ""


def _forget(book: Settings) -> None:
    """Let the pictures be drawn with the package as it is now, not as it was."""
    gallery.forget()
    for name in list(sys.modules):
        if name.split(".")[0] == book.package:
            del sys.modules[name]
