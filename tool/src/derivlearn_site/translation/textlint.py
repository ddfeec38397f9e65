"""The Japanese prose, checked by textlint.

textlint reads Markdown, but not all that a page of this book is written in. So it gets
each page as a text that it reads as meant, in which every line stands where it stands
on the page.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.notebooks import prose as notebook_prose
from derivlearn_site.pages import glossary
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.glossary_problems import usable_terms
from derivlearn_site.pages.spans import VERBATIM

FILE = "textlint.yml"
LANGUAGE = "ja"
# What is written for GitHub is plain Markdown already.
PLAIN = ("README.ja.md", "CONTRIBUTING.ja.md")
PRESET = "preset-ja-technical-writing"
KANJI = "max-kanji-continuous-len"
TERMS = "prh"
WEB = Path(__file__).parents[1] / "web"

# A file, and what stands for it.
Text = tuple[Path, str]

# What a formula is in its sentence: a short word that no rule has a say in.
_FORMULA = "`x`"
_TITLE = "######"
# How much of a line a message shows, to find the place in a long paragraph.
_EXCERPT = 12


def problems(book: Settings) -> list[Problem]:
    """Return what textlint finds in the Japanese prose of the book.

    Raises:
        SourceError: textlint is not installed, or cannot run.

    """
    return lint(list(prose(book)), book)


def prose(book: Settings) -> Iterator[Text]:
    """Yield all Japanese prose: the pages, the glossary, and what is for GitHub."""
    for path in book.pages(LANGUAGE):
        yield path, markdown(pages.read(path, book))
    yield book.docs / glossary.FILE, _definitions(usable_terms(book)[0])
    for name in PLAIN:
        if (path := book.root / name).is_file():
            yield path, hygiene.text_of(path)


def markdown(page: pages.Page) -> str:
    """Return a page in the Markdown that textlint reads, line for line.

    Code is left out, but for that within a sentence. Titles of remarks and the labels
    of pictures become headings, because neither is a sentence; what says more becomes
    items of a list, which need no empty line between them.
    """
    lines = [""] * len(page.lines)
    for number, text in page.prose:
        lines[number - 1] = text
    for heading in page.headings:
        lines[heading.line - 1] = f"{'#' * heading.level} {heading.text}"
    for remark in page.remarks:
        indent = " " * (remark.indent - pages.INDENT)
        title = f"{_TITLE} {remark.title}" if remark.title else ""
        lines[remark.line - 1] = f"{indent}{title}"
    for remark in page.remarks:
        for number in range(remark.line, remark.end):
            lines[number] = lines[number].removeprefix(" " * pages.INDENT)
    lines = _plain("\n".join(lines)).split("\n")
    for number, text in _elsewhere(page):
        lines[number - 1] = text
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return prose without formulas, comments and the asterisks of stress."""

    def verbatim(match: re.Match[str]) -> str:
        if match[0].startswith("`"):
            return match[0]
        is_inline = match[0].startswith("$") and not match[0].startswith("$$")
        return _FORMULA if is_inline else "\n" * match[0].count("\n")

    text = notebook_prose.unstressed(text)
    return VERBATIM.sub(verbatim, text)


def _elsewhere(page: pages.Page) -> Iterator[tuple[int, str]]:
    """Yield what is written in the front matter and in fences, with its line."""
    for key in pages.WORDS:
        if key in page.meta:
            yield page.line_of(key), f"- {' '.join(str(page.meta[key]).split())}"
    for fence in page.fences:
        for number, text in fence.words:
            yield number, f"- {_plain(text)}"
        if fence.info == "figure":
            yield from _picture(page, fence)


def _picture(page: pages.Page, fence: pages.Fence) -> Iterator[tuple[int, str]]:
    try:
        texts = pages.figure_of(page, fence)
    except SourceError:
        return  # `derivlearn-site check` tells it
    for number, line in enumerate(fence.body, fence.line + 1):
        key = line.strip().partition(":")[0]
        if key in texts and key != "figure":
            mark = "-" if key in {"alt", "caption"} else _TITLE
            yield number, f"{mark} {texts[key]}"


def _definitions(terms: Sequence[glossary.Term]) -> str:
    """Return what the terms mean, each on the line on which its entry begins."""
    means = {term.line: f"- {term.means(LANGUAGE)}" for term in terms}
    last = max(means, default=0)
    return "".join(f"{means.get(number, '')}\n" for number in range(1, last + 1))


def lint(texts: Sequence[Text], book: Settings) -> list[Problem]:
    """Return what textlint finds in texts, which stand for the files of a book.

    Raises:
        SourceError: textlint is not installed, or cannot run.

    """
    program = WEB / "node_modules/textlint/bin/textlint.js"
    node = shutil.which("node")
    if node is None or not program.is_file():
        message = Message(
            "textlint is not installed; install Node, version 20 or later, and run "
            "`npm ci --prefix {folder}`",
            folder=WEB,
        )
        raise SourceError(WEB / "package.json", 1, message)
    settings = _settings(book)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for number, (_, text) in enumerate(texts):
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        config = _configure(folder, settings["rules"], usable_terms(book)[0])
        command = [node, str(program), "--format", "json", "--config", str(config)]
        command += ["--rules-base-directory", str(WEB / "node_modules"), "."]
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, capture_output=True, encoding="utf-8", check=False
        )
    try:
        told = json.loads(done.stdout)
    except ValueError as error:
        message = Message("textlint cannot run with this; what it says is below")
        said = done.stderr or done.stdout
        raise SourceError(book.docs / FILE, 1, message, said) from error
    found: list[Problem] = []
    for each in told:
        path, text = texts[int(Path(each["filePath"]).stem)]
        for finding in each["messages"]:
            if finding["ruleId"] == TERMS and path.stem in book.may_name_wrong_words:
                continue
            found += _problem(path, text, finding, settings["allow"])
    return sorted(found)


def _settings(book: Settings) -> dict[str, Any]:
    path = book.docs / FILE
    try:
        return dict(yaml.safe_load(hygiene.text_of(path)))
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error


def _problem(
    path: Path, text: str, finding: Mapping[str, Any], allow: Mapping[str, list[str]]
) -> Iterator[Problem]:
    """Yield a finding of textlint, unless it is of what is allowed."""
    rule, line = finding["ruleId"], finding["line"]
    place = text.split("\n")[line - 1][finding["column"] - 1 :]
    if any(re.match(pattern, place) for pattern in allow.get(rule, [])):
        return
    message = Message(
        "textlint, at 「{place}」: {told} [{rule}]",
        place=place[:_EXCERPT] or "…",
        told=finding["message"].partition("\n")[0],
        rule=rule,
    )
    yield Problem(path, line, message)


def _configure(
    folder: Path, rules: Mapping[str, Any], terms: Sequence[glossary.Term]
) -> Path:
    """Write the configuration of textlint into a folder and return its path."""
    names = [name for term in terms for name in term.spellings(LANGUAGE)]
    preset = rules[PRESET]
    words = folder / "words.json"
    words.write_text(json.dumps(term_rules(terms)), encoding="utf-8")
    rules = {
        **rules,
        PRESET: {**preset, KANJI: {**preset.get(KANJI, {}), "allow": names}},
        TERMS: {"rulePaths": [str(words)]},
    }
    config = folder / "textlintrc.json"
    config.write_text(json.dumps({"rules": rules}), encoding="utf-8")
    return config


def term_rules(terms: Sequence[glossary.Term]) -> dict[str, Any]:
    """Return the renderings that must not be used as rules of textlint-rule-prh."""
    instead: dict[str, list[str]] = {}
    for term in terms:
        for word in term.never(LANGUAGE):
            instead.setdefault(word, []).append(term.spellings(LANGUAGE)[0])
    rules = [
        {"pattern": word, "expected": "、".join(names)}
        for word, names in instead.items()
    ]
    return {"version": 1, "rules": rules}
