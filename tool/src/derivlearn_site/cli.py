"""`derivlearn-site`: the one command line of the book's tools."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.base.errors import Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record
from derivlearn_site.publish import browser
from derivlearn_site.translation import checks, drift, textlint
from derivlearn_site.translation import translator as translation


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0 where all is well, 1 where something is to be done."""
    options = _parser().parse_args(arguments)
    here = Path.cwd().resolve()
    try:
        book = settings.load(here)
        problems: Sequence[Problem] = options.run(book, options)
    except SourceError as error:
        problems = [error.problem]
    for problem in problems:
        path = problem.path
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        print(replace(problem, path=shown), file=sys.stderr)  # noqa: T201
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="derivlearn-site", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser(
        "record", help="run every snippet and keep what it prints"
    )
    command.add_argument(
        "--check", action="store_true", help="change nothing; fail where one is stale"
    )
    command.set_defaults(run=_record)

    command = commands.add_parser("check", help="look for mistakes on the pages")
    command.set_defaults(run=lambda book, _: checks.problems(book))

    command = commands.add_parser(
        "textlint", help="check the Japanese prose with textlint, which needs Node"
    )
    command.set_defaults(run=lambda book, _: textlint.problems(book))

    command = commands.add_parser("status", help="tell what is to be translated")
    command.add_argument("language", nargs="?", help="one language; all by default")
    command.add_argument("--json", action="store_true", help="for other programs")
    command.set_defaults(run=_status)

    command = commands.add_parser(
        "summary", help="tell what a change means, whose files are on standard input"
    )
    command.add_argument(
        "--before",
        type=Path,
        metavar="FILE",
        help="what `status --json` said of the book before the change",
    )
    command.set_defaults(run=_summary)

    command = commands.add_parser("new", help="begin the translation of a page")
    command.add_argument("language")
    command.add_argument("page")
    command.set_defaults(run=_new)

    command = commands.add_parser(
        "diff", help="show what the original has changed since a page was translated"
    )
    command.add_argument("page")
    command.add_argument("language", nargs="?", default="en")
    command.set_defaults(run=_diff)

    command = commands.add_parser(
        "done", help="say that sections of a page are translated as the original stands"
    )
    command.add_argument("page")
    command.add_argument("language", nargs="?", default="en")
    command.add_argument("section", nargs="*", help="heading ids; all by default")
    command.set_defaults(run=_done)

    command = commands.add_parser(
        "vendor", help="put the Python that runs in the browser into the built site"
    )
    command.add_argument(
        "--without-packages",
        action="store_true",
        help="fetch no NumPy and no scikit-learn; blocks that need them say so",
    )
    command.set_defaults(run=_vendor)
    return parser


def _say(text: str) -> None:
    print(text)  # noqa: T201


def _record(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    snippets = book.snippets.rglob("*.py")
    if options.check:
        return record.stale(book.root, snippets)
    changed, failed = record.write(book.root, snippets)
    for path in changed:
        _say(f"wrote {book.relative(path)}")
    return failed


def _status(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    languages = [options.language] if options.language else book.languages[1:]
    found = [translation.status(book, language) for language in languages]
    if options.json:
        _say(translation.as_json(found))
        return []
    for each in found:
        totals = ", ".join(f"{n} {state}" for state, n in each.totals().items() if n)
        _say(f"{each.language}: {totals}")
        for slug, states in each.pages.items():
            for state in states:
                if state.state != "fresh":
                    _say(f"  {slug}#{state.id}: {state.state}")
    return []


def _summary(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    problems = checks.problems(book)
    changed = sys.stdin.read().split()
    _say(translation.summary(book, changed, problems, options.before))
    return problems


def _new(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    path = translation.begin(book, options.language, options.page)
    _say(f"wrote {book.relative(path)}")
    return []


def _diff(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    original = translation.page_of(book, book.languages[0], options.page)
    page = translation.page_of(book, options.language, options.page)
    for state in drift.states(original, page):
        if state.state == "stale":
            _say(f"{book.relative(page.path)}:{state.line}: {{ #{state.id} }}")
            _say(f"{state.change}\n")
    return []


def _done(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    path = translation.done(book, options.language, options.page, options.section)
    _say(f"wrote {book.relative(path)}")
    return []


def _vendor(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    site = book.root / book.config["site_dir"]
    browser.vendor(book, site, packages=not options.without_packages)
    return []
