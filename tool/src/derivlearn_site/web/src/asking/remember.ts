/** Keeps what became of something that a page asks. */

import type { Answer } from "../memory/store"
import { read, today, update } from "../memory/store.js"

/** Keeps what was said first to a question, by its key. */
export function remember(key: string, said: string, more: Pick<Answer, "typed"> = {}): void {
  if (read().answers[key]) return
  update((memory) => ({ ...memory, answers: { ...memory.answers, [key]: { ...more, said, on: today() } } }))
  // From now on there is something to be copied and forgotten.
  void import("../spine/marks.js").catch(() => undefined)
}
