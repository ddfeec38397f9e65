/** What a page that asks loads: it waits for a reader's first answer. */

import { enliven } from "./live"
import type { Labels } from "./live"

const said = document.getElementById("dl-runner")?.dataset ?? {}
const labels = document.getElementById("dl-asking")?.dataset as unknown as Labels

const load = (): Promise<typeof import("./asking")> => import("./asking.js")

/** Shows the output that a question covers; it has its room already. */
const uncover = (box: Element): void => box.nextElementSibling?.classList.remove("dl-covered")

async function act(box: HTMLElement, control?: Element): Promise<void> {
  // What is typed may be no number.
  if (!control?.closest("form")) uncover(box)
  try {
    await (await load()).act(box, control)
  } catch {
    uncover(box)
    const status = box.querySelector(".dl-ask__said")
    if (status) status.textContent = said["unreachable"] ?? ""
  }
}

let kept: Record<string, unknown> | undefined
try {
  kept = JSON.parse(localStorage[`${said["book"]}.memory`]).answers
} catch {
  // Nothing is kept, it is damaged, or storage is forbidden.
}

for (const box of document.querySelectorAll<HTMLElement>(".dl-ask")) {
  enliven(box, labels)
  if (!kept?.[box.dataset["ask"] ?? ""]) continue
  uncover(box)
  load().catch(() => 0)
}

function hear(event: Event): void {
  const { type } = event
  const target = event.target as Element
  // Who runs a block sees what it prints.
  const box = type === "dl:uncover" ? document.querySelector<HTMLElement>(`[data-covers="${target.id}"]`) : target.closest<HTMLElement>("[data-ask]")
  if (!box) return
  const button = target.closest("button")
  if (type === "submit") event.preventDefault()
  if (type === "click" ? button?.type === "button" : /^[sd]/.test(type)) void act(box, type === "submit" ? target : (button ?? undefined))
  else load().catch(() => 0)
}
for (const type of ["click", "submit", "pointerover", "focusin", "dl:uncover"]) document.addEventListener(type, hear)

// Lines to put in order are made so when they are unfolded.
for (const fold of document.querySelectorAll<HTMLDetailsElement>(".dl-order"))
  fold.addEventListener("toggle", () => void import("./order.js").then(({ open }) => open(fold)).catch(() => (fold.lastElementChild as Element).textContent = said["unreachable"] ?? ""))
