/** The squared error of three outputs, and its slope to each of them. */

import constants from "./constants.json"
import { lay, moveOutput, pointTo } from "../shared/columns"
import { squaredError, squaredErrorSlope } from "../shared/mathematics"
import { ends, exact, fixed, precise, rounded, say, SUBSCRIPTS } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  readonly targets: readonly number[]
}

const { decimals, over, number } = constants

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { targets, settings } = data
  const [shares, slopes, ...lines] = picture.plots
  if (!shares || !slopes) throw new Error("plots: shares, slopes, and a line for each output")
  const [low, high] = ends(settings.flatMap(({ values }) => values))

  const share = (output: number, i: number): number => squaredError([output], [targets[i] ?? 0])
  const slopeOf = (output: number, i: number): number => squaredErrorSlope(output, targets[i] ?? 0)

  /** An arrow from 0, and its number, which keeps off the line at 0. */
  const arrow = (i: number, slope: number): void => {
    const [zero, end] = [slopes.y.at(0), slopes.y.at(slope)]
    const middle = (zero + end) / 2 + number.middle
    pointTo(picture, slopes, i, slope)
    lay(picture, `slope-${i}`, { y: slope < 0 ? Math.max(middle, zero + number.under) : Math.min(middle, zero - number.over) })
    picture.words(`slope-${i}`, rounded(slope))
  }

  const move = (outputs: readonly number[]): void => {
    picture.words("total", say(texts, "total-is", { cost: fixed(squaredError(outputs, targets), decimals) }))
    outputs.forEach((output, i) => {
      const [first = 0, target = 0, line] = [settings[i]?.start, targets[i], lines[i]]
      if (!line) return
      picture.words(`output-${i}`, `a${SUBSCRIPTS[i]} = ${rounded(output, decimals)}`)
      moveOutput(picture, line, i, { output, first, target })
      const [top, floor] = [shares.y.at(share(output, i)), shares.y.start]
      lay(picture, `bar-${i}`, { y: top, height: floor - top })
      lay(picture, `share-${i}`, { y: top - over })
      picture.words(`share-${i}`, fixed(share(output, i), decimals))
      arrow(i, slopeOf(output, i))
    })
  }

  return (values) => {
    const outputs = settings.map(({ name, start }) => values[name] ?? start)
    const away = outputs.some((output) => output < low || output > high)
    if (!away) move(outputs)
    const outside = away ? say(texts, "outside", { low, high }) : ""
    const cost = squaredError(outputs, targets)
    if (!Number.isFinite(cost)) return { away, words: say(texts, "too-large") + outside }
    const derivative = outputs.map(slopeOf)
    const quotient = [
      outputs.map((output, i) => `½ × (${exact(output)} − ${exact(targets[i] ?? 0)})²`).join(" + "),
      outputs.map((output, i) => precise(share(output, i))).join(" + "),
      precise(cost),
    ].join(" = ")
    if (derivative.every((slope) => slope === 0)) return { away, quotient, words: say(texts, "met") }
    const way = (slope: number): string => say(texts, slope < 0 ? "up" : slope > 0 ? "down" : "stay")
    const said = derivative.flatMap((slope, i) => [[`slope${i}`, precise(slope)], [`way${i}`, way(slope)]])
    return { away, quotient, words: say(texts, "says", { cost: precise(cost), ...(Object.fromEntries(said) as Record<string, string>) }) + outside }
  }
}
