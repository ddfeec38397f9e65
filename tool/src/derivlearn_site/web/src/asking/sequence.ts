/** Lines in an order: their numbers, with -1 between those that are used and the others. */

export type Sequence = readonly number[]

/** Returns the lines that are used. */
export const used = (order: Sequence): Sequence => order.slice(0, order.indexOf(-1))

export const isUsed = (order: Sequence, line: number): boolean => used(order).includes(line)

/** Returns the order with a line at a place among the others. */
export function behind(order: Sequence, line: number, place: number): Sequence {
  const others = order.filter((other) => other !== line)
  return [...others.slice(0, place), line, ...others.slice(place)]
}

/** Returns the order with a line so many places further down. */
export const moved = (order: Sequence, line: number, by: number): Sequence => behind(order, line, Math.max(0, order.indexOf(line) + by))
