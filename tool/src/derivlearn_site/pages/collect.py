"""The pytest plugin that runs every block of every page through pytest-codeblocks.

pytest-codeblocks knows neither includes nor preambles, so it is handed each page as the
page model sees it: one self-contained program per block, with the output that the page
shows, and what each empty cell stands on. The pages are read by the model, extracted
and run by pytest-codeblocks.
"""

import difflib
import io
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_codeblocks.main import CodeBlock, extract_from_buffer
from pytest_codeblocks.plugin import MarkdownFile, TestBlock

from derivlearn_site.base import languages, settings
from derivlearn_site.base.errors import Catalogue, Message, Problem
from derivlearn_site.pages import cells
from derivlearn_site.pages import page as pages

_RUN = re.compile(r"^[ \t]*```(?:python|exercise)$", re.MULTILINE)


def for_codeblocks(page: pages.Page) -> str:
    """Return the blocks of a page as Markdown that pytest-codeblocks understands."""
    parts = []
    for block in cells.with_blocks(page):
        # Longer than any fence that a program may print or hold.
        fence = "`" * 12
        parts += [
            f"{fence}python\n{block.program.source}{fence}",
            "<!--pytest-codeblocks:expected-output-->",
            f"{fence}\n{block.output}{fence}",
        ]
    return "\n".join(parts) + "\n"


class PageFile(MarkdownFile):  # type: ignore[misc] # it comes without types
    """A page of the book: its items are its blocks, named by the page's own lines."""

    def collect(self) -> Iterator["PageBlock"]:
        """Yield one item per Python fence; refuse a page with mistakes."""
        page = pages.read(self.path, settings.load(self.config.rootpath))
        if page.problems:
            told = _catalogue(self.config)
            message = "\n".join(problem.told(told) for problem in page.problems)
            raise self.CollectError(message)
        extracted = extract_from_buffer(io.StringIO(for_codeblocks(page)), 10**6)
        blocks = cells.with_blocks(page)
        for block, code in zip(blocks, extracted, strict=True):
            is_cell = isinstance(block, cells.Cell)
            name = block.id if is_cell else f"line {block.line}"
            item: PageBlock = PageBlock.from_parent(self, name=name)
            item.obj = code
            item.block = block
            yield item


class PageBlock(TestBlock):  # type: ignore[misc]
    """A block of a page, run by pytest-codeblocks."""

    obj: CodeBlock
    block: pages.Block | cells.Cell

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: object = None,  # noqa: ARG002
    ) -> str:
        """Tell page, snippet, and the difference or the snippet's own traceback."""
        book = settings.load(self.config.rootpath)
        source = book.relative(self.block.snippet.path)
        message = Message(
            "the block from {source}:{line} [{sections}] failed",
            source=source,
            line=self.block.snippet_line,
            sections=", ".join(self.block.names),
        )
        cause = excinfo.value.__context__
        printed = re.search(r"but got\n```\n(.*)```\Z", str(excinfo.value), re.DOTALL)
        if cause is not None:
            detail = _traceback(self.block, source, cause)
        elif printed is None:
            detail = repr(excinfo.value)
        else:
            message = Message(
                "the block from {source}:{line} [{sections}] prints something else "
                "than recorded; run `derivlearn-site record` if that is right",
                source=source,
                line=self.block.snippet_line,
                sections=", ".join(self.block.names),
            )
            difference = difflib.unified_diff(
                self.block.output.splitlines(keepends=True),
                printed[1].splitlines(keepends=True),
                f"{source.with_suffix('.out')} (recorded)",
                f"{source} (printed now)",
            )
            detail = "".join(difference)
        place = book.relative(self.path), self.block.line
        return Problem(*place, message, detail).told(_catalogue(self.config))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the place that pytest names in its summary."""
        return self.path, self.block.line - 1, f"line {self.block.line}"


def _catalogue(config: pytest.Config) -> Catalogue:
    """Return the messages in the language of the environment."""
    return languages.catalogue(settings.load(config.rootpath).docs)


def _traceback(
    block: pages.Block | cells.Cell, source: Path, error: BaseException
) -> str:
    """Return the traceback of a block in terms of its snippet's lines."""
    lines = ["Traceback (most recent call last):"]
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == "<string>":
            line = block.program.lines[(frame.lineno or 1) - 1]
            lines.append(f'  File "{source}", line {line.number}, in {frame.name}')
            lines.append(f"    {line.text.strip()}")
        elif "pytest_codeblocks" not in frame.filename:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            lines.append(f"    {frame.line}")
    lines += [text.rstrip() for text in traceback.format_exception_only(error)]
    return "\n".join(lines)


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> MarkdownFile | None:
    """Collect the pages of the languages, and what lies elsewhere as it is.

    What lies in `docs/` and in no language's folder is no page; the guard counts it.
    """
    if file_path.suffix != ".md":
        return None
    root = parent.config.rootpath
    if not file_path.is_relative_to(root / "docs"):
        return MarkdownFile.from_parent(parent, path=file_path)
    folder = file_path.relative_to(root / "docs").parts[0]
    if folder not in settings.load(root).languages:
        return None
    return PageFile.from_parent(parent, path=file_path)


def python_fences(root: Path) -> int:
    """Count the Python fences of all pages by a way of its own, the simplest."""
    return sum(
        len(_RUN.findall(path.read_text("utf-8")))
        for path in sorted((root / "docs").rglob("*.md"))
    )


class Guard:
    """Fails a whole run in which a Python fence of a page did not pass."""

    def __init__(self, config: pytest.Config) -> None:
        """Start to count."""
        self.config = config
        self.passed = 0
        self.message: Message | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a block that passed; one that is skipped or never ran does not."""
        of_a_page = report.nodeid.startswith("docs/") and "::line " in report.nodeid
        if of_a_page and report.when == "call" and report.passed:
            self.passed += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Compare the count with that of the fences."""
        if session.exitstatus != pytest.ExitCode.OK:
            return
        fences = python_fences(self.config.rootpath)
        if self.passed != fences:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            self.message = Message(
                "{fences} Python fences stand on the pages under docs/, but {passed} "
                "blocks passed; none may go unrun",
                fences=fences,
                passed=self.passed,
            )

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> None:
        """Say why a run failed although each of its tests passed."""
        if self.message:
            terminalreporter.section("blocks that did not run", red=True)
            terminalreporter.line(self.message.told(_catalogue(self.config)))


def pytest_configure(config: pytest.Config) -> None:
    """Guard every run that is meant to be whole: no path, no selection."""
    option = config.option
    selected = option.keyword or option.markexpr or option.collectonly
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not selected
    if whole and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Guard(config), "derivlearn-site-guard")
