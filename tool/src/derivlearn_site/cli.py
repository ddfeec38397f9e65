"""`derivlearn-site`: the one command line of the book's tools."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from derivlearn_site.base import files, hygiene, languages, settings
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record, steps
from derivlearn_site.pages import answers, questions, stepped
from derivlearn_site.publish import browser, proving, zensical
from derivlearn_site.translation import checks, drafts, drift, taking, textlint
from derivlearn_site.translation import translator as translation


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0 where all is well, 1 where something is to be done."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal cannot show is better marked than nothing told at all.
            stream.reconfigure(errors="replace")
    try:
        code = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has read enough, as `head` does.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        return 0
    return code


def _run(options: argparse.Namespace) -> int:
    here = Path.cwd().resolve()
    # Also for what is wrong with the settings, which say where the pages lie.
    asked: str = getattr(options, "told_in", "")
    catalogue = languages.catalogue(here / "docs", asked)
    try:
        book = settings.load(here)
        if asked and asked not in (*book.languages, languages.FALLBACK):
            raise languages.unknown(book, asked)
        problems: Sequence[Problem] = files.links(book)
        problems = problems or options.run(book, options)
    except translation.UnfinishedError as error:
        problems = error.problems
    except SourceError as error:
        problems = [error.problem]
    for problem in problems:
        path = problem.path
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        told = replace(problem, path=shown).told(catalogue)
        print(told, file=sys.stderr)  # noqa: T201
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    # Before or behind the command.
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--language",
        dest="told_in",
        metavar="CODE",
        default=argparse.SUPPRESS,
        help="the language of messages; by default that of LC_ALL, LC_MESSAGES or LANG",
    )
    parser = argparse.ArgumentParser(
        prog="derivlearn-site", description=__doc__, parents=[common]
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = partial(commands.add_parser, parents=[common])

    command = add(
        "record", help="run every snippet and keep what it prints, and its steps"
    )
    command.add_argument(
        "--check", action="store_true", help="change nothing; fail where one is stale"
    )
    command.set_defaults(run=_record)

    command = add(
        "prove",
        help="try which blocks MicroPython may answer, and keep that; needs Node",
    )
    command.set_defaults(run=_prove)

    command = add("check", help="look for mistakes on the pages")
    command.set_defaults(run=lambda book, _: checks.problems(book))

    command = add(
        "textlint",
        help="check the Japanese prose with textlint, which needs Node",
    )
    command.set_defaults(run=lambda book, _: textlint.problems(book))

    command = add("answers", help="tell what the answers of readers say of questions")
    command.add_argument("file", nargs="+", type=Path, help="texts that hold answers")
    command.add_argument(
        "--hardest", action="store_true", help="those first that most were wrong about"
    )
    command.set_defaults(run=_answers)

    command = add("status", help="tell what is to be translated")
    command.add_argument("language", nargs="?", help="one language; all by default")
    command.add_argument("--json", action="store_true", help="for other programs")
    command.set_defaults(run=_status)

    command = add(
        "summary",
        help="tell what a change means, whose files are on standard input",
    )
    command.add_argument(
        "--before",
        type=Path,
        metavar="FILE",
        help="what `status --json` said of the book before the change",
    )
    command.set_defaults(run=_summary)

    command = add("new", help="begin the translation of a page")
    command.add_argument("language")
    command.add_argument("page")
    command.set_defaults(run=_new)

    command = add(
        "diff",
        help="show what the original has changed since a page was translated",
    )
    command.add_argument("page")
    command.add_argument("language", nargs="?", default="en")
    command.set_defaults(run=_diff)

    command = add(
        "done",
        help="say that sections of a page are translated as the original stands",
    )
    command.add_argument("page")
    command.add_argument("language", nargs="?", default="en")
    command.add_argument("section", nargs="*", help="heading ids; all by default")
    command.set_defaults(run=_done)

    command = add(
        "vendor",
        help="put the Python that runs in the browser into the built site",
    )
    command.add_argument(
        "--without-packages",
        action="store_true",
        help="fetch none of the `packages:`; blocks that need them say so",
    )
    command.set_defaults(run=_vendor)

    command = add(
        "zensical", help="write each language as a project that Zensical builds"
    )
    command.add_argument("folder", type=Path, help="where the projects are written")
    command.set_defaults(
        run=lambda book, options: zensical.stage(book, options.folder.resolve())
    )
    _add_drafts(add)
    return parser


def _add_drafts(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what goes to a translator of any kind, and comes back."""
    command = add("draft", help="write a text of what is to be translated of a page")
    command.add_argument("language")
    command.add_argument("page")
    command.add_argument("section", nargs="*", help="heading ids; all that is due")
    command.set_defaults(run=_draft)

    command = add("take", help="put what came back of a draft into the page")
    command.add_argument("language")
    command.add_argument("page")
    command.add_argument("file", type=Path, help="the translated draft")
    command.set_defaults(run=_take)


def _say(text: str) -> None:
    print(text)  # noqa: T201


def _record(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    snippets = [*book.snippets.rglob("*.py")]
    if options.check:
        problems = record.stale(book.root, snippets)
        return [*problems, *steps.stale(book.root, stepped.asked(book))]
    changed, failed = record.write(book.root, snippets)
    # After it, as these print what is recorded.
    stepped_through, others = steps.write(book.root, stepped.asked(book))
    for path in [*changed, *stepped_through]:
        _say(f"wrote {book.relative(path)}")
    return [*failed, *others]


def _prove(book: Settings, _: argparse.Namespace) -> Sequence[Problem]:
    count, others = proving.write(book)
    _say(f"{count} blocks are proven, {len(others)} are not:")
    for block in others:
        _say(f"  {block.key}")
    return []


def _answers(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    read: list[answers.Reading] = []
    for path in map(Path.absolute, options.file):
        if not path.is_file():
            message = Message("is not there; name files that hold copied answers")
            return [Problem(path, 1, message)]
        try:
            read += answers.readings(hygiene.text_of(path))
        except MistakeError as error:
            return [Problem(path, 1, error.message)]
    found = answers.told(read, questions.keys(book))
    if options.hardest:
        found.sort(key=lambda each: each.share)
    _say(answers.table(found, len(read)))
    return []


def _status(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    asked = [options.language] if options.language else book.languages[1:]
    found = [translation.status(book, language) for language in asked]
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
    translation.check_language(book, options.language)
    original = translation.page_of(book, book.languages[0], options.page)
    page = translation.page_of(book, options.language, options.page)
    where = book.relative(page.path)
    others = [each for each in drift.states(original, page) if each.state != "fresh"]
    for state in others:
        told = f"{where}:{max(state.line, 1)}: {{ #{state.id} }}"
        if state.state == "stale":
            _say(f"{told}\n{state.change}\n")
        else:
            _say(f"{told} is not translated yet")
    if not others:
        _say(f"{where}: every section is in step")
    return []


def _draft(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    _say(drafts.written(book, options.language, options.page, options.section))
    return []


def _take(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    answer = options.file.absolute()
    if not answer.is_file():
        return [Problem(answer, 1, Message("is not there; name the translated draft"))]
    path = taking.take(book, options.language, options.page, answer)
    _say(f"wrote {book.relative(path)}")
    return []


def _done(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    path = translation.done(book, options.language, options.page, options.section)
    _say(f"wrote {book.relative(path)}")
    return []


def _vendor(book: Settings, options: argparse.Namespace) -> Sequence[Problem]:
    site = book.root / book.config["site_dir"]
    browser.vendor(book, site, packages=not options.without_packages)
    return []
