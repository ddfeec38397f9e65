"""What two languages of a page must have in common, section by section.

A section reaches from its heading to the next one. What it shows in a fixed order
(fences, formulas that stand on their own, tables, remarks) must come in that order;
what a sentence holds (formulas, numbers, links, code) may come in the order that the
language wants. Where a language truly needs another way, the section says so:

    <!-- differs: numbers -- English writes small numbers as words -->
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from derivlearn_site.errors import Problem
from derivlearn_site.page import Fence, Page

# What is compared in order, and what is compared as a collection.
ORDERED = ("fences", "displays", "tables", "remarks", "lists")
UNORDERED = ("links",)
# What may be said once in one language and twice in another.
ONCE = ("formulas", "numbers", "code")
KINDS = (*ORDERED, *UNORDERED, *ONCE)

_DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_INLINE = re.compile(r"(?<!\$)\$([^$\n]+?)\$(?!\$)")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?"
    r"(?=(?:st|nd|rd|th)?(?![A-Za-z0-9_]))"  # also the 16 of 16th
)
_LARGEST_WORD = 20
# 5億 and 3 thousand are not 5 and 3, and each language counts in its own way.
_COUNTED_IN = re.compile(r"[十百千万億兆]|\s*(?:hundred|thousand|million|billion)")
_TEXT = re.compile(r"\\text\{[^}]*\}")
_REMARK = re.compile(r"\s*(?:!!!|\?\?\?\+?) (\S+)")
_ROW = re.compile(r"\s*\|(.+)\|\s*")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) ")
_DECLARATION = re.compile(r"<!--\s*differs\b.*")
_DIFFERS = re.compile(r"<!-- differs: (?P<kinds>[\w, ]+) -- (?P<reason>.+?) -->")


@dataclass(frozen=True)
class Found:
    """Something that must be alike, in a form that compares, and its line."""

    value: str
    line: int


@dataclass(frozen=True)
class Section:
    """A section of a page: its place, its text, and what must be alike."""

    id: str
    level: int
    line: int
    end: int
    found: Mapping[str, tuple[Found, ...]]
    # The small numbers in digits, and where; and the sentences, in which they may
    # stand as words.
    digits: Mapping[int, int]
    words: str
    # The kinds that may differ here, with the reason.
    declared: Mapping[str, str]


def sections(page: Page) -> list[Section]:
    """Return the sections of a page in its order."""
    ends = [heading.line - 1 for heading in page.headings[1:]] + [len(page.lines)]
    return [
        _section(page, str(heading.id), heading.level, heading.line, end)
        for heading, end in zip(page.headings, ends, strict=True)
    ]


def differences(original: Page, page: Page) -> Iterator[Problem]:
    """Yield where a translation differs from its original in more than its words."""
    there = {section.id: section for section in sections(original)}
    here = {section.id: section for section in sections(page)}
    where = page.settings.relative(original.path)
    for key in sorted(original.meta.keys() ^ page.meta.keys()):
        message = f"lacks the `{key}:` of {where}, at its top"
        if key in page.meta:
            message = f"has `{key}:` at its top, which {where} lacks"
        yield Problem(page.path, 1, message)
    yield from wrong_declarations(page)
    for section in there.values():
        if section.id not in here:
            yield Problem(
                page.path,
                len(page.lines),
                f"lacks the section {{ #{section.id} }} of {where}:{section.line}",
            )
    for section in here.values():
        if section.id not in there:
            yield Problem(
                page.path,
                section.line,
                f"has a section {{ #{section.id} }} that {where} lacks",
            )
    shared = [(there[id_], section) for id_, section in here.items() if id_ in there]
    order = [section.id for section in there.values() if section.id in here]
    for expected, (_, section) in zip(order, shared, strict=True):
        if section.id != expected:
            yield Problem(
                page.path,
                section.line,
                f"has {{ #{section.id} }} where {where} has {{ #{expected} }}",
            )
            break
    for old, new in shared:
        yield from _compared(old, new, page, f"{where}")


def wrong_declarations(page: Page) -> Iterator[Problem]:
    """Yield a problem for each comment `differs` that declares nothing."""
    for number, text in page.words:
        if not (comment := _DECLARATION.search(text)):
            continue
        declared = _DIFFERS.search(text)
        named = declared["kinds"].split(",") if declared else []
        unknown = [kind.strip() for kind in named if kind.strip() not in KINDS]
        if not declared:
            yield Problem(
                page.path,
                number,
                f"{comment[0]}: write <!-- differs: numbers -- and the reason -->",
            )
        elif unknown:
            yield Problem(
                page.path,
                number,
                f"nothing is called '{unknown[0]}'; what may differ is "
                f"{', '.join(KINDS)}",
            )


def _compared(
    original: Section, section: Section, page: Page, where: str
) -> Iterator[Problem]:
    if original.level != section.level:
        yield Problem(
            page.path,
            section.line,
            f"{{ #{section.id} }} has level {section.level}; "
            f"{where}:{original.line} has level {original.level}",
        )
    for kind in KINDS:
        if kind in section.declared:
            continue
        there, here = original.found[kind], section.found[kind]
        if kind in ONCE:
            there, here = _once(there), _once(here)
        compare = _in_order if kind in ORDERED else _in_any_order
        for line, message in compare(there, here):
            yield Problem(
                page.path,
                line or section.line,
                f"{{ #{section.id} }}, {kind}: {message.format(where=where)}",
            )
    if "numbers" not in section.declared:
        yield from _small_numbers(original, section, page, where)


def _small_numbers(
    original: Section, section: Section, page: Page, where: str
) -> Iterator[Problem]:
    """Yield the small numbers that one language has and the other lacks in any form."""
    book, first = page.settings, page.settings.languages[0]
    for number, line in original.digits.items():
        if number not in section.digits and not book.says(
            page.language, number, section.words
        ):
            yield Problem(
                page.path,
                section.line,
                f"{{ #{section.id} }}, numbers: lacks {number} of {where}:{line}",
            )
    for number, line in section.digits.items():
        if number not in original.digits and not book.says(
            first, number, original.words
        ):
            yield Problem(
                page.path,
                line,
                f"{{ #{section.id} }}, numbers: has {number}, which {where} lacks",
            )


def _once(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple({each.value: each for each in found}.values())


def _in_order(
    there: tuple[Found, ...], here: tuple[Found, ...]
) -> Iterator[tuple[int, str]]:
    for old, new in zip(there, here, strict=False):
        if old.value != new.value:
            yield new.line, f"has {_quoted(new)}; {{where}}:{old.line} {_quoted(old)}"
            return
    if len(there) > len(here):
        old = there[len(here)]
        last = here[-1].line if here else 0
        yield last, f"lacks {_quoted(old)} of {{where}}:{old.line}"
    elif len(here) > len(there):
        new = here[len(there)]
        yield new.line, f"has {_quoted(new)}, which {{where}} lacks"


def _in_any_order(
    there: tuple[Found, ...], here: tuple[Found, ...]
) -> Iterator[tuple[int, str]]:
    old = Counter(found.value for found in there)
    new = Counter(found.value for found in here)
    for value in old - new:
        line = next(found.line for found in there if found.value == value)
        yield (
            0,
            f"lacks {value.replace('{', '{{').replace('}', '}}')} of {{where}}:{line}",
        )
    for value in new - old:
        line = [found.line for found in here if found.value == value][-1]
        yield (
            line,
            f"has {value.replace('{', '{{').replace('}', '}}')}, which {{where}} lacks",
        )


def _quoted(found: Found) -> str:
    return found.value.replace("{", "{{").replace("}", "}}")


def _section(page: Page, id_: str, level: int, line: int, end: int) -> Section:
    fences = [fence for fence in page.fences if line <= fence.line <= end]
    prose = [(n, text) for n, text in page.words if line <= n <= end]
    text = "\n".join(text for _, text in prose)
    sentences = _in_sentences(prose)
    found = {
        "fences": tuple(Found(_fence(fence), fence.line) for fence in fences),
        "displays": tuple(_displays(prose)),
        "tables": tuple(_tables(prose)),
        "remarks": tuple(
            Found(match[1], n) for n, text in prose if (match := _REMARK.match(text))
        ),
        "lists": tuple(_lists(prose)),
        **{kind: tuple(values) for kind, values in sentences.found.items()},
    }
    declared = {
        kind.strip(): match["reason"]
        for match in _DIFFERS.finditer(text)
        for kind in match["kinds"].split(",")
    }
    return Section(
        id_, level, line, end, found, sentences.digits, sentences.words, declared
    )


def _fence(fence: Fence) -> str:
    """Return what a fence is in every language."""
    inner = [f"{each.path}:{each.section}" for each in fence.includes]
    if fence.info == "figure":
        inner = [line.strip() for line in fence.body if line.startswith("figure:")]
        inner += [f"({_labels(fence)})"]
    if fence.info in {"console", "markdown"}:
        inner = [" / ".join(line.strip() for line in fence.body)]
    if fence.hints:
        inner.append(f"with {len(fence.hints)} hints")
    return " ".join([f"```{fence.info}", *inner])


def _labels(fence: Fence) -> str:
    keys = [line.partition(":")[0] for line in fence.body if re.match(r"[\w-]+:", line)]
    return ", ".join(sorted(keys))


def _displays(prose: list[tuple[int, str]]) -> Iterator[Found]:
    text = "\n".join(line for _, line in prose)
    numbers = [n for n, _ in prose]
    for match in _DISPLAY.finditer(text):
        line = numbers[text.count("\n", 0, match.start())]
        yield Found(f"$${_tex(match[1])}$$", line)


def _tex(formula: str) -> str:
    """Return a formula without what may differ: its words and its spaces."""
    return " ".join(_TEXT.sub(r"\\text{…}", formula).split())


def _tables(prose: list[tuple[int, str]]) -> Iterator[Found]:
    rows: list[tuple[int, int]] = []
    for (n, text), (following, _) in zip(prose, [*prose[1:], (0, "")], strict=True):
        match = _ROW.fullmatch(text)
        if match:
            cells = _CODE.sub("", match[1]).replace("\\|", "").count("|") + 1
            rows.append((n, cells))
        if rows and (not match or following != n + 1):
            yield Found(
                f"a table of {len(rows)} rows, {rows[0][1]} columns", rows[0][0]
            )
            rows = []


def _lists(prose: list[tuple[int, str]]) -> Iterator[Found]:
    length, first = 0, 0
    for n, text in [*prose, (0, "end")]:
        if _ITEM.match(text):
            first = first if length else n
            length += 1
        elif length and text and not text.startswith(" "):
            yield Found(f"a list of {length} items", first)
            length = 0


def _may_be_a_word(number: str) -> bool:
    """Tell whether a language may write a number as a word, or leave it to grammar."""
    return number.isdigit() and int(number) <= _LARGEST_WORD


@dataclass
class _Sentences:
    """What the sentences of a section hold, and what is left of them: words."""

    found: dict[str, list[Found]]
    digits: dict[int, int]
    words: str


def _in_sentences(prose: list[tuple[int, str]]) -> _Sentences:
    read = _Sentences({kind: [] for kind in (*UNORDERED, *ONCE)}, {}, "")
    found = read.found
    displayed = False
    for n, text in prose:
        left = text
        if left.strip() == "$$":
            displayed = not displayed
            continue
        if displayed:
            continue
        for kind, pattern in (("code", _CODE), ("formulas", _INLINE)):
            for match in pattern.finditer(left):
                value = match[1] if kind == "code" else f"${_tex(match[1])}$"
                found[kind].append(Found(value, n))
            left = pattern.sub(" ", left)
        for match in _LINK.finditer(left):
            found["links"].append(Found(match[1], n))
        left = re.sub(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", left)
        for match in _NUMBER.finditer(left):
            number = match[0].replace("−", "-")
            if not _may_be_a_word(number):
                found["numbers"].append(Found(number, n))
            elif not _COUNTED_IN.match(left, match.end()):
                read.digits.setdefault(int(number), n)
        read.words += f"{left}\n"
    return read
