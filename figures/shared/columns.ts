/** Three columns, one for each output: a dot on a line, and an arrow for a slope. */

import { HALF, HEAD } from "toolkit"
import type { Picture, Plot } from "toolkit"

export function lay(picture: Picture, name: string, attributes: Readonly<Record<string, number | string>>): void {
  for (const [key, value] of Object.entries(attributes)) picture.set(name, key, String(value))
}

/** Moves an output on its line, away from where it was drawn, and the gap to its target with it. */
export function moveOutput(picture: Picture, line: Plot, i: number, at: { readonly output: number; readonly first: number; readonly target: number }): void {
  picture.path(`gap-${i}`, [line.at(at.target, 0), line.at(at.output, 0)])
  picture.shift(`dot-${i}`, line.x.at(at.output) - line.x.at(at.first), 0)
}

/** Lets an arrow reach from 0 to a slope. */
export function pointTo(picture: Picture, slopes: Plot, i: number, slope: number): void {
  const [x, end] = slopes.at(i, slope)
  const zero = slopes.y.at(0)
  // The head of an arrow is no longer than the arrow.
  const neck = end + Math.sign(slope) * Math.min(HEAD, Math.abs(end - zero))
  picture.path(`shaft-${i}`, [[x, zero], [x, neck]])
  lay(picture, `head-${i}`, { points: `${x - HALF},${neck} ${x},${end} ${x + HALF},${neck}` })
}
