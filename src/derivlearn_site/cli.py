"""`derivlearn-site`: the one command line of the book's tools."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from derivlearn_site import browser, checks, record, settings
from derivlearn_site.errors import Problem, SourceError


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0 where all is well, 1 where something is to be done."""
    parser = argparse.ArgumentParser(prog="derivlearn-site", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    recording = commands.add_parser(
        "record", help="run every snippet and keep what it prints"
    )
    recording.add_argument(
        "--check", action="store_true", help="change nothing; fail where one is stale"
    )
    commands.add_parser("check", help="look for mistakes on the pages")
    vendoring = commands.add_parser(
        "vendor", help="put the Python that runs in the browser into the built site"
    )
    vendoring.add_argument(
        "--without-packages",
        action="store_true",
        help="fetch no NumPy; blocks that need it say that it is missing",
    )
    options = parser.parse_args(arguments)
    try:
        book = settings.load(Path.cwd())
        if options.command == "check":
            return _report(checks.problems(book))
        if options.command == "vendor":
            site = book.root / book.config["site_dir"]
            browser.vendor(book, site, packages=not options.without_packages)
            return 0
        return _check_records(book) if options.check else _write_records(book)
    except SourceError as error:
        return _report([error.problem])


def _write_records(book: settings.Settings) -> int:
    changed, failed = record.write(book.root, book.snippets.rglob("*.py"))
    for path in changed:
        print(f"wrote {book.relative(path)}")  # noqa: T201
    return _report(failed)


def _check_records(book: settings.Settings) -> int:
    return _report(record.stale(book.root, book.snippets.rglob("*.py")))


def _report(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)  # noqa: T201
    return 1 if problems else 0
