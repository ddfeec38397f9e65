/** A network there and back, step by step: what is known, what is computed, and how. */

import { say } from "toolkit"
import type { Figure, Look } from "toolkit"

/** A computation in digits, and what the sentence holds of it. */
interface Written {
  readonly formula: string
  readonly said: Readonly<Record<string, string | number>>
}

/** The neurons of a column that a step computes. */
interface Part {
  readonly way: string
  readonly column: number
  readonly says: string
  readonly written: readonly Written[]
  /** The lines at work lead from this column to the next one. */
  readonly gap: number | null
}

interface Step {
  readonly way: string
  /** The columns at work. */
  readonly lit: readonly number[]
  /** So many columns have their values, and those from here on their slopes. */
  readonly values: number
  readonly slopes: number
  readonly parts: readonly Part[]
  /** What there is to say where no neuron is written out. */
  readonly whole: string
  readonly said: Written
}

/** Where a neuron is, and in which steps it is computed. */
type Neuron = Readonly<Record<"column" | "layer" | "number" | "forward" | "backward", number>>

/** How circles and lines look that are at work, and those of the neuron that is written out. */
type Looks = Readonly<Record<"circles" | "lines", readonly [Look, Look]>>

interface Data {
  /** How many neurons each column has. */
  readonly sizes: readonly number[]
  readonly neurons: readonly Neuron[]
  readonly dim: Look
  readonly looks: Readonly<Record<string, Looks>>
  readonly steps: readonly Step[]
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { sizes, neurons, dim, looks, steps } = data
  const still = picture.look("line-0-0-0")
  const range = (size = 0): number[] => [...Array(size).keys()]

  /** Shows what is known by a step, and what is at work; one neuron may be written out. */
  const move = (step: Step, part: Part | undefined, number: number): void => {
    const { lit, values, slopes } = step
    const [awake = dim] = looks[step.way]?.circles ?? []
    const { circles: [, heavy] = [dim, dim], lines: [light, bold] = [still, still] } = looks[part?.way ?? ""] ?? {}
    sizes.forEach((size, column) => {
      for (const j of range(size)) {
        const name = `${column}-${j}`
        const isWritten = part?.column === column && j === number
        picture.dress(`circle-${name}`, isWritten ? heavy : lit.includes(column) ? awake : dim)
        picture.show(`value-${name}`, column < values)
        if (column > 0) picture.show(`slope-${name}`, column >= slopes)
        for (const next of range(sizes[column + 1])) {
          const touches = part?.column === column ? isWritten : next === number
          picture.dress(`line-${name}-${next}`, part?.gap !== column ? still : touches ? bold : light)
        }
      }
    })
    picture.show("backward", slopes < sizes.length)
  }

  return ({ step: place = steps.length, neuron = -1 }) => {
    const step = steps[place - 1]
    if (!step) return { away: true, words: say(texts, "no-step", { first: 1, last: steps.length }) }
    const chosen = neurons[neuron]
    const { parts } = step
    const own = parts.find(({ column }) => column === chosen?.column)
    // A step that computes other neurons writes out number 0 of them; the last one, none.
    const part = own ?? (parts.length === 1 ? parts[0] : undefined)
    const number = own && chosen ? chosen.number : 0
    move(step, part, number)
    const { formula, said } = part?.written[number] ?? step.said
    const turn = chosen && !own ? say(texts, "turn", chosen) : ""
    return { quotient: formula, words: say(texts, part?.says ?? step.whole, said) + turn }
  }
}
