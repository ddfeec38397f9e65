/** What a reader has had in a block, in the order of their steps, so that each can be taken back. */

/** A text that has been in view. */
export interface Step {
  /** What the reader has made of the code; nothing where it is the page's. */
  readonly code?: string | undefined
  /** The page's code at that time. */
  readonly original: string
  /** Where it came from, if the reader has not written it. */
  readonly from?: "link" | undefined
  /** Whether it is an exercise's, and its check has found nothing wrong. */
  readonly passed?: boolean | undefined
  /** Whether it was only passed through in writing, and never run. */
  readonly passing?: boolean | undefined
}

/** The text in view, what was there before it, and what was taken back, the nearest first. */
export interface Versions extends Step {
  readonly before: readonly Step[]
  readonly after: readonly Step[]
}

/** What a text is called: it is told wherever it is in view. */
export type Name = "page" | "yours" | "link" | "earlier"

/** How many steps are kept, and how much of them, in characters. */
const MOST = 60
const MOST_CHARACTERS = 200_000

export const pages = (page: string): Versions => ({ original: page, before: [], after: [] })

export const codeOf = ({ code }: Step, page: string): string => code ?? page

export function nameOf({ code, original, from }: Step, page: string): Name {
  if (code === undefined || code === page) return "page"
  return original === page ? (from ?? "yours") : "earlier"
}

const stepOf = ({ before: _, after: __, ...step }: Versions): Step => step

/** Puts a text in view; the way back leads past the one before it to what was taken back. */
export function put(versions: Versions, step: Step): Versions {
  const now = stepOf(versions)
  const others = [...versions.before, ...versions.after.toReversed()].filter(({ code }) => code !== now.code)
  // What is passed through may be what has been there, and soon be another.
  const again = (code?: string): boolean => code === step.code && !step.passing
  const before = [...others, now].filter(({ code }) => !again(code) && code?.trim() !== "")
  return thinned({ ...step, before, after: [] })
}

/** Puts in view what has just been written; with `anew`, the text before it is kept, too. */
export function written(versions: Versions, text: string, page: string, anew: boolean): Versions {
  const code = text === page ? undefined : text
  const original = versions.code === undefined ? page : versions.original
  const step = { code, original, passing: true }
  return anew ? put(versions, step) : { ...step, before: versions.before, after: versions.after }
}

/** Takes the text in view as one that has come to its end. */
export const settled = (versions: Versions): Versions => ({ ...versions, passing: undefined })

export function back(versions: Versions): Versions {
  const before = versions.before.filter(({ code }) => code !== versions.code)
  const step = before.at(-1)
  const after = [stepOf(versions), ...versions.after]
  return step ? { ...step, before: before.slice(0, -1), after } : versions
}

export function forth(versions: Versions): Versions {
  const [step, ...after] = versions.after
  return step ? { ...step, before: [...versions.before, stepOf(versions)], after } : versions
}

/** Returns the latest text that has another name than the one in view, and is not the page's. */
export function other(versions: Versions, page: string): Step | undefined {
  const known = ["page", nameOf(versions, page)]
  return [...versions.after.toReversed(), ...versions.before].findLast((each) => !known.includes(nameOf(each, page)))
}

/** Lets go of what was passed through first, where there is too much. */
function thinned(versions: Versions): Versions {
  const before = [...versions.before]
  const room = MOST_CHARACTERS - (versions.code?.length ?? 0)
  const size = (): number => before.reduce((sum, { code = "" }) => sum + code.length, 0)
  while (before.length > MOST || (before.length > 1 && size() > room)) {
    const first = before.findIndex(({ passing }) => passing)
    before.splice(Math.max(first, 0), 1)
  }
  return { ...versions, before }
}
