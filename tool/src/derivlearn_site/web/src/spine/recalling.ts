/** A line below the title of a chapter, behind which questions of earlier chapters come back. */

import type { Answer } from "../memory/store"
import { read, today } from "../memory/store.js"
import { load } from "../runner/load"
import { styled } from "../styled"
import style from "../styles/recall.css"
import { here } from "./place"

/** So many come back at a time. */
const MOST = 3
/** After so many days an answer is old. */
const LONG = 7

/** Tells wrong answers, which come first, from what was skipped, and from old ones; none comes twice on a day. */
function rank({ again, ...first }: Answer, now: number): number | undefined {
  const { said, on } = again ?? first
  if (again?.on === now) return undefined
  if (said === "right") return now - on > LONG ? 2 : undefined
  return said === "skipped" ? 1 : 0
}

/** Returns the questions of some chapters that may come back, the ones that should be first. */
function due(slugs: ReadonlySet<string>): string[] {
  const now = today()
  const ranked = Object.entries(read().answers).flatMap(([key, answer]) => {
    // Lines to put in order stay on their page.
    const [slug = "", id = ""] = key.split("#")
    const at = slugs.has(slug) && !id.startsWith("order-") ? rank(answer, now) : undefined
    return at === undefined ? [] : [{ key, at, on: (answer.again ?? answer).on }]
  })
  return ranked.sort((one, other) => one.at - other.at || one.on - other.on).map(({ key }) => key)
}

/** Shows the line if any of the chapters before this one has a question that may come back. */
export function recalling(path: readonly string[]): void {
  const row = document.querySelector<HTMLElement>("[data-recall]")
  const title = document.querySelector("article h1")
  const keys = due(new Set(path.slice(0, Math.max(path.indexOf(here), 0))))
  if (!row || !title || keys.length === 0) return
  // Below the title there is room for it.
  styled(style)
  const line = document.createElement("details")
  line.className = "dl-recall"
  line.lang = row.lang
  line.appendChild(document.createElement("summary")).textContent = (row.dataset["recall"] ?? "").replace("{count}", String(Math.min(keys.length, MOST)))
  title.after(line)
  line.addEventListener("toggle", () => {
    if (line.open && !line.querySelector(".dl-ask")) void fill(line, keys)
  })
}

async function fill(line: HTMLElement, keys: readonly string[]): Promise<void> {
  line.querySelector("p")?.remove()
  try {
    const { questions } = await load<typeof import("../asking/recall")>("../asking/recall")
    line.append(...(await questions(keys, MOST)))
  } catch {
    // Opened again, it tries again.
    line.appendChild(document.createElement("p")).textContent = document.getElementById("dl-runner")?.dataset["unreachable"] ?? ""
  }
}
