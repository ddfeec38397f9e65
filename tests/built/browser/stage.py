"""How a figure's stage holds: its height, and what is in sight while it is used."""

from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page

# A phone, a larger one, a desk.
SIZES = ((360, 740), (390, 844), (1440, 900))
# So much of a picture is to be seen while a control has the focus.
IN_SIGHT = 0.6
MOST_STOPS = 60

# Goes everywhere that a reader may: steps, choices, the ends of sliders, errors.
HEIGHTS = """async figure => {
  const settled = () => figure.getBoundingClientRect().height
  const heights = {start: settled()}
  const note = name => { heights[name] = settled() }
  const each = (query, act) => [...figure.querySelectorAll(query)].forEach(act)
  const reset = () => figure.querySelector("[data-do=reset]").click()
  each("[data-do=play]", () => {
    const slider = figure.querySelector("[data-do=play]")
    slider.click(); slider.click()
  })
  each("[data-do=forward]", forward => {
    for (let step = 0; step < 80; step += 1) { forward.click(); note(`step ${step}`) }
  })
  each("[data-do=back]", back => {
    for (let step = 0; step < 80; step += 1) { back.click(); note(`back ${step}`) }
  })
  reset()
  each("[type=radio]", radio => {
    radio.click(); radio.focus({preventScroll: true})
    note(`${radio.name} ${radio.value}`)
  })
  each("[data-do^=take], [data-do^=next], [data-do^=clear]", button => {
    button.click(); note(button.dataset.do)
  })
  reset()
  each("[type=range]", range => {
    for (const end of [0, Number(range.max)]) {
      range.value = end
      range.dispatchEvent(new Event("input"))
      note(`${range.id} ${end}`)
    }
    reset()
  })
  each("[type=text]", box => {
    for (const text of ["abc", "x +", "1e999", "なんでもないとてもながいことば"]) {
      box.focus({preventScroll: true})
      box.value = text
      box.dispatchEvent(new Event("change"))
      note(`${box.id || "box"} ${text}`)
    }
    reset()
  })
  figure.querySelector("[data-do=link]").click()
  await new Promise(go => setTimeout(go, 50))
  note("link")
  reset()
  return heights
}"""
# What is amiss while something of a figure has the focus and the page is at rest.
SIGHT = """async (figure, least) => {
  const box = each => each.getBoundingClientRect()
  const amiss = () => {
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom
    const shown = rect => Math.max(
      0, Math.min(rect.bottom, innerHeight) - Math.max(rect.top, header)) / rect.height
    const found = []
    const picture = shown(box(figure.querySelector(".dl-live")))
    if (picture < least) found.push(`${Math.round(100 * picture)} % of the picture`)
    const line = shown(box(figure.querySelector(".dl-live__says")))
    if (line < .99) found.push(`${Math.round(100 * line)} % of what is said`)
    const held = document.activeElement.closest("label") ?? document.activeElement
    const {left, right, top, bottom} = box(held)
    const middle = [(left + right) / 2, (top + bottom) / 2]
    const covered = [[left + 3, top + 3], [right - 3, bottom - 3], middle]
      .map(place => document.elementFromPoint(...place))
      .filter(each => !each || !(held.contains(each) || each.contains(held)))
    const by = covered[0]?.className ?? "the window"
    if (covered.length) found.push(`covered by ${by}`)
    const name = held.id || held.dataset?.do || held.textContent
    return found.map(each => `${name}: ${each}`)
  }
  // The page scrolls in the frame after, and on a busy machine some frames later.
  const end = performance.now() + 2000
  let found
  do {
    await new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))
    found = amiss()
  } while (found.length && performance.now() < end)
  return found
}"""
START = """(figure, end) => {
  const place = end ? figure.querySelector("figcaption") : figure
  place.tabIndex = -1
  scrollTo(0, 0)
  if (end) scrollTo(0, document.documentElement.scrollHeight)
  place.focus({preventScroll: true})
}"""
INSIDE = "figure => figure.contains(document.activeElement)"


# What a function of JavaScript makes of a figure and some arguments.
Tell = Callable[..., Any]
# Presses the Tab key, or the way back.
Tab = Callable[[bool], None]


def jumps(tell: Tell) -> list[str]:
    """Return the states of a figure in which it is not as high as at its start."""
    heights: dict[str, float] = tell(HEIGHTS)
    start = heights["start"]
    return [
        f"{state}: {height - start:+.1f} px"
        for state, height in heights.items()
        if abs(height - start) > 1
    ]


def out_of_sight(tell: Tell, tab: Tab) -> Iterator[str]:
    """Yield what cannot be seen while the keyboard goes through a figure and back."""
    for back in (False, True):
        way = "back" if back else "forth"
        tell(START, back)
        tab(back)
        stops = 0
        while tell(INSIDE) and stops < MOST_STOPS:
            stops += 1
            yield from (f"{way}, {each}" for each in tell(SIGHT, IN_SIGHT))
            tab(back)
        if not 2 <= stops < MOST_STOPS:
            yield f"{way}: {stops} controls"


def of(page: Page, name: str) -> tuple[Tell, Tab]:
    """Return how Playwright handles a figure of a page."""
    figure = page.locator(f"#figure-{name}")
    return (
        lambda script, *arguments: figure.evaluate(
            f"(figure, given) => ({script})(figure, ...given)", list(arguments)
        ),
        lambda back: page.keyboard.press("Shift+Tab" if back else "Tab"),
    )


def out_of_sight_when_dragged(page: Page, name: str) -> Iterator[str]:
    """Yield what cannot be seen while something in the picture is dragged."""
    figure = page.locator(f"#figure-{name}")
    for handle in figure.locator("svg.dl-live [data-drag]").all():
        handle.evaluate("each => each.scrollIntoView({block: 'center'})")
        box = handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 12, y)
        found = of(page, name)[0](SIGHT, IN_SIGHT)
        page.mouse.up()
        # Its slider has the focus, which is not in use now.
        yield from (f"dragged, {each}" for each in found if "covered" not in each)
