/** What figures compute: the functions of `derivlearn`, operation by operation. */

export type F = (x: number) => number

export const cube: F = (x) => x * x * x
/** The slope of x³ at x. */
export const cubeSlope: F = (x) => 3 * x * x

/** (f(x + Δx) - f(x)) / ((x + Δx) - x), which is NaN where nothing is added. */
export const forwardDifference = (f: F, x: number, dx: number): number => (f(x + dx) - f(x)) / (x + dx - x)

/** ½ Σ (aᵢ - yᵢ)². */
export const squaredError = (a: readonly number[], y: readonly number[]): number =>
  a.reduce((total, each, i) => total + (each - (y[i] ?? 0)) * (each - (y[i] ?? 0)), 0) / 2
/** Its slope to one of the outputs. */
export const squaredErrorSlope = (a: number, y: number): number => a - y
