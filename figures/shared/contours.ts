/** Where a function on a grid reaches a level, as `contours.py` finds it: places are told in cells. */

import type { Point } from "toolkit"

/** The function at the nodes, row by row from below. */
export type Grid = readonly (readonly number[])[]

/** Where the level is reached; and if the grid ends there, on which side. */
type Crossing = readonly [x: number, y: number, side: number | undefined]

/** Where the next corner of a cell is, all around it; beyond a node, too. */
const WAYS = [[1, 0], [0, 1], [-1, 0], [0, -1]] as const

const place = ([x, y]: Crossing): Point => [x, y]

/** The areas where the function is at the level or above, each as a loop. */
export const areas = (grid: Grid, level: number): Point[][] =>
  loops(grid, level).map((loop) =>
    // Of those on the sides of the grid, the corners are enough.
    loop.filter(([, , side], k) => side === undefined || ![undefined, side].includes(loop[(k + 1) % loop.length]?.[2])).map(place),
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
  const value = (x: number, y: number): number => grid[y]?.[x] ?? -Infinity
  /** A node that is inside, and in which direction of it the next one is not, as one number. */
  const key = (x: number, y: number, way: number): number => ((y + 1) * wide + x + 1) * 4 + way
  const point = (crossing: number): Crossing => {
    const [way, node] = [crossing % 4, Math.floor(crossing / 4)]
    const [x, y] = [(node % wide) - 1, Math.floor(node / wide) - 1]
    const [across, up] = WAYS[way] ?? WAYS[0]
    const [here, there] = [value(x, y), value(x + across, y + up)]
    const share = (level - here) / (there - here)
    return [x + share * across, y + share * up, there === -Infinity ? way : undefined]
  }

  const follows = new Map<number, number>()
  for (let y = -1; y < grid.length; y += 1) {
    for (let x = -1; x < wide - 2; x += 1) {
      const corners = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]] as const
      const inside = corners.map(([i, j]) => value(i, j) >= level)
      corners.forEach(([i, j], k) => {
        if (!inside[k] || inside[(k + 1) % 4]) return
        let back = k + 2
        while (!inside[back % 4]) back += 1
        const [backI, backJ] = corners[back % 4] ?? [i, j]
        // Seen from the inside, the side before a corner leads two ways around.
        follows.set(key(i, j, k), key(backI, backJ, (back + 1) % 4))
      })
    }
  }
  const found: Crossing[][] = []
  for (const [first] of follows) {
    const loop: Crossing[] = []
    for (let next: number | undefined = first; next !== undefined && follows.has(next); ) {
      loop.push(point(next))
      const after: number | undefined = follows.get(next)
      follows.delete(next)
      next = after
    }
    found.push(loop)
  }
  return found
}
