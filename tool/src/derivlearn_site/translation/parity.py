"""What two languages of a page must have in common, section by section.

A section reaches from its heading to the next one. What it shows in a fixed order
(fences, formulas that stand on their own, tables, remarks) must come in that order;
what a sentence holds (formulas, numbers, links, code) may come in the order that the
language wants. Where a language truly needs another way, the section says so:

    <!-- differs: numbers -- English writes small numbers as words -->
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from derivlearn_site.base import allowed, languages
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.languages import Language
from derivlearn_site.pages.page import ASKING, Fence, Heading, Page, Remark
from derivlearn_site.pages.spans import Spans, Table

NUMBERS = Message("numbers")

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?"
    # Also the 16 of 16th, and the 5 of 5cm.
    r"(?=(?:st|nd|rd|th|[cmk]?m|k?g|m?s|[kKMG]B|px|%)?(?![A-Za-z0-9_]))"
)
_LARGEST_WORD = 20
# The 1 and 2 of a list are no numbers of its items.
_ITEM_NUMBER = re.compile(r"^\s*\d+\. ")
# What TeX takes for the same: a fraction of any size, and one sign in braces.
_SIGN = re.compile(r"\\[A-Za-z]+|\\.|\S")
_ANY_SIZE = {"\\dfrac": "\\frac", "\\tfrac": "\\frac"}
_TEXT = re.compile(r"\\text\{[^}]*\}")
_DECLARATION = re.compile(r"<!--\s*differs\b.*")
_DIFFERS = re.compile(r"<!-- differs: (?P<kinds>[\w, ]+) -- (?P<reason>.+?) -->")


@dataclass(frozen=True)
class Found:
    """Something that must be alike, in a form that compares, and its line."""

    value: str
    line: int
    # What compares, where that is not how it is written.
    meaning: str = ""

    @property
    def same(self) -> str:
        """What is the same in another language."""
        return self.meaning or self.value


@dataclass(frozen=True)
class Section:
    """A section of a page: its place, its text, and what must be alike."""

    id: str
    level: int
    line: int
    found: Mapping[str, tuple[Found, ...]]
    # The small numbers in digits, and where; and the sentences, in which they may
    # stand as words.
    digits: Mapping[int, Found]
    words: str
    # The kinds that may differ here, with the reason.
    declared: Mapping[str, str]


def differences(
    original: Page, page: Page, *, behind: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield where a translation differs from its original in more than its words.

    Args:
        original: The page in the original language.
        page: The same page in another.
        behind: The ids of sections that are known to differ.
    """
    spoken = languages.read_all(page.settings)
    there = _sections(original, spoken[original.language])
    here = _sections(page, spoken[page.language])
    where = str(page.settings.relative(original.path))
    yield from _front_matter(original, page, where)
    yield from wrong_declarations(page)
    for section in there.values():
        if section.id not in here:
            yield Problem(
                page.path,
                len(page.lines),
                Message(
                    "lacks the section {{ #{section} }} of {original}:{line}",
                    section=section.id,
                    original=where,
                    line=section.line,
                ),
            )
    for section in here.values():
        if section.id not in there:
            yield Problem(
                page.path,
                section.line,
                Message(
                    "has a section {{ #{section} }} that {original} lacks",
                    section=section.id,
                    original=where,
                ),
            )
    shared = [(there[id_], section) for id_, section in here.items() if id_ in there]
    order = [section.id for section in there.values() if section.id in here]
    for expected, (_, section) in zip(order, shared, strict=True):
        if section.id != expected:
            yield Problem(
                page.path,
                section.line,
                Message(
                    "has {{ #{section} }} where {original} has {{ #{expected} }}; "
                    "keep its order",
                    section=section.id,
                    original=where,
                    expected=expected,
                ),
            )
            break
    for old, new in shared:
        if new.id in behind:
            continue
        yield from _compared(old, new, page, where)
        yield from _small_numbers(old, new, page, where, spoken)


def _front_matter(original: Page, page: Page, where: str) -> Iterator[Problem]:
    for key in sorted(original.meta.keys() ^ page.meta.keys()):
        message = Message(
            "lacks the `{key}:` of {original}, at its top", key=key, original=where
        )
        if key in page.meta:
            message = Message(
                "has `{key}:` at its top, which {original} lacks",
                key=key,
                original=where,
            )
        yield Problem(page.path, 1, message)
    for key in sorted(original.meta.keys() & page.meta.keys()):
        # What is no text is alike in every language.
        if page.meta[key] != original.meta[key] and not isinstance(page.meta[key], str):
            message = Message(
                "has another `{key}:` at its top than {original}; write the same",
                key=key,
                original=where,
            )
            yield Problem(page.path, 1, message)


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
                Message(
                    "`{comment}`: write `<!-- differs: numbers -- and the reason -->`",
                    comment=comment[0],
                ),
            )
        elif unknown:
            yield Problem(
                page.path,
                number,
                Message(
                    "nothing is called '{kind}'; what may differ is {known}",
                    kind=unknown[0],
                    known=", ".join(KINDS),
                ),
            )


def _compared(
    original: Section, section: Section, page: Page, where: str
) -> Iterator[Problem]:
    if original.level != section.level:
        yield Problem(
            page.path,
            section.line,
            Message(
                "{{ #{section} }} has level {level}; {original}:{line} has level "
                "{expected}",
                section=section.id,
                level=section.level,
                original=where,
                line=original.line,
                expected=original.level,
            ),
        )
    for kind, compare in KINDS.items():
        if kind in section.declared:
            continue
        there, here = original.found[kind], section.found[kind]
        for line, difference in compare(there, here, where):
            yield _problem(page, section, kind, line, difference)


def _small_numbers(
    original: Section,
    section: Section,
    page: Page,
    where: str,
    spoken: Mapping[str, Language],
) -> Iterator[Problem]:
    """Yield the small numbers that one language has and the other lacks in any form."""
    if NUMBERS in section.declared:
        return
    first, here = spoken[page.settings.languages[0]], spoken[page.language]
    for number, found in original.digits.items():
        if number not in section.digits and not here.says(number, section.words):
            yield _problem(page, section, NUMBERS, 0, _lacks(found, where))
    for number, found in section.digits.items():
        if number not in original.digits and not first.says(number, original.words):
            yield _problem(page, section, NUMBERS, found.line, _has(found, where))


def _problem(
    page: Page, section: Section, kind: Message, line: int, difference: Message
) -> Problem:
    """Return the problem that a kind of thing differs, on its line or the section's."""
    message = Message(
        "{{ #{section} }}, {kind}: {difference}",
        section=section.id,
        kind=kind,
        difference=difference,
    )
    return Problem(page.path, line or section.line, message)


def _in_order(
    there: tuple[Found, ...], here: tuple[Found, ...], where: str
) -> Iterator[tuple[int, Message]]:
    for old, new in zip(there, here, strict=False):
        if old.same != new.same:
            message = Message(
                "has {found}; {original}:{line} has {expected}",
                found=new.value,
                original=where,
                line=old.line,
                expected=old.value,
            )
            yield new.line, message
            return
    if len(there) > len(here):
        last = here[-1].line if here else 0
        yield last, _lacks(there[len(here)], where)
    elif len(here) > len(there):
        new = here[len(there)]
        yield new.line, _has(new, where)


def _in_any_order(
    there: tuple[Found, ...], here: tuple[Found, ...], where: str
) -> Iterator[tuple[int, Message]]:
    old = {found.same: found for found in reversed(there)}
    new = {found.same: found for found in here}
    for same, found in old.items():
        if same not in new:
            yield 0, _lacks(found, where)
    for same, found in new.items():
        if same not in old:
            yield found.line, _has(found, where)


def _lacking(
    there: tuple[Found, ...], here: tuple[Found, ...], where: str
) -> Iterator[tuple[int, Message]]:
    """Yield what a translation lacks; it may have more than that."""
    for line, difference in _in_any_order(there, here, where):
        if not line:
            yield line, difference


def _as_many(
    there: tuple[Found, ...], here: tuple[Found, ...], where: str
) -> Iterator[tuple[int, Message]]:
    """Yield which lists differ; one of them may be a sentence in the other language."""
    if len(there) == len(here):
        yield from _in_order(there, here, where)


# What is compared, and how: what stands on lines of its own comes in order; what stands
# in a sentence in the order that the language wants, once or twice.
KINDS: Mapping[
    Message,
    Callable[
        [tuple[Found, ...], tuple[Found, ...], str], Iterator[tuple[int, Message]]
    ],
] = {
    Message("fences"): _in_order,
    Message("displays"): _in_order,
    Message("tables"): _in_order,
    Message("remarks"): _in_order,
    Message("lists"): _as_many,
    Message("links"): _lacking,
    Message("formulas"): _in_any_order,
    NUMBERS: _in_any_order,
    Message("code"): _in_any_order,
}


def _lacks(found: Found, where: str) -> Message:
    return Message(
        "lacks {found} of {original}:{line}",
        found=found.value,
        original=where,
        line=found.line,
    )


def _has(found: Found, where: str) -> Message:
    return Message(
        "has {found}, which {original} lacks", found=found.value, original=where
    )


def _sections(page: Page, language: Language) -> dict[str, Section]:
    """Return the sections of a page in its order, by their ids."""
    found = [
        _section(page, heading, end, language.counted) for heading, end in page.sections
    ]
    return {section.id: section for section in found}


def _section(
    page: Page, heading: Heading, end: int, counted: re.Pattern[str] | None
) -> Section:
    line = heading.line
    fences = [fence for fence in page.fences if line <= fence.line <= end]
    prose = [(n, text) for n, text in page.words if line <= n <= end]
    text = "\n".join(text for _, text in prose)
    spans = page.spans_between(line, end)
    labels = [each for fence in fences for each in fence.labels]
    sentences = _in_sentences(spans, labels, counted)
    found = {
        "fences": tuple(Found(_fence(fence), fence.line) for fence in fences),
        "displays": tuple(
            Found(f"$${_tex(each.text)}$$", each.line, _meant(each.text))
            for each in spans.displays
        ),
        "tables": tuple(map(_table, spans.tables)),
        "remarks": tuple(
            Found(_remark(remark), remark.line)
            for remark in page.remarks
            if line <= remark.line <= end
        ),
        "lists": tuple(
            Found(Message("a list of {items} items", items=each.items), each.line)
            for each in spans.lists
        ),
        **{kind: tuple(values) for kind, values in sentences.found.items()},
    }
    declared = {
        kind.strip(): match["reason"]
        for match in _DIFFERS.finditer(text)
        for kind in match["kinds"].split(",")
    }
    return Section(
        str(heading.id),
        heading.level,
        line,
        found,
        sentences.digits,
        sentences.words,
        declared,
    )


def _fence(fence: Fence) -> str:
    """Return what a fence is in every language."""
    inner = [f"{each.path}:{each.section}" for each in fence.includes]
    if fence.info == "figure":
        inner = [line.strip() for line in fence.body if line.startswith("figure:")]
        inner += [f"({_labels(fence)})"]
    if fence.info in ASKING:
        inner = [_asked(fence)]
    if fence.info in {"console", "markdown"}:
        inner = [" / ".join(line.strip() for line in fence.body)]
    told = " ".join([f"```{fence.info}", *inner])
    if fence.hints:
        return Message("{fence} with {hints} hints", fence=told, hints=len(fence.hints))
    return told


def _asked(fence: Fence) -> str:
    """Return what is asked without its words: id, kind, places, records, order."""
    words = {number for number, _ in fence.words}
    return " ".join(
        f"{line.partition(':')[0].strip(' -')}: …"
        if number in words
        else line.strip().replace('"', "").replace("'", "")
        for number, line in enumerate(fence.body, fence.line + 1)
        if line.strip()
    )


def _labels(fence: Fence) -> str:
    keys = [line.partition(":")[0] for line in fence.body if re.match(r"[\w-]+:", line)]
    return ", ".join(sorted(keys))


def _remark(remark: Remark) -> str:
    """Return what a remark is in every language: its colour is the page's own."""
    return Message("an answer") if remark.kind == "answer" else Message("a remark")


def _tex(formula: str) -> str:
    """Return a formula without what may differ: its words and its spaces."""
    return " ".join(_TEXT.sub(r"\\text{…}", formula).split())


def _meant(formula: str) -> str:
    """Return the signs of a formula, however it is typed."""
    signs = [_ANY_SIZE.get(sign, sign) for sign in _SIGN.findall(_tex(formula))]
    for at in range(len(signs) - 3, -1, -1):
        if signs[at] == "{" and signs[at + 2] == "}":
            signs[at : at + 3] = [signs[at + 1]]
    return " ".join(signs)


def _table(table: Table) -> Found:
    message = Message(
        "a table of {rows} rows, {columns} columns",
        rows=len(table.rows),
        columns=table.columns,
    )
    return Found(message, table.line)


def _may_be_a_word(number: str) -> bool:
    """Tell whether a language may write a number as a word, or leave it to grammar."""
    return number.isdigit() and int(number) <= _LARGEST_WORD


@dataclass
class _Sentences:
    """What the sentences of a section hold, and what is left of them: words."""

    found: dict[str, list[Found]]
    digits: dict[int, Found]
    words: str


def _in_sentences(
    spans: Spans,
    labels: Sequence[tuple[int, str]],
    counted: re.Pattern[str] | None,
) -> _Sentences:
    """Read sentences, and what figures say, of which only the numbers are alike."""
    sentences = [*spans.text, *labels]
    read = _Sentences(
        {
            "code": [Found(each.text, each.line) for each in spans.code],
            "formulas": [
                Found(f"${_tex(each.text)}$", each.line, _meant(each.text))
                for each in spans.formulas
            ],
            # Within the page, and out of the book, each language goes as it likes.
            "links": [
                Found(each.text, each.line)
                for each in spans.links
                if not allowed.is_elsewhere(each.text) and each.text[:1] != "#"
            ],
            NUMBERS: [],
        },
        {},
        "\n".join(text for _, text in sentences),
    )
    for line, text in sentences:
        for match in _NUMBER.finditer(_ITEM_NUMBER.sub("", text)):
            number = match[0].replace("−", "-").replace(",", "")
            if not _may_be_a_word(number):
                read.found[NUMBERS].append(Found(number, line))
            elif not (counted and counted.match(match.string, match.end())):
                read.digits.setdefault(int(number), Found(number, line))
    return read
