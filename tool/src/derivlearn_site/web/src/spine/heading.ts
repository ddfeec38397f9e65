/** Says that the link to a heading is copied, in a row of its own above all else. */

import { fetched } from "../runner/fetched"
import { say } from "../texts"
import type { Texts } from "../texts"
import { styled } from "../styled"
import style from "../styles/said.css"

styled(style)

const SHOWN = 4000

let shown: HTMLElement | undefined
let leaving = 0
let texts: Promise<Texts> | undefined

const read = async (): Promise<Texts> => {
  const address = document.getElementById("dl-runner")?.dataset["texts"] ?? ""
  return (await (await fetched(new URL(address, location.href))).json()) as Texts
}

/** Says whether a link was copied; where it was not, the address bar holds it. */
export async function tell(copied: Promise<void> | undefined): Promise<void> {
  // A screen reader hears of what changes in an element that is there already.
  if (!shown) {
    shown = document.createElement("p")
    shown.className = "dl-said"
    shown.role = "status"
    document.body.append(shown)
  }
  const name = await (copied ?? Promise.reject(new Error("no clipboard"))).then(
    () => "heading_copied",
    () => "heading_in_address",
  )
  shown.textContent = say(await (texts ??= read()), name)
  clearTimeout(leaving)
  leaving = setTimeout(() => shown && (shown.textContent = ""), SHOWN)
}
