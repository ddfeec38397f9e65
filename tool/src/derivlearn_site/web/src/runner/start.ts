/** The one script of the runner that every page loads: it waits for a reader. */

import { keysOfEdits } from "./edits"
import { blockOfLink } from "./link"

type Session = typeof import("./session")

const FIGURES = new URL("../figures/figures.js", import.meta.url).href
const figures = (): Promise<typeof import("../figures/figures")> => import(FIGURES)
const session = (): Promise<Session> => import("./session.js")
const showEdits = (): void => void import("./yours.js").then((yours) => yours.showEdits())

let anyLive = false

/** Shows the buttons of a page, and what the reader has made of its blocks. */
function prepare(): void {
  const edits = keysOfEdits()
  const bars = [...document.querySelectorAll<HTMLElement>(".dl-bar")]
  for (const bar of bars) bar.hidden = false
  if (bars.some((bar) => edits.has(bar.dataset["key"] ?? ""))) showEdits()
  // Once there has been a live figure, the next page has to know that it is gone.
  if (anyLive ||= document.querySelector("[data-live]") !== null) void figures().then(({ watch }) => watch())
  if (blockOfLink(location.hash)) void session().then(({ openLink }) => openLink(location.hash))
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return
  const button = target.closest<HTMLElement>(".dl-bar [data-do]")
  const bar = button?.closest<HTMLElement>(".dl-bar")
  if (!button || !bar) return
  const action = button.dataset["do"] ?? ""
  void session().then(({ act }) => act(bar, action))
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
