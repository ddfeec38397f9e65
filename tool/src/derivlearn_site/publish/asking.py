"""What a page asks, as its readers meet it: a box on the page, and the reasons beside.

The box holds the question and its answers; `web/src/asking` makes buttons of them. Why
each answer is right or wrong is in `questions.json` beside the page, which is fetched
when a reader begins to answer, on this page or, later, on another.

`data-room` is as long as the longest reason, so that its room can be kept.
"""

import json
import unicodedata
from collections.abc import Mapping
from html import escape
from typing import Any

from markdown import Markdown
from pymdownx.arithmatex import ArithmatexExtension

from derivlearn_site.base.errors import SourceError
from derivlearn_site.pages import questions
from derivlearn_site.pages.ask import Answer, Ask
from derivlearn_site.pages.orders import Order
from derivlearn_site.pages.page import Page
from derivlearn_site.publish.formulas import Formulas

FILE = "questions.json"
# How wide is what stands before a reason: that it was right or not, and the number.
_VERDICT, _WIDE_VERDICT = 18, 34


class Writer:
    """Writes what is asked in the words of one language."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        """Take the texts of the site."""
        self.strings = strings
        self.md = Markdown(extensions=[ArithmatexExtension(generic=True)])
        self.formulas = Formulas(self.md, escape(strings["formula"]))
        self.md.treeprocessors.register(self.formulas, "book-formulas", 16)

    def box(self, ask: Ask) -> str:
        """Return what stands on the page.

        Raises:
            SourceError: A formula in one of its texts cannot be shown.
        """
        covers = f' data-covers="{ask.block.id}"' if ask.block else ""
        answers = "".join(f"<li>{self._answer(ask, each)}</li>" for each in ask.answers)
        listed = f"<ul>{answers}</ul>" if ask.kind != "number" else ""
        return (
            f'<div class="dl-ask" id="ask-{ask.id}" data-ask="{ask.key}"'
            f' data-kind="{ask.kind}"{covers}'
            f' data-room="{self._room(ask)}" data-search-exclude>'
            f"<p>{self.html(ask, ask.text)}</p>{listed}{self._told(ask)}</div>"
        )

    def _told(self, ask: Ask) -> str:
        """Return the answer to a question for those who have no script."""
        if ask.block:
            return ""
        summary = escape(self.strings["ask_answer"])
        told = f"{self._answer(ask, ask.right)}<br>{self.html(ask, ask.right.because)}"
        return f"<details><summary>{summary}</summary><p>{told}</p></details>"

    def beside(self, page: Page) -> str:
        """Return all that the scripts have to know, `questions.json`, or nothing."""
        asked = {each.id: self._known(each) for each in questions.of(page)}
        if not asked:
            return ""
        return json.dumps(asked, ensure_ascii=False, separators=(",", ":"))

    def _known(self, ask: Ask) -> dict[str, Any]:
        known: dict[str, Any] = {
            "kind": ask.kind,
            "ask": self.html(ask, ask.text),
            "room": self._room(ask),
        }
        if ask.block:
            known["covers"] = ask.block.id
        if ask.kind != "number":
            known["answers"] = [
                {
                    "label": self._answer(ask, each),
                    "said": each.said,
                    "because": self.html(ask, each.because),
                }
                for each in ask.answers
            ]
            return known
        return {
            **known,
            "value": ask.right.value,
            "shown": ask.right.text,
            "within": ask.within,
            "because": self.html(ask, ask.right.because),
            "near": [
                {
                    "value": each.value,
                    "said": each.said,
                    "because": self.html(ask, each.because),
                }
                for each in ask.wrong
            ],
            "else": self.html(ask, ask.otherwise),
        }

    def _answer(self, ask: Ask, answer: Answer) -> str:
        """Return what an answer says: words, or what was printed."""
        if ask.kind == "sign":
            return escape(self.strings[f"ask_{answer.text}"])
        if not answer.source:
            return self.html(ask, answer.text)
        lines = [escape(line) for line in answer.text.splitlines()]
        if ask.is_printed:
            lines = [f"<code>{line}</code>" for line in lines]
        return "<br>".join(lines)

    def _room(self, ask: Ask) -> str:
        """Return a text as wide as the longest that is told, with its verdict."""
        told = [each.because for each in ask.answers] + [ask.otherwise]
        is_wide = self._is_wide(told)
        verdict = _WIDE_VERDICT if is_wide else _VERDICT
        if ask.kind == "number":
            verdict += verdict + len(ask.right.text)
        longest = max(map(_width, told)) + verdict
        return "あ" * (longest // 2) if is_wide else "nnnn " * (longest // 5)

    @staticmethod
    def _is_wide(texts: list[str]) -> bool:
        return any(unicodedata.east_asian_width(each) == "W" for each in "".join(texts))

    def html(self, ask: Ask | Order, text: str) -> str:
        """Return a text of a fence that asks, which is one paragraph.

        Raises:
            SourceError: A formula in it cannot be shown.
        """
        self.formulas.mistakes.clear()
        html = self.md.reset().convert(text)
        for mistake in self.formulas.mistakes:
            line = next((n for n, said in ask.fence.words if text in said), 0)
            place = ask.page.path, line or ask.fence.line
            raise SourceError(*place, mistake.message)
        return html.removeprefix("<p>").removesuffix("</p>")


def _width(text: str) -> int:
    """Return how wide a text is, a wide character twice as wide as another."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
