/** Opens a small panel at a term: what it means, how it is written, where it is at home. */

import { fetched } from "../runner/fetched"
import { styled } from "../styled"
import style from "../styles/panel.css"

styled(style)

/** The room between a panel and its word, and the edges of the window. */
const GAP = 8

/** The glossary, read once for a page: it says all that a panel says. */
let glossary: Promise<Document> | undefined
let panel: HTMLElement | undefined
/** The term whose panel the press that is under way has closed. */
let closed: HTMLElement | undefined

async function read(address: string): Promise<Document> {
  const text = await (await fetched(new URL(address))).text()
  return new DOMParser().parseFromString(text, "text/html")
}

/** Opens the panel of a term, or closes it; fails where the glossary has nothing to say. */
export async function toggle(term: HTMLAnchorElement): Promise<void> {
  const wasOpen = closed === term || panel?.previousSibling === term
  panel?.hidePopover()
  closed = undefined
  if (wasOpen) return
  const [address, id] = [term.href.replace(/#.*/, ""), decodeURIComponent(term.hash.slice(1))]
  const found = await (glossary ??= read(address).catch((error: unknown) => {
    glossary = undefined // the next press tries again
    throw error
  }))
  const row = found.getElementById(id)?.closest("tr")
  if (!row) throw new Error(`${term.href} is not there`)
  open(term, made(row, id, address))
}

/** Makes a panel of a term's row in the glossary. */
function made(row: HTMLTableRowElement, id: string, address: string): HTMLElement {
  const heads = [...(row.closest("table")?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? "")
  const made = document.createElement("div")
  made.className = "dl-panel md-typeset"
  made.popover = "auto"
  made.role = "dialog"
  made.tabIndex = -1
  const line = (...nodes: (Node | string)[]): HTMLElement => {
    const paragraph = document.createElement("p")
    paragraph.append(...nodes)
    made.append(paragraph)
    return paragraph
  }
  const name = document.createElement("a")
  name.href = `${address}#${id}`
  name.textContent = row.ownerDocument.getElementById(id)?.textContent ?? ""
  made.ariaLabel = name.textContent
  line(name).className = "dl-panel__name"
  line(row.querySelector(".dl-means")?.textContent ?? "")
  // The last two columns are how the term is written, and where it is at home.
  for (const cell of [...row.cells].slice(-2)) {
    if (!cell.textContent?.trim()) continue
    for (const link of cell.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", address).href
    line(`${heads[cell.cellIndex]}\u2003`, ...cell.cloneNode(true).childNodes).className = "dl-panel__more"
  }
  return made
}

function open(term: HTMLAnchorElement, made: HTMLElement): void {
  panel = made
  term.after(made) // so that what a screen reader and the Tab key come to next is the panel
  made.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return
    made.remove()
    term.ariaExpanded = "false"
    if (panel === made) panel = undefined
  })
  made.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !made.contains(relatedTarget)) made.hidePopover()
  })
  made.showPopover()
  term.ariaExpanded = "true"
  place(term, made)
  made.focus({ preventScroll: true })
}

/** Puts a panel below its word, or above where there is more room; never over it. */
function place(term: HTMLElement, made: HTMLElement): void {
  const lines = [...term.getClientRects()]
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const isBelow = last.bottom + GAP + made.offsetHeight < height || first.top < height - last.bottom
  const left = Math.max(GAP, Math.min(last.left, width - made.offsetWidth - GAP))
  const top = isBelow ? last.bottom + GAP : first.top - GAP - made.offsetHeight
  made.style.left = `${left + scrollX}px`
  made.style.top = `${top + scrollY}px`
}

addEventListener(
  "pointerdown",
  ({ target }) => {
    closed = panel && target instanceof Node && panel.previousSibling?.contains(target) ? (panel.previousSibling as HTMLElement) : undefined
  },
  { capture: true }, // before the browser closes it
)
