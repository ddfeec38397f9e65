/** Listings that show the reader's own code: what is seen is what runs. */

import { readEdit } from "./edits"
import { back, codeOf, forth, nameOf, other, pages } from "./versions"
import type { Name, Versions } from "./versions"

const codeIn = (listing: Element): HTMLElement => listing.querySelector("pre > code") as HTMLElement
const pagesIn = (listing: Element): HTMLTemplateElement | null => listing.querySelector(":scope > template")
const textOf = (name: Name): string => document.getElementById("dl-runner")?.dataset[name] ?? ""

/** Returns the reader's code where a listing shows it. */
export const yoursIn = (listing: Element): string | undefined =>
  pagesIn(listing) ? (codeIn(listing).textContent ?? "") : undefined

/** Shows each block that the reader has changed as it was left, unless it is open. */
export function showEdits(): void {
  for (const bar of document.querySelectorAll<HTMLElement>(".dl-bar:not(.dl-bar--open)")) {
    const listing = document.getElementById(bar.dataset["for"] ?? "")
    if (!listing) continue
    const page = (pagesIn(listing)?.content ?? codeIn(listing)).textContent ?? ""
    const edit = readEdit(bar.dataset["key"] ?? "")
    if (edit || bar.matches(".dl-bar--had")) show(bar, listing, edit ?? pages(page), page)
  }
}

/** Shows the code that is in view, by its name, and keeps the page's for the way back. */
export function show(bar: HTMLElement, listing: HTMLElement, versions: Versions, page: string): void {
  tell(bar, listing, versions, page)
  const kept = pagesIn(listing)
  if (nameOf(versions, page) !== "page") {
    if (!kept) {
      const template = document.createElement("template")
      template.content.append(...codeIn(listing).childNodes)
      listing.append(template)
      delete listing.dataset["copy"] // it was the page's
    }
    codeIn(listing).textContent = codeOf(versions, page)
  } else if (kept) {
    codeIn(listing).replaceChildren(kept.content)
    kept.remove()
    delete listing.dataset["copy"]
  }
}

/** Tells the name of the code in view, and what can be had in its place. */
export function tell(bar: HTMLElement, listing: HTMLElement, versions: Versions, page: string): void {
  const name = nameOf(versions, page)
  const { before, after } = versions
  const had = name !== "page" || before.length + after.length > 0
  bar.classList.toggle("dl-bar--had", had)
  bar.classList.toggle("dl-bar--outdated", name === "earlier")
  able(bar, "undo", back(versions) !== versions)
  able(bar, "redo", forth(versions) !== versions)
  able(bar, "reset", name !== "page")
  tellOutput(listing, "code", name !== "page")
  const step = other(versions, page)
  bar.classList.toggle("dl-bar--other", step !== undefined)
  const button = bar.querySelector("[data-do=yours]")
  if (step && button) button.textContent = textOf(nameOf(step, page))

  let label = listing.querySelector<HTMLElement>(".dl-name")
  if (!had && !bar.matches(".dl-bar--open")) return label?.remove()
  if (!label) {
    label = document.createElement("p")
    label.className = "dl-output dl-name"
    bar.after(label)
  }
  label.dataset["name"] = name
  label.textContent = textOf(name)
}

/** Returns what the page shows as the output of a listing; a question may cover it. */
export function outputOf(listing: Element): Element | undefined {
  const next = listing.nextElementSibling
  const output = next?.matches(".dl-ask") ? next.nextElementSibling : next
  return output?.matches(".output") ? output : undefined
}

/** Names the output of the page as such, while code or a result of the reader's stands beside it. */
export function tellOutput(listing: HTMLElement, whose: "code" | "result", isYours: boolean): void {
  const output = outputOf(listing)
  const label = output?.matches(":not(.stale)") ? output.querySelector<HTMLElement>(".dl-output") : null
  if (!output || !label) return
  label.dataset["own"] ??= label.textContent ?? ""
  label.toggleAttribute(`data-${whose}`, isYours)
  const isBeside = label.matches("[data-code], [data-result]")
  output.classList.toggle("dl-pages", isBeside)
  label.textContent = isBeside ? (document.getElementById("dl-runner")?.dataset["output"] ?? "") : label.dataset["own"]
}

/** A button that can do nothing now keeps its place, and the focus. */
const able = (bar: HTMLElement, action: string, can: boolean): void =>
  bar.querySelector(`[data-do=${action}]`)?.setAttribute("aria-disabled", String(!can))
