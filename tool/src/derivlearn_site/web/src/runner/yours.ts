/** Listings that show the reader's own code: what is seen is what runs. */

import { readEdit } from "./edits"

const codeIn = (listing: Element): HTMLElement => listing.querySelector("pre > code") as HTMLElement
const pagesIn = (listing: Element): HTMLTemplateElement | null => listing.querySelector(":scope > template")

/** Returns the reader's code where a listing shows it. */
export const yoursIn = (listing: Element): string | undefined =>
  pagesIn(listing) ? (codeIn(listing).textContent ?? "") : undefined

/** Shows each block that the reader has changed as it was left, unless it is open. */
export function showEdits(): void {
  for (const bar of document.querySelectorAll<HTMLElement>(".dl-bar:not(.dl-bar--open)")) showEdit(bar)
}

/** Shows the block of a bar as its reader has left it. */
export function showEdit(bar: HTMLElement): void {
  const edit = readEdit(bar.dataset["key"] ?? "")
  const listing = document.getElementById(bar.dataset["for"] ?? "")
  if (!listing) return
  bar.classList.toggle("dl-bar--edited", edit?.code !== undefined)
  bar.classList.toggle("dl-bar--other", (edit?.others.length ?? 0) > 0)
  if (edit?.code === undefined) showPages(listing)
  else showYours(listing, edit.code, document.getElementById("dl-runner")?.dataset["yours"] ?? "")
}

/** Shows the reader's code, labelled as such, and keeps the page's for the way back. */
function showYours(listing: HTMLElement, code: string, label: string): void {
  if (!pagesIn(listing)) {
    const pages = document.createElement("template")
    pages.content.append(...codeIn(listing).childNodes)
    const name = document.createElement("p")
    name.className = "dl-output dl-yours"
    name.textContent = label
    listing.prepend(name)
    listing.append(pages)
    delete listing.dataset["copy"] // it was the page's
  }
  codeIn(listing).textContent = code
}

export function showPages(listing: HTMLElement): void {
  const pages = pagesIn(listing)
  if (!pages) return
  codeIn(listing).replaceChildren(pages.content)
  pages.remove()
  listing.querySelector(".dl-yours")?.remove()
}
