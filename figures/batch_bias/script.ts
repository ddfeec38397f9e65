/** One bias, copied to every flower of a batch, and the slopes that come back, added. */

import constants from "./constants.json"
import shared from "../shared/constants.json"
import { sigmoid, sigmoidDerivative, squaredError, squaredErrorSlope } from "../shared/mathematics"
import { behind, ends, exact, fixed, HALF, HEAD, rounded, say } from "toolkit"
import type { Figure, Point } from "toolkit"

/** A flower: what the output gets but for its bias, and where it was drawn. */
type Flower = Readonly<Record<"base" | "target" | "level", number>>

interface Data {
  readonly flowers: readonly Flower[]
}

type Line = readonly [start: Point, tip: Point]

const { nudge, decimals, top, room, bias: circle, flower: small, lane, below, thin, thick } = constants
const { gap } = shared.neuron
const middle = top + room / 2
const result = top + room + constants.result

const number = (value: number): string => fixed(value, decimals)
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0)

export const make: Figure<Data> = (picture, { texts, data: { settings, flowers } }) => {
  const { plot } = picture
  const [low, high] = ends(settings.find(({ name }) => name === "bias")?.values ?? [])

  /** Lays several arrows: all their shafts, and all their heads. */
  const point = (name: string, arrows: readonly Line[], width = thin): void => {
    const laid = arrows.map(([[x, y], [tipX, tipY]]) => {
      const length = Math.hypot(tipX - x, tipY - y) || 1
      const [across, down] = [(tipX - x) / length, (tipY - y) / length]
      // The head of an arrow is no longer than the arrow, and as wide as it is long.
      const head = Math.min((HEAD * width) / thin, length)
      const half = (HALF / HEAD) * head
      const [neckX, neckY] = [tipX - head * across, tipY - head * down]
      return { shaft: [[x, y], [neckX, neckY]], head: [[neckX - half * down, neckY + half * across], [tipX, tipY], [neckX + half * down, neckY - half * across]] } as const
    })
    picture.lines(name, laid.map(({ shaft }) => shaft))
    picture.lines(`${name}-heads`, laid.map(({ head }) => head))
  }

  /** The way between the bias and a flower at some height, on one side of the straight line. */
  const way = (level: number, side: number): Line => {
    const [run, rise] = [small.x - circle.x, level - middle]
    const length = Math.hypot(run, rise)
    const [across, down] = [run / length, rise / length]
    const at = (along: number): Point => [circle.x + along * across + side * down, middle + along * down - side * across]
    return [at(circle.radius + gap), at(length - small.radius - gap)]
  }

  const move = (count: number, bias: number, deltas: readonly number[], slope: number): void => {
    const levels = deltas.map((_, n) => top + ((n + 0.5) * room) / count)
    flowers.forEach(({ base, level }, n) => {
      picture.show(`row-${n}`, n < count)
      if (n >= count) return
      picture.shift(`row-${n}`, 0, (levels[n] ?? 0) - level)
      picture.words(`z-${n}`, `z₀ ${number(bias + base)}`)
      picture.words(`a-${n}`, `a₀ ${number(sigmoid(bias + base))}`)
      picture.words(`delta-${n}`, `δ₀ ${number(deltas[n] ?? 0)}`)
    })
    point("forth", levels.map((level) => way(level, lane)))
    point("back", levels.map((level) => { const [near, far] = way(level, -lane); return [far, near] }))

    const places = [0, ...deltas].map((_, n) => plot.x.at(sum(deltas.slice(0, n))))
    const rows = [...levels.map((level) => level + below), result]
    const place = (n: number, row: number): Point => [places[n] ?? 0, rows[row] ?? 0]
    point("slopes", levels.map((_, n) => [place(n, n), place(n + 1, n)]))
    picture.lines("joints", levels.map((_, n) => [place(n + 1, n), place(n + 1, n + 1)]))
    point("total", [[[plot.x.at(0), result], [plot.x.at(slope), result]]], thick)
    picture.words("bias", rounded(bias))
  }

  return ({ flowers: count = 1, bias = 0, cost = 0 }) => {
    if (bias < low || bias > high) return { away: true, words: say(texts, "outside", { low: exact(low), high: exact(high) }) }
    const batch = flowers.slice(0, count)
    const share = cost ? count : 1
    const deltas = batch.map(({ base, target }) => squaredErrorSlope(sigmoid(bias + base), target) * sigmoidDerivative(bias + base))
    const costAt = (at: number): number => sum(batch.map(({ base, target }) => squaredError([sigmoid(at + base)], [target]))) / share
    const total = sum(deltas)
    const slope = total / share
    const [forecast, real] = [nudge * slope, costAt(bias + nudge) - costAt(bias)].map(number)
    move(count, bias, deltas, slope)
    picture.words("of", say(texts, cost ? "mean" : "sum"))
    picture.words("slope", `∂C/∂b₀ = ${number(slope)}`)
    picture.words("forecast", `${nudge} × ${behind(slope, number)} = ${forecast}`)
    picture.words("really", real ?? "")

    /** Who wants what: one flower, or several. */
    const want = (one: string, several: string, sign: number): string => {
      const [first, ...others] = [...deltas.keys()].filter((n) => Math.sign(deltas[n] ?? 0) === sign)
      if (first === undefined) return ""
      const all = others.reduce<number | string>((before, flower, n) => say(texts, others[n + 1] ? "next" : "last", { flowers: before, flower }), first)
      return say(texts, others.length ? several : one, { flowers: all })
    }
    const added = say(texts, cost ? "divided" : "added", { sum: number(total), count, slope: number(slope) })
    const moved = say(texts, "moved", { nudge, forecast: forecast ?? "", real: real ?? "" })
    return { words: want("grows", "grow", -1) + want("shrinks", "shrink", 1) + added + moved }
  }
}
