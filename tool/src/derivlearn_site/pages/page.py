"""The page model: what a Markdown page shows, block by block.

There is one parser of pages, this one. The tests, the site, the notebooks and the
translation tools all ask it, so that they cannot disagree. It reads

- headings, each with an explicit id: `## 極限 { #limit }`,
- fences, whose language must be in `LANGUAGES`,
- remarks, `!!! note "Title"` or, to unfold, `??? answer "Title"`, indented below,
- front matter, between two lines `---` at the top.

A `python` fence holds includes of sections of one snippet and becomes a `Block`; a
`text` fence holds includes of the same sections of its record. An `exercise` fence is a
`python` fence for the reader to complete, with hints below its include.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pymdownx.snippets import SnippetMissingError, SnippetPreprocessor

from derivlearn_site.base import allowed, hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import offer, record
from derivlearn_site.code import snippet as snippets
from derivlearn_site.code.snippet import Program, Snippet
from derivlearn_site.pages.spans import Spans

LANGUAGES = {
    "python": "code that runs: includes of a snippet's sections",
    "exercise": "code to complete: an include of the section `start`, then hints",
    "text": "what the code printed: includes of the record's sections",
    "figure": "a picture: its name, its text alternative, its labels",
    "predict": "what the block above prints, asked before it is shown",
    "question": "something to think about, with two to four answers",
    "order": "lines of an answer to an exercise, to be put in order",
    "console": "commands for the reader's own terminal; not run",
    "markdown": "an example of what a page's source looks like",
}

# The fences that ask, and what of them is words. `questions` and `orders` say what they
# hold.
ASKING = ("predict", "question", "order")
_ASKED = re.compile(
    r"\s*(?:- +)?(?:ask|because|else|right|text): +"
    r"(?P<quote>[\"']?)(?P<text>[^\s{].*?)(?P=quote)\s*"
)

# The entries of the front matter that are words, which are translated.
WORDS = ("description", "able")
# And all that a page may have at its top.
FRONT_MATTER = (*WORDS, "needs", "notebook")
# What a remark may be: each has its form.
REMARKS = (
    *("note", "abstract", "info", "tip", "success", "question", "warning"),
    *("failure", "danger", "bug", "example", "quote", "answer"),
)

# By how many spaces what stands in a remark is indented.
INDENT = 4

# How many mistakes an exercise must at least be known to refuse, beside its start.
LEAST_WRONG = 2

_FENCE = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_INCLUDE = re.compile(r'\s*--8<-- "(?P<path>[^":]+)(?::(?P<section>[^"]+))?"\s*')
_LABEL = re.compile(
    r"(?!figure:|like:)[-\w]+: +(?P<quote>[\"']?)(?P<text>.*?)(?P=quote)\s*"
)
_HINT = re.compile(r"\s*hint: (?P<text>.*\S)\s*")
_HEADING = re.compile(
    r"(?P<level>#{1,6})\s+(?P<text>.+?)\s*(?:\{\s*#(?P<id>\S+)\s*\})?\s*"
)
# A line below a paragraph that makes a heading of it.
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ ]*")
_PLAIN = re.compile(r"[^\s#|>`<]")
_REMARK = re.compile(
    r"(?P<indent> *)(?P<mark>!!!|\?\?\?\+?) +(?P<kind>[-\w]+)[-\w ]*"
    r'(?:"(?P<title>.*)")? *'
)
# Markdown that a text of a figure would show instead of doing.
MARKUP = re.compile(r"\[[^\]\n]+\]\([^)\n]+\)|`[^`\n]+`|\*\*[^*\n]+\*\*")
_COMMAND = re.compile(r"<!--[-\s]*pytest[-.]")


@dataclass(frozen=True)
class Heading:
    """A heading of a page."""

    line: int
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Include:
    """A line `--8<-- "path:section"`."""

    line: int
    path: str
    section: str


@dataclass(frozen=True)
class Fence:
    """A fenced block; `line` and `end` are the lines of its two marks."""

    line: int
    end: int
    indent: str
    info: str
    body: tuple[str, ...]

    @property
    def includes(self) -> list[Include]:
        """The lines of the fence that are includes of a section."""
        found = []
        for number, text in enumerate(self.body, self.line + 1):
            match = _INCLUDE.fullmatch(text)
            if match and match["section"]:
                found.append(Include(number, match["path"], match["section"]))
        return found

    @property
    def hints(self) -> list[tuple[int, str]]:
        """What the lines `hint: …` of an exercise say, with their numbers."""
        if self.info != "exercise":
            return []
        return [
            (number, match["text"])
            for number, text in enumerate(self.body, self.line + 1)
            if (match := _HINT.fullmatch(text))
        ]

    @property
    def words(self) -> list[tuple[int, str]]:
        """What is written in the page's language, with the numbers of its lines."""
        if self.info not in ASKING:
            return self.hints
        return [
            (number, match["text"])
            for number, text in enumerate(self.body, self.line + 1)
            if (match := _ASKED.fullmatch(text))
        ]

    @property
    def labels(self) -> list[tuple[int, str]]:
        """What a figure says, with the numbers of the lines."""
        if self.info != "figure":
            return []
        return [
            (number, match["text"])
            for number, text in enumerate(self.body, self.line + 1)
            if (match := _LABEL.fullmatch(text))
        ]

    @property
    def code(self) -> list[str]:
        """The lines of the fence without its indentation and its hints."""
        return [
            text[len(self.indent) :]
            for text in self.body
            if self.info != "exercise" or not _HINT.fullmatch(text)
        ]

    @property
    def holds_only_includes(self) -> bool:
        """Whether each line of the code is an include of a section, or empty."""
        return bool(self.includes) and len(self.includes) == sum(
            1 for text in self.code if text.strip()
        )


@dataclass(frozen=True)
class Remark:
    """A box beside the text; `line` is that of its title, `end` its last one.

    What it holds is indented by `indent`. `title` is None where the site chooses it.
    """

    line: int
    end: int
    indent: int
    mark: str
    kind: str
    title: str | None


@dataclass(frozen=True)
class Block:
    """A fence with code that runs, with everything that is needed to run it.

    An exercise has a `check`, which knows nothing of the code that it judges. What the
    page has imported comes before that code, needed or not.
    """

    fence: Fence
    number: int
    snippet: Snippet
    names: tuple[str, ...]
    program: Program
    output: str
    output_fence: Fence | None
    check: Program | None = None

    @property
    def id(self) -> str:
        """The id of the block's listing on the site."""
        return f"block-{self.number}"

    @property
    def line(self) -> int:
        """The line of the page on which the block starts."""
        return self.fence.line

    @property
    def snippet_line(self) -> int:
        """The line of the snippet on which the block starts."""
        return self.snippet.line_of(self.names[0])


@dataclass
class Page:
    """A Markdown page as the tools see it; reading one never fails.

    Mistakes are kept in `problems`; `blocks` holds the blocks that can be run.
    """

    path: Path
    settings: Settings
    lines: list[str]
    fences: list[Fence] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def meta(self) -> dict[str, Any]:
        """The front matter."""
        end = self.front_matter_end
        try:
            loaded = yaml.safe_load("\n".join(self.lines[1 : end - 1])) if end else {}
        except yaml.YAMLError:
            return {}  # `problems` says so
        return loaded if isinstance(loaded, dict) else {}

    @cached_property
    def language(self) -> str:
        """The code of the language that the page is written in."""
        return self.path.relative_to(self.settings.docs).parts[0]

    @property
    def slug(self) -> str:
        """The page's path below its language's folder, without `.md`."""
        relative = self.path.relative_to(self.settings.docs / self.language)
        return relative.with_suffix("").as_posix()

    @property
    def sections(self) -> list[tuple[Heading, int]]:
        """Each heading, with the last line before the next one."""
        starts = [heading.line for heading in self.headings]
        ends = [*(start - 1 for start in starts[1:]), len(self.lines)]
        return list(zip(self.headings, ends, strict=False))

    @property
    def is_notebook(self) -> bool:
        """Whether the site shows the page as an executed notebook."""
        return bool(self.meta.get("notebook"))

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """The lines outside the front matter and the fences, with their numbers."""
        fenced = {
            number
            for fence in self.fences
            for number in range(fence.line, fence.end + 1)
        }
        return [
            (number, text)
            for number, text in enumerate(self.lines, 1)
            if number > self.front_matter_end and number not in fenced
        ]

    @cached_property
    def remarks(self) -> list[Remark]:
        """The remarks of the page, each before those that stand in it."""
        found = []
        for number, text in self.prose:
            if not (match := _REMARK.fullmatch(text)):
                continue
            indent = len(match["indent"]) + INDENT
            end = _end_of_indented(self.lines, number, indent)
            found.append(
                Remark(
                    number, end, indent, match["mark"], match["kind"], match["title"]
                )
            )
        return found

    @property
    def words(self) -> list[tuple[int, str]]:
        """The prose, the hints and what is asked: all in the page's language."""
        return self.prose + [each for fence in self.fences for each in fence.words]

    @cached_property
    def spans(self) -> Spans:
        """What stands within the lines of the page: code, formulas, links, tables."""
        return Spans(self.words)

    def spans_between(self, first: int, last: int) -> Spans:
        """Return what stands within some lines of the page, the last one included."""
        return Spans([each for each in self.words if first <= each[0] <= last])

    @cached_property
    def front_matter_end(self) -> int:
        """The line that closes the front matter, 0 where there is none."""
        marks = (n for n, t in enumerate(self.lines, 1) if t.rstrip() == "---")
        return next(marks, 0) if next(marks, 0) == 1 else 0

    def line_of(self, key: str) -> int:
        """Return the line of an entry of the front matter; 1, if it is not there."""
        top = enumerate(self.lines[: self.front_matter_end], 1)
        return next((n for n, t in top if t.startswith(f"{key}:")), 1)

    def problem(self, line: int, message: Message) -> None:
        """Note a mistake on a line of this page."""
        self.problems.append(Problem(self.path, line, message))


def read(path: Path, settings: Settings) -> Page:
    """Read a page and everything that it includes."""
    try:
        text = hygiene.text_of(path)
    except SourceError as error:
        return Page(path, settings, [], problems=[error.problem])
    page = parse(text, path, settings)
    for number, message in hygiene.in_bytes(path.read_bytes()):
        page.problem(number, message)
    page.problems.sort()
    return page


def outline(path: Path, settings: Settings) -> Page:
    """Read the headings and the fences of a page, and nothing that it includes."""
    return outlined(hygiene.text_of(path), path, settings)


def front(path: Path, settings: Settings) -> Page:
    """Read a page no further than its front matter."""
    return Page(path, settings, hygiene.lines_of(hygiene.text_of(path)))


def title(path: Path, settings: Settings) -> str:
    """Return the first heading of a page, of which nothing else is read."""
    page = front(path, settings)
    lines = page.lines[page.front_matter_end :]
    found = (match["text"] for each in lines if (match := _HEADING.fullmatch(each)))
    return next(found, page.slug)


def is_notebook(path: Path, settings: Settings) -> bool:
    """Tell whether a page is a notebook, from its front matter alone."""
    return front(path, settings).is_notebook


def outlined(text: str, path: Path, settings: Settings) -> Page:
    """Read the same from text that stands in for the file at `path`."""
    page = Page(path, settings, hygiene.lines_of(text))
    _check_front_matter(page)
    _find_fences(page)
    _find_headings(page)
    return page


def parse(text: str, path: Path, settings: Settings) -> Page:
    """Read a page from text that stands in for the file at `path`."""
    page = outlined(text, path, settings)
    for number, message in hygiene.in_lines(page.lines):
        page.problem(number, message)
    for number, message in hygiene.in_code(page.words):
        page.problem(number, message)
    for number, message in hygiene.in_words(page.spans.text):
        page.problem(number, message)
    for number, message in allowed.in_prose(page.spans.marked):
        page.problem(number, message)
    for number, label in (each for fence in page.fences for each in fence.labels):
        if markup := allowed.in_text(label):
            page.problem(number, markup)
    for number, line in page.prose:
        if "--8<--" in line:
            page.problem(
                number, Message("an include stands in a fence; put it into one")
            )
        if _COMMAND.search(line):
            page.problem(
                number,
                Message("every block runs as it stands: delete this pytest comment"),
            )
    _check_remarks(page)
    _find_blocks(page)
    page.problems.sort()
    return page


def _check_remarks(page: Page) -> None:
    for remark in page.remarks:
        if remark.kind not in REMARKS:
            page.problem(
                remark.line,
                Message(
                    "there is no remark '{kind}'; there is {known}",
                    kind=remark.kind,
                    known=", ".join(REMARKS),
                ),
            )
        if remark.mark == "???+":
            page.problem(
                remark.line,
                Message("what is folded is shown when it is pressed: write `???`"),
            )


def _end_of_indented(lines: Sequence[str], start: int, indent: int) -> int:
    """Return where the lines end that are indented so far; empty ones count inside."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip():
            continue
        if not line.startswith(" " * indent):
            break
        end = number
    return end


def _check_front_matter(page: Page) -> None:
    if not page.lines or page.lines[0].rstrip() != "---":
        return
    end = page.front_matter_end
    if not end:
        page.problem(
            1, Message("the front matter is not closed; end it with a line ---")
        )
        return
    try:
        loaded = yaml.safe_load("\n".join(page.lines[1 : end - 1]))
    except yaml.YAMLError as error:
        page.problems.append(hygiene.not_yaml(page.path, error, first=2).problem)
        return
    if not isinstance(loaded, dict):
        page.problem(2, Message("write the front matter as `description: …`"))
        return
    if not isinstance(loaded.get("description"), str):
        page.problem(
            1,
            Message("the front matter lacks a `description: …` in words; write it"),
        )
    _check_entries(page, loaded)


def _check_entries(page: Page, entries: Mapping[Any, Any]) -> None:
    """Look at each entry of the front matter, and whether it is there once."""
    for key, value in entries.items():
        line = page.line_of(str(key))
        if key not in FRONT_MATTER:
            page.problem(
                line,
                Message(
                    "no page has `{key}:` at its top; there may be {known}",
                    key=key,
                    known=", ".join(FRONT_MATTER),
                ),
            )
        elif message := allowed.in_text(str(value)):
            page.problem(line, message)
    written = yaml.compose("\n".join(page.lines[1 : page.front_matter_end - 1]))
    if isinstance(written, yaml.MappingNode):
        for number, message in hygiene.doubled_keys(written):
            page.problem(number + 1, message)


def _find_fences(page: Page) -> None:
    number = page.front_matter_end
    while number < len(page.lines):
        number += 1
        opening = _FENCE.fullmatch(page.lines[number - 1])
        if not opening or (opening["mark"][0] == "`" and "`" in opening["info"]):
            continue
        mark = opening["mark"]
        closing = re.compile(rf"[ \t>]*{mark[0]}{{{len(mark)},}}\s*")
        start = number
        while number < len(page.lines):
            number += 1
            if closing.fullmatch(page.lines[number - 1]):
                break
        else:
            page.problem(start, Message("this fence is not closed; end it with ```"))
        body = tuple(page.lines[start : number - 1])
        inner = re.compile(rf"{re.escape(opening['indent'])}{mark}\w+")
        if within := next((n for n, t in enumerate(body) if inner.fullmatch(t)), None):
            page.problem(
                start,
                Message(
                    "this fence is not closed before the one on line {line}; end it "
                    "with ```",
                    line=start + within + 1,
                ),
            )
        fence = Fence(start, number, opening["indent"], opening["info"], body)
        page.fences.append(fence)
        if "~" in opening["mark"] or ">" in opening["indent"]:
            page.problem(
                start, Message("write a fence with ``` and not in a quotation")
            )
        elif fence.info not in LANGUAGES:
            page.problem(
                start,
                Message(
                    "a fence is one of {known}, with nothing behind it; this one says "
                    "'{info}'",
                    known=", ".join(LANGUAGES),
                    info=fence.info,
                ),
            )


def _without_id(heading: Heading) -> Message | None:
    """Return what is wrong with the id of a heading, if anything."""
    if heading.id is None:
        return Message("give the heading an id: ## Title {{ #english-name }}")
    if not re.fullmatch(r"[a-z][-a-z0-9]*", heading.id):
        return Message(
            "'{id}': an id has only a-z, 0-9 and -, and begins with a letter",
            id=heading.id,
        )
    return None


def _find_headings(page: Page) -> None:
    for number, line in page.prose:
        before = page.lines[number - 2] if number > 1 else ""
        if _UNDERLINE.fullmatch(line) and _PLAIN.match(before):
            page.problem(
                number,
                Message(
                    "write a heading as `## Title {{ #name }}`; for a dividing line, "
                    "leave the line above it empty"
                ),
            )
        match = _HEADING.fullmatch(line)
        if not match:
            continue
        heading = Heading(number, len(match["level"]), match["text"], match["id"])
        if heading.level == 1 and page.headings:
            page.problem(
                number, Message("a page has one title; write this heading with ##")
            )
        page.headings.append(heading)
        if message := _without_id(heading):
            page.problem(number, message)
    if not page.headings:
        page.problem(
            len(page.lines) or 1,
            Message("a page begins with its title; write `# Title {{ #name }}`"),
        )
    ids = [heading.id for heading in page.headings]
    for heading in page.headings:
        if heading.id and ids.count(heading.id) > 1:
            page.problem(
                heading.line,
                Message(
                    "the id '{id}' is there more than once; give each heading its own",
                    id=heading.id,
                ),
            )


def _find_blocks(page: Page) -> None:
    kinds = ("python", "exercise", "text")
    fences = [fence for fence in page.fences if fence.info in kinds]
    shown: dict[Path, set[str]] = {}
    preprocessor = page.settings.preprocessor()
    outputs = dict(zip(fences, [*fences[1:], None], strict=False))
    for fence in fences:
        following = outputs[fence]
        if fence.info == "text":
            continue
        output_fence = following if following and following.info == "text" else None
        try:
            block = _block(page, fence, output_fence, shown, preprocessor)
        except SourceError as error:
            page.problems.append(error.problem)
            continue
        shown.setdefault(block.snippet.path, set()).update(block.names)
        page.blocks.append(block)
    for previous, fence in zip([None, *fences], fences, strict=False):
        if fence.info == "text" and (previous is None or previous.info == "text"):
            page.problem(
                fence.line,
                Message(
                    "a text fence shows the output of the block above; put it below "
                    "its block"
                ),
            )


def _block(
    page: Page,
    fence: Fence,
    output_fence: Fence | None,
    shown: dict[Path, set[str]],
    preprocessor: SnippetPreprocessor,
) -> Block:
    path, names = _target(page, fence, ".py")
    source = snippets.read(path)
    missing = [name for name in names if name not in source.sections]
    if missing:
        raise SourceError(
            page.path,
            fence.line + 1,
            Message(
                "{path} has no section '{section}'; it has {known}",
                path=page.settings.relative(path),
                section=missing[0],
                known=", ".join(source.sections),
            ),
        )
    before = shown.get(path, set())
    for name in names:
        if name in before:
            message = Message(
                "section '{section}' is on this page already; show it once",
                section=name,
            )
            raise SourceError(page.path, fence.line, message)
    if fence.info == "exercise":
        _check_exercise(page, fence, source, names)
    elif source.is_exercise and "start" in names:
        message = Message("put what the reader is to complete into a fence ```exercise")
        raise SourceError(page.path, fence.line, message)
    elif unseen := [name for name in names if source.is_unseen(name)]:
        message = Message(
            "'{section}' of an exercise is for its check and shown nowhere; delete "
            "this fence",
            section=unseen[0],
        )
        raise SourceError(page.path, fence.line, message)
    program = _program(page, fence, source, names, before)
    expanded = _expand(page, fence, preprocessor)
    if expanded.split() != snippets.text_of(program.code).split():
        raise SourceError(
            page.path,
            fence.line,
            Message(
                "pymdownx.snippets includes something else than the sections "
                "{sections}; check the markers in {path}",
                sections=", ".join(names),
                path=page.settings.relative(path),
            ),
        )
    recorded = record.read(path)
    output = "".join(recorded.get(name, "") for name in names)
    if output and output_fence is None:
        page.problem(
            fence.line,
            Message(
                "the block prints; show it with a text fence that includes "
                "{record}:{section}",
                record=_include_of(page, path),
                section=names[0],
            ),
        )
    if output_fence is not None:
        _check_output(page, output_fence, path, [n for n in names if recorded.get(n)])
    number = len(page.blocks) + 1
    check = source.program(("check",), before) if fence.info == "exercise" else None
    return Block(fence, number, source, names, program, output, output_fence, check)


def _program(
    page: Page, fence: Fence, source: Snippet, names: tuple[str, ...], before: set[str]
) -> Program:
    """Return what a block runs; in an exercise, with all that the page has imported."""
    program = source.program(names, before)
    if fence.info != "exercise":
        return program
    earlier = [block.program for block in page.blocks]
    return offer.offering(program, source, earlier, page.settings.packages)


def _check_exercise(
    page: Page, fence: Fence, source: Snippet, names: tuple[str, ...]
) -> None:
    """Raise an error for an exercise that the site could not show or check."""
    path = page.settings.relative(source.path)
    lacking = [name for name in ("check", "answer") if name not in source.sections]
    if names != ("start",):
        message = Message(
            "an exercise includes the section 'start' of its file, and no other"
        )
    elif not fence.hints:
        message = Message(
            "give the exercise a hint: a line `hint: …` below its include"
        )
    elif lacking:
        message = Message(
            "{path} has no section '{section}', which an exercise needs; write it",
            path=path,
            section=lacking[0],
        )
    elif len(source.wrong) < LEAST_WRONG:
        message = Message(
            "{path} has fewer than {least} sections 'wrong-<name>'; write down what "
            "the check has to refuse",
            path=path,
            least=LEAST_WRONG,
        )
    else:
        return
    raise SourceError(page.path, fence.line, message)


def _expand(page: Page, fence: Fence, preprocessor: SnippetPreprocessor) -> str:
    try:
        lines = preprocessor.run(fence.code)
    except SnippetMissingError as error:
        message = Message(
            "pymdownx.snippets cannot include this: {error}; look at its `base_path` "
            "in mkdocs.yml",
            error=error,
        )
        raise SourceError(page.path, fence.line + 1, message) from error
    return "\n".join(lines)


def _check_output(page: Page, fence: Fence, path: Path, names: list[str]) -> None:
    try:
        target = _target(page, fence, ".out")
    except SourceError as error:
        page.problems.append(error.problem)
        return
    if not names:
        page.problem(
            fence.line,
            Message(
                "the block above prints nothing that is recorded; delete this fence, "
                "or run `derivlearn-site record`"
            ),
        )
    elif target != (path.with_suffix(".out"), tuple(names)):
        page.problem(
            fence.line,
            Message(
                "this is not the output of the block above: include {record} with "
                "{sections}",
                record=_include_of(page, path),
                sections=", ".join(names),
            ),
        )


def _include_of(page: Page, path: Path) -> str:
    """Return how a fence names the record of a snippet."""
    record_path = record.output_path(path)
    return record_path.relative_to(page.settings.snippets).as_posix()


def _target(page: Page, fence: Fence, suffix: str) -> tuple[Path, tuple[str, ...]]:
    """Return the file and the sections that a fence includes."""
    if not fence.holds_only_includes:
        raise SourceError(
            page.path,
            fence.line,
            Message(
                "a fence holds includes, no code and no output: write "
                '`--8<-- "{slug}/<name>{suffix}:<section>"`',
                slug=page.slug,
                suffix=suffix,
            ),
        )
    paths = {include.path for include in fence.includes}
    first = fence.includes[0]
    if len(paths) > 1 or not first.path.endswith(suffix):
        message = Message(
            "a {kind} fence includes one {suffix} file, and no other",
            kind=fence.info,
            suffix=suffix,
        )
        raise SourceError(page.path, first.line, message)
    if not first.path.startswith(f"{page.slug}/"):
        message = Message(
            "this page shows {folder} only; put the code there",
            folder=f"snippets/{page.slug}/",
        )
        raise SourceError(page.path, first.line, message)
    path = page.settings.snippets / first.path
    if not path.is_file():
        raise SourceError(
            page.path,
            first.line,
            Message(
                "{path} is not there; check the name or run `derivlearn-site record`",
                path=page.settings.relative(path),
            ),
        )
    return path, tuple(include.section for include in fence.includes)


def is_there(target: str, known: Mapping[str, Page]) -> bool:
    """Tell whether `page` or `page#heading` is among pages."""
    slug, _, heading = target.partition("#")
    return slug in known and (
        not heading or heading in {each.id for each in known[slug].headings}
    )


def nowhere(target: str) -> Message:
    """Return what to tell of a `page` or `page#heading` that is not there."""
    return Message(
        "'{target}' is no page or no heading of one; correct it", target=target
    )


def figure_of(page: Page, fence: Fence) -> Mapping[str, str]:
    """Return what a `figure` fence says: `figure`, `alt`, `caption` and labels.

    With `like: slug`, what it does not say is what the same figure says on that page.
    """
    try:
        loaded = yaml.safe_load("\n".join(fence.body))
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(page.path, error, fence.line + 1) from error
    if not isinstance(loaded, dict):
        message = Message("write `figure: name`, `alt: …` and `caption: …`")
        raise SourceError(page.path, fence.line, message)
    for key, text in loaded.items():
        if found := MARKUP.search(str(text)):
            message = Message(
                "'{key}' of a figure is shown as it is written, so `{found}` would "
                "be no markup; leave it out, or write it into the text beside the "
                "figure",
                key=str(key),
                found=found[0],
            )
            raise SourceError(page.path, fence.line, message)
    if slug := loaded.pop("like", None):
        loaded = {**_elsewhere(page, fence, str(slug), loaded.get("figure")), **loaded}
    for key in ("figure", "alt", "caption"):
        if not loaded.get(key):
            message = Message(
                "a figure needs '{key}': write `{key}: …` into its fence", key=key
            )
            raise SourceError(page.path, fence.line, message)
    return {str(key): str(value) for key, value in loaded.items()}


def _elsewhere(page: Page, fence: Fence, slug: str, name: object) -> Mapping[str, str]:
    """Return what a figure says on another page of the language, or the original."""
    book = page.settings
    for language in (page.language, book.languages[0]):
        path = book.docs / language / f"{slug}.md"
        if path.is_file() and path != page.path:
            other = outline(path, book)
            for each in other.fences:
                if each.info == "figure" and f"figure: {name}" in each.body:
                    return figure_of(other, each)
    message = Message(
        "no page '{slug}' has the figure '{figure}'; check the names after `like:` and "
        "`figure:`",
        slug=slug,
        figure=name,
    )
    raise SourceError(page.path, fence.line, message)
