/** What a page that asks loads: it waits for a reader's first answer. */

import { enliven } from "./live"
import type { Labels } from "./live"

const of = (id: string): Record<string, string> => (document.getElementById(id) as HTMLElement).dataset as Record<string, string>
const { book, unreachable = "" } = of("dl-runner")
const load = (): Promise<typeof import("./asking")> => import("./asking.js")

/** Shows the output that a question covers; it has its room already. */
const uncover = (box: Element): void => box.nextElementSibling?.classList.remove("dl-covered")

/** Takes what is pressed, or shows the output where something else has asked for it. */
async function act(box: HTMLElement, pressed: Element): Promise<void> {
  // What is typed may be no number.
  if (!pressed.closest("form")) uncover(box)
  try {
    await (await load()).act(box, pressed)
  } catch {
    uncover(box)
    box.querySelector("[role=status]")?.replaceChildren(unreachable)
  }
}

let kept: Record<string, unknown> | undefined
try {
  kept = JSON.parse(localStorage[`${book}.memory`]).answers
} catch {
  // Nothing is kept, it is damaged, or storage is forbidden.
}

for (const box of document.querySelectorAll<HTMLElement>(".dl-ask")) {
  enliven(box, of("dl-asking") as unknown as Labels)
  if (kept?.[box.dataset["ask"] as string]) {
    uncover(box)
    load().catch(() => 0)
  }
}

for (const type of ["click", "submit", "pointerover", "focusin"])
  document.addEventListener(type, (event) => {
    const target = event.target as Element
    const box = target.closest<HTMLElement>("[data-ask]")
    if (!box) return
    // Whoever is near may answer soon.
    load().catch(() => 0)
    const button = target.closest("button")
    if (type === "submit") event.preventDefault()
    if (type === "submit" || (type === "click" && button?.type === "button")) void act(box, button ?? target)
  })
document.addEventListener("dl:uncover", ({ target }) => {
  const box = document.querySelector<HTMLElement>(`[data-covers="${(target as Element).id}"]`)
  if (box) void act(box, target as Element)
})

// Lines to put in order are made so when they are unfolded.
for (const fold of document.querySelectorAll(".dl-order"))
  fold.addEventListener("toggle", () => void import("./order.js").then(({ open }) => open(fold)).catch(() => fold.lastElementChild?.replaceChildren(unreachable)))
