/** Three costs and their slopes to the pre-activations, beside the outputs. */

import { moveOutput, pointTo } from "../shared/columns"
import {
  crossEntropySlopeToZ,
  sigmoid,
  sigmoidCrossEntropy,
  sigmoidDerivative,
  softmax,
  softmaxCrossEntropy,
  squaredError,
  squaredErrorSlope,
} from "../shared/mathematics"
import { ends, exact, fixed, round, rounded, say, SUBSCRIPTS } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  readonly targets: readonly number[]
  readonly digits: number
}

/** A cost, together with the activation that it comes after. */
interface Cost {
  readonly outputs: (z: readonly number[]) => readonly number[]
  readonly of: (z: readonly number[], y: readonly number[]) => number
  readonly slope: (z: number, a: number, y: number) => number
  /** Whether the sigmoid's slope is a factor of the slope to z. */
  readonly bent?: boolean
  /** Whether each z moves every output. */
  readonly shared?: boolean
}

const sigmoids = (z: readonly number[]): number[] => z.map(sigmoid)
/** In the order of the choice. */
const COSTS: readonly Cost[] = [
  { outputs: sigmoids, of: (z, y) => squaredError(sigmoids(z), y), slope: (z, a, y) => squaredErrorSlope(a, y) * sigmoidDerivative(z), bent: true },
  { outputs: sigmoids, of: sigmoidCrossEntropy, slope: (_, a, y) => crossEntropySlopeToZ(a, y) },
  { outputs: softmax, of: softmaxCrossEntropy, slope: (_, a, y) => crossEntropySlopeToZ(a, y), shared: true },
]

/** An output is far from its target from here on, and a slope almost 0 up to there. */
const [FAR, FLAT] = [0.9, 0.1]

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { targets, digits } = data
  const ofZ = data.settings.filter(({ name }) => /^z\d$/.test(name))
  const starts = sigmoids(ofZ.map(({ start }) => start))
  const [into, outOf, slopes] = [picture.plots.slice(0, 3), picture.plots.slice(3, 6), picture.plots[6]]
  if (!slopes) throw new Error("plots: a line for each z and for each output, and the slopes")
  const [low, high] = ends(ofZ.flatMap(({ values }) => values))
  const short = (value: number): string => exact(round(value, digits))

  const move = (z: readonly number[], a: readonly number[], slope: readonly number[], shared: boolean): void => {
    z.forEach((each, i) => {
      const [output = 0, to = 0, first = 0, target = 0] = [a, slope, starts, targets].map((all) => all[i])
      const [line, out] = [into[i], outOf[i]]
      if (!line || !out) return
      picture.words(`z-${i}`, `z${SUBSCRIPTS[i]} = ${rounded(each)}`)
      picture.shift(`into-${i}`, line.x.at(each) - line.x.at(ofZ[i]?.start ?? 0), 0)
      picture.words(`output-${i}`, `a${SUBSCRIPTS[i]} = ${fixed(output, digits)}`)
      moveOutput(picture, out, i, { output, first, target })
      pointTo(picture, slopes, i, to)
      picture.words(`slope-${i}`, fixed(to, digits))
      z.forEach((_, j) => j !== i && picture.show(`way-${j}-${i}`, shared))
    })
  }

  return (values) => {
    const { outputs, of, slope: slopeOf, bent = false, shared = false } = COSTS[values["cost"] ?? 0] as Cost
    const z = ofZ.map(({ name, start }) => values[name] ?? start)
    const a = outputs(z)
    const cost = of(z, targets)
    const slope = z.map((each, i) => slopeOf(each, a[i] ?? 0, targets[i] ?? 0))
    const away = z.some((each) => each < low || each > high)
    if (!away) {
      move(z, a, slope, shared)
      picture.words("total", say(texts, "total-is", { cost: fixed(cost, digits) }))
    }
    const outside = away ? say(texts, "outside", { low: exact(low), high: exact(high) }) : ""
    if (!Number.isFinite(cost)) return { away, words: say(texts, "too-large") + outside }

    const factors = (i: number): string => {
      const [each = 0, output = 0, target = 0] = [z, a, targets].map((all) => all[i])
      const difference = `${short(output)} − ${short(target)}`
      return bent ? `(${difference}) × ${short(output)} × ${short(sigmoid(-each))}` : difference
    }
    const quotient = slope.map((to, i) => `z${SUBSCRIPTS[i]}: ${factors(i)} = ${short(to)}`).join("\n")
    const named = (name: string, all: readonly number[]) => Object.fromEntries(all.map((each, i) => [`${name}${i}`, short(each)]))
    const isFlat = (i: number): boolean => Math.abs((a[i] ?? 0) - (targets[i] ?? 0)) >= FAR && Math.abs(slope[i] ?? 0) <= FLAT
    const flat = z.map((_, i) => (isFlat(i) ? say(texts, "flat", { output: i }) : "")).join("")
    const said = say(texts, "says", { cost: short(cost), ...named("a", a), ...named("slope", slope) })
    return { away, quotient, words: said + flat + (shared ? say(texts, "together") : "") + outside }
  }
}
