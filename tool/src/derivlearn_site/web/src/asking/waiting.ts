/** What a page that asks loads: it waits for a reader's first answer. */

import { enliven } from "./live"
import type { Labels } from "./live"

const of = (id: string): DOMStringMap => document.getElementById(id)?.dataset ?? {}
const { book, unreachable } = of("dl-runner")
const load = (): Promise<typeof import("./asking")> => import("./asking.js")
/** Whoever is near may answer soon. */
const near = (): void => void load().catch(() => 0)

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
    const status = box.querySelector(".dl-ask__said")
    if (status) status.textContent = unreachable ?? ""
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
  if (!kept?.[box.dataset["ask"] ?? ""]) continue
  uncover(box)
  near()
}

const boxOf = (target: Element): HTMLElement | null => target.closest("[data-ask]")

function hear(event: Event): void {
  const target = event.target as Element
  const box = boxOf(target)
  const button = target.closest("button")
  if (!box) return
  if (event.type === "submit") event.preventDefault()
  if (event.type === "submit" || button?.type === "button") void act(box, button ?? target)
}
document.addEventListener("click", hear)
document.addEventListener("submit", hear)
for (const type of ["pointerover", "focusin"]) document.addEventListener(type, ({ target }) => boxOf(target as Element) && near())
document.addEventListener("dl:uncover", ({ target }) => {
  const box = document.querySelector<HTMLElement>(`[data-covers="${(target as Element).id}"]`)
  if (box) void act(box, target as Element)
})
