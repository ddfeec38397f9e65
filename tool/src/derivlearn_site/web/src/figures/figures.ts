/** Makes the figures of a page live, each one as it comes near. */

import { Controls, Picture, rehearse, say, Stage } from "toolkit"
import type { Answer, Entries, Figure, Given, Texts, Values } from "toolkit"

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
  if (!given) return undefined
  const drawn = figure.querySelector("svg")
  if (!drawn) throw new Error(`${figure.id} has no picture`)
  const answers: Answer[] = []
  await rehearse(drawn, make, given, (answer) => answers.push(answer))
  return signal.aborted ? undefined : mount(figure, drawn, make, given, page.texts, answers, signal)
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

/** Puts a copy of the picture in its place, with what moves it; returns `follow`. */
function mount(figure: HTMLElement, drawn: SVGSVGElement, make: Figure, given: Given, own: Texts, answers: readonly Answer[], signal: AbortSignal): Follow {
  const svg = drawn.cloneNode(true) as SVGSVGElement
  svg.classList.add("dl-live")
  const picture = new Picture(svg)
  const set = (values: Values, entries: Entries): void => controls.turn(values, entries)
  const show = make(picture, given, { set, signal })
  const change = (values: Values, entries: Entries): void => {
    const answer = show(values, entries)
    stage.show(answer)
    controls.mark(answer.wrong)
  }
  const controls = new Controls(figure.id, given, own, picture, change, signal)
  const stage = new Stage(svg, controls, say(given.texts, "invite"), signal)
  stage.expect([...answers, { words: say(own, "link_damaged") }])

  change(controls.values, controls.entries)
  drawn.classList.add("dl-drawn")
  figure.classList.add("dl-figure--live")
  drawn.after(stage.element)
  signal.addEventListener("abort", () => {
    stage.element.remove()
    drawn.classList.remove("dl-drawn")
    figure.classList.remove("dl-figure--live")
  })
  return () => {
    if (!controls.take(location.hash.split("~")[1] ?? "")) stage.say(say(own, "link_damaged"))
  }
}
