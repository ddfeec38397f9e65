/** Two paths through a long, narrow valley at any learning rate: with momentum, and without. */

import { longValley, momentumStep } from "../shared/mathematics"
import constants from "./constants.json"
import { brief, exact, round, say } from "toolkit"
import type { Figure, Look, Plot, Point, Scale } from "toolkit"

interface Data {
  readonly start: Point
  /** How a mark looks on a plot, and at its edge for what lies beyond. */
  readonly within: Look
  readonly beyond: Look
}

const { bound, steep } = constants

/** A coordinate: three digits, and two decimals at most. */
const near = (value: number): string => brief(round(value, 2))

export const make: Figure<Data> = (picture, { texts, data: { settings, start, within, beyond } }) => {
  const [map, costs] = picture.plots
  const [ofMomentum, ofRate, ofSteps] = settings
  if (!map || !costs || !ofMomentum || !ofRate || !ofSteps) throw new Error("two plots; settings: momentum, rate, steps")
  const last = ofSteps.start

  let plain: { readonly rate: number; readonly places: readonly Point[] } | undefined

  /** The start, and where each step leads, as long as the cost is a float. */
  const walk = (momentum: number, rate: number): Point[] => {
    const places = [start]
    let [x, y, vx, vy] = [...start, 0, 0]
    for (let step = 0; step < last; step += 1) {
      ;[x, y, vx, vy] = momentumStep(x, y, vx, vy, momentum, rate)
      if (!Number.isFinite(longValley(x, y))) break
      places.push([x, y])
    }
    return places
  }
  const [end0 = start] = walk(ofMomentum.start, ofRate.start).slice(-1)
  // The last cost is drawn on the edge that it is below.
  const [place0, cost0] = [map.at(...end0), costs.at(last, costs.y.low)]

  /** A line through points, in as many pieces as are on the plot; steps from beyond an edge to beyond another are left out. */
  const trail = (plot: Plot, name: string, points: readonly Point[]): void => {
    const pieces: Point[][] = []
    const isOn = points.map((point) => plot.within(point, point) !== undefined)
    for (const [index, point] of points.slice(1).entries()) {
      const before = points[index] ?? point
      const ends = (isOn[index] || isOn[index + 1]) && plot.within(before, point)
      if (!ends) continue
      const piece = pieces.at(-1)
      const [across = NaN, down = NaN] = piece?.at(-1) ?? []
      // What rounding has moved is still one line.
      if (piece && Math.hypot(across - ends[0][0], down - ends[0][1]) < 0.01) piece.push(ends[1])
      else pieces.push([...ends])
    }
    picture.lines(name, pieces)
  }
  /** Moves all parts, and returns the path without momentum, which is always a whole one. */
  const move = (rate: number, taken: readonly Point[]): readonly Point[] => {
    const heights = (places: readonly Point[]): Point[] => places.map((place, step) => [step, longValley(...place)])
    // It depends on the rate alone.
    if (plain?.rate !== rate) {
      plain = { rate, places: walk(0, rate) }
      trail(map, "plain", plain.places)
      trail(costs, "plain-costs", heights(plain.places))
    }
    trail(map, "path", taken)
    trail(costs, "costs", heights(taken))
    const [[x, y] = start] = taken.slice(-1)
    const end = longValley(x, y)
    // What is beyond an edge is marked on it.
    const held = ({ low, high }: Scale, value: number): number => Math.min(Math.max(value, low), high)
    const [across, up, level] = [held(map.x, x), held(map.y, y), held(costs.y, end)]
    picture.shift("place", map.x.at(across) - place0[0], map.y.at(up) - place0[1])
    picture.dress("place", across === x && up === y ? within : beyond)
    picture.shift("handle", costs.x.at(taken.length - 1) - cost0[0], costs.y.at(level) - cost0[1])
    picture.dress("cost", level === end ? within : beyond)
    return plain.places
  }

  return ({ momentum = ofMomentum.start, rate = ofRate.start, steps = last }) => {
    if (!Number.isInteger(steps) || steps < 0 || steps > last || momentum < 0 || momentum >= 1) return { away: true, words: say(texts, "outside", { last }) }
    const whole = walk(momentum, rate)
    const taken = whole.slice(0, steps + 1)
    picture.words("momentum", say(texts, "momentum-is", { momentum: exact(momentum) }))
    picture.words("rate", say(texts, "rate-is", { rate: brief(rate) }))
    const without = move(rate, taken)
    const [place, other] = [taken[steps], without[steps]]
    if (!place || !other) return { words: say(texts, "too-large", { rate: exact(rate), steps: Math.min(whole.length, without.length) }) }
    const [x, y] = place
    const said = { steps, x: near(x), y: near(y), cost: brief(longValley(...place)), plain: brief(longValley(...other)) }
    if (steps === 0) return { words: say(texts, "says-start", said) }
    const needed = taken.findIndex((each) => longValley(...each) < bound)
    const lowest = near(Math.min(...taken.map(([each]) => each)))
    const more = [
      needed < 0 ? "" : say(texts, "arrived", { needed }),
      lowest.startsWith("−") ? say(texts, "overshot", { lowest }) : "",
      // Where the valley is steep, each step multiplies the gap by too large a number.
      rate < 0 || rate * steep > 2 * (1 + momentum) ? say(texts, "away") : "",
    ]
    return { words: say(texts, "says", said) + more.join("") }
  }
}
