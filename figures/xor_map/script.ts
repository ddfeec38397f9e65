/** The map of a network's answers to XOR, or of what one of its hidden neurons gives, after any of the steps. */

import constants from "./constants.json"
import { areas, edges } from "../shared/contours"
import type { Grid } from "../shared/contours"
import { sigmoid, squaredError, tanh, weighted } from "../shared/mathematics"
import type { Layer } from "../shared/mathematics"
import { closest, exact, fixed, say } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Data {
  /** The network after each of the steps. */
  readonly networks: readonly (readonly [hidden: Layer, last: Layer])[]
  /** Those of the four questions. */
  readonly targets: readonly number[]
  /** How far from the middle an answer is undecided, and below which cost XOR is learned. */
  readonly limits: Readonly<Record<"undecided" | "learned", number>>
}

const { bands, cells, decimals } = constants
const NODES = Array.from({ length: cells + 1 }, (_, node) => node)

/** Something of each node of a grid. */
const each = <From, To>(rows: readonly (readonly From[])[], f: (of: From) => To): To[][] => rows.map((row) => row.map(f))
/** The four corners of a grid, in the order of the questions. */
const corners = <Of>(rows: readonly (readonly Of[])[]): Of[] =>
  [rows[0]?.[0], rows[cells]?.[0], rows[0]?.[cells], rows[cells]?.[cells]].filter((corner) => corner !== undefined)
const values = (name: string, all: readonly number[]): Record<string, string> =>
  Object.fromEntries(all.map((value, index) => [name + index, fixed(value, decimals.value)]))

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { networks, targets, limits, settings } = data
  const [ofSteps, ofWhat] = settings
  const { plot } = picture
  if (!ofSteps || !ofWhat) throw new Error("settings: steps, of")
  const square = NODES.map((y) => NODES.map((x): Point => [x / cells, y / cells]))
  const places = (lines: readonly (readonly Point[])[]): Point[][] => each(lines, ([x, y]) => plot.at(x / cells, y / cells))

  /** Draws a map of numbers from 0 to 1. */
  const paint = (grid: Grid): void => {
    const turned = each(grid, (value) => -value)
    for (let k = 0; k < bands; k += 1) {
      const level = 0.5 + (0.5 * k) / bands
      picture.lines(`above-${k}`, places(areas(grid, level)))
      picture.lines(`below-${k}`, places(areas(turned, level - 1)))
    }
    picture.lines("edge", places(edges(grid, 0.5)))
  }

  /** Writes what is given for the four questions, and from where to where the colours go. */
  const write = (title: string, given: readonly number[], ends: Readonly<Record<string, string>>): void => {
    picture.words("title", say(texts, title))
    for (const [part, words] of Object.entries(ends)) picture.words(part, words)
    given.forEach((value, index) => {
      const [x, y] = [index >> 1, index & 1]
      picture.words(`corner-${index}`, `(${x}, ${y}): ${fixed(value, decimals.value)}`)
    })
  }

  return ({ steps = ofSteps.start, of = 0 }) => {
    const network = networks[ofSteps.values.indexOf(steps)]
    if (!network) return { away: true, words: say(texts, "not-kept", { steps: exact(steps), closest: closest(ofSteps.values, steps) }) }
    const [hidden, last] = network
    const zs = each(square, (inputs) => weighted(hidden, inputs))
    const answers = each(zs, (z) => weighted(last, z.map(tanh)).map(sigmoid)[0] ?? 0)
    // A straight line is known from the corners.
    const [z00, z01, z10, z11] = corners(zs)
    const ends = hidden.biases.flatMap((_, neuron) => edges(each([[z00, z10], [z01, z11]], (z) => z?.[neuron] ?? 0), 0))
    picture.lines("lines", each(ends, ([x, y]) => plot.at(x, y)))
    const given = corners(answers)
    const mean = given.reduce((total, a, index) => total + squaredError([a], [targets[index] ?? 0]), 0) / given.length
    const cost = fixed(mean, decimals.cost)
    picture.words("step", say(texts, "step-is", { steps, cost }))

    if (of === 0) {
      paint(answers)
      write("answer", given, { low: "0", middle: "0.5", high: "1" })
      const undecided = given.every((a) => Math.abs(a - 0.5) <= limits.undecided)
      const how = mean < limits.learned ? "learned" : undecided ? "undecided" : "parting"
      return { words: say(texts, "says", { steps, cost, ...values("answer", given) }) + say(texts, how) }
    }
    const neuron = of - 1
    const seen = each(zs, (z) => tanh(z[neuron] ?? 0))
    const found = corners(seen)
    paint(each(seen, (value) => (1 + value) / 2))
    write(`neuron-${neuron}`, found, { low: "−1", middle: "0", high: "1" })
    const weight = fixed(last.weights[0]?.[neuron] ?? 0, decimals.value)
    const divides = Math.min(...found) < 0 && Math.max(...found) > 0
    return { words: say(texts, "says-neuron", { steps, neuron, weight, ...values("value", found) }) + say(texts, divides ? "divides" : "divides-not") }
  }
}
