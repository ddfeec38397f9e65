/** Says that the link to a heading is copied, in a row of its own above all else. */

import { fetched } from "../runner/fetched"
import { say } from "../texts"
import type { Texts } from "../texts"

const SHOWN = 4000

let shown: HTMLElement | undefined
let leaving = 0

/** Says whether a link was copied; where it was not, the address bar holds it. */
export async function tell(copied: Promise<void> | undefined): Promise<void> {
  // A screen reader hears of what changes in an element that is there already.
  if (!shown) {
    shown = document.createElement("p")
    shown.className = "dl-said"
    shown.role = "status"
    document.body.append(shown)
  }
  const address = document.getElementById("dl-runner")?.dataset["texts"] ?? ""
  const texts = fetched(new URL(address, location.href)).then((response) => response.json() as Promise<Texts>)
  const name = await (copied ?? Promise.reject(new Error("no clipboard"))).then(
    () => "heading_copied",
    () => "heading_in_address",
  )
  shown.textContent = say(await texts, name)
  clearTimeout(leaving)
  leaving = setTimeout(() => shown && (shown.textContent = ""), SHOWN)
}
