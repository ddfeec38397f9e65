"""What a page asks, as a reader handles it."""

import json
from functools import cached_property, lru_cache
from typing import Any

from playwright.sync_api import Locator, Page

from derivlearn_site.pages import page as pages
from derivlearn_site.pages import questions, spine
from derivlearn_site.pages.ask import Ask
from tests.built.conftest import BOOK

CHAPTERS = spine.chapters(BOOK)
KINDS = ("sign", "number", "choice", "question")
KEY = f"{BOOK.config['site_name']}.memory"
# Whether what is covered can be seen; and how far each part of a page is from its top.
IS_SEEN = "each => getComputedStyle(each.querySelector('pre')).visibility === 'visible'"
PLACES = """() => [...document.querySelectorAll("article > *")]
  .map(each => each.getBoundingClientRect().top + scrollY)"""


@lru_cache(maxsize=64)
def asked(slug: str, language: str = "ja") -> list[Ask]:
    """Return what a chapter asks."""
    return questions.of(pages.read(BOOK.docs / language / f"{slug}.md", BOOK))


@lru_cache(maxsize=8)
def first(kind: str, language: str = "ja") -> Ask:
    """Return the first question of a kind in the book."""
    every = (ask for slug in CHAPTERS for ask in asked(slug, language))
    return next(ask for ask in every if ask.kind == kind)


def kept(page: Page) -> Any:  # noqa: ANN401 - whatever is there
    """Return what the device keeps of the book."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def keeping(answers: dict[str, object], **more: object) -> str:
    """Return a script that lets a page find what an earlier visit has kept."""
    text = json.dumps({"version": 1, "chapters": {}, "answers": answers, **more})
    return f"localStorage.getItem({KEY!r}) ?? localStorage.setItem({KEY!r}, {text!r})"


def today(page: Page) -> int:
    """Return the day that a page takes it to be."""
    return int(page.evaluate("Math.floor(Date.now() / 864e5)"))


class Box:
    """A question on a page."""

    def __init__(self, page: Page, ask: Ask) -> None:
        """Find it."""
        self.page = page
        self.ask = ask
        self.box = page.locator(f"#ask-{ask.id}")
        self.buttons = self.box.locator("li > button")
        self.field = self.box.locator("input")
        self.skip = self.box.locator(".dl-ask__skip")
        self.said = self.box.locator("[role=status]")
        self.output = page.locator(f"#ask-{ask.id} + .output")

    @property
    def is_covered(self) -> bool:
        """Whether the output below it is not to be seen yet."""
        return not self.output.evaluate(IS_SEEN)

    def button(self, said: str) -> Locator:
        """Return the button of an answer, such as "right"."""
        return self.buttons.nth([each.said for each in self.ask.answers].index(said))

    @cached_property
    def _typed(self) -> dict[str, str]:
        far = 1e6 + sum(abs(each.value) for each in self.ask.answers)
        near = {each.said: each.text for each in self.ask.answers}
        return {**near, "wrong": f"{far:.0f}"}

    def answer(self, said: str) -> str:
        """Give an answer; return what is to be kept of it."""
        if said == "skipped":
            self.skip.click()
        elif self.ask.kind == "number":
            said = "wrong" if said == "wrong 1" and not self.ask.wrong else said
            self.field.fill(self._typed[said])
            self.field.press("Enter")
        else:
            self.button(said).click()
        return said
