/** What a reader has begun and finished: kept, and shown wherever chapters are listed. */

import type { Chapter, Memory } from "../memory/store"
import { offer } from "../memory/own"
import { read, subscribe, update } from "../memory/store.js"
import { chapterOf, here } from "./place"
import { recalling } from "./recalling"

const said = document.getElementById("dl-runner")?.dataset ?? {}

/** All that names a chapter, with its slug: the links of the navigation, and what bears one. */
const rows = [...document.querySelectorAll<HTMLElement>(".dl-number, [data-chapter]")].map((element): [HTMLElement, string] => {
  const link = element.closest<HTMLElement>(".md-nav__link")
  if (!link) return [element, element.dataset["chapter"] ?? ""]
  return [element.parentElement ?? link, link instanceof HTMLAnchorElement ? chapterOf(link.pathname) : here]
})

/** Keeps which heading of this chapter was read last, and so that it is begun. */
export function reading(at: string): void {
  const { chapters, last } = read()
  if (chapters[here]?.at !== at || last !== here) keep({ at })
}

const keep = (more: Chapter): boolean =>
  update((memory) => ({
    ...memory,
    chapters: { ...memory.chapters, [here]: { ...memory.chapters[here], ...more } },
    last: here,
  }))

/** Marks the chapters that were begun, and those that were finished. */
function show({ chapters }: Memory): void {
  for (const [row, slug] of rows) {
    const chapter = chapters[slug]
    const mark = chapter && (chapter.finished ? "finished" : "begun")
    const name = `dl-mark dl-mark--${mark}`
    let shown = row.querySelector<HTMLElement>(":scope > .dl-mark")
    if (!mark) shown?.remove()
    if (!mark || shown?.className === name) continue
    shown ??= row.appendChild(document.createElement("span"))
    shown.className = name
    shown.textContent = ` (${said[mark]})`
  }
}

/** Lets the reader say at the end of a chapter that they have finished it, and take it back. */
function finishing(): void {
  const box = document.querySelector<HTMLInputElement>(".dl-finished input")
  if (!box) return
  box.addEventListener("change", () => keep({ finished: box.checked }))
  // A press may have come before this script.
  if (box.checked) box.dispatchEvent(new Event("change"))
  subscribe(({ chapters }) => (box.checked = chapters[here]?.finished === true))
}

subscribe(show)
finishing()
recalling(rows.map(([, slug]) => slug))
offer()
