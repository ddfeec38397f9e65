"""How a figure's stage holds: its height, and what is in sight while it is used."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

# A phone, a larger one, a desk.
SIZES = ((360, 740), (390, 844), (1440, 900))
# So much of a picture is to be seen while a control has the focus.
IN_SIGHT = 0.6

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
# What is amiss while something of a figure has the focus.
SIGHT = """(figure, least) => {
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom
  const box = each => each.getBoundingClientRect()
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
}"""
START = """(figure, end) => {
  const place = end ? figure.querySelector("figcaption") : figure
  place.tabIndex = -1
  scrollTo(0, 0)
  if (end) scrollTo(0, document.documentElement.scrollHeight)
  place.focus({preventScroll: true})
}"""
INSIDE = "figure => figure.contains(document.activeElement)"


def jumps(page: Page, name: str) -> list[str]:
    """Return the states of a figure in which it is not as high as at its start."""
    figure = page.locator(f"#figure-{name}")
    heights: dict[str, float] = figure.evaluate(HEIGHTS)
    start = heights["start"]
    return [
        f"{state}: {height - start:+.1f} px"
        for state, height in heights.items()
        if abs(height - start) > 1
    ]


def out_of_sight(page: Page, name: str) -> Iterator[str]:
    """Yield what cannot be seen while the keyboard goes through a figure."""
    figure = page.locator(f"#figure-{name}")
    for end, key in ((False, "Tab"), (True, "Shift+Tab")):
        figure.evaluate(START, end)
        page.keyboard.press(key)
        stops = 0
        while figure.evaluate(INSIDE) and stops < 60:
            stops += 1
            page.wait_for_timeout(30)
            found: list[Any] = figure.evaluate(SIGHT, IN_SIGHT)
            yield from (f"{key} {each}" for each in found)
            page.keyboard.press(key)
        if stops < 2:
            yield f"{key}: went through {stops} controls"
    for handle in figure.locator("svg.dl-live [data-drag]").all():
        handle.evaluate("each => each.scrollIntoView({block: 'center'})")
        box = handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 12, y)
        found = figure.evaluate(SIGHT, IN_SIGHT)
        page.mouse.up()
        yield from (f"drag {each}" for each in found if "covered" not in each)
