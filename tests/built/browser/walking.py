"""A reader who does at random what can be done with code, and a machine that looks on.

The Python of these walks ends each program at once: what matters is which one it is
given. After each step it must hold that

- what was run is what was in view when it was pressed,
- whatever was written is in view somewhere, or can be had back,
- what was pressed, and all above it, has stayed within a line.
"""

import base64
import json
import random
import zlib
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page

# The height of a line, in pixels.
LINE = 24
STEPS = 25
PAGES = ("derivative", "loss")
# A Python for each program, which does nothing with it but say that it has been run.
PYTHON = """
window.given = []
window.Worker = class extends EventTarget {
  postMessage(order) {
    const tell = (...reports) => setTimeout(() => {
      for (const data of reports) this.onmessage?.({ data })
    })
    if (order.type === "prepare") return tell({ type: "ready" })
    const { code, check } = order.program
    window.given.push(code)
    const end = check ? { type: "checked", finding: { passed: 1 } }
      : { type: "done", milliseconds: 1 }
    tell({ type: "begun", packages: [] }, { type: "output", text: "6.1\\n" }, end)
  }
  terminate() { this.onmessage = null }
}
Object.defineProperty(navigator, "serviceWorker", { value: undefined })
"""
IN_VIEW = """id => {
  const listing = document.getElementById(id)
  const lines = listing.querySelectorAll(".cm-line")
  if (!lines.length) return listing.querySelector("pre > code").textContent
  if (listing.querySelector(".cm-placeholder")) return ""
  const code = [...lines].map(line => line.textContent).join("\\n")
  return code && `${code}\\n`
}"""
# What the page itself has there, which is kept nowhere, as Reset shows it.
OF_PAGE = """id => {
  const listing = document.getElementById(id)
  const template = listing.querySelector(":scope > template")
  return (template?.content ?? listing.querySelector("pre > code")).textContent
}"""
# Where the button is, and all that stands above the block that it belongs to.
PLACES = """button => {
  const bar = button.closest(".dl-bar")
  const above = []
  let each = bar.parentElement.closest(".dl-cell") ?? bar.parentElement
  while ((each = each.previousElementSibling)) above.push(each)
  return [bar, ...above.slice(0, 4)].map(it => it.getBoundingClientRect().top)
}"""
SETTLED = """bar => new Promise(done => {
  const look = () => bar.matches(".dl-bar--running") ? setTimeout(look, 5)
    : setTimeout(done, 10)
  setTimeout(look, 5)
})"""
# Whether a page is there, with all that has been kept of it.
SHOWN = """() => {
  const runner = document.getElementById("dl-runner")
  const bars = [...document.querySelectorAll(".dl-bar")]
  return bars.length && bars.every(bar => {
    const kept = localStorage.getItem(`${runner.dataset.book}:${bar.dataset.key}`)
    return !bar.hidden && (!kept || bar.matches(".dl-bar--had"))
  })
}"""
KEPT = """key => {
  const book = document.getElementById("dl-runner").dataset.book
  const { before = [], after = [], ...step } =
    JSON.parse(localStorage.getItem(`${book}:${key}`) ?? "{}")
  return [...before, step, ...after].map(each => each.code ?? "")
}"""
PRESSED = ("run", "undo", "redo", "reset", "yours", "done", "keep", "edit", "more")


class AstrayError(AssertionError):
    """Something does not hold; all steps that led there are told."""


@dataclass
class Place:
    """A block of a page in a tab."""

    page: Page
    id: str
    key: str

    @property
    def bar(self) -> Locator:
        """Its buttons."""
        return self.page.locator(f'.dl-bar[data-for="{self.id}"]')

    @property
    def code(self) -> str:
        """What is in view."""
        return str(self.page.evaluate(IN_VIEW, self.id))

    @property
    def editor(self) -> Locator:
        """Where it is written, while it is open."""
        return self.page.locator(f"#{self.id} .cm-content")


@dataclass
class Walk:
    """One walk, the same for the same seed."""

    browser: Browser
    address: str
    seed: int
    steps: list[str] = field(default_factory=list)
    # What was written in each block, by its key, since the beginning.
    written: dict[str, list[str]] = field(default_factory=dict)
    # What was typed or deleted last in a tab's block, if nothing else was done since.
    going: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    count: int = 0

    def __post_init__(self) -> None:
        """Be ready to begin."""
        self.chance = random.Random(self.seed)  # noqa: S311

    def go(self, steps: int = STEPS) -> None:
        """Take so many steps, and then every way back."""
        phone = self.seed % 3 == 0
        width, height = (390, 844) if phone else (1280, 900)
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, has_touch=phone
        )
        context.add_init_script(PYTHON)
        context.set_default_timeout(10_000)
        self.languages = dict.fromkeys(range(2), "en")
        self.tabs = [context.new_page() for _ in range(2)]
        slug = self.chance.choice(PAGES)
        self.slugs = [slug, self.chance.choice((slug, *PAGES))]
        try:
            for number in range(2):
                self._open(number)
            for _ in range(steps):
                self._step()
            self._take_all_back()
        except AssertionError:
            raise
        except Exception as error:
            raise self._astray(repr(error)) from error
        finally:
            context.close()

    def _astray(self, what: str) -> AstrayError:
        told = "\n".join(self.steps)
        return AstrayError(f"walk {self.seed}: {what}\n{told}")

    def _url(self, number: int) -> str:
        return f"{self.address}{self.languages[number]}/{self.slugs[number]}/"

    def _open(self, number: int, fragment: str = "") -> None:
        page = self.tabs[number]
        page.goto("about:blank")
        page.goto(self._url(number) + fragment, wait_until="domcontentloaded")
        page.wait_for_function(SHOWN)

    def _places(self, number: int) -> list[Place]:
        page = self.tabs[number]
        bars = page.locator(
            ":nth-match(.dl-bar, 1), :nth-match(.dl-bar, 2), "
            ".dl-bar--write:has([data-do=check]), .dl-cell .dl-bar"
        )
        found = bars.evaluate_all(
            "bars => bars.slice(0, 4).map(b => [b.dataset.for, b.dataset.key])"
        )
        return [Place(page, *each) for each in found]

    def _step(self) -> None:
        number = self.chance.randrange(2)
        self.tabs[number].bring_to_front()
        place = self.chance.choice(self._places(number))
        ways = [
            (5, "writes", self._write),
            (3, "types", self._type),
            (2, "deletes", self._delete),
            (9, "presses", self._press),
            (2, "reloads", self._reload),
            (2, "follows a link", self._follow),
            (1, "goes to the other language", self._translate),
            (1, "comes back to a page that has changed", self._change),
        ]
        weights = [weight for weight, _, _ in ways]
        _, name, way = self.chance.choices(ways, weights)[0]
        self.steps.append(f"tab {number}, {place.key}: {name}")
        if name not in {"types", "deletes", "writes"}:
            self.going.pop((number, place.key), None)
        way(number, place)
        self._look(place)

    # ------------------------------------------------------------------ what is done

    def _edit(self, place: Place) -> None:
        if not place.editor.count():
            self._act(place, "edit")
        place.editor.evaluate("it => it.focus()")

    def _write(self, number: int, place: Place) -> None:
        self._edit(place)
        self.count += 1
        place.page.keyboard.press("Control+a")
        place.page.keyboard.insert_text(f"print({self.count})  # {self.seed}")
        self._note(number, place, "writes")

    def _type(self, number: int, place: Place) -> None:
        self._edit(place)
        self.count += 1
        place.page.keyboard.press("Control+End")
        place.page.keyboard.type(f"#{self.count % 10}")
        self._note(number, place, "types")

    def _delete(self, number: int, place: Place) -> None:
        self._edit(place)
        place.page.keyboard.press("Control+End")
        for _ in range(self.chance.randrange(1, 4)):
            place.page.keyboard.press("Backspace")
        self._note(number, place, "deletes")

    def _press(self, _: int, place: Place) -> None:
        actions = [
            action
            for action in (*PRESSED, "check")
            if place.bar.locator(f"[data-do={action}]:visible").count()
        ]
        self._act(place, self.chance.choice(actions))

    def _reload(self, number: int, place: Place) -> None:
        place.page.reload(wait_until="domcontentloaded")
        place.page.wait_for_function(SHOWN)
        del number

    def _follow(self, number: int, place: Place) -> None:
        self.count += 1
        code = f"print('sent', {self.count})\n"
        packer = zlib.compressobj(9, wbits=-15)
        packed = packer.compress(code.encode()) + packer.flush()
        base = base64.urlsafe_b64encode(packed).decode().rstrip("=")
        self._open(number, f"#{place.id}~{base}")
        place.editor.wait_for()
        if place.code != code:
            raise self._astray(f"the link shows {place.code!r}")
        self.written.setdefault(place.key, []).append(code)

    def _translate(self, number: int, _: Place) -> None:
        other = {"en": "ja", "ja": "en"}
        self.languages[number] = other[self.languages[number]]
        self._open(number)

    def _change(self, number: int, place: Place) -> None:
        """Make the page's code another than what the reader has changed."""
        place.page.evaluate(
            """key => {
              const book = document.getElementById("dl-runner").dataset.book
              const edit = JSON.parse(localStorage.getItem(`${book}:${key}`))
              if (!edit) return
              edit.original = "print('former')\\n"
              localStorage.setItem(`${book}:${key}`, JSON.stringify(edit))
            }""",
            place.key,
        )
        for each in range(2):
            self._open(each)
        del number

    def _act(self, place: Place, action: str) -> None:
        """Press a button, and look where it and all above it are afterwards."""
        button = place.bar.locator(f"[data-do={action}]")
        self.steps[-1] += f" {action}"
        button.evaluate("it => it.scrollIntoView({ block: 'center' })")
        code, before = place.code, button.evaluate(PLACES)
        at = button.bounding_box()
        ran = len(place.page.evaluate("given"))
        if not at:
            raise self._astray(f"{action} is not to be seen")
        x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
        place.page.mouse.click(x, y)
        if action in {"run", "check"}:
            place.page.wait_for_function("n => given.length > n", arg=ran)
            given = place.page.evaluate("n => given.slice(n)", ran)
            if {*given} != {code}:
                raise self._astray(f"{given} ran in place of {code!r}")
        if action == "edit":
            place.editor.wait_for()
        place.bar.evaluate(SETTLED)
        after = place.bar.locator(f"[data-do={action}]").evaluate(PLACES)
        moved = [abs(a - b) for a, b in zip(after, before, strict=True)]
        if max(moved) > LINE:
            raise self._astray(f"{action} has moved {moved}")
        if button.is_visible():
            now = button.bounding_box()
            if now and max(abs(now["x"] - at["x"]), abs(now["y"] - at["y"])) > LINE:
                raise self._astray(f"{action} has moved itself")

    # ------------------------------------------------------------------ what must hold

    def _note(self, number: int, place: Place, how: str) -> None:
        """Note what has been written.

        What is typed on takes the place of what it was typed to, and so does what is
        deleted further.
        """
        code = place.code
        texts = self.written.setdefault(place.key, [])
        before, by = self.going.get((number, place.key), ("", ""))
        grows = how == "types" and code.startswith(before.rstrip("\n"))
        shrinks = how == by == "deletes" and before.startswith(code.rstrip("\n"))
        if before in texts and (grows or shrinks):
            texts.remove(before)
        texts.append(code)
        self.going[number, place.key] = code, how

    def _look(self, place: Place) -> None:
        """Look whether all that has been written in a block is still to be had."""
        kept = {*place.page.evaluate(KEPT, place.key)}
        for page in self.tabs:
            if page.locator(f'[data-key="{place.key}"]').count():
                id_ = page.locator(f'[data-key="{place.key}"]').get_attribute(
                    "data-for"
                )
                kept |= {str(page.evaluate(each, id_)) for each in (IN_VIEW, OF_PAGE)}
        lost = [
            text
            for text in self.written.get(place.key, [])
            if text.strip() and text not in kept
        ]
        if lost:
            raise self._astray(f"{lost} is lost; there is {json.dumps([*kept])}")

    def _take_all_back(self) -> None:
        """Go all the ways back by the buttons, and see everything again."""
        self.steps.append("takes everything back")
        for number in range(2):
            self._open(number)
            for place in self._places(number):
                seen = {place.code}
                for action in ("undo", "redo"):
                    seen |= self._all(place, action)
                wanted = {t for t in self.written.get(place.key, []) if t.strip()}
                if wanted - seen:
                    told = f"{wanted - seen} cannot be had back in {place.key}"
                    raise self._astray(told)

    def _all(self, place: Place, action: str) -> set[str]:
        button = place.bar.locator(f"[data-do={action}]")
        seen = set()
        while (place.bar.get_attribute("class") or "").find(
            "dl-bar--had"
        ) >= 0 and button.get_attribute("aria-disabled") == "false":
            # Folded on a phone, it does the same. Each step has another text.
            before = place.code
            button.evaluate("it => it.click()")
            shown = f"([id, before]) => ({IN_VIEW})(id) !== before"
            place.page.wait_for_function(shown, arg=[place.id, before])
            seen.add(place.code)
        return seen
