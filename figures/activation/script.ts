/** Three activation functions at any z, above, and their slopes there, below. */

import { relu, reluDerivative, sigmoid, sigmoidDerivative, tanh, tanhDerivative } from "../shared/mathematics"
import { ends, exact, fixed, plain, precise, say, writeEach } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  /** Half of a tangent's length, on the picture. */
  readonly tangent: number
  /** Of the numbers over the plots. */
  readonly decimals: number
}

/** Column by column. */
const FUNCTIONS = [
  { name: "sigmoid", f: sigmoid, derivative: sigmoidDerivative, kink: false },
  { name: "tanh", f: tanh, derivative: tanhDerivative, kink: false },
  { name: "relu", f: relu, derivative: reluDerivative, kink: true },
] as const

export const make: Figure<Data> = (picture, { texts, data }) => {
  const [ofZ] = data.settings
  if (!ofZ) throw new Error("settings: z")
  const { start: first, values } = ofZ
  const [low, high] = ends(values)

  const move = (z: number): void => {
    picture.words("z", `z = ${plain(z)}`)
    FUNCTIONS.forEach(({ f, derivative, kink }, column) => {
      const [above, below] = [picture.plots[2 * column], picture.plots[2 * column + 1]]
      if (!above || !below) throw new Error(`the picture has no column ${column}`)
      const [a, slope] = [f(z), derivative(z)]
      const [across, up] = above.at(z, a)
      const [across0, up0] = above.at(first, f(first))
      picture.shift(`point-${column}`, across - across0, up - up0)
      picture.shift(`height-${column}`, across - across0, below.y.at(slope) - below.y.at(derivative(first)))
      picture.words(`value-${column}`, fixed(a, data.decimals))
      picture.words(`slope-${column}`, fixed(slope, data.decimals))
      // On a kink there is no tangent; elsewhere it ends where the plot does.
      const length = Math.hypot(above.x.at(1) - above.x.at(0), slope * (above.y.at(1) - above.y.at(0)))
      const reach = kink && z === 0 ? 0 : data.tangent / length
      const around = [Math.max(low, z - reach), Math.min(high, z + reach)]
      picture.path(`tangent-${column}`, around.map((end) => above.at(end, a + slope * (end - z))))
    })
  }

  return ({ z = first }) => {
    const away = z < low || z > high
    if (!away) move(z)
    const numbers = FUNCTIONS.flatMap(({ name, f, derivative }) => [
      [name, f(z)] as const,
      [`${name}_slope`, derivative(z)] as const,
    ])
    const said = writeEach({ z, ...Object.fromEntries(numbers) }, precise)
    // The slopes of the sigmoid and of tanh are never 0, but floats come to an end.
    const small = tanhDerivative(z) === 0 ? say(texts, "too-small") : ""
    const outside = away ? say(texts, "outside", { low: exact(low), high: exact(high) }) : ""
    return { away, words: say(texts, z === 0 ? "kink" : "says", said) + small + outside }
  }
}
