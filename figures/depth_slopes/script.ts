/** The largest δ of each of ten layers, for any of the networks that the build has measured. */

import { brief, fixed, say } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Curve {
  /** From layer 0 on. */
  readonly deltas: readonly number[]
  /** What a layer on the way back multiplies by, in the mean. */
  readonly each: number
  /** Which of the texts tells what becomes of the slopes. */
  readonly fate: string
}

interface Data {
  /** How far down what is 0 is marked, and half of a mark. */
  readonly zero: number
  readonly cross: number
  /** One for each combination of the settings; the last of them changes first. */
  readonly curves: readonly Curve[]
}

export const make: Figure<Data> = (picture, { texts, data: { settings, zero, cross, curves } }) => {
  const { plot } = picture
  const [, start] = picture.startOf("guide")

  return (values) => {
    const places = settings.map(({ name, values: all, start: first }) => all.indexOf(values[name] ?? first))
    const curve = curves[settings.reduce((at, { values: all }, index) => at * all.length + (places[index] ?? 0), 0)]
    if (!curve) throw new Error("curves: one for each combination of the settings")
    const { deltas, each, fate } = curve
    const [first = 0, last = 0] = [deltas[0], deltas.at(-1)]

    // The line goes back from the last layer, as far as there is a δ other than 0.
    const points = deltas.flatMap((delta, layer): Point[] => (delta ? [plot.at(layer, delta)] : [])).reverse()
    const marks = deltas.flatMap((delta, layer): Point[][] => {
      const at = plot.x.at(layer)
      return delta ? [] : [cross, -cross].map((up) => [[at - cross, zero - up], [at + cross, zero + up]])
    })
    picture.path("line", points)
    picture.lines("dots", points.map((point) => [point, point]))
    picture.lines("zeros", marks)
    picture.shift("guide", 0, plot.y.at(last) - start)
    const chosen = settings.map(({ name, options = [] }, index) => {
      const option = options[places[index] ?? 0] ?? ""
      return [name, texts[option] ?? option]
    })
    picture.words("drawn", say(texts, "drawn", Object.fromEntries(chosen)))
    if (fate === "gone") return { words: say(texts, fate) }
    return { words: say(texts, "says", { last: brief(last), first: brief(first), each: fixed(each, 2) }) + say(texts, fate) }
  }
}
