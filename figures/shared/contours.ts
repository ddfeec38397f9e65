/** Where a function on a grid reaches a level, as `contours.py` finds it: places are told in cells. */

import type { Point } from "toolkit"

/** The function at the nodes, row by row from below. */
export type Grid = readonly (readonly number[])[]

/** Where the level is reached; and if the grid ends there, on which side. */
type Crossing = readonly [x: number, y: number, side: number | undefined]

const place = ([x, y]: Crossing): Point => [x, y]

/** The areas where the function is at the level or above, each as a loop. */
export const areas = (grid: Grid, level: number): Point[][] =>
  loops(grid, level).map((loop) =>
    // Of those on the sides of the grid, the corners are enough.
    loop.filter(([, , side], k) => side === undefined || side !== (loop[(k + 1) % loop.length]?.[2] ?? side)).map(place),
  )

/** The lines on which the function is at the level. */
export const edges = (grid: Grid, level: number): Point[][] =>
  loops(grid, level).flatMap((loop) => {
    // From a side on, if it has one: there a line begins.
    const start = Math.max(0, loop.findIndex(([, , side]) => side !== undefined))
    const lines: Point[][] = [[]]
    for (const crossing of [...loop.slice(start), ...loop.slice(0, start + 1)]) {
      if (crossing[2] === undefined) lines.at(-1)?.push(place(crossing))
      else lines.push([])
    }
    return lines.filter(({ length }) => length > 1)
  })

/** The loops around all that is at the level or above, inside on the left; around the grid, everything is far below. */
function loops(grid: Grid, level: number): Crossing[][] {
  const wide = (grid[0]?.length ?? 0) + 2
  const values = new Float64Array(wide * (grid.length + 2)).fill(-Infinity)
  grid.forEach((row, y) => values.set(row, (y + 1) * wide + 1))
  const isInside = (node: number): boolean => (values[node] ?? 0) >= level
  /** Where the next corner of a cell is, all around it; beyond a node, too. */
  const ways = [1, wide, -1, -wide]

  /** From a node that is inside towards one that is not, as one number: the node, and which way. */
  const crossing = (node: number, way: number): number => node * 4 + way
  const point = (at: number): Crossing => {
    const [node, way] = [Math.floor(at / 4), at % 4]
    const beyond = node + (ways[way] ?? 0)
    const [here = 0, there = 0] = [values[node], values[beyond]]
    const share = (level - here) / (there - here)
    const along = (one: number, other: number): number => one - 1 + share * (other - one)
    const [row, rowBeyond] = [Math.floor(node / wide), Math.floor(beyond / wide)]
    return [along(node % wide, beyond % wide), along(row, rowBeyond), there === -Infinity ? way : undefined]
  }

  /** Which crossing comes after each, all around; 0 is none. */
  const follows = new Int32Array(4 * values.length)
  const starts: number[] = []
  for (let node = 0; node < values.length - wide - 1; node += 1) {
    // Most cells are the same all over.
    const first = isInside(node)
    if (first === isInside(node + 1) && first === isInside(node + wide) && first === isInside(node + wide + 1)) continue
    const corners = [node, node + 1, node + 1 + wide, node + wide]
    const isIn = corners.map(isInside)
    corners.forEach((corner, k) => {
      if (!isIn[k] || isIn[(k + 1) % 4]) return
      let back = k + 2
      while (!isIn[back % 4]) back += 1
      // Seen from the inside, the side before a corner leads two ways around.
      const start = crossing(corner, k)
      follows[start] = crossing(corners[back % 4] ?? corner, (back + 1) % 4)
      starts.push(start)
    })
  }
  const found: Crossing[][] = []
  // In the order of the nodes, as `contours.py` has them.
  for (const first of starts.sort((one, other) => one - other)) {
    const loop: Crossing[] = []
    for (let at = first; follows[at]; ) {
      loop.push(point(at))
      const next = follows[at] ?? 0
      follows[at] = 0
      at = next
    }
    if (loop.length) found.push(loop)
  }
  return found
}
