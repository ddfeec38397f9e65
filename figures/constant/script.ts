/** Two points of a constant function, for any x and any Δx. */

import { constant, forwardDifference } from "../shared/mathematics"
import { brief, exact, plain, quotient, say } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  /** What the function returns, whatever it is given. */
  readonly value: number
  /** Points that are closer than this push their names away from each other. */
  readonly apart: number
  /** The shortest way across that is drawn as an arrow. */
  readonly shortest: number
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { plot } = picture
  const [ofX, ofDx] = data.settings
  if (!ofX || !ofDx) throw new Error("settings: x, dx")
  const [left = 0, right = 0, largest = 0] = [ofX.values[0], ofX.values.at(-1), ofDx.values.at(-1)]
  const f = (x: number): number => constant(x, data.value)
  const [start0, end0] = [ofX.start, ofX.start + ofDx.start].map(plot.x.at, plot.x) as [number, number]
  const [, row] = picture.startOf("run")

  const move = (x: number, dx: number): void => {
    const run = x + dx - x
    const ends = { start: x, end: x + dx }
    const [start, end] = [plot.x.at(ends.start), plot.x.at(ends.end)]
    const away = { start: start - start0, end: end - end0 }
    const close = Math.max(0, (data.apart - (end - start)) / 2)

    for (const name of ["start", "end"] as const) {
      const value = ends[name]
      picture.shift(name, away[name], 0)
      picture.path(`down-${name}`, [plot.at(value, plot.y.low), plot.at(value, f(value))])
      picture.shift(`${name}-name`, away[name] + (name === "start" ? -close : close), 0)
      picture.words(`${name}-name`, `(${plain(value)}, ${plain(f(value))})`)
    }
    // Two points that cannot be told apart have one name.
    picture.show("end-name", plain(ends.end) !== plain(ends.start))
    picture.path("run", [[start + 2, row], [end - 8, row]])
    picture.shift("run-tip", away.end, 0)
    for (const part of ["run", "run-tip"]) picture.show(part, end - start >= data.shortest)
    for (const part of ["run-name", "rise-name"]) picture.shift(part, (away.start + away.end) / 2, 0)
    picture.words("run-name", say(texts, "run-of", { run: brief(run) }))
  }

  return ({ x = ofX.start, dx = ofDx.start }) => {
    const away = x < left || x > right || dx <= 0 || dx > largest
    if (!away) move(x, dx)
    const outside = away ? say(texts, "outside", { low: exact(left), high: exact(right), largest: exact(largest) }) : ""
    const answer = (name: string, values: Record<string, number>): string =>
      say(texts, name, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, exact(value)]))) + outside
    const run = x + dx - x
    if (!Number.isFinite(run)) return { away, words: answer("too-large", { x, dx }) }
    const written = quotient([f(x + dx), f(x)], [x + dx, x])
    if (run === 0) return { away, quotient: written, words: answer("nothing-added", { x, dx }) }
    const slope = forwardDifference(f, x, dx)
    return { away, quotient: written, words: answer("says", { x, dx, y: f(x), slope }) }
  }
}
