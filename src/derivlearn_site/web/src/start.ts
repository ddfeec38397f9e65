/** The one script of the runner that every page loads: it waits for a reader. */

import { keysOfEdits } from "./edits"
import { blockOfLink } from "./link"

type Session = typeof import("./session")

const runner = document.getElementById("dl-runner")
// With instant navigation the page's address changes, and this element does not.
if (runner) runner.dataset["texts"] = new URL(runner.dataset["texts"] ?? "", location.href).href

/** Does something to a block that needs more than this script. */
async function withSession(bar: HTMLElement, use: (session: Session) => Promise<void>): Promise<void> {
  try {
    await use(await import("./session.js"))
  } catch (error) {
    // Without the texts, too: the network is away, or the site has changed.
    const status = bar.querySelector<HTMLElement>("[role=status]")
    if (!status) return
    status.dataset["status"] = "bad"
    status.textContent = `${runner?.dataset["unreachable"]} (${String(error)})`
  }
}

/** Shows the buttons of a page, and which of its blocks the reader has changed. */
function prepare(): void {
  const edited = keysOfEdits()
  for (const bar of document.querySelectorAll<HTMLElement>(".dl-bar[hidden]")) {
    bar.hidden = false
    bar.classList.toggle("dl-bar--edited", edited.has(bar.dataset["key"] ?? ""))
  }
  openLink()
}

/** Opens the code that came with the page's address. */
function openLink(): void {
  const { hash } = location
  const id = blockOfLink(hash)
  const bar = id && document.querySelector<HTMLElement>(`.dl-bar[data-for="${id}"]`)
  if (bar) void withSession(bar, (session) => session.openLink(bar, hash))
}

document.addEventListener("click", ({ target, detail }) => {
  // The second click of a double click would stop what the first has run.
  if (!(target instanceof Element) || detail > 1) return
  const button = target.closest<HTMLElement>(".dl-bar [data-do]")
  const bar = button?.closest<HTMLElement>(".dl-bar")
  if (button && bar) void withSession(bar, (session) => session.act(bar, button.dataset["do"] ?? ""))
})

// With instant navigation the theme replaces the page and tells so.
declare const document$: { subscribe(next: () => void): void } | undefined
if (typeof document$ === "undefined") prepare()
else document$.subscribe(prepare)
addEventListener("hashchange", openLink)
