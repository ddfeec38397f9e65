/** What comes next: questions that a trace answers by itself. */

import type { State, Step, Trace } from "./trace"

export interface Next {
  /** The step that answers it, which is the next one. */
  readonly line: number
  /** The variable that gets a value; without, the line is asked for that comes after. */
  readonly name?: string
  /** In an order that tells nothing; a line that is 0 is the end of the program. */
  readonly options: readonly string[]
  readonly right: string
}

/** A question comes before every third step at the soonest; what was asked before comes later. */
const APART = 3
const LATEST = 6
/** What is longer is no answer to press. */
const LONGEST = 24

/** Returns the questions, each by the number of the steps that come before it. */
export function questions(trace: Trace, all: readonly State[], code: readonly string[]): ReadonlyMap<number, Next> {
  const asked = new Map<number, Next>()
  const times = new Map<string, number>()
  let [last, former] = ["", 1 - APART]
  trace.steps.forEach((step, at) => {
    if (at - former < APART) return
    const next = ofValue(trace, all, at, code) ?? ofLine(trace, at, code)
    const key = `${step.line} ${next?.name}`
    const already = times.get(key) ?? 0
    if (!next || key === last || at - former < Math.min(APART + already, LATEST)) return
    asked.set(at, next)
    times.set(key, already + 1)
    last = key
    former = at
  })
  return asked
}

/** Asks for the value that a variable gets. */
function ofValue({ steps }: Trace, all: readonly State[], at: number, code: readonly string[]): Next | undefined {
  const { line, set = {}, call, left, taken } = steps[at] as Step
  if (!line || call || left || taken !== undefined) return undefined
  const before = all[at]?.levels.at(-1)?.values
  for (const [name, right] of Object.entries(set)) {
    // What it is now comes first, and then what it will be some time, or has been.
    const later = [...steps.slice(at + 1), ...steps.slice(0, at)].map((step) => step.set?.[name])
    const alike = isNumber(right) ? [...(before?.values() ?? [])].filter(isNumber) : []
    const others = [before?.get(name), ...later, ...alike].filter((value) => value !== undefined)
    const options = [...new Set([right, ...others])].filter((value) => value.length <= LONGEST && !value.includes("…")).slice(0, 3)
    // What stands there is no question.
    const isTold = code[line - 1]?.trimEnd().endsWith(`= ${right}`)
    if (options.length > 1 && options[0] === right && !isTold) return { line, name, right, options: options.sort(inOrder) }
  }
  return undefined
}

/** Asks which line comes after one that may or may not be gone into. */
function ofLine({ steps }: Trace, at: number, code: readonly string[]): Next | undefined {
  const { line, taken, fails } = steps[at] as Step
  if (!line || taken === undefined || fails) return undefined
  const after = (place: number): number => {
    const then = steps[place + 1]
    return then ? (then.line ?? -1) : 0
  }
  const other = steps.findIndex((step, place) => step.line === line && step.taken === 1 - taken && after(place) >= 0)
  // Where it never goes the other way, what stands below it may still be read.
  const below = code.findIndex((text, place) => place >= line && text.trim() !== "" && !text.trim().startsWith("#")) + 1
  const [right, wrong] = [after(at), other < 0 ? below : after(other)]
  if (right < 0 || wrong < 0 || right === wrong) return undefined
  const byPlace = (some: number, others: number): number => (some || Infinity) - (others || Infinity)
  return { line, right: String(right), options: [right, wrong].sort(byPlace).map(String) }
}

const isNumber = (text: string): boolean => text !== "" && Number.isFinite(+text)
const inOrder = (one: string, two: string): number => (isNumber(one) && isNumber(two) ? +one - +two : one < two ? -1 : 1)
