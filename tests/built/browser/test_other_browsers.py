"""Every page in Firefox and in WebKit, and some as an old browser sees them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from building import Built
from tests.built.browser import asking, stage
from tests.built.browser.conftest import served
from tests.built.browser.engines import ENGINES, Engine
from tests.built.browser.running import run
from tests.built.browser.test_every_page import ERRORS
from tests.built.browser.test_orders import ORDER
from tests.built.conftest import PAGES, PLAIN, TEXTS, in_turn, path_of

# The first is that of a desk's window at 400 %.
WIDTHS = [320, 360, 1280]
SCHEMES = ["default", "slate"]

LISTEN = b"""<script>
window.complaints = []
const note = ({ message, target }) => complaints.push(message ?? target.src)
addEventListener("error", note, true)
addEventListener("unhandledrejection", event => complaints.push(String(event.reason)))
</script>"""
# What the oldest browsers lack that the book is built for: `OLDEST` in `build.mjs`.
YOUNG = re.compile(rb"(light-dark|color-mix)(?=\()|(text-autospace|text-wrap)(?=:)")
LACKING = b"""
for (const [holder, ...names] of [
  [globalThis, "ClipboardItem", "requestIdleCallback", "navigation", "scheduler"],
  [globalThis.PointerEvent?.prototype, "getCoalescedEvents"],
  [globalThis.Element?.prototype, "checkVisibility"],
  [globalThis.HTMLElement?.prototype, "popover", "showPopover", "togglePopover"],
  [globalThis.Document?.prototype, "startViewTransition"],
  [Promise, "withResolvers", "try"], [Object, "groupBy"], [Map, "groupBy"],
  [Set.prototype, "union", "intersection", "difference", "isSubsetOf"],
  [Array, "fromAsync"], [ArrayBuffer.prototype, "transfer"], [URL, "canParse"],
  [WebAssembly, "Suspending"],
  [globalThis.Iterator?.prototype, "map", "filter", "toArray", "some", "find"],
]) for (const name of names) if (holder) delete holder[name]
"""
OLD = b"<script>" + LACKING + b"</script>"
# The colours behind the header and of its words, and those of a drawn curve and axis.
COLOURS = """[
  getComputedStyle(document.querySelector(".md-header")).backgroundColor,
  getComputedStyle(document.querySelector(".md-header")).color,
  ...new Set([...document.querySelectorAll("figure svg :is(path, line, polyline)")]
    .map(each => getComputedStyle(each).stroke))
]"""
SEEN = re.compile(r"rgb\(\d+, \d+, \d+\)")
# How many lines of Japanese paragraphs there are, and how many end short of the edge by
# two kanji and more, the last of each not counted.
RAGGED = """(() => {
  let lines = 0, short = 0
  for (const each of document.querySelectorAll("article > p")) {
    const range = document.createRange()
    range.selectNodeContents(each)
    const edges = new Map()
    for (const { bottom, right } of range.getClientRects()) {
      const line = Math.round(bottom / 12)
      edges.set(line, Math.max(edges.get(line) ?? 0, right))
    }
    const kanji = parseFloat(getComputedStyle(each).fontSize)
    const right = each.getBoundingClientRect().right
    const ends = [...edges].sort(([a], [b]) => a - b).slice(0, -1)
    lines += ends.length
    short += ends.filter(([, end]) => right - end >= 2 * kanji).length
  }
  return [lines, short]
})()"""
# Shows words as large as can be, and nothing else.
WRITE = """(async () => {
  const sheet = document.querySelector("#sheet") ?? document.createElement("div")
  sheet.id = "sheet"
  sheet.style = "position: fixed; inset: 0; z-index: 99; background: #fff; color: #000;"
    + "font-size: 100px; line-height: 2; white-space: nowrap; overflow: hidden"
  sheet.textContent = args[0]
  document.body.append(sheet)
  for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame) // until painted
})()"""
# How many pieces a picture of a line of words has, from left to right.
PIECES = """(async () => {
  const image = await createImageBitmap(await (await fetch(args[0])).blob())
  const canvas = document.createElement("canvas")
  Object.assign(canvas, { width: image.width, height: image.height })
  const paint = canvas.getContext("2d")
  paint.drawImage(image, 0, 0)
  const { data, width } = paint.getImageData(0, 0, image.width, image.height)
  const inked = new Set()
  for (let at = 0; at < data.length; at += 4)
    if (data[at] < 128) inked.add((at / 4) % width)
  return [...inked].filter(column => !inked.has(column + 1)).length
})()"""
# Goes down the page until each live figure is awake; returns those that are not.
AWAKE = """(async () => {
  const asleep = () => [...document.querySelectorAll("figure[data-live]")]
    .filter(each => !each.querySelector(".dl-live"))
  const end = performance.now() + 20000
  while (asleep().length > 0 && performance.now() < end) {
    asleep()[0].scrollIntoView({ behavior: "instant" })
    await new Promise(done => setTimeout(done, 50))
  }
  scrollTo(0, 0)
  return asleep().map(each => each.id)
})()"""
# Takes hold of the controls of each live figure; returns those that do not answer.
ANSWERS = """(async () => {
  const silent = []
  for (const figure of document.querySelectorAll("figure[data-live]")) {
    const before = figure.innerHTML
    const answered = () => figure.innerHTML !== before
    for (const each of figure.querySelectorAll("input, button")) {
      if (each.type === "range") {
        each.value = each.value === each.min ? each.max : each.min
        each.dispatchEvent(new Event("input", { bubbles: true }))
      } else each.click()
      for (let tries = 0; tries < 10 && !answered(); tries += 1)
        await new Promise(done => setTimeout(done, 20))
      if (answered()) break
    }
    if (!answered()) silent.push(figure.id)
  }
  return silent
})()"""
# The lines of the first order on a page, where the last of them ends, and what brings
# some of them into an order by buttons, and leaves out the others.
ROWS = """[...document.querySelectorAll(".dl-order [role=option] code")]
  .map(code => code.textContent)"""
BOTTOM = """[...document.querySelectorAll(".dl-order [role=option]")]
  .at(-1).getBoundingClientRect().bottom"""
ARRANGE = """(() => {
  const rows = () => [...document.querySelectorAll(".dl-order [role=option]")]
  const textOf = row => row.querySelector("code").textContent
  const press = action =>
    document.querySelector(`.dl-order [data-do=${action}]`).click()
  for (const row of rows()) if (!args[0].includes(textOf(row))) {
    row.focus()
    press("out")
  }
  for (const [place, line] of args[0].entries()) {
    const row = rows().find(row => textOf(row) === line)
    row.focus()
    while (rows().indexOf(row) > place) press("up")
  }
})()"""
# The first block of a page with steps, and what these show after each press.
STEPPED = ".dl-bar:has([data-do=steps])"
STEP = """(() => {
  const panel = document.querySelector(".dl-steps")
  const heights = new Set()
  const seen = []
  const mark = document.querySelector(".dl-stepping code > [data-sign]")
  const forward = panel.querySelector("[data-go=forward]")
  while (forward.ariaDisabled !== "true") {
    const option = panel.querySelector(".dl-steps__options button")
    ;(option ?? forward).click()
    heights.add(Math.round(panel.getBoundingClientRect().height))
    const { top, height } = mark.getBoundingClientRect()
    const { top: start } = mark.parentElement.getBoundingClientRect()
    seen.push(mark.hidden ? 0 : Math.round((top - start + height / 2) / height))
  }
  const { scrollWidth } = document.documentElement
  const text = panel.querySelector("[role=status]").textContent
  panel.querySelector("[data-go=close]").click()
  return [heights.size, seen, text, scrollWidth - innerWidth]
})()"""
# What is not to be seen of a page as it is shown now.
HIDDEN = """(() => {
  const found = []
  const rgb = color => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const clear = color => color === "none" || rgb(color)[3] === 0 || !rgb(color).length
  const article = document.querySelector("article") ?? document.body
  const paper = getComputedStyle(article).backgroundColor
  const behind = clear(paper) ? getComputedStyle(document.body).backgroundColor : paper
  const far = color => Math.max(...rgb(color).slice(0, 3)
    .map((part, at) => Math.abs(part - rgb(behind)[at])))
  for (const each of document.querySelectorAll("article :is(p, li, h1, h2, td)"))
    if (far(getComputedStyle(each).color) < 60) found.push(`pale: ${each.textContent}`)
  for (const svg of document.querySelectorAll("figure svg")) {
    if (!svg.getClientRects().length) continue
    const parts = [...svg.querySelectorAll("path, line, polyline, circle, rect, text")]
    const seen = parts.map(getComputedStyle)
      .flatMap(({ stroke, fill }) => [stroke, fill])
      .filter(color => !clear(color) && far(color) > 40)
    if (new Set(seen).size < 2) found.push(`no lines: ${svg.closest("figure").id}`)
  }
  for (const math of document.querySelectorAll("math")) {
    if (!math.getClientRects().length || math.closest("details:not([open])")) continue
    const { width, height } = math.getBoundingClientRect()
    if (!(width > 1 && height > 4)) found.push(`no formula: ${math.textContent}`)
  }
  return [...new Set(found)]
})()"""
# Pieces of headings that are broken within, though a line has room for them.
BROKEN = """(() => {
  const found = []
  const pieces = /[^\\s\u3000：、。？！-]+/g
  for (const each of document.querySelectorAll("article :is(h1, h2, h3, h4)")) {
    const room = each.getBoundingClientRect().width
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const { 0: piece, index } of node.data.matchAll(pieces)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + piece.length)
        const rects = [...range.getClientRects()].filter(rect => rect.width > 0)
        const wide = rects.reduce((sum, rect) => sum + rect.width, 0)
        const lines = new Set(rects.map(rect => Math.round(rect.top / 8)))
        if (lines.size > 1 && wide < room * 0.9)
          found.push(`${piece}: ${Math.round(wide)} of ${Math.round(room)} px`)
      }
  }
  return found
})()"""
SCROLLS = """(() => {
  scrollTo({ left: 500, behavior: "instant" })
  const moved = scrollX
  scrollTo({ left: 0, behavior: "instant" })
  const { scrollWidth, clientWidth } = document.documentElement
  return [moved, scrollWidth - clientWidth]
})()"""
# Brings the start of a section to the top of the window, and says which it is.
SCROLL_TO = """(heading => {
  heading.scrollIntoView({ behavior: "instant" })
  return heading.id
})(document.querySelectorAll("article h2")[args[0]])"""
# The entries of the contents that have the colour of a mark, once a section's has it.
MARKED = """(async () => {
  const probe = document.body.appendChild(document.createElement("i"))
  probe.style.color = "var(--dl-link)"
  const { color } = getComputedStyle(probe)
  probe.remove()
  const marked = () =>
    [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link")]
      .filter(link => getComputedStyle(link).color === color)
      .map(link => link.getAttribute("href"))
  const end = performance.now() + 5000
  while (marked().join() !== args[0] && performance.now() < end)
    await new Promise(done => setTimeout(done, 50))
  return marked()
})()"""


def listening(file: Path, body: bytes) -> bytes:
    """Let a page collect what goes wrong on it."""
    is_page = file.suffix == ".html"
    return body.replace(b"<head>", b"<head>" + LISTEN, 1) if is_page else body


def old(file: Path, body: bytes) -> bytes:
    """Take away what an old browser does not know."""
    if file.suffix in {".css", ".html"}:
        body = YOUNG.sub(rb"-old-\g<0>", body)
    if file.name.endswith("_worker.js"):
        return LACKING + body
    return listening(file, body).replace(b"<head>", b"<head>" + OLD, 1)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as engine:
        yield engine


@pytest.fixture(scope="module")
def site(built: Built) -> Iterator[str]:
    with served(built.site, listening) as address:
        yield address


@pytest.fixture(scope="module")
def old_site(built: Built) -> Iterator[str]:
    with served(built.site, old) as address:
        yield address


def lit(engine: Engine, scheme: str) -> None:
    """Choose the light or the dark scheme, as a reader's earlier choice does."""
    engine.tell("document.body.setAttribute('data-md-color-scheme', args[0])", scheme)


@pytest.mark.parametrize(
    ("engine", "path"),
    [
        (name, path)
        for turn, name in enumerate(("firefox", "webkit"))
        for path in ("", *ERRORS, *(path_of(*page) for page in in_turn(PAGES, turn)))
    ],
    indirect=["engine"],
    scope="module",
)
def test_a_page_is_whole(engine: Engine, site: str, path: str) -> None:
    engine.open(site + path, WIDTHS[-1])
    assert engine.tell(AWAKE) == []
    found = []
    for width in WIDTHS:
        engine.resize(width, 800)
        # A window that has just been made narrower takes a moment to be laid out anew.
        with suppress(TimeoutError):
            engine.until(f"{SCROLLS}.every(pixels => pixels === 0)", patience=5)
        if engine.tell(SCROLLS) != [0, 0]:
            found.append(f"scrolls sideways at {width} px")
        found += [f"broken at {width} px: {each}" for each in engine.tell(BROKEN)]
        for scheme in SCHEMES:
            lit(engine, scheme)
            found += [f"{scheme}, {each}" for each in engine.tell(HIDDEN)]
    assert found == []
    assert engine.tell(ANSWERS) == []
    assert engine.tell("complaints") == []


@pytest.mark.parametrize(
    ("slug", "colours"),
    [("activation", 3), ("autograd", 1), ("descent", 3), ("layers", 3)],
)
def test_an_old_browser_shows_colours_and_lines(
    engine: Engine, old_site: str, slug: str, colours: int
) -> None:
    engine.open(f"{old_site}ja/{slug}/")
    assert engine.tell(AWAKE) == []
    for scheme in SCHEMES:
        lit(engine, scheme)
        assert engine.tell(HIDDEN) == []
        paper, ink, *lines = engine.tell(COLOURS)
        assert SEEN.fullmatch(paper)
        assert SEEN.fullmatch(ink)
        assert paper != ink
        assert len({line for line in lines if SEEN.fullmatch(line)}) >= colours
    assert engine.tell(ANSWERS) == []
    assert engine.tell("complaints") == []


def test_a_program_is_gone_through_line_by_line(engine: Engine, old_site: str) -> None:
    engine.open(f"{old_site}ja/derivative/", 360)
    lines = engine.tell(
        "fetch('steps.json').then(answer => answer.json())"
        ".then(all => Object.values(all)[0].steps.map(step => step.line ?? 0))"
    )
    engine.press(f"{STEPPED} [data-do=steps]")
    engine.until("document.querySelector('.dl-steps')")
    heights, seen, text, wide = engine.tell(STEP)
    assert (heights, seen) == (1, lines)
    assert TEXTS["ja"].runner["steps_end"] in text
    assert wide <= 0
    assert engine.tell("document.querySelector('.dl-steps')") is None
    assert engine.tell("complaints") == []


def test_an_old_browser_runs_programs(engine: Engine, with_python: Path) -> None:
    with served(with_python, old) as address:
        engine.open(f"{address}en/derivative/", 1280)
        engine.press(".dl-bar[data-for=block-1] [data-do=run]")
        status = "document.querySelector('.dl-bar[data-for=block-1] [role=status]')"
        engine.until(f"{status}.dataset.status === 'good'")
        ended = run(engine, "match 0:\n    case 0: print('old')\n")
        assert ended.printed.endswith("old\n"), ended
        engine.press(".dl-bar[data-for=block-1] [data-do=edit]")
        engine.until("document.querySelector('.cm-content')")
        assert engine.tell("complaints") == []


def test_an_old_browser_follows_the_finger_that_draws(
    engine: Engine, old_site: str
) -> None:
    engine.open(f"{old_site}ja/digits/")
    engine.place("#figure-draw-digit")
    engine.until("document.querySelector('#figure-draw-digit .dl-live [data-draw]')")
    left, top, width, height = engine.place("#figure-draw-digit .dl-live [data-draw]")
    corners = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.3, 0.8)]
    engine.drag([(left + x * width, top + y * height) for x, y in corners])
    drawn = engine.tell(
        "[...document.querySelectorAll('#figure-draw-digit .dl-live path')]"
        ".map(path => path.getBBox()).map(box => [box.width, box.height])"
    )
    assert any(min(size) > 0.4 * max(size) > 0 for size in drawn), drawn
    assert engine.tell("complaints") == []


def test_lines_are_put_in_order_and_judged(engine: Engine, with_python: Path) -> None:
    with served(with_python, listening) as address:
        engine.open(f"{address}ja/{ORDER.page.slug}/")
        engine.press(".dl-order summary")
        engine.until("document.querySelector('.dl-order [role=listbox]')")
        assert engine.tell(ROWS) == [line.strip() for line in ORDER.shuffled]
        # One is dragged to the top, and the others follow by buttons.
        left, top, _, _ = engine.place(".dl-order [role=option]")
        bottom = engine.tell(BOTTOM)
        engine.drag([(left + 22, bottom - 20), (left + 22, top + 4)])
        last, *others = [line.strip() for line in reversed(ORDER.shuffled)]
        assert engine.tell(ROWS) == [last, *reversed(others)]
        engine.tell(ARRANGE, [line.strip() for line in ORDER.lines])
        engine.press(".dl-order [data-do=check]")
        engine.until("document.querySelector('.dl-order > [data-status=good]')")
        assert engine.tell("complaints") == []


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("layers", "layers"),
        ("derivative", "derivative"),
        ("gradient-check", "find-mistake"),
        ("digits", "draw-digit"),
    ],
)
def test_a_figure_is_in_sight_while_the_keyboard_uses_it(
    engine: Engine, site: str, slug: str, name: str
) -> None:
    engine.open(f"{site}ja/{slug}/", 390, 844)
    figure = f"#figure-{name}"
    engine.tell("document.querySelector(args[0]).scrollIntoView()", figure)
    engine.until("document.querySelector(args[0])", f"{figure} .dl-stage")

    def tell(script: str, *arguments: object) -> Any:  # noqa: ANN401
        given = "document.querySelector(args[0]), ...args.slice(1)"
        return engine.tell(f"({script})({given})", figure, *arguments)

    def tab(back: bool) -> None:  # noqa: FBT001
        engine.tab(back=back)

    found = [*stage.jumps(tell), *stage.out_of_sight(tell, tab)]
    assert found == []
    assert engine.tell("complaints") == []


def test_digits_stand_beside_kana_and_not_over_them(engine: Engine, site: str) -> None:
    engine.open(f"{site}ja/last-bias/", 1280)
    pieces = []
    for words in ("0.5増やす", "0.5", "増やす"):
        engine.tell(WRITE, words)
        image = f"data:image/png;base64,{engine.picture()}"
        pieces.append(engine.tell(PIECES, image))
    together, digits, kana = pieces
    assert together == digits + kana


def test_japanese_lines_go_on_to_the_edge(engine: Engine, site: str) -> None:
    engine.open(f"{site}ja/last-bias/")
    lines, short = engine.tell(RAGGED)
    assert lines > 40
    assert short < lines / 4


def test_a_term_is_underlined(engine: Engine, site: str) -> None:
    engine.open(f"{site}ja/last-bias/")
    style = "getComputedStyle(document.querySelector('.dl-term'))"
    assert engine.tell(f"{style}.textDecorationLine") == "underline"
    assert engine.tell(f"{style}.textDecorationStyle") == "dotted"


def test_copy_link_copies(engine: Engine, site: str) -> None:
    engine.open(f"{site}en/derivative/")
    bar = ".dl-bar[data-for=block-1]"
    engine.press(f"{bar} [data-do=edit]")
    engine.until("document.querySelector('.cm-content')")
    address = engine.tell("location.href")
    engine.press(f"{bar} [data-do=more]")
    engine.until("document.querySelector(args[0]).offsetParent", f"{bar} .dl-more")
    engine.press(f"{bar} [data-do=link]")
    engine.until("document.querySelector(args[0]).textContent", f"{bar} [role=status]")
    # Where it could not, the link would be in the address.
    assert engine.tell("location.href") == address


@pytest.mark.parametrize("kind", asking.KINDS)
def test_what_is_asked_is_answered_and_its_output_appears(
    engine: Engine, site: str, kind: str
) -> None:
    ask = asking.first(kind)
    engine.open(f"{site}ja/{ask.page.slug}/")
    engine.tell("localStorage.clear()")
    engine.open(f"{site}ja/{ask.page.slug}/")
    box, output = f"#ask-{ask.id}", f"#ask-{ask.id} + .output pre"
    seen = "getComputedStyle(document.querySelector(args[0])).visibility"
    assert not ask.block or engine.tell(seen, output) == "hidden"
    before = engine.tell(f"({asking.PLACES})()")
    if kind == "number":
        engine.press(f"{box} input")
        engine.write(ask.right.text)
        engine.press(f"{box} form > button:not([type])")
    else:
        at = [each.said for each in ask.answers].index("right")
        engine.press(f"{box} li:nth-child({at + 1}) button")
    status = "document.querySelector(args[0]).dataset.status"
    assert engine.until(status, f"{box} [role=status]") == "right"
    assert not ask.block or engine.tell(seen, output) == "visible"
    after = engine.tell(f"({asking.PLACES})()")
    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 2
    kept = engine.tell("JSON.parse(localStorage.getItem(args[0]))", asking.KEY)
    assert kept["answers"][ask.key]["said"] == "right"
    row = ".dl-kept"
    engine.until("!document.querySelector(args[0]).hidden", row)
    engine.press(f"{row} [data-do=copy]")
    engine.until("document.querySelector(args[0]).textContent", f"{row} [role=status]")
    assert not engine.tell("!!document.querySelector(args[0])", f"{row} textarea")
    # Loaded again, the page shows what was answered.
    engine.open(f"{site}ja/{ask.page.slug}/")
    assert engine.until(status, f"{box} [role=status]") == "right"
    assert engine.tell("complaints") == []


def test_the_contents_mark_the_section_that_is_read(engine: Engine, site: str) -> None:
    engine.open(f"{site}ja/last-bias/", 1280)
    for number in (2, 4):
        read = engine.tell(SCROLL_TO, number)
        assert engine.tell(MARKED, f"#{read}") == [f"#{read}"]


def test_the_code_that_is_seen_is_the_code_that_runs(engine: Engine, site: str) -> None:
    engine.open(f"{site}en/derivative/")
    bar = ".dl-bar[data-for=block-1]"
    shown = "document.querySelector('#block-1 pre > code').textContent"
    pages = engine.tell(shown)
    engine.press(f"{bar} [data-do=edit]")
    engine.until("document.activeElement.matches('.cm-content')")
    engine.write("print(6 * 7)")
    engine.open(f"{site}en/derivative/")
    assert engine.tell(shown) == "print(6 * 7)\n"
    assert engine.tell("document.querySelector('#block-1 .dl-name').textContent")
    engine.press(f"{bar} [data-do=more]")
    engine.until("document.querySelector(args[0]).offsetParent", f"{bar} .dl-more")
    engine.press(f"{bar} [data-do=reset]")
    engine.until(f"{shown} === args[0]", pages)
    engine.open(f"{site}en/derivative/")
    assert engine.tell(shown) == pages


def test_the_search_finds_and_the_switch_keeps_the_page(
    engine: Engine, site: str
) -> None:
    slug = PLAIN[1]
    engine.open(f"{site}ja/{slug}/", 1280)
    engine.tell(
        "(box => { box.focus(); box.value = args[0];"
        "box.dispatchEvent(new Event('keyup', { bubbles: true })) })"
        "(document.querySelector('.md-search__input'))",
        "連鎖律",
    )
    found = "[...document.querySelectorAll('.md-search-result__link')].length"
    assert engine.until(found)
    name = TEXTS["en"].name
    engine.tell(
        "[...document.querySelectorAll('a')]"
        ".find(link => link.textContent.trim() === args[0]).click()",
        name,
    )
    engine.until("location.pathname.includes(args[0])", f"/en/{slug}/")


def test_an_unchanged_block_runs_and_an_exercise_is_checked(
    engine: Engine, vendored: str
) -> None:
    engine.open(f"{vendored}ja/derivative/", 1280)
    status = "document.querySelector(args[0]).dataset.status"
    for bar, action, end in (
        (".dl-bar[data-for=block-1]", "run", "good"),
        (".dl-bar:has([data-do=check])", "check", "bad"),
    ):
        engine.press(f"{bar} [data-do={action}]")
        engine.until(f"/good|bad|differs/.test({status})", f"{bar} [role=status]")
        assert engine.tell(status, f"{bar} [role=status]") == end
