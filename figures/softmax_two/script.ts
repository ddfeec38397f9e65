/** Softmax of two, for any pre-activations: the difference, both outputs, both slopes. */

import constants from "./constants.json"
import { crossEntropySlopeToZ, sigmoid, sigmoidDerivative, softmax } from "../shared/mathematics"
import { ends, exact, fixed, HALF, HEAD, precise, round, rounded, say, SUBSCRIPTS } from "toolkit"
import type { Figure } from "toolkit"

const { decimals, tangent, aside } = constants
const short = (value: number): string => exact(round(value, decimals))

export const make: Figure = (picture, { texts, data }) => {
  const [into, curve, bar, arrows] = picture.plots
  const ofZ = data.settings.slice(0, 2)
  if (!into || !curve || !bar || !arrows) throw new Error("plots: the pre-activations, the curve, the bar, the arrows")
  const [low, high] = ends(ofZ.flatMap(({ values }) => values))
  const [first0 = 0, first1 = 0] = ofZ.map(({ start }) => start)
  const first = curve.at(first0 - first1, sigmoid(first0 - first1))

  /** The dot and the tangent; beyond the ends of the curve, a ring stands there for the dot. */
  const moveOnCurve = (difference: number): void => {
    const { low, high } = curve.x
    const d = Math.min(high, Math.max(low, difference))
    const [output, slope] = [sigmoid(d), sigmoidDerivative(d)]
    const [across, down] = curve.at(d, output)
    picture.words("difference", `z₀ − z₁ = ${rounded(difference)}`)
    picture.path("run", [curve.at(0, 0), curve.at(d, 0)])
    picture.shift("point", across - first[0], down - first[1])
    picture.show("on", d === difference)
    picture.show("beyond", d !== difference)
    picture.show("tangent", d === difference)
    const reach = tangent / Math.hypot(curve.x.at(1) - curve.x.at(0), slope * (curve.y.at(1) - curve.y.at(0)))
    const around = [Math.max(low, d - reach), Math.min(high, d + reach)]
    picture.path("tangent", around.map((end) => curve.at(end, output + slope * (end - d))))
  }

  /** An arrow from 0; its number is where no arrow of that output goes. */
  const point = (i: number, slope: number, target: number): void => {
    const [[end, level], zero] = [arrows.at(slope, i), arrows.x.at(0)]
    const way = target ? -1 : 1
    // The head of an arrow is no longer than the arrow.
    const neck = end - way * Math.min(HEAD, Math.abs(end - zero))
    picture.path(`shaft-${i}`, [[zero, level], [neck, level]])
    picture.set(`head-${i}`, "points", `${neck},${level - HALF} ${end},${level} ${neck},${level + HALF}`)
    picture.set(`slope-${i}`, "x", String(zero - way * aside))
    picture.set(`slope-${i}`, "text-anchor", target ? "start" : "end")
    picture.words(`slope-${i}`, `∂C/∂z${SUBSCRIPTS[i]} = ${fixed(slope, decimals)}`)
  }

  const move = (z: readonly number[], s: readonly number[], y: readonly number[], slopes: readonly number[]): void => {
    const [[z0 = 0, z1 = 0], [s0 = 0], [y0 = 0]] = [z, s, y]
    picture.path("guide", [into.at(z1, 0), into.at(z1, 1)])
    picture.path("apart", [into.at(z1, 0), into.at(z0, 0)])
    moveOnCurve(z0 - z1)
    const [left, border] = [bar.x.at(0), bar.x.at(s0)]
    picture.set("share", "width", String(border - left))
    picture.path("border", [bar.at(s0, 0), bar.at(s0, 1)])
    picture.path("gap", [bar.at(s0, 0.5), bar.at(y0, 0.5)])
    picture.set("target", "cx", String(bar.x.at(y0)))
    z.forEach((each, i) => {
      picture.words(`z-${i}`, `z${SUBSCRIPTS[i]} = ${rounded(each)}`)
      picture.shift(`into-${i}`, into.x.at(each) - into.x.at(ofZ[i]?.start ?? 0), 0)
      picture.words(`output-${i}`, `s${SUBSCRIPTS[i]} = ${fixed(s[i] ?? 0, decimals)}`)
      picture.words(`target-${i}`, `y${SUBSCRIPTS[i]} = ${y[i]}`)
      point(i, slopes[i] ?? 0, y[i] ?? 0)
    })
  }

  return (values) => {
    const z = ofZ.map(({ name, start }) => values[name] ?? start)
    const [z0 = 0, z1 = 0] = z
    const difference = z0 - z1
    const s = softmax(z)
    const y = z.map((_, i) => (i === (values["answer"] ?? 0) ? 1 : 0))
    const slopes = s.map((output, i) => crossEntropySlopeToZ(output, y[i] ?? 0))
    const away = z.some((each) => each < low || each > high)
    if (!away) move(z, s, y, slopes)
    const outside = away ? say(texts, "outside", { low: exact(low), high: exact(high) }) : ""
    if (!Number.isFinite(difference)) return { away, words: say(texts, "too-large") + outside }

    const [[s0 = "", s1 = ""], [slope0 = "", slope1 = ""]] = [s.map(short), slopes.map(short)]
    const quotient = [s0, s1].map((output, i) => `s${SUBSCRIPTS[i]} − y${SUBSCRIPTS[i]} = ${output} − ${y[i]} = ${[slope0, slope1][i]}`).join("\n")
    const said = say(texts, "says", { difference: precise(difference), s0, s1, slope0, slope1 })
    const outputsRounded = s0 === "0" || s1 === "0" ? say(texts, "rounded") : ""
    const beyond = !away && Math.abs(difference) > curve.x.high ? say(texts, "beyond") : ""
    return { away, quotient, words: said + outputsRounded + beyond + outside }
  }
}
