/** The table of products, filled cell by cell in the order of the flat list. */

import { fixed, say } from "toolkit"
import type { Figure } from "toolkit"

interface Data {
  readonly slopes: readonly number[]
  readonly inputs: readonly number[]
  /** In the flat list, column after column. */
  readonly products: readonly number[]
  readonly names: { readonly slopes: readonly string[]; readonly inputs: readonly string[] }
  /** How large a cell is, and how wide one of the flat list. */
  readonly size: { readonly wide: number; readonly high: number; readonly slot: number }
  readonly decimals: number
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { slopes, inputs, products, names, size, decimals } = data
  const rows = slopes.length
  const last = products.length - 1
  const place = (index: number): readonly [r: number, c: number] => [index % rows, Math.floor(index / rows)]
  // The marks were drawn at the last cell.
  const [lastR, lastC] = place(last)

  const move = (index: number): void => {
    const [r, c] = place(index)
    const [across, down] = [(c - lastC) * size.wide, (r - lastR) * size.high]
    picture.shift("row", 0, down)
    picture.shift("column", across, 0)
    picture.shift("cell", across, down)
    picture.shift("factors", across, down)
    picture.words("factors", `${names.slopes[r]} × ${names.inputs[c]}`)
    picture.shift("slot", (index - last) * size.slot, 0)
    products.forEach((_, each) => {
      picture.show(`product-${each}`, each <= index)
      picture.show(`factors-${each}`, each <= index)
    })
  }

  return ({ index = last }) => {
    const product = products[index]
    if (product === undefined) return { away: true, words: say(texts, "outside", { first: 0, last }) }
    move(index)
    const [r, c] = place(index)
    const [slope = "", input = ""] = [names.slopes[r], names.inputs[c]]
    const [a, b, ab] = [slopes[r] ?? 0, inputs[c] ?? 0, product].map((value) => fixed(value, decimals))
    return {
      quotient: `${slope} × ${input} = ${a} × ${b} = ${ab}`,
      words: say(texts, "says", { r, c, slope, input, rows, index, count: index + 1 }),
    }
  }
}
