/** A nudge to any of the three biases, on its way to the cost. */

import { say } from "toolkit"
import type { Figure, Look } from "toolkit"

/** The path of a bias: its four stations, and the steps between them. */
interface Path {
  readonly symbols: readonly string[]
  readonly values: readonly string[]
  readonly slopes: readonly string[]
  /** The slopes up to each step, multiplied. */
  readonly products: readonly string[]
  /** How far each station moves, going by the slopes; and the same with its sign. */
  readonly changes: readonly string[]
  readonly signed: readonly string[]
  /** How far the cost really moves. */
  readonly real: string
}

interface Data {
  readonly nudge: string
  readonly dim: Look
  readonly paths: readonly Path[]
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { nudge, dim, paths } = data
  const [first] = paths
  if (!first) throw new Error("there are no paths")
  const steps = first.slopes.length
  const lit = picture.look("station-0")

  return ({ bias: chosen = 0, to = steps }) => {
    const path = paths[chosen] ?? first
    const { symbols, slopes, changes } = path
    const [bias = "", end = ""] = [symbols[0], symbols[to]]
    const passed = slopes.slice(0, to)

    symbols.forEach((symbol, station) => {
      picture.words(`station-${station}-name`, symbol)
      picture.dress(`station-${station}`, station <= to ? lit : dim)
      picture.words(`value-${station}`, path.values[station] ?? "")
      picture.words(`change-${station}`, path.signed[station] ?? "")
      picture.show(`change-${station}`, station <= to)
    })
    slopes.forEach((slope, index) => {
      const step = index + 1
      picture.words(`step-${step}`, `∂${symbols[step]}/∂${symbols[index]}`)
      picture.words(`slope-${step}`, slope)
      picture.show(`slope-${step}`, step <= to)
      picture.show(`arrow-${step}`, step <= to)
    })
    picture.words("factors", passed.join(" × "))
    picture.words("product", `∂${end}/∂${bias} = ${path.products[to - 1]}`)

    const moved = passed.map((slope, index) => say(texts, "moved", { end: symbols[index + 1] ?? "", slope, change: changes[index + 1] ?? "" }))
    const really = to === steps ? say(texts, "really", { real: path.real }) : ""
    return {
      quotient: `${nudge} × ${passed.join(" × ")} = ${changes[to]}`,
      words: say(texts, "nudged", { bias, nudge }) + moved.join("") + really,
    }
  }
}
