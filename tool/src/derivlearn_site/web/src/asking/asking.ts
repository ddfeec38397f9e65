/** What is loaded with a reader's first answer on a page: the reasons, and what is kept. */

import { fetched, PATIENCE } from "../runner/fetched"
import type { Memory } from "../memory/store"
import { subscribe } from "../memory/store.js"
import type { Texts } from "../texts"
import { remember } from "./remember"
import { View } from "./view"
import type { Question } from "./view"

export { View } from "./view"
export type { Question } from "./view"
export type Questions = Readonly<Record<string, Question>>

export async function json<T>(address: string): Promise<T> {
  const response = await fetched(new URL(address, location.href), { signal: AbortSignal.timeout(PATIENCE) })
  return (await response.json()) as T
}

/** Returns what the scripts say, in the language of the page. */
export const texts = (): Promise<Texts> => json(document.getElementById("dl-runner")?.dataset["texts"] ?? "")

const keyOf = (box: HTMLElement): string => box.dataset["ask"] ?? ""

let views: Promise<ReadonlyMap<HTMLElement, View>> | undefined

/** Makes everything ready for an answer; what could not be loaded is tried again. */
function prepare(): Promise<ReadonlyMap<HTMLElement, View>> {
  return (views ??= begin().catch((error: unknown) => {
    views = undefined
    throw error
  }))
}

async function begin(): Promise<ReadonlyMap<HTMLElement, View>> {
  const [questions, said] = await Promise.all([json<Questions>("questions.json"), texts()])
  const made = new Map<HTMLElement, View>()
  for (const box of document.querySelectorAll<HTMLElement>(".dl-ask[data-ask]")) {
    const question = questions[keyOf(box).replace(/.*#/, "")]
    if (question) made.set(box, new View(box, question, said, ({ said, ...more }) => remember(keyOf(box), said, more)))
  }
  subscribe((memory) => show(made, memory))
  return made
}

/** Shows what was answered before, or in another tab, and asks anew what was forgotten. */
function show(views: ReadonlyMap<HTMLElement, View>, { answers }: Memory): void {
  for (const [box, view] of views) {
    const kept = answers[keyOf(box)]
    if (kept && !view.isTold) view.restore(kept)
    if (!kept && view.isTold) view.reset()
  }
}

/** Does what was pressed in a box; what was pressed elsewhere shows what it covers. */
export async function act(box: HTMLElement, pressed: Element): Promise<void> {
  const view = (await prepare()).get(box)
  if (!view) throw new Error(`questions.json knows no ${box.id}`)
  view.act(pressed)
}

// A pointer that is near, or what is kept, has loaded this before anything is pressed.
if (document.querySelector("[data-ask]")) void prepare().catch(() => undefined)
