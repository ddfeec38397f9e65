/** What a figure may answer, before a reader asks: its texts shall have their room. */

import type { Answer, Figure, Given, Setting, Values } from "./figure"
import { Picture } from "./picture"

/** Of a slider, so many values; of all steps and choices together, at most so many. */
const SAMPLES = 8
const MOST = 2000
/** How long the page may be kept from anything else, in milliseconds. */
const SLICE = 6

/** Goes through a figure's settings on a picture that nobody sees. */
export async function rehearse(drawn: SVGSVGElement, make: Figure, given: Given, hear: (answer: Answer) => void): Promise<void> {
  const { settings, entries = [] } = given.data
  const show = make(new Picture(drawn.cloneNode(true) as SVGSVGElement), given, { set: () => undefined, signal: AbortSignal.abort() })
  const written = Object.fromEntries(entries.map(({ name, start }) => [name, start]))
  let until = performance.now() + SLICE
  for (const values of states(settings)) {
    hear(show(values, written))
    if (performance.now() < until) continue
    await new Promise((go) => setTimeout(go))
    until = performance.now() + SLICE
  }
}

/** The start; each setting's values; and all that can be stepped and chosen together, if that is not too much. */
function* states(settings: readonly Setting[]): Generator<Values> {
  const start = Object.fromEntries(settings.map(({ name, start }) => [name, start]))
  yield start
  for (const one of settings) for (const value of some(one)) yield { ...start, [one.name]: value }
  const chosen = settings.filter((each) => !isSmooth(each))
  if (chosen.reduce((count, { values }) => count * values.length, 1) > MOST) return
  let all: Values[] = [start]
  for (const { name, values } of chosen) all = all.flatMap((each) => values.map((value) => ({ ...each, [name]: value })))
  yield* all
}

const isSmooth = ({ options, plays, anew, takes }: Setting): boolean => !options && !plays && !anew && !takes

function some(setting: Setting): readonly number[] {
  const { values } = setting
  if (!isSmooth(setting)) return values
  return Array.from({ length: SAMPLES }, (_, at) => values[Math.round((at * (values.length - 1)) / (SAMPLES - 1))] ?? setting.start)
}
