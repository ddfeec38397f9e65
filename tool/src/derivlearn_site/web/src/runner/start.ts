/** The one script of the runner that every page loads: it waits for a reader. */

import { keysOfEdits } from "./edits"
import { blockOfLink } from "./link"
import { load } from "./load"
import "../spine/waiting"

type Session = typeof import("./session")

/** What could not be loaded is tried again on the next page. */
const leave = (): void => undefined
const figures = (): Promise<typeof import("../figures/figures")> => load("../figures/figures")
const showEdits = (): void => void load<typeof import("./yours")>("./yours").then((yours) => yours.showEdits(), leave)

const statusOf = (bar: Element | null): HTMLElement | null => bar?.querySelector("[role=status]") ?? null
let unreachable: HTMLElement | null = null

/** Does something with the session, and says so where it cannot be loaded. */
async function withSession(bar: Element | null, act: (session: Session) => Promise<void>): Promise<void> {
  try {
    await act(await load<Session>("./session"))
    // What was said is true no longer.
    if (unreachable?.dataset["status"] === "unreachable") unreachable.textContent = ""
  } catch (error) {
    unreachable = statusOf(bar)
    if (!unreachable) return
    unreachable.dataset["status"] = "unreachable"
    unreachable.textContent = `${document.getElementById("dl-runner")?.dataset["unreachable"]} (${String(error)})`
  }
}

let anyLive = false

/** Shows the buttons of a page, and what the reader has made of its blocks. */
function prepare(): void {
  const edits = keysOfEdits()
  const bars = [...document.querySelectorAll<HTMLElement>(".dl-bar")]
  for (const bar of bars) bar.hidden = false
  if (bars.some((bar) => edits.has(bar.dataset["key"] ?? ""))) showEdits()
  // Once there has been a live figure, the next page has to know that it is gone.
  if (anyLive ||= document.querySelector("[data-live]") !== null) void figures().then(({ watch }) => watch(), leave)
  const linked = blockOfLink(location.hash)
  const bar = linked ? document.querySelector(`.dl-bar[data-for="${linked}"]`) : null
  if (bar) void withSession(bar, ({ openLink }) => openLink(bar as HTMLElement, location.hash))
}

/** Returns where in some code the reader has pressed: the browser has set its caret there. */
function placeIn(code: Element): number {
  const selected = getSelection()
  if (!selected?.anchorNode || !code.contains(selected.anchorNode)) return Infinity
  const range = document.createRange()
  range.setStart(code, 0)
  range.setEnd(selected.anchorNode, selected.anchorOffset)
  return range.toString().length
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return
  const button = target.closest<HTMLElement>(".dl-bar [data-do]")
  // Code that is to be written opens where it is pressed, unless it was only marked.
  const pressed = getSelection()?.isCollapsed ? target.closest(".dl-bar--write ~ pre") : null
  const bar = button?.closest<HTMLElement>(".dl-bar") ?? pressed?.parentElement?.querySelector<HTMLElement>(".dl-bar")
  if (!bar) return
  const action = button?.dataset["do"] ?? "edit"
  void withSession(bar, ({ act }) => act(bar, action, pressed ? placeIn(pressed) : undefined))
})

/** Lets the copy button of a block copy its whole program: what is folded above, too. */
addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return
  const listing = target.closest(".dl-copy")?.closest<HTMLElement>(".highlight[id]")
  const before = listing?.previousElementSibling
  if (!listing || !before?.matches("details.preamble")) return
  const [first, then] = [before, listing].map(one => one.querySelector("code")?.textContent)
  listing.dataset["copy"] = `${first}\n${then}`
}, { capture: true }) // before the theme's own listener

// With instant navigation the theme replaces the page and tells so.
declare const document$: { subscribe(next: () => void): void } | undefined
if (typeof document$ === "undefined") prepare()
else document$.subscribe(prepare)
addEventListener("hashchange", prepare)
addEventListener("storage", showEdits) // changed in another tab
