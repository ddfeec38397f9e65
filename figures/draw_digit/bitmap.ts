/** A drawing as the data of the digits were made: 32 by 32 cells, black or white, counted. */

import type { Stroke } from "./strokes"
import { ends } from "toolkit"

/** Cells across and down. */
const CELLS = 32
/** Cells across and down that are counted together, and counts across and down. */
const BLOCK = 4
const BLOCKS = CELLS / BLOCK
/** What a digit of the data filled before it was straightened. */
const [WIDTH, HEIGHT] = [20, 32]
/** How much more it is stretched across than down, at most, so that a 1 stays slim; and down than across. */
const [ACROSS, DOWN] = [1.5, 3]
/** How many cells of a digit are black: of those of the data, half have more. */
const INK = 313
/** How thick a pen may be to get there, in cells, and as how thick it starts. */
const [THIN, THICK, FIRST] = [2.5, 10, 5]
/** How often the pen is fitted: a thicker one leaves less room for the middle of its line. */
const ROUNDS = 2
/** How often the thickness of a pen is halved in. */
const HALVINGS = 12
/** So many rows at the top and at the bottom are too ragged to lean on. */
const RAGGED = 2

/** Draws strokes as large, as heavy and as upright as the data are: 1 is black. */
export function bitmap(strokes: readonly Stroke[]): Uint8Array {
  const points = strokes.flat()
  const cells = new Uint8Array(CELLS * CELLS)
  if (points.length === 0) return cells
  let thickness = FIRST
  let distances = new Float64Array()
  for (let round = 0; round < ROUNDS; round += 1) {
    distances = squaredDistances(fitted(strokes, points, thickness))
    thickness = neededFor(distances)
  }
  distances.forEach((distance, cell) => {
    if (distance <= (thickness / 2) ** 2) cells[cell] = 1
  })
  return upright(cells)
}

/** How many cells are black in each block of 4 by 4: 64 numbers from 0 to 16. */
export function counts(cells: Uint8Array): number[] {
  const found = new Array<number>(BLOCKS * BLOCKS).fill(0)
  cells.forEach((cell, place) => {
    const [row, column] = [Math.floor(place / CELLS / BLOCK), Math.floor((place % CELLS) / BLOCK)]
    const block = row * BLOCKS + column
    found[block] = (found[block] ?? 0) + cell
  })
  return found
}

/** Puts strokes into the middle, as large as fits with a pen so thick. */
function fitted(strokes: readonly Stroke[], points: Stroke, thickness: number): Stroke[] {
  const [left, right] = ends(points.map(([x]) => x))
  const [top, bottom] = ends(points.map(([, y]) => y))
  const [across, down] = [(WIDTH - thickness) / (right - left), (HEIGHT - thickness) / (bottom - top)]
  // What has no width or no height is not stretched in that direction.
  const finite = (scale: number): number => (Number.isFinite(scale) ? scale : 0)
  const place = (value: number, [low, high]: readonly [number, number], by: number): number =>
    CELLS / 2 + (value - (low + high) / 2) * by
  const [byX, byY] = [finite(Math.min(across, ACROSS * down)), finite(Math.min(down, DOWN * across))]
  return strokes.map((stroke) => stroke.map(([x, y]) => [place(x, [left, right], byX), place(y, [top, bottom], byY)]))
}

/** How far the middle of each cell is from the closest line, squared; far ones are not measured. */
function squaredDistances(strokes: readonly Stroke[]): Float64Array<ArrayBuffer> {
  const found = new Float64Array(CELLS * CELLS).fill(Infinity)
  const reach = THICK / 2
  const from = (low: number): number => Math.max(0, Math.floor(low - reach))
  const to = (high: number): number => Math.min(CELLS, Math.ceil(high + reach))
  for (const stroke of strokes) {
    let [x0, y0] = stroke[0] ?? [0, 0]
    for (const [x, y] of stroke) {
      const dx = x - x0
      const dy = y - y0
      const length = dx * dx + dy * dy || 1
      const [left, right, end] = [from(Math.min(x, x0)), to(Math.max(x, x0)), to(Math.max(y, y0))]
      for (let row = from(Math.min(y, y0)); row < end; row += 1) {
        for (let column = left; column < right; column += 1) {
          const px = column + 0.5 - x0
          const py = row + 0.5 - y0
          const share = Math.min(1, Math.max(0, (px * dx + py * dy) / length))
          const across = px - share * dx
          const down = py - share * dy
          const cell = row * CELLS + column
          found[cell] = Math.min(found[cell] ?? 0, across * across + down * down)
        }
      }
      ;[x0, y0] = [x, y]
    }
  }
  return found
}

/** How thick a pen must be to blacken enough cells, or may be, if it cannot. */
function neededFor(distances: Float64Array): number {
  let [thin, thick] = [THIN, THICK]
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const thickness = (thin + thick) / 2
    const reached = (thickness / 2) ** 2
    let black = 0
    for (const distance of distances) if (distance <= reached) black += 1
    if (black < INK) thin = thickness
    else thick = thickness
  }
  return thick
}

/** Shifts rows until the left ends near the top and near the bottom stand one below the other. */
function upright(cells: Uint8Array): Uint8Array {
  const row = (number: number): Uint8Array => cells.subarray(number * CELLS, (number + 1) * CELLS)
  const inked = Array.from({ length: CELLS }, (_, number) => number).filter((number) => row(number).includes(1))
  const [top, bottom] = [(inked[0] ?? 0) + RAGGED, (inked.at(-1) ?? 0) - RAGGED]
  const lefts = [row(top).indexOf(1), row(bottom).indexOf(1)] as const
  if (bottom <= top || lefts.includes(-1)) return cells
  const slant = (lefts[0] - lefts[1]) / (bottom - top)
  const shifted = new Uint8Array(cells.length)
  for (let number = 0; number < CELLS; number += 1) {
    const by = Math.round((number - CELLS / 2) * slant)
    row(number).forEach((cell, column) => {
      const target = column + by
      if (cell && target >= 0 && target < CELLS) shifted[number * CELLS + target] = 1
    })
  }
  return shifted
}
