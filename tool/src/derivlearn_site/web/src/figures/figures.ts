/** Makes the figures of a page live, each one as it comes near. */

import { Controls, Picture, say } from "toolkit"
import type { Entries, Figure, Given, Texts, Values } from "toolkit"

interface Page {
  readonly texts: Texts
  readonly figures: Readonly<Record<string, Given>>
}

/** Fetched this many pixels before a reader gets there. */
const NEAR = "600px"

/** Takes the settings that the address carries. */
type Follow = () => void

interface Live {
  readonly ends: AbortController
  /** What there is once the figure is there; nothing, if it cannot be. */
  readonly ready: Promise<Follow | undefined>
}

const live = new Map<HTMLElement, Live>()
let near: IntersectionObserver | undefined

/** Looks for the figures of the page, and forgets those of a page that has been left. */
export function watch(): void {
  for (const [figure, { ends }] of live) {
    if (figure.isConnected) continue
    ends.abort()
    live.delete(figure)
  }
  near?.disconnect()
  near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void start(target as HTMLElement)
    },
    { rootMargin: NEAR },
  )
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-live]")) {
    if (figureOfLink() === figure.id) void open(figure)
    else near.observe(figure)
  }
}

/** The figure that the address carries settings for: `#figure-derivative~x=3&dx=0.5`. */
function figureOfLink(): string {
  return /^#(figure-[\w-]+)~/.exec(location.hash)?.[1] ?? ""
}

/** Shows a figure as a link has set it. */
async function open(figure: HTMLElement): Promise<void> {
  const follow = await start(figure)
  follow?.()
  figure.scrollIntoView({ block: "center" })
}

function start(figure: HTMLElement): Promise<Follow | undefined> {
  near?.unobserve(figure)
  const known = live.get(figure)
  if (known) return known.ready
  const ends = new AbortController()
  const ready = load(figure, ends.signal).catch(() => {
    // The drawn picture stays, and a later visit tries again.
    live.delete(figure)
    return undefined
  })
  live.set(figure, { ends, ready })
  return ready
}

async function load(figure: HTMLElement, signal: AbortSignal): Promise<Follow | undefined> {
  const name = figure.id.replace(/^figure-/, "")
  const [{ make }, page] = await Promise.all([
    import(new URL(`./${name}.js`, import.meta.url).href) as Promise<{ make: Figure }>,
    pageAt(new URL("figures.json", location.href)),
  ])
  const given = page.figures[name]
  return given && !signal.aborted ? mount(figure, make, given, page.texts, signal) : undefined
}

const pages = new Map<string, Promise<Page>>()

/** What the figures of a page need; fetched once, however often the page is visited. */
function pageAt(url: URL): Promise<Page> {
  const known = pages.get(url.pathname)
  if (known) return known
  const page = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url.href}: ${response.status}`)
    return response.json() as Promise<Page>
  })
  page.catch(() => pages.delete(url.pathname))
  pages.set(url.pathname, page)
  return page
}

/** Puts a copy of the picture in its place, and what moves it below; returns `follow`. */
function mount(figure: HTMLElement, make: Figure, given: Given, own: Texts, signal: AbortSignal): Follow {
  const drawn = figure.querySelector("svg")
  if (!drawn) throw new Error(`${figure.id} has no picture`)
  const svg = drawn.cloneNode(true) as SVGSVGElement
  svg.classList.add("dl-live")
  const picture = new Picture(svg)
  const set = (values: Values, entries: Entries): void => controls.turn(values, entries)
  const show = make(picture, given, { set, signal })
  const invite = paragraph("invite")
  const formula = paragraph("formula")
  const says = paragraph("says")
  invite.textContent = say(given.texts, "invite")
  says.setAttribute("role", "status")

  const change = (values: Values, entries: Entries): void => {
    const { words, quotient = "", away = false } = show(values, entries)
    svg.classList.toggle("dl-live--away", away)
    formula.textContent = quotient
    formula.hidden = !quotient
    if (says.textContent !== words) says.textContent = words
  }
  const controls = new Controls(figure.id, given, own, change, signal)
  controls.listenTo(picture)
  const panel = document.createElement("div")
  panel.className = "dl-live__panel"
  panel.append(invite, controls.rows, formula, says, controls.buttons)

  change(controls.values, controls.entries)
  drawn.classList.add("dl-drawn")
  drawn.after(svg, panel)
  signal.addEventListener("abort", () => {
    svg.remove()
    panel.remove()
    drawn.classList.remove("dl-drawn")
  })
  return () => {
    if (!controls.take(location.hash.split("~")[1] ?? "")) says.textContent = say(own, "link_damaged")
  }
}

function paragraph(name: string): HTMLParagraphElement {
  const made = document.createElement("p")
  made.className = `dl-live__${name}`
  return made
}
