/** What every page loads of the way through the book: it waits for a reader. */

import { load } from "../runner/load"

/** What could not be loaded is tried again at the next heading, or on the next page. */
const leave = (): void => undefined
const marks = (): Promise<typeof import("./marks")> => load("../spine/marks")

/** How far up the window a heading is when it counts as passed. */
const PASSED = { rootMargin: "999999px 0px -67%" }

const book = document.getElementById("dl-runner")?.dataset["book"] ?? ""
const headings = [...document.querySelectorAll(".md-content h2[id]")]
const hasPopover = "popover" in HTMLElement.prototype

/** Whether the device keeps anything of this book. Storage may be forbidden. */
function isKept(): boolean {
  try {
    return localStorage.getItem(`${book}.memory`) !== null
  } catch {
    return false
  }
}

/** Follows how far a chapter is read: it is begun when its second heading is passed. */
function follow(): void {
  let isMoving = false
  const watch = new IntersectionObserver((entries) => {
    const places = entries.map(({ target }) => headings.indexOf(target))
    const at = entries[0]?.isIntersecting ? Math.max(...places) : Math.min(...places) - 1
    const id = headings[at]?.id
    // Where a page opens, nothing of it has been read yet.
    if (isMoving && at > 0 && id) void marks().then(({ reading }) => reading(id), leave)
    isMoving = true
  }, PASSED)
  for (const heading of headings) watch.observe(heading)
}

/** Opens a term's panel, or copies the link to a heading, instead of going there. */
function press(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".dl-term, .headerlink") : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (link.matches(".headerlink")) {
    history.replaceState(null, "", link.hash)
    // At once: a browser lets a page copy only while it knows of the press.
    const copied = navigator.clipboard?.writeText(link.href)
    void load<typeof import("./heading")>("../spine/heading").then(({ tell }) => tell(copied), leave)
  } else if (hasPopover) {
    const go = (): void => location.assign(link.href)
    void load<typeof import("./term")>("../spine/term").then(({ toggle }) => toggle(link)).catch(go)
  } else return
  event.preventDefault()
}

const finished = document.querySelector(".dl-finished input")
if (finished) follow()
finished?.addEventListener("change", () => void marks().catch(leave), { once: true })
if (isKept()) void marks().catch(leave)
if (hasPopover) for (const term of document.querySelectorAll(".dl-term")) term.ariaHasPopup = "dialog"
document.addEventListener("click", press)
// The list of all chapters opens at this one.
document.getElementById("__drawer")?.addEventListener("change", () => {
  document.querySelector(".md-nav__item--active:not(.md-nav__item--nested)")?.scrollIntoView({ block: "center" })
})
