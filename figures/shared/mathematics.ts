/** What figures compute: the functions of `derivlearn`, operation by operation. */

export type F = (x: number) => number

/** c, whatever x is. */
export const constant = (_x: number, c: number): number => c
export const square: F = (x) => x * x
/** The slope of x² at x. */
export const squareSlope: F = (x) => 2 * x

/** ax + b. */
export const linear = (x: number, a: number, b: number): number => a * x + b

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
/** One step against both slopes, which are found before anything moves. */
export const valleyStep = (x: number, y: number, rate: number): readonly [number, number] => [x - rate * valleySlopeX(x, y), y - rate * valleySlopeY(x, y)]

/** (x² + 100y²) / 2. */
export const longValley = (x: number, y: number): number => (x * x + 100 * y * y) / 2
/** One step by the velocity, which keeps a share of what it was and goes against both slopes. */
export function momentumStep(x: number, y: number, vx: number, vy: number, momentum: number, rate: number): readonly [x: number, y: number, vx: number, vy: number] {
  const [across, up] = [momentum * vx - rate * x, momentum * vy - rate * (100 * y)]
  return [x + across, y + up, across, up]
}

/** ½ Σ (aᵢ - yᵢ)². */
export const squaredError = (a: readonly number[], y: readonly number[]): number =>
  a.reduce((total, each, i) => total + (each - (y[i] ?? 0)) * (each - (y[i] ?? 0)), 0) / 2
/** Its slope to one of the outputs. */
export const squaredErrorSlope = (a: number, y: number): number => a - y
/** 1 / (1 + e⁻ᶻ); no exponent is positive, so none can overflow. */
export const sigmoid: F = (z) => Math.exp(Math.min(0, z)) / (1 + Math.exp(-Math.abs(z)))
export const sigmoidDerivative: F = (z) => sigmoid(z) * sigmoid(-z)
export const tanh: F = Math.tanh
export const tanhDerivative: F = (z) => 4 * sigmoidDerivative(2 * z)
export const relu: F = (z) => Math.max(0, z)
/** 1 for z > 0, else 0: also at the kink, where there is no slope. */
export const reluDerivative: F = (z) => (z > 0 ? 1 : 0)

/** eᶻⁱ / Σⱼ eᶻʲ; less the largest z, no exponent is positive. */
export function softmax(z: readonly number[]): number[] {
  const largest = Math.max(...z)
  const powers = z.map((each) => Math.exp(each - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** ln(1 + eᶻ), likewise. */
const softplus: F = (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)))

/** -Σ (yᵢ ln aᵢ + (1 - yᵢ) ln(1 - aᵢ)) for a = σ(z), from z: a may be rounded to 0 or 1. */
export const sigmoidCrossEntropy = (z: readonly number[], y: readonly number[]): number =>
  z.reduce((total, each, i) => total + (y[i] ?? 0) * softplus(-each) + (1 - (y[i] ?? 0)) * softplus(each), 0)

/** -Σ yᵢ ln aᵢ for a = softmax(z), from z likewise; e⁰ of the largest z is added last, so that the others are not lost beside it. */
export function softmaxCrossEntropy(z: readonly number[], y: readonly number[]): number {
  const largest = Math.max(...z)
  const first = z.indexOf(largest)
  const others = z.reduce((sum, each, i) => (i === first ? sum : sum + Math.exp(each - largest)), 0)
  return z.reduce((total, each, i) => (y[i] ? total + y[i] * (Math.log1p(others) - (each - largest)) : total), 0)
}

/** The slope of cross-entropy to z, for an output of the sigmoid or of softmax. */
export const crossEntropySlopeToZ = (a: number, y: number): number => a - y

/** A layer of a network: for each output its weights, and its bias. */
export interface Layer {
  readonly weights: readonly (readonly number[])[]
  readonly biases: readonly number[]
}

/** Wx + b. */
export const weighted = ({ weights, biases }: Layer, x: readonly number[]): number[] =>
  weights.map((row, i) => row.reduce((sum, weight, k) => sum + weight * (x[k] ?? 0), biases[i] ?? 0))

/** What a network with one hidden layer, of sigmoids, and a softmax makes of x. */
export const outputs = (hidden: Layer, last: Layer, x: readonly number[]): number[] =>
  softmax(weighted(last, weighted(hidden, x).map(sigmoid)))
