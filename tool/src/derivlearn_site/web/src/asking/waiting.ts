/** What a page that asks loads: it waits for a reader's first answer. */

import { enliven } from "./live"
import type { Labels } from "./live"

type Asking = typeof import("./asking")

const said = document.getElementById("dl-runner")?.dataset ?? {}
const here = document.getElementById("dl-asking")?.dataset ?? {}

const load = (): Promise<Asking> => import("./asking.js")
const prepare = (): void => void load().then(({ prepare }) => prepare()).catch(() => undefined)

/** Shows the output that a question covers; it has its room already. */
const uncover = (box: Element): void => box.nextElementSibling?.classList.remove("dl-covered")

async function act(box: HTMLElement, control?: HTMLElement): Promise<void> {
  try {
    if (!control?.closest("form")) uncover(box)
    await (await load()).act(box, control)
  } catch (error) {
    uncover(box)
    const status = box.querySelector(".dl-ask__said")
    if (status) status.textContent = `${said["unreachable"]} (${String(error)})`
  }
}

let kept: Record<string, unknown> = {}
try {
  kept = JSON.parse(localStorage.getItem(`${said["book"]}.memory`) ?? "").answers
} catch {
  // Nothing is kept, it is damaged, or storage is forbidden.
}

for (const box of document.querySelectorAll<HTMLElement>(".dl-ask")) {
  enliven(box, here as unknown as Labels)
  box.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button")
    if (button?.type === "button") void act(box, button)
  })
  box.addEventListener("submit", (event) => {
    event.preventDefault()
    void act(box, event.target as HTMLElement)
  })
  for (const near of ["pointerover", "focusin"]) box.addEventListener(near, prepare, { once: true })
  if (!kept?.[box.id.replace("ask-", `${here["slug"]}#`)]) continue
  uncover(box)
  prepare()
}
document.addEventListener("dl:uncover", ({ target }) => {
  const box = document.querySelector<HTMLElement>(`[data-covers="${(target as Element).id}"]`)
  if (box) void act(box)
})
