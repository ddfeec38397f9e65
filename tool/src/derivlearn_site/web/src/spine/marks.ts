/** What a reader has begun and finished: kept, and shown wherever chapters are listed. */

import type { Memory } from "../memory/store"
import { read, subscribe, update } from "../memory/store"
import { chapterOf } from "./place"

const runner = (): DOMStringMap => document.getElementById("dl-runner")?.dataset ?? {}

/** Keeps which heading of this chapter was read last, and so that it is begun. */
export function reading(at: string): void {
  const slug = chapterOf(location.href)
  if (read().chapters[slug]?.at === at && read().last === slug) return
  update((memory) => ({
    ...memory,
    chapters: { ...memory.chapters, [slug]: { ...memory.chapters[slug], at } },
    last: slug,
  }))
}

/** Marks all that names a chapter: the links of the navigation, and what bears its slug. */
function show({ chapters }: Memory): void {
  for (const row of document.querySelectorAll<HTMLElement>(".md-nav__link:has(.dl-number), [data-chapter]")) {
    const slug = row.dataset["chapter"] ?? chapterOf(row instanceof HTMLAnchorElement ? row.href : location.href)
    const chapter = chapters[slug]
    const mark = chapter && (chapter.finished ? "finished" : "begun")
    let shown = row.querySelector<HTMLElement>(".dl-mark")
    if (!mark) {
      shown?.remove()
      continue
    }
    if (!shown) {
      shown = document.createElement("span")
      ;(row.querySelector(".md-typeset") ?? row).append(shown)
    }
    shown.className = `dl-mark dl-mark--${mark}`
    shown.textContent = ` (${runner()[mark]})`
  }
}

/** Lets the reader say at the end of a chapter that they have finished it, and take it back. */
function finishing(): void {
  const box = document.querySelector<HTMLInputElement>(".dl-finished input")
  if (!box) return
  const slug = chapterOf(location.href)
  box.addEventListener("change", () => {
    update((memory) => ({
      ...memory,
      chapters: { ...memory.chapters, [slug]: { ...memory.chapters[slug], finished: box.checked } },
      last: slug,
    }))
  })
  // A press may have come before this script.
  if (box.checked) box.dispatchEvent(new Event("change"))
  subscribe(({ chapters }) => (box.checked = chapters[slug]?.finished === true))
}

subscribe(show)
finishing()
