/** The costs of the training and of the test data up to the epoch at which one stops. */

import constants from "./constants.json"
import { fixed, rounded, say, writeEach } from "toolkit"
import type { Figure, Point } from "toolkit"

/** The costs after each epoch, the first of which is 1. */
interface Costs {
  readonly train: readonly number[]
  readonly test: readonly number[]
}

interface Data {
  /** One for each number of images that can be chosen. */
  readonly costs: readonly Costs[]
}

const { named, decimals } = constants
/** Below so many percent, one decimal is told. */
const SMALL = 10
const CURVES = ["train", "test"] as const

export const make: Figure<Data> = (picture, { texts, data: { settings, costs } }) => {
  const [ofEpoch, ofCount] = settings
  if (!ofEpoch || !ofCount) throw new Error("settings: epoch, count")
  const { plot } = picture
  const { x, y } = plot
  const last = ofEpoch.start
  const of = (count: number): Costs => {
    const found = costs[ofCount.values.indexOf(count)]
    if (!found) throw new Error(`${count} images have no costs`)
    return found
  }
  const down = (curve: readonly number[], epoch: number): number => y.at(curve[epoch - 1] ?? NaN)
  const lowestOf = ({ test }: Costs): Point => {
    const lowest = Math.min(...test)
    return [test.indexOf(lowest) + 1, lowest]
  }
  const first = of(ofCount.start)
  const mark0 = plot.at(...lowestOf(first))

  return ({ count = ofCount.start, epoch = last }) => {
    if (!Number.isInteger(epoch) || epoch < 1 || epoch > last) return { away: true, words: say(texts, "outside", { last }) }
    const chosen = of(count)
    const [best, lowest] = lowestOf(chosen)
    const [across, level] = plot.at(best, lowest)
    for (const name of CURVES) {
      const points = chosen[name].map((cost, index) => plot.at(index + 1, cost))
      picture.path(`${name}-whole`, points)
      picture.path(name, points.slice(0, epoch))
      picture.shift(`${name}-name`, 0, down(chosen[name], named) - down(first[name], named))
      picture.shift(`${name}-dot`, x.at(epoch) - x.at(last), down(chosen[name], epoch) - down(first[name], last))
    }
    picture.path("stop", [[x.at(epoch), y.end], [x.at(epoch), y.start]])
    picture.path("level", [[x.start, level], [x.end, level]])
    picture.path("drop", [[across, level], [across, y.start]])
    for (const part of ["mark", "lowest"]) picture.shift(part, across - mark0[0], level - mark0[1])
    const inDecimals = (cost: number): string => fixed(cost, decimals)
    picture.words("lowest", inDecimals(lowest))
    picture.words("count", say(texts, "count-is", { count }))

    const [train = NaN, test = NaN] = CURVES.map((name) => chosen[name][epoch - 1])
    const percent = (test / lowest - 1) * 100
    const told = { ...writeEach({ train, test, lowest }, inDecimals), count, epoch, best, percent: rounded(percent, percent < SMALL ? 1 : 0) }
    return { words: say(texts, "says", told) + say(texts, epoch < best ? "early" : epoch > best ? "late" : "best", told) }
  }
}
