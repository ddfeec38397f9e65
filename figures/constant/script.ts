/** Two points of a constant function, for any x and any Δx. */

import { constant, forwardDifference } from "../shared/mathematics"
import { brief, ends, exact, HEAD, plain, quotient, say, writeEach } from "toolkit"
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
  const [left, right] = ends(ofX.values)
  const [, largest] = ends(ofDx.values)
  const f = (x: number): number => constant(x, data.value)
  const [start0, end0] = [ofX.start, ofX.start + ofDx.start].map(plot.x.at, plot.x) as [number, number]
  const [begun, row] = picture.startOf("run")
  // The arrow keeps off both points.
  const gap = begun - start0

  const move = (x: number, dx: number): void => {
    const run = x + dx - x
    const at = { start: x, end: x + dx }
    const [start, end] = [plot.x.at(at.start), plot.x.at(at.end)]
    const away = { start: start - start0, end: end - end0 }
    const close = Math.max(0, (data.apart - (end - start)) / 2)

    for (const name of ["start", "end"] as const) {
      const value = at[name]
      picture.shift(name, away[name], 0)
      picture.path(`down-${name}`, [plot.at(value, plot.y.low), plot.at(value, f(value))])
      picture.shift(`${name}-name`, away[name] + (name === "start" ? -close : close), 0)
      picture.words(`${name}-name`, `(${plain(value)}, ${plain(f(value))})`)
    }
    // Two points that cannot be told apart have one name.
    picture.show("end-name", plain(at.end) !== plain(at.start))
    picture.path("run", [[start + gap, row], [end - gap - HEAD, row]])
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
      say(texts, name, writeEach(values, exact)) + outside
    const run = x + dx - x
    if (!Number.isFinite(run)) return { away, words: answer("too-large", { x, dx }) }
    const written = quotient([f(x + dx), f(x)], [x + dx, x])
    if (run === 0) return { away, quotient: written, words: answer("nothing-added", { x, dx }) }
    const slope = forwardDifference(f, x, dx)
    return { away, quotient: written, words: answer("says", { x, dx, y: f(x), slope }) }
  }
}
