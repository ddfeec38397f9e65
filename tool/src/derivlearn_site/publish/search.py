"""The search index becomes plain text that is fetched when a reader wants to search.

The theme fetches `search/search_index.json` with every first visit. `split` leaves
there the settings only, and puts the texts into a second file, which the search worker
(`web/src/search/worker.js`) fetches when the search box is first focused.
"""

import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from derivlearn_site.pages.glossary import SearchTerm

INDEX = "search/search_index.json"
TEXTS = "search/texts.json"

_BLOCK = re.compile(r"</?(?:p|pre|ol|ul|li)>")
_TAG = re.compile(r"<[^>]*>")
# MathML says what is applied or multiplied with characters that nobody types.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s+")
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"
_SPACE_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")


def plain(html: str) -> str:
    """Return the text of a piece of HTML, as a reader sees it.

    A line break in the source of a Japanese sentence is no space: it would split a
    word that a reader types in one piece.
    """
    text = unescape(_TAG.sub("", _BLOCK.sub(" ", html)))
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    return _SPACE_BETWEEN_WIDE.sub("", text)


def split(index: str, terms: Iterable[SearchTerm] = ()) -> tuple[str, str]:
    """Return the theme's index without its texts, and the texts.

    Args:
        index: The theme's `search_index.json`.
        terms: What goes by more than one name, or is explained in one place.
    """
    data = json.loads(index)
    docs = [
        {
            "location": doc["location"],
            "title": plain(doc["title"]),
            "text": plain(doc["text"]),
        }
        for doc in data["docs"]
    ]
    texts = {"terms": list(terms), "docs": docs}
    return _dump({**data, "docs": []}), _dump(texts)


def write(site: Path, terms: Iterable[SearchTerm] = ()) -> None:
    """Split the index of a site that has just been built.

    Args:
        site: The folder of one language's built site.
        terms: As for `split`.
    """
    index = site / INDEX
    settings, texts = split(index.read_text(encoding="utf-8"), terms)
    index.write_text(settings, encoding="utf-8")
    (site / TEXTS).write_text(texts, encoding="utf-8")


def _dump(data: object) -> str:
    """Return JSON without spaces, in which Japanese stays readable."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
