/** The slope of x² at any x, above, and the height of the derivative, below. */

import { square, squareSlope } from "../shared/mathematics"
import { apart, behind, ends, exact, precise, rounded, say } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  /** Where the tangents are that stay. */
  readonly fixed: readonly number[]
  /** How far apart numbers must be to be read. */
  readonly apart: number
  /** Half of how far a tangent reaches across. */
  readonly reach: number
  /** Where the slope is written: inside of the curve, further from its middle the further x is from 0. */
  readonly beside: { readonly aside: number; readonly turn: number; readonly lift: number; readonly less: number }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

export const make: Figure<Data> = (picture, { texts, data }) => {
  const [above, below] = picture.plots
  const [ofX] = data.settings
  if (!above || !below || !ofX) throw new Error("two plots; settings: x")
  const { start: first, values } = ofX
  const [low, high] = ends(values)
  const { aside, turn, lift, less } = data.beside
  const beside = (x: number): readonly [number, number] => [-aside * clamp(x / turn, -1, 1), less * Math.abs(x) - lift]

  const move = (x: number): void => {
    const slope = squareSlope(x)
    const [across, up] = above.at(x, square(x))
    const [across0, up0] = above.at(first, square(first))
    const [height, height0] = [below.y.at(slope), below.y.at(squareSlope(first))]
    const [wordsX, wordsY] = beside(x)
    const [wordsX0, wordsY0] = beside(first)
    const [, ...clear] = apart([across, ...data.fixed.map((each) => above.x.at(each))], data.apart)
    // A tangent that is as steep as this leaves the plot before it ends.
    const room = slope === 0 ? data.reach : Math.min(data.reach, (above.y.high - square(x)) / Math.abs(slope))
    const [left, right] = slope < 0 ? [room, data.reach] : [data.reach, room]

    picture.path("down", [[across, up], below.at(x, Math.min(slope, 0))])
    picture.path("tangent", [above.at(x - left, square(x) - slope * left), above.at(x + right, square(x) + slope * right)])
    picture.shift("point", across - across0, up - up0)
    picture.shift("tangent-name", across + wordsX - across0 - wordsX0, up + wordsY - up0 - wordsY0)
    picture.words("tangent-name", say(texts, "slope-is", { slope: rounded(slope) }))
    picture.shift("x", across - across0, 0)
    picture.words("x", rounded(x))
    picture.path("trace", [below.at(first, squareSlope(first)), [across, height]])
    picture.shift("slope", across - across0, height - height0)
    picture.shift("slope-number", across - across0, height - height0)
    picture.words("slope-number", rounded(slope))
    clear.forEach((readable, row) => {
      picture.show(`x-${row}`, readable)
      picture.show(`slope-${row}`, readable)
    })
  }

  return ({ x = first }) => {
    const away = x < low || x > high
    if (!away) move(x)
    const [y, slope] = [square(x), squareSlope(x)]
    const outside = away ? say(texts, "outside", { low: exact(low), high: exact(high) }) : ""
    if (!Number.isFinite(y)) return { away, words: say(texts, "too-large", { x: precise(x) }) + outside }
    const name = slope > 0 ? "uphill" : slope < 0 ? "downhill" : "level"
    return {
      away,
      quotient: `f′(${exact(x)}) = 2 × ${behind(x)} = ${exact(slope)}`,
      words: say(texts, name, { x: precise(x), y: precise(y), slope: precise(slope) }) + outside,
    }
  }
}
