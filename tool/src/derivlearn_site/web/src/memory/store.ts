/**
 * What a reader's device keeps of their way through the book, in one place for all that is
 * kept: one entry of `localStorage`, JSON with the version of its form.
 *
 * Storage may be forbidden or full, and what is there may be damaged or of another version of
 * the book: then this page remembers for itself, and what is there is left alone unless it is
 * damaged.
 */

/** The form of what is kept; a change that older scripts would misread makes it one more. */
const VERSION = 1

/** What is kept of a chapter. */
export interface Chapter {
  /** The heading that was read last. */
  readonly at?: string
  /** Whether the reader says that they have finished it. */
  readonly finished?: boolean
}

/** All that is kept. What other scripts keep beside it stays as it is. */
export interface Memory {
  /** By slug, the chapters that were begun. */
  readonly chapters: Readonly<Record<string, Chapter>>
  /** The slug of the one that was read last. */
  readonly last?: string
}

const NOTHING: Memory = { chapters: {} }

/** Another book may lie at the same host. Edits are kept under `<book>:…`. */
const key = (): string => `${document.getElementById("dl-runner")?.dataset["book"] ?? ""}.memory`

/** What this page remembers where it cannot be kept. */
let unkept: Memory | undefined
const changed = new Set<(memory: Memory) => void>()

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Returns what is kept; "other", if it is of another version. */
function kept(): Memory | "other" {
  let text: string | null
  try {
    text = localStorage.getItem(key())
  } catch {
    return "other"
  }
  try {
    const found: unknown = JSON.parse(text ?? "null")
    if (!isObject(found)) return NOTHING
    if (typeof found["version"] === "number" && found["version"] !== VERSION) return "other"
    const chapters = isObject(found["chapters"]) ? Object.entries(found["chapters"]).filter(([, each]) => isObject(each)) : []
    return { ...found, chapters: Object.fromEntries(chapters) as Memory["chapters"] }
  } catch {
    return NOTHING
  }
}

/** Returns what is remembered. */
export function read(): Memory {
  if (unkept) return unkept
  const found = kept()
  return found === "other" ? NOTHING : found
}

/**
 * Changes what is kept, as it is at this moment in all tabs. Returns whether it is kept;
 * where it cannot be, the page remembers it until it is left.
 */
export function update(change: (memory: Memory) => Memory): boolean {
  const next = change(read())
  try {
    if (unkept || kept() === "other") throw new Error("nothing can be kept")
    localStorage.setItem(key(), JSON.stringify({ ...next, version: VERSION }))
  } catch {
    unkept = next
  }
  for (const tell of changed) tell(next)
  return !unkept
}

/** Calls back with what is remembered, now and whenever it changes, here or in another tab. */
export function subscribe(tell: (memory: Memory) => void): void {
  changed.add(tell)
  addEventListener("storage", (event) => {
    if (event.key === key() || event.key === null) tell(read())
  })
  tell(read())
}
