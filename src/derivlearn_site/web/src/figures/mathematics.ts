/** What figures compute: the functions of `derivlearn`, operation by operation. */

export type F = (x: number) => number

/** c, whatever x is. */
export const constant = (_x: number, c: number): number => c
export const square: F = (x) => x * x
/** The slope of x² at x. */
export const squareSlope: F = (x) => 2 * x

export const cube: F = (x) => x * x * x
/** The slope of x³ at x. */
export const cubeSlope: F = (x) => 3 * x * x

/** (f(x + Δx) - f(x)) / ((x + Δx) - x), which is NaN where nothing is added. */
export const forwardDifference = (f: F, x: number, dx: number): number => (f(x + dx) - f(x)) / (x + dx - x)

/** (f(x + Δx) - f(x - Δx)) / ((x + Δx) - (x - Δx)), likewise. */
export const centralDifference = (f: F, x: number, dx: number): number => (f(x + dx) - f(x - dx)) / (x + dx - (x - dx))

/** x² + xy + 2y². */
export const valley = (x: number, y: number): number => x * x + x * y + 2 * y * y
/** Its slope towards the east. */
export const valleySlopeX = (x: number, y: number): number => 2 * x + y
/** Its slope towards the north. */
export const valleySlopeY = (x: number, y: number): number => x + 4 * y

/** ½ Σ (aᵢ - yᵢ)². */
export const squaredError = (a: readonly number[], y: readonly number[]): number =>
  a.reduce((total, each, i) => total + (each - (y[i] ?? 0)) * (each - (y[i] ?? 0)), 0) / 2
/** Its slope to one of the outputs. */
export const squaredErrorSlope = (a: number, y: number): number => a - y
