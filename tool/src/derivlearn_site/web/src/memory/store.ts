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

/** What became of a question: right, skipped, wrong, or which of the wrong answers. */
export interface Verdict {
  readonly said: string
  /** The day, counted from 1970. */
  readonly on: number
}

/** What is kept of a question: the reader's first answer to it. */
export interface Answer extends Verdict {
  /** The number that was typed. */
  readonly typed?: string
  /** What was answered when the question came back. */
  readonly again?: Verdict
}

/** All that is kept. What other scripts keep beside it stays as it is. */
export interface Memory {
  /** By slug, the chapters that were begun. */
  readonly chapters: Readonly<Record<string, Chapter>>
  /** By slug and id, the questions that were answered or skipped: `derivative#limit`. */
  readonly answers: Readonly<Record<string, Answer>>
  /** The slug of the one that was read last. */
  readonly last?: string
}

const NOTHING: Memory = { chapters: {}, answers: {} }

/** Another book may lie at the same host. Edits are kept under `<book>:…`. */
const key = (): string => `${document.getElementById("dl-runner")?.dataset["book"] ?? ""}.memory`

/** What this page remembers where it cannot be kept. */
let unkept: Memory | undefined
const changed = new Set<(memory: Memory) => void>()

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isVerdict = (found: unknown): boolean => isObject(found) && typeof found["said"] === "string" && typeof found["on"] === "number"
const isAnswer = (found: unknown): boolean => isVerdict(found) && (!isObject(found) || found["again"] === undefined || isVerdict(found["again"]))

/** Returns what is as it should be of something that is kept by names. */
const sound = <Each>(found: unknown, isSound: (each: unknown) => boolean): Readonly<Record<string, Each>> =>
  Object.fromEntries(Object.entries(isObject(found) ? found : {}).filter(([, each]) => isSound(each))) as Record<string, Each>

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
    return { ...found, chapters: sound<Chapter>(found["chapters"], isObject), answers: sound<Answer>(found["answers"], isAnswer) }
  } catch {
    return NOTHING
  }
}

/** Whether there is nothing at all to keep. */
export const isNothing = (memory: Memory): boolean =>
  Object.entries({ ...memory, version: undefined }).every(([name, each]) => each === undefined || (name in NOTHING && Object.keys(each).length === 0))

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
    if (kept() === "other") throw new Error("nothing can be kept")
    if (isNothing(next)) localStorage.removeItem(key())
    else localStorage.setItem(key(), JSON.stringify({ ...next, answers: Object.keys(next.answers).length ? next.answers : undefined, version: VERSION }))
    unkept = undefined
  } catch {
    unkept = next
  }
  for (const tell of changed) tell(next)
  return !unkept
}

/** Forgets the answers and the marks; returns what takes that back, and loses nothing that came after it. */
export function forget(): () => void {
  const { chapters, answers, last } = read()
  update(({ last: _, ...others }) => ({ ...others, chapters: {}, answers: {} }))
  return () =>
    update((now) => ({
      ...now,
      ...((now.last ?? last) && { last: now.last ?? last }),
      chapters: Object.fromEntries(Object.entries({ ...chapters, ...now.chapters }).map(([slug, each]) => [slug, { ...chapters[slug], ...each }])),
      answers: { ...answers, ...now.answers },
    }))
}

/** Today, as it is kept. */
export const today = (): number => Math.floor(Date.now() / 86_400_000)

/** Calls back with what is remembered, now and whenever it changes, here or in another tab. */
export function subscribe(tell: (memory: Memory) => void): void {
  changed.add(tell)
  addEventListener("storage", (event) => {
    if (event.key === key() || event.key === null) tell(read())
  })
  tell(read())
}
