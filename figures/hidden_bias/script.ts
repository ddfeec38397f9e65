/** The routes from a hidden bias to the cost, lit one after the other, and their sum. */

import { fixed, plain, say } from "toolkit"
import type { Figure } from "toolkit"

interface Bias {
  readonly subscript: string
  readonly output: number
  readonly z: number
  readonly bias: number
  readonly bend: number
  readonly weights: readonly number[]
  readonly products: readonly number[]
  /** The sum of no product, of the first one, of the first two … */
  readonly sums: readonly number[]
  readonly total: number
}

interface Data {
  readonly decimals: number
  readonly slopes: readonly number[]
  readonly biases: readonly Bias[]
}

export const make: Figure<Data> = (picture, { texts, data: { decimals, slopes, biases } }) => {
  const number = (value: number): string => fixed(value, decimals)
  const whole = picture.part("sum-name").textContent ?? ""

  return ({ bias = 0, routes = slopes.length }) => {
    const of = biases[bias]
    if (!of) throw new Error(`there is no bias ${bias}`)
    const { subscript, bend, weights, products, sums, total } = of
    const sum = sums[routes] ?? 0
    const complete = routes === slopes.length
    for (const symbol of ["a", "z", "b"]) picture.words(`${symbol}-name`, symbol + subscript)
    picture.words("a-value", number(of.output))
    picture.words("z-value", number(of.z))
    picture.words("b-value", plain(of.bias))
    picture.words("bend", `× ${number(bend)}`)
    slopes.forEach((slope, j) => {
      picture.words(`factors-${j}`, `${number(slope)} × ${plain(weights[j] ?? 0)}`)
      picture.words(`product-${j}`, `= ${number(products[j] ?? 0)}`)
      for (const part of ["lane", "factors", "product"]) picture.show(`${part}-${j}`, j < routes)
    })
    picture.words("sum-name", complete ? whole : say(texts, "so-far"))
    picture.words("sum", number(sum))
    picture.show("back", complete)
    picture.words("back-factors", `× ${number(bend)} × 1`)
    picture.words("slope", `∂C/∂b${subscript} = ${number(total)}`)

    if (complete) {
      return { words: say(texts, "says-all", { sum: number(sum), bend: number(bend), bias: `b${subscript}`, total: number(total) }) }
    }
    if (routes === 0) return { words: say(texts, "says-none") }
    const latest = routes - 1
    const [slope = 0, weight = 0, route = 0] = [slopes, weights, products].map((all) => all[latest])
    return { words: say(texts, "says", { slope: number(slope), weight: plain(weight), route: number(route), sum: number(sum) }) }
  }
}
