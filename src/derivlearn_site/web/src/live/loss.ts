/** The squared error of three outputs, and its slope to each of them. */

import { say } from "../texts"
import type { Figure } from "../figures/figure"
import { squaredError, squaredErrorSlope } from "../figures/mathematics"
import { exact, fixed, precise, rounded } from "../figures/numbers"
import type { Point } from "../figures/picture"

interface Data {
  readonly targets: readonly number[]
}

const SUBSCRIPTS = "₀₁₂"
/** How long the head of an arrow is, if the arrow is as long. */
const HEAD = 6

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { targets, settings } = data
  const [shares, slopes, ...lines] = picture.plots
  if (!shares || !slopes) throw new Error("plots: shares, slopes, and a line for each output")
  const [low = 0, high = 1] = [settings[0]?.values[0], settings[0]?.values.at(-1)]

  const lay = (name: string, attributes: Readonly<Record<string, number | string>>): void => {
    for (const [key, value] of Object.entries(attributes)) picture.part(name).setAttribute(key, String(value))
  }
  const share = (output: number, i: number): number => squaredError([output], [targets[i] ?? 0])
  const slopeOf = (output: number, i: number): number => squaredErrorSlope(output, targets[i] ?? 0)

  /** An arrow from 0, and its number, which keeps off the line at 0. */
  const arrow = (i: number, slope: number): void => {
    const [x, end] = slopes.at(i, slope)
    const zero = slopes.y.at(0)
    const neck = end + Math.sign(slope) * Math.min(HEAD, Math.abs(end - zero))
    const middle = (zero + end) / 2 + 5
    picture.path(`shaft-${i}`, [[x, zero], [x, neck]])
    lay(`head-${i}`, { points: `${x - 3},${neck} ${x},${end} ${x + 3},${neck}` })
    lay(`slope-${i}`, { y: slope < 0 ? Math.max(middle, zero + 14) : Math.min(middle, zero - 4) })
    picture.words(`slope-${i}`, rounded(slope, 2))
  }

  const move = (outputs: readonly number[]): void => {
    picture.words("total", say(texts, "total-is", { cost: fixed(squaredError(outputs, targets), 3) }))
    outputs.forEach((output, i) => {
      const [first = 0, target = 0, line] = [settings[i]?.start, targets[i], lines[i]]
      if (!line) return
      const ends: Point[] = [line.at(target, 0), line.at(output, 0)]
      picture.words(`output-${i}`, `a${SUBSCRIPTS[i]} = ${rounded(output, 3)}`)
      picture.path(`gap-${i}`, ends)
      picture.shift(`dot-${i}`, line.x.at(output) - line.x.at(first), 0)
      const [top, floor] = [shares.y.at(share(output, i)), shares.y.start]
      lay(`bar-${i}`, { y: top, height: floor - top })
      lay(`share-${i}`, { y: top - 7 })
      picture.words(`share-${i}`, fixed(share(output, i), 3))
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
