"""A block of a page, as a reader handles it."""

import re

from playwright.sync_api import Locator, Page, expect

from derivlearn_site.pages import page as pages
from tests.built.conftest import BOOK, TEXTS

# Python may have to be started, on a machine that does much else.
PATIENCE = 60_000
SLUG = "derivative"
# What the first block of that chapter prints, and a program that prints it at once.
PRINTED = pages.read(BOOK.docs / "en" / f"{SLUG}.md", BOOK).blocks[0].output
SAME = f"print({PRINTED!r}, end='')\n"
RUNNER = TEXTS["en"].runner
ENDLESS = "while True:\n    pass\n"
# Nobody types more lines than these.
MOST_TYPED = 100
PASTE = """(editor, text) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData("text/plain", text)
  const how = { clipboardData, bubbles: true, cancelable: true }
  editor.dispatchEvent(new ClipboardEvent("paste", how))
}"""


class Block:
    """Its code, its buttons, and what they show."""

    def __init__(self, page: Page, number: int) -> None:
        """Find the block."""
        self.page = page
        self.number = number
        self.listing = page.locator(f"#block-{number}")
        self.bar = self.listing.locator(".dl-bar")
        self.status = self.bar.locator("[role=status]")
        self.editor = self.listing.locator(".cm-content")
        self.name = self.listing.locator(".dl-name")
        self.code = self.listing.locator("pre > code")

    def press(self, action: str) -> None:
        """Press one of the buttons."""
        self.button(action).click()

    def button(self, action: str) -> Locator:
        """Return one of the buttons."""
        return self.bar.locator(f"[data-do={action}]")

    def write(self, code: str) -> None:
        """Replace the code."""
        if not self.editor.is_visible():
            self.press("edit")
        self.editor.press("Control+a")
        if code.count("\n") > MOST_TYPED:
            self.editor.evaluate(PASTE, code)
        else:
            self.page.keyboard.insert_text(code)

    def run(self, code: str | None = None) -> None:
        """Run the block, with other code if some is given."""
        if code is not None:
            self.write(code)
        self.press("run")

    def ends(self, status: str, text: str | re.Pattern[str] = "") -> None:
        """Wait for the end of the run, and look at what it says."""
        expect(self.status).to_have_attribute("data-status", status, timeout=PATIENCE)
        expect(self.status).to_contain_text(text)

    @property
    def result(self) -> Locator:
        """What the last run printed, where the page does not say it already."""
        # Between them may stand what the page asks, and what it prints.
        between = ("", "+ * ", "+ .dl-ask + * ")
        return self.page.locator(
            ", ".join(f"#block-{self.number} {each}+ .dl-result" for each in between)
        )
