/** The errors of the forward and the central difference of x³ at the present Δx. */

import { centralDifference, cube, forwardDifference } from "../shared/mathematics"
import { ends, exact, plain, say } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  readonly x: number
  /** The true slope there. */
  readonly slope: number
  /** Where an error of 0 is drawn, for which a logarithmic axis has no place. */
  readonly zero: number
}

/** An error in two digits: the others say nothing of how large it is. */
const rough = (error: number): string => plain(Number(error.toPrecision(2)))

export const make: Figure<Data> = (picture, { texts, data: { settings, x, slope, zero } }) => {
  const [setting] = settings
  if (!setting) throw new Error("settings: dx")
  const [low, high] = ends(setting.values)
  const { plot } = picture
  const level = (error: number): number => (error ? plot.y.at(error) : zero)
  const errors = (dx: number): [forward: number, central: number] => [
    Math.abs(forwardDifference(cube, x, dx) - slope),
    Math.abs(centralDifference(cube, x, dx) - slope),
  ]
  const before = errors(setting.start)

  return ({ dx = setting.start }) => {
    const away = dx < low || dx > high
    const outside = away ? say(texts, "outside", { low: exact(low), high: exact(high) }) : ""
    if (x + dx === x || x - dx === x) return { away, words: say(texts, "nothing-added", { x: exact(x), dx: exact(dx) }) + outside }
    const [forward, central] = errors(dx)
    if (!Number.isFinite(forward) || !Number.isFinite(central)) {
      return { away, words: say(texts, "too-large", { dx: exact(dx) }) + outside }
    }
    if (!away) {
      const across = plot.x.at(dx) - plot.x.at(setting.start)
      picture.shift("marked", across, 0)
      picture.shift("forward", across, level(forward) - level(before[0]))
      picture.shift("central", across, level(central) - level(before[1]))
    }
    return { away, words: say(texts, "says", { dx: exact(dx), forward: rough(forward), central: rough(central) }) + outside }
  }
}
