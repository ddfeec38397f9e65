/** What came of a learning rate: its curve, beside those of two that stay. */

import constants from "./constants.json"
import { closest, exact, fixed, say } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Trace {
  /** The mean cost before the first step, and after each. */
  readonly costs: readonly number[]
  /** The answers after the last step. */
  readonly answers: readonly number[]
  /** Which of the texts tells what has happened. */
  readonly fate: string
  /** How high the cost was on the way, if above its ends. */
  readonly highest: number | null
  /** The step and the cost at which the curve's name begins. */
  readonly name: Point
}

interface Data {
  /** One for each learning rate that can be chosen. */
  readonly traces: readonly Trace[]
}

const { decimals } = constants

export const make: Figure<Data> = (picture, { texts, data: { settings, traces } }) => {
  const [setting] = settings
  if (!setting) throw new Error("settings: rate")
  const { values, start } = setting
  const { plot } = picture
  const of = (rate: number): Trace | undefined => traces[values.indexOf(rate)]
  const first = of(start)
  if (!first) throw new Error(`the learning rate ${start} has no trace`)
  const [across0, down0] = plot.at(...first.name)

  return ({ rate = start }) => {
    const trace = of(rate)
    if (!trace) return { away: true, words: say(texts, "not-tried", { rate: exact(rate), closest: exact(closest(values, rate)) }) }
    const [across, down] = plot.at(...trace.name)
    picture.path("curve", trace.costs.map((cost, step) => plot.at(step, cost)))
    picture.shift("name", across - across0, down - down0)
    picture.words("name", say(texts, "rate-is", { rate: exact(rate) }))
    const answers = Object.fromEntries(trace.answers.map((answer, index) => [`answer${index}`, fixed(answer, decimals.answer)]))
    const jumped = trace.highest === null ? "" : say(texts, "jumped", { highest: fixed(trace.highest, decimals.cost) })
    const cost = fixed(trace.costs.at(-1) ?? 0, decimals.cost)
    return { words: say(texts, "says", { rate: exact(rate), cost, ...answers }) + say(texts, trace.fate) + jumped }
  }
}
