/** Automatic differentiation, as `derivlearn.autograd` does it: a graph, its values, its slopes. */

import { Mistake } from "./expression"
import type { Operation, Tree } from "./expression"
import { relu, reluDerivative, sigmoid, sigmoidDerivative, tanh, tanhDerivative } from "../shared/mathematics"
import { compact, SUPERSCRIPTS } from "toolkit"

/** An input, or what a computation gives: an operation on other circles and on numbers. */
export interface Circle {
  readonly name: string
  readonly operation?: Operation
  readonly operands: readonly (Circle | number)[]
  /** One more than that of its deepest input. */
  readonly depth: number
}

/** A way into a computation, with the slope of that computation. */
export interface Route {
  readonly from: Circle
  readonly slope: number
}

/** What has been found of a circle. */
export interface Found {
  readonly value: number
  readonly routes: readonly Route[]
  /** The slope of the last circle to this one, and the products that it is the sum of. */
  slope: number
  readonly sum: (readonly [slope: number, factor: number])[]
}

/** What results are called, one after the other, and the last one. */
const [NAMES, LAST] = ["uvwpqrstghk", "f"]
const SIGNS: Partial<Record<Operation, string>> = { "+": "+", "-": "−", "*": "·", "/": "/" }

/** The value of each operation, and its slope to each operand. */
const OPERATIONS: Readonly<Record<Operation, (a: number, b: number) => readonly [value: number, ...slopes: number[]]>> = {
  "+": (a, b) => [a + b, 1, 1],
  "-": (a, b) => [a - b, 1, -1],
  "*": (a, b) => [a * b, b, a],
  "/": (a, b) => [a / b, 1 / b, -(a / b) / b],
  "**": (a, n) => [a ** n, n ? n * a ** (n - 1) : 0],
  negative: (a) => [-a, -1],
  exp: (a) => [Math.exp(a), Math.exp(a)],
  log: (a) => [Math.log(a), 1 / a],
  tanh: (a) => [tanh(a), tanhDerivative(a)],
  sigmoid: (a) => [sigmoid(a), sigmoidDerivative(a)],
  relu: (a) => [relu(a), reluDerivative(a)],
}

/** Why an operation has no value for these operands, if it has none. */
function obstacle(operation: Operation, a: number, b: number): string | undefined {
  if ((operation === "/" && b === 0) || (operation === "**" && a === 0 && b < 0)) return "by-zero"
  if (operation === "log" && a <= 0) return "no-logarithm"
  if (operation === "**" && a < 0 && !Number.isInteger(b)) return "no-root"
  return undefined
}

/** What a circle computes, as people write it; nothing for what is not computed. */
export function formula(circle: Pick<Circle, "operation" | "operands">): string {
  const { operation, operands } = circle
  if (!operation) return ""
  const [first = "", second = ""] = operands.map((each) => (typeof each === "number" ? compact(each) : each.name))
  const inside = (each: string): string => (each.startsWith("−") ? `(${each})` : each)
  if (operation === "negative") return `−${inside(first)}`
  if (operation === "**") return inside(first) + (/^−?\d$/.test(second) ? raise(second) : ` ** ${second}`)
  const sign = SIGNS[operation]
  return sign ? `${inside(first)} ${sign} ${inside(second)}` : `${operation}(${first})`
}

const raise = (digits: string): string => [...digits].map((each) => SUPERSCRIPTS[Number(each)] ?? "⁻").join("")

/** The value of one operation and its slopes; where there are none, why. Numbers among themselves need no slopes. */
function operate(operation: Operation, [a = 0, b = 0]: readonly number[], step: string, derived = true): readonly [value: number, ...slopes: number[]] {
  const [value, ...slopes] = OPERATIONS[operation](a, b)
  const wrong = obstacle(operation, a, b) ?? ([value, ...(derived ? slopes : [])].every(Number.isFinite) ? undefined : steepOrLarge(operation, a))
  if (wrong) throw new Mistake([wrong, { step }])
  return [value, ...slopes]
}

/** A root rises straight up from 0; all else that is not finite is too large. */
const steepOrLarge = (operation: Operation, a: number): string => (operation === "**" && a === 0 ? "too-steep" : "too-large")

/** Lays an expression out in circles, one for each computation, however often its result is used. The last one is the whole. */
export function graph(tree: Tree, inputs: readonly string[]): Circle[] {
  const used = new Map<string, Circle>()
  const made = new Map<string, Circle & { name: string }>()

  function circle(tree: Tree): Circle | number {
    if (typeof tree === "number") return tree
    if (typeof tree === "string") {
      const input = used.get(tree) ?? { name: tree, operands: [], depth: 0 }
      used.set(tree, input)
      return input
    }
    const { operation } = tree
    const operands = tree.operands.map(circle)
    const circles = operands.filter((each) => typeof each !== "number")
    // Numbers among themselves are computed at once, as Python does it: none of them is a `Value`.
    if (circles.length === 0) return operate(operation, operands as number[], formula({ operation, operands }), false)[0]
    if (operation === "**" && typeof operands[1] !== "number") throw new Mistake(["want-number"])
    const key = [operation, ...operands.map((each) => (typeof each === "number" ? each : each.name))].join(" ")
    const computed = made.get(key) ?? { name: NAMES[made.size] ?? `#${made.size}`, operation, operands, depth: 1 + Math.max(...circles.map(({ depth }) => depth)) }
    made.set(key, computed)
    return computed
  }

  const whole = circle(tree)
  if (typeof whole === "number") return [{ name: LAST, operands: [whole], depth: 0 }]
  const last = [...made.values()].at(-1)
  if (last) last.name = LAST
  return [...inputs.flatMap((name) => used.get(name) ?? []), ...made.values()]
}

/** Goes forward: the values, as far as there are any, and what stands in the way of the others. */
export function forward(circles: readonly Circle[], inputs: Readonly<Record<string, number>>): readonly [found: Map<Circle, Found>, mistake?: Mistake] {
  const found = new Map<Circle, Found>()
  let mistake: Mistake | undefined
  for (const circle of circles) {
    const { name, operation, operands } = circle
    const numbers = operands.map((each) => (typeof each === "number" ? each : (found.get(each)?.value ?? NaN)))
    if (numbers.some(Number.isNaN)) continue
    try {
      const [value, ...slopes] = operation ? operate(operation, numbers, `${name} = ${formula(circle)}`) : [numbers[0] ?? inputs[name] ?? 0]
      const routes = operands.flatMap((from, index) => (typeof from === "number" ? [] : { from, slope: slopes[index] ?? 0 }))
      found.set(circle, { value, routes, slope: 0, sum: [] })
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      mistake ??= error
    }
  }
  return mistake ? [found, mistake] : [found]
}

/** Goes back: each circle hands on its slope when it has received everything, the deepest first. */
export function backward(circles: readonly Circle[], found: ReadonlyMap<Circle, Found>): Mistake | undefined {
  const last = circles.at(-1)
  if (!last) return undefined
  const of = (circle: Circle): Found => found.get(circle) as Found
  // Which grows by all that a circle was computed from.
  const order = [last]
  for (const circle of order) order.push(...new Set(of(circle).routes.map(({ from }) => from).filter((from) => !order.includes(from))))
  of(last).slope = 1
  for (const circle of order.sort((a, b) => b.depth - a.depth)) {
    for (const { from, slope } of of(circle).routes) {
      of(from).sum.push([of(circle).slope, slope])
      // Where routes meet, they add up.
      of(from).slope += of(circle).slope * slope
    }
  }
  const lost = order.find((circle) => !Number.isFinite(of(circle).slope))
  return lost && new Mistake(["too-large-slope", { name: lost.name }])
}
