"""How much a reader reads on the way: the length of each chapter, against its aim.

    python benchmarks/words.py [--language en]

Counted is running text: prose, notes, tables and captions. What a reader may pass by is
not: code and what it printed, folds, exercises, questions. English is counted in words,
Japanese in characters. A chapter may be a tenth longer than its aim.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.pages import page
from derivlearn_site.pages.page import Page
from derivlearn_site.pages.spans import Spans

ROOT = Path(__file__).parents[1]

CHARACTERS_PER_WORD = 2.5
MARGIN = 1.1

# In English words, each chapter of the path in its order.
AIMS = {
    "index": 350,
    "start": 850,
    "derivative": 700,
    "constant": 350,
    "slope-and-derivative": 600,
    "linear": 450,
    "activation": 800,
    "loss": 800,
    "partial": 600,
    "last-bias": 1200,
    "last-weight": 650,
    "matrix": 1000,
    "hidden-bias": 1050,
    "hidden-weight": 900,
    "gradient-check": 1300,
    "descent": 1100,
    "flowers": 1500,
    "layers": 1200,
    "softmax": 1300,
    "many-samples": 1200,
    "training": 1300,
    "digits": 1500,
    "when-learning-fails": 1500,
    "loops-and-matrices": 1400,
    "autograd": 1500,
}
# How much may stand before a heading, and in the whole of the first part.
BEFORE = {
    ("start", "first-step"): (950, 2500),
    ("activation", "order"): (3500, 8900),
    ("last-bias", "chain-rule"): (6100, 15500),
}
FIRST_PART = ("start", "hidden-bias")
FIRST_PART_MOST = (9500, 24000)

_NOT_ON_THE_WAY = {"exercises"}
_CAPTION = re.compile(r"caption: (?P<text>.*)")
_MARKS = re.compile(
    r"^\s*(?:#{1,6} |!!! \w+|[-*] |\d+\. |\|[-:| ]+\|$)"
    r'|\{ #\S+ \}|[*|"`$]|\[|\]\([^)]*\)'
)


def running_text(chapter: Page) -> Iterator[tuple[int, str]]:
    """Yield the lines that a reader has to read, with their numbers."""
    aside = set()
    for remark in chapter.remarks:
        if remark.mark.startswith("?"):
            aside |= set(range(remark.line, remark.end + 1))
    for place, heading in enumerate(chapter.headings):
        if heading.id in _NOT_ON_THE_WAY:
            later = chapter.headings[place + 1 :]
            end = next((h.line for h in later if h.level <= heading.level), None)
            aside |= set(range(heading.line, end or len(chapter.lines) + 1))
    captions = [
        (number, match["text"])
        for fence in chapter.fences
        if fence.info == "figure"
        for number, text in enumerate(fence.body, fence.line + 1)
        if (match := _CAPTION.fullmatch(text))
    ]
    # A comment, such as what a translation declares, is not shown.
    lines = [line for line in chapter.prose if not line[1].lstrip().startswith("<!--")]
    for number, text in sorted(Spans(lines).shown + captions):
        if number not in aside:
            yield number, _MARKS.sub(" ", text)


def length(text: str, language: str) -> int:
    """Return how long a text is: in characters, or in words."""
    if language == "ja":
        return len("".join(text.split()))
    return sum(1 for word in text.split() if re.search(r"\w", word))


def main() -> None:
    """Print the length of each chapter, and of the way to each goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", action="append", help="ja, en or both")
    book = settings.load(ROOT)
    for language in parser.parse_args().language or book.languages:
        unit = CHARACTERS_PER_WORD if language == "ja" else 1
        print(f"{language:20} length    aim")
        passed = 0
        lengths = {}
        goals = []
        for slug, aim in AIMS.items():
            path = book.docs / language / f"{slug}.md"
            if not path.exists():
                continue
            chapter = page.read(path, book)
            lines = list(running_text(chapter))
            for heading in chapter.headings:
                if limits := BEFORE.get((slug, heading.id or "")):
                    before = [text for number, text in lines if number < heading.line]
                    way = passed + sum(length(text, language) for text in before)
                    limit = limits[language == "ja"]
                    goals.append((f"before {slug}#{heading.id}", way, limit))
            lengths[slug] = sum(length(text, language) for _, text in lines)
            passed += lengths[slug]
            print(_line(slug, lengths[slug], round(aim * unit * MARGIN)))
        first, last = FIRST_PART
        names = list(lengths)
        part = names[names.index(first) : names.index(last) + 1]
        found = sum(lengths[slug] for slug in part)
        goals.append((f"{first} to {last}", found, FIRST_PART_MOST[language == "ja"]))
        for goal in goals:
            print(_line(*goal))


def _line(name: str, found: int, limit: int) -> str:
    return f"{name:30} {found:6} {limit:6} {'' if found <= limit else 'over'}".rstrip()


if __name__ == "__main__":
    main()
