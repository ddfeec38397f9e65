/** A place on x² + xy + 2y², and the slices through it from west to east and south to north. */

import constants from "./constants.json"
import { valley, valleySlopeX, valleySlopeY } from "../shared/mathematics"
import { apart, ends, exact, precise, rounded, say, writeEach } from "toolkit"
import type { Figure, Plot } from "toolkit"

interface Data {
  /** In how many straight pieces a slice is drawn. */
  readonly steps: number
  /** How far apart numbers must be to be read. */
  readonly apart: number
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const [above, alongX, alongY] = picture.plots
  const [ofX, ofY] = data.settings
  if (!above || !alongX || !alongY || !ofX || !ofY) throw new Error("three plots; settings: x, y")
  const [[west, east], [south, north]] = [ends(ofX.values), ends(ofY.values)]
  const top = alongX.y.high

  /** One slice: its plot, its function, and where it was drawn at first. */
  const slice = (name: string, plot: Plot, first: number, firstLevel: number) => {
    const [across0, down0] = plot.at(first, firstLevel)
    return (f: (at: number) => number, at: number, slope: number, reached: readonly [number, number]): void => {
      const level = f(at)
      const [across, down] = plot.at(at, level)
      const [low, high] = [Math.max(plot.x.low, reached[0]), Math.min(plot.x.high, reached[1])]
      const curve = Array.from({ length: data.steps + 1 }, (_, step) => low + ((high - low) * step) / data.steps)
      // As far as the tangent stays on the plot.
      const reach = Math.min(constants.reach, (top - level) / Math.abs(slope), (level - plot.y.low) / Math.abs(slope))
      const [left, right] = [Math.min(reach, at - plot.x.low), Math.min(reach, plot.x.high - at)]
      picture.path(`curve-${name}`, curve.map((each) => plot.at(each, f(each))))
      picture.path(`tangent-${name}`, [-left, right].map((side) => plot.at(at + side, level + side * slope)))
      picture.shift(`mark-${name}`, across - across0, down - down0)
      picture.shift(`at-${name}`, across - across0, 0)
      picture.words(`at-number-${name}`, `${name} = ${rounded(at)}`)
      picture.shift(`level-${name}`, 0, down - down0)
      picture.words(`level-number-${name}`, rounded(level, 1))
      picture.show(`level-number-${name}`, apart([...constants.ticks.map(plot.y.at, plot.y), down], data.apart).at(-1) ?? false)
      picture.words(`slope-${name}`, say(texts, "slope-is", { slope: rounded(slope) }))
    }
  }
  const level0 = valley(ofX.start, ofY.start)
  const cutX = slice("x", alongX, ofX.start, level0)
  const cutY = slice("y", alongY, ofY.start, level0)

  const move = (x: number, y: number): void => {
    const [across, down] = above.at(x, y)
    const [across0, down0] = above.at(ofX.start, ofY.start)
    picture.shift("east", 0, down - down0)
    picture.shift("north", across - across0, 0)
    picture.shift("place", across - across0, down - down0)
    picture.words("title-x", say(texts, "along-x-at", { y: rounded(y) }))
    picture.words("title-y", say(texts, "along-y-at", { x: rounded(x) }))
    // Where the slices reach the top of their plots: f(x, y) = top, solved for either.
    const [wide, high] = [Math.sqrt(y * y - 4 * (2 * y * y - top)), Math.sqrt(x * x - 8 * (x * x - top))]
    cutX((each) => valley(each, y), x, valleySlopeX(x, y), [(-y - wide) / 2, (-y + wide) / 2])
    cutY((each) => valley(x, each), y, valleySlopeY(x, y), [(-x - high) / 4, (-x + high) / 4])
  }

  return ({ x = ofX.start, y = ofY.start }) => {
    const away = x < west || x > east || y < south || y > north
    if (!away) move(x, y)
    const outside = away ? say(texts, "outside", writeEach({ west, east, south, north }, exact)) : ""
    const values = { x, y, height: valley(x, y), "slope-x": valleySlopeX(x, y), "slope-y": valleySlopeY(x, y) }
    if (!Object.values(values).every(Number.isFinite)) return { away, words: say(texts, "too-large") + outside }
    return { away, words: say(texts, "says", writeEach(values, precise)) + outside }
  }
}
