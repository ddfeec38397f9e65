/** The path of gradient descent through x² + xy + 2y², step by step, at any learning rate. */

import { valley, valleySlopeX, valleySlopeY, valleyStep } from "../shared/mathematics"
import { brief, exact, say, writeEach } from "toolkit"
import type { Figure, Look, Plot, Point } from "toolkit"

interface Data {
  /** Where the path can begin. */
  readonly starts: readonly Point[]
  /** How a mark looks that stands at the edge for what lies beyond. */
  readonly beyond: Readonly<Record<"place" | "cost", Look>>
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { starts, beyond, settings } = data
  const [map, costs] = picture.plots
  const [ofRate, ofSteps] = settings
  const [first] = starts
  if (!map || !costs || !ofRate || !ofSteps || !first) throw new Error("two plots; settings: rate, steps; a start")
  const last = ofSteps.start
  const inside = { place: picture.look("place"), cost: picture.look("cost") }

  /** The start, and where each step leads, as long as the cost is a float. */
  const walk = (start: Point, rate: number, steps: number): Point[] => {
    const places = [start]
    let here = start
    for (let step = 0; step < steps; step += 1) {
      here = valleyStep(...here, rate)
      if (!Number.isFinite(valley(...here))) break
      places.push(here)
    }
    return places
  }
  /** A line for each step, as far as it is on the plot, and the dots that are. */
  const trail = (plot: Plot, name: string, points: readonly Point[]): void => {
    const on = (start: Point, end: Point) => plot.within(start, end) ?? []
    picture.lines(name, points.slice(1).map((point, index) => on(points[index] ?? point, point)).filter(({ length }) => length))
    picture.lines(`${name}-dots`, points.map((point) => on(point, point)).filter(({ length }) => length))
  }

  const places0 = walk(first, ofRate.start, last)
  const [end0 = first] = places0.slice(-1)
  const [place0, cost0] = [map.at(...end0), costs.at(last, valley(...end0))]

  /** Moves all parts; tells whether the last place is on the map. */
  const move = (places: readonly Point[], rate: number): boolean => {
    const [start = first, step] = [places[0], places.length - 1]
    const [place = start] = places.slice(-1)
    const [begun, begun0] = [map.at(...start), map.at(...first)]
    picture.words("rate", say(texts, "rate-is", { rate: brief(rate) }))
    picture.shift("start", begun[0] - begun0[0], begun[1] - begun0[1])
    trail(map, "path", places)
    trail(costs, "costs", places.map((each, index) => [index, valley(...each)]))
    const isOn = map.within(place, place) !== undefined
    // What is beyond the edge is marked on it, in the direction from the bottom.
    const [across, down] = map.within([0, 0], place)?.[1] ?? place0
    picture.shift("place", across - place0[0], down - place0[1])
    picture.dress("place", isOn ? inside.place : beyond.place)
    const cost = valley(...place)
    picture.shift("handle", costs.x.at(step) - cost0[0], costs.y.at(Math.min(cost, costs.y.high)) - cost0[1])
    picture.dress("cost", cost <= costs.y.high ? inside.cost : beyond.cost)
    return isOn
  }

  return ({ rate = ofRate.start, steps = last, from = 0 }) => {
    if (!Number.isInteger(steps) || steps < 0 || steps > last) return { away: true, words: say(texts, "outside", { last }) }
    const start = starts[from] ?? first
    const places = walk(start, rate, steps)
    const isOn = move(places, rate)
    const [place = start, before = start] = places.slice(-2).reverse()
    if (places.length <= steps) return { words: say(texts, "too-large", { rate: exact(rate), steps: places.length }) }
    const [x, y] = place
    const [cost, earlier] = [valley(x, y), valley(...before)]
    const numbers = { x, y, cost, share: cost / valley(...start), "slope-x": valleySlopeX(x, y), "slope-y": valleySlopeY(x, y) }
    const said = writeEach(numbers, brief)
    if (steps === 0) return { words: say(texts, "says-start", said) }
    const went = say(texts, cost < earlier ? "lower" : cost > earlier ? "higher" : "level")
    const gone = isOn ? "" : say(texts, "gone", { distance: brief(Math.hypot(x, y)) })
    return { words: say(texts, "says", { ...said, rate: exact(rate), steps }) + went + gone }
  }
}
