/** The steps, for any number of payments a year. */

import { exact, say } from "toolkit"
import type { Figure, Point } from "toolkit"

export const make: Figure = (picture, { texts, data }) => {
  const [ofN] = data.settings
  if (!ofN) throw new Error("settings: n")
  const grown = (n: number, payments: number): number => (1 + 1 / n) ** payments

  return ({ n = ofN.start }) => {
    const away = !ofN.values.includes(n)
    if (!away) {
      const steps: Point[] = []
      for (let i = 0; i <= n; i++)
        for (const level of [Math.max(i - 1, 0), i]) steps.push(picture.plot.at(i / n, grown(n, level)))
      picture.path("steps", steps)
    }
    return { away, words: say(texts, "says", { n: exact(n), amount: exact(grown(n, n)) }) }
  }
}
