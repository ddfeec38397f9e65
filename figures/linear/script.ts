/** Two steps on the line ax + b, for any a and any b. */

import constants from "./constants.json"
import { forwardDifference, linear } from "../shared/mathematics"
import { apart, brief, exact, precise, quotient, rounded, say, WAIST } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Data {
  /** Where each step starts. */
  readonly steps: readonly number[]
  /** How far apart the numbers on the left must be to be read. */
  readonly apart: number
}

/** How far a step is across; where heights are read; how far words are below what they name. */
const { step, heights, below } = constants

/** `y = 3x + 2`, without a factor 1 and without what is 0. */
function equation(a: number, b: number): string {
  if (a === 0) return `y = ${brief(b)}`
  const factor = Math.abs(a) === 1 ? brief(a).replace("1", "") : brief(a)
  const rest = b === 0 ? "" : ` ${b < 0 ? "−" : "+"} ${brief(Math.abs(b))}`
  return `y = ${factor}x${rest}`
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { plot } = picture
  const [ofA, ofB] = data.settings
  if (!ofA || !ofB) throw new Error("settings: a, b")
  const baselines = new Map<string, number>()
  /** Lets a text stand on another line than the one that it was drawn on. */
  const put = (name: string, line: number): void => {
    const drawn = baselines.get(name) ?? Number(picture.part(name).getAttribute("y"))
    baselines.set(name, drawn)
    picture.shift(name, 0, line - drawn)
  }

  const move = (a: number, b: number): void => {
    const f = (x: number): number => linear(x, a, b)
    const level = (x: number): number => plot.y.at(f(x))
    const moved = (x: number): number => level(x) - plot.y.at(linear(x, ofA.start, ofB.start))
    const at = (x: number): Point => plot.at(x, f(x))
    // Where the line leaves the plot below and above; a level one does so nowhere.
    const [enters = 0, leaves = 0] = a === 0 ? [-Infinity, Infinity] : [plot.y.low, plot.y.high].map((y) => (y - b) / a).sort((one, other) => one - other)
    picture.path("line", [at(Math.max(enters, plot.x.low)), at(Math.min(leaves, plot.x.high))])
    // Words stand where the line leaves room for them: uphill and downhill on the other side.
    const down = a < 0
    picture.words("line-name", equation(a, b))
    put("line-name", level(2) + (down ? 19 : below.line))

    const [, ...readable] = apart([plot.y.at(0), ...heights.map(level)], data.apart)
    for (const x of heights) {
      picture.shift(`height-${x}`, 0, moved(x))
      picture.words(`height-number-${x}`, rounded(f(x)))
      picture.show(`height-number-${x}`, readable[x] ?? false)
    }
    data.steps.forEach((start, row) => {
      const end = start + step
      const [low, high] = [level(start), level(end)]
      picture.path(`run-${row}`, [at(start), plot.at(end, f(start))])
      picture.path(`rise-${row}`, [plot.at(end, f(start)), at(end)])
      picture.shift(`start-${row}`, 0, moved(start))
      picture.shift(`end-${row}`, 0, moved(end))
      put(`run-name-${row}`, low + (down ? -8 : below.run))
      put(`rise-name-${row}`, down ? Math.min((low + high) / 2 + WAIST, high - 8) : Math.max((low + high) / 2 + below.rise, high + below.run))
      picture.words(`rise-name-${row}`, say(texts, "rise-of", { rise: brief(f(end) - f(start)) }))
    })
  }

  return ({ a = ofA.start, b = ofB.start }) => {
    const f = (x: number): number => linear(x, a, b)
    const ends = data.steps.map((start) => [start + step, start] as const)
    const values = ends.flat().map(f)
    const away = !values.every((y) => y > plot.y.low && y < plot.y.high)
    if (!away) move(a, b)
    const outside = away ? say(texts, "outside", { low: exact(plot.y.low), high: exact(plot.y.high) }) : ""
    const slopes = data.steps.map((start) => forwardDifference(f, start, step))
    if (!slopes.every(Number.isFinite)) return { away, words: say(texts, "too-large", { a: exact(a), b: exact(b) }) + outside }

    const answer = (): string => {
      const [left = "", right = ""] = slopes.map(precise)
      if (left !== precise(a) || right !== precise(a)) return say(texts, "rounded", { left, right, a: exact(a) })
      if (a > 0) return say(texts, "up", { b: exact(b), slope: left })
      if (a < 0) return say(texts, "down", { b: exact(b), drop: precise(-a), slope: left })
      return say(texts, "flat", { b: exact(b), slope: left })
    }
    const written = ends.map(([end, start]) => quotient([f(end), f(start)], [end, start]))
    return { away, quotient: written.join("\n"), words: answer() + outside }
  }
}
