/** The path of any of the six weights to the cost, and its three slopes, multiplied. */

import { say } from "toolkit"
import type { Figure, Look, Point } from "toolkit"

/** A weight, with all its numbers as they are printed. */
interface Weight {
  readonly input: number
  readonly output: number
  /** Where its name stands. */
  readonly place: Point
  readonly value: string
  /** What the slopes of its path are called, and the slopes. */
  readonly steps: readonly string[]
  readonly slopes: readonly [string, string, string]
  /** What the sentence holds. */
  readonly said: Readonly<Record<"weight" | "bias_slope" | "slope", string>>
  /** The text that tells what the cost does as the weight grows. */
  readonly turn: string
}

export const make: Figure<{ readonly weights: readonly Weight[] }> = (picture, { texts, data }) => {
  const { weights } = data
  const [first] = weights
  if (!first) throw new Error("there are no weights")
  const circles = new Set(weights.flatMap(({ input, output }) => [`input-${input}`, `output-${output}`]))
  const parts = (circle: string): string[] => [circle, `${circle}-name`]
  // One of the inputs was drawn lit and the other one was not.
  const [lit, dim] = ["input-0", "input-1"].map((circle): Look[] => parts(circle).map((part) => picture.look(part)))

  return ({ weight: chosen = 0 }) => {
    const now = weights[chosen] ?? first
    const { weight, bias_slope, slope } = now.said
    const path = [`input-${now.input}`, `output-${now.output}`]

    weights.forEach(({ output }, index) => {
      picture.show(`weight-${index}`, index === chosen)
      picture.show(`cost-${output}`, output === now.output)
    })
    for (const circle of circles) {
      const looks = path.includes(circle) ? lit : dim
      parts(circle).forEach((part, index) => picture.dress(part, looks?.[index] ?? []))
    }
    picture.words("name-words", `${weight} = ${now.value}`)
    picture.shift("name", now.place[0] - first.place[0], now.place[1] - first.place[1])
    now.steps.forEach((step, index) => picture.words(`step-${index}`, step))
    now.slopes.forEach((each, index) => picture.words(`slope-${index}`, each))
    picture.words("factors", now.slopes.join(" × "))
    picture.words("product", `∂C/∂${weight} = ${slope}`)

    const [one, two, three] = now.slopes
    return {
      // The input, times the slope of the bias, which the chapter before has found.
      quotient: `${one} × (${two} × ${three}) = ${one} × ${bias_slope} = ${slope}`,
      words: say(texts, "says", now.said) + say(texts, now.turn, now.said),
    }
  }
}
