/** Strokes of a pen as short text: two characters for a point, a full stop between strokes. */

import type { Point } from "toolkit"

export type Stroke = readonly Point[]

/** None of them changes in an address. */
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
/** Places across and down, numbered from 0. */
export const PLACES = DIGITS.length

const SEPARATOR = "."

export const written = ([x, y]: Point): string => DIGITS.charAt(x) + DIGITS.charAt(y)

export const read = (text: string): Stroke[] =>
  text
    .split(SEPARATOR)
    .map((stroke) => (stroke.match(/../g) ?? []).map(([x = "", y = ""]) => [DIGITS.indexOf(x), DIGITS.indexOf(y)] as const))
    .filter((stroke) => stroke.length > 0)

/** A drawing with one more point: of the last stroke, or of a new one. */
export const extended = (text: string, point: Point, isNew: boolean): string =>
  text + (isNew && text ? SEPARATOR : "") + written(point)
