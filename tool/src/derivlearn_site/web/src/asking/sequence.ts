/** Lines in an order: their numbers, with -1 between those that are used and the others. */

export type Sequence = readonly number[]

/** Returns the lines that are used. */
export const used = (order: Sequence): Sequence => order.slice(0, order.indexOf(-1))

/** Returns the order with a line at a place among the others. */
export function placed(order: Sequence, line: number, place: number): Sequence {
  const others = order.filter((other) => other !== line)
  return [...others.slice(0, place), line, ...others.slice(place)]
}

/** Returns the order with a line so many places further down. */
export const moved = (order: Sequence, line: number, by: number): Sequence => placed(order, line, Math.max(0, order.indexOf(line) + by))

/** Whether two lists hold the same, in the same order. */
export const same = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, place) => each === others[place])
