/** The computation graph of any expression of x and y, its values and its slopes. */

import constants from "./constants.json"
import shared from "../shared/constants.json"
import { backward, formula, forward, graph } from "./graph"
import type { Circle, Found } from "./graph"
import { Mistake, parse } from "./expression"
import { layOut, within } from "./layout"
import type { Layout, Node, Sizes } from "./layout"
import { behind, compact, coordinate, HALF, HEAD, plain, precise, say, SIZE, write } from "toolkit"
import type { Figure, Values } from "toolkit"

interface Data {
  readonly sizes: Sizes
  /** How wide a slope beside an arrow is at most, and one that is always 1 or −1. */
  readonly factor: { readonly wide: number; readonly narrow: number }
  /** Where the highest words and the lowest ones are when nothing has been changed. */
  readonly room: { readonly top: number; readonly bottom: number }
  readonly most: { readonly circles: number; readonly columns: number }
}

/** A graph on the picture: what shows the numbers of each circle. */
interface Drawn {
  readonly circles: readonly Circle[]
  readonly words: readonly { readonly value: SVGElement; readonly slope: SVGElement; readonly factors: readonly SVGElement[] }[]
}

const INPUTS = ["x", "y"]
/** What a character takes, in most fonts. */
const [NARROW, WIDE] = [4, 7.5]
const wideOf = (text: string): number => [...text].reduce((sum, each) => sum + (/[\s.·()/⁻⁰¹²³⁴-⁹]/.test(each) ? NARROW : WIDE), text ? 4 : 0)

/** Measures words in the page's font. */
function pen(weight: number): CanvasRenderingContext2D | null {
  const made = document.createElement("canvas").getContext("2d")
  if (made) made.font = `${weight} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`
  return made
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { sizes, factor, room, most } = data
  const stage = picture.part("graph")
  const templates = Object.fromEntries(["arrow", "factor", "circle"].map((name) => [name, picture.part(name)]))
  const copy = (name: string): SVGElement => {
    const made = templates[name]?.cloneNode(true) as SVGElement
    made.removeAttribute("data-part")
    return made
  }
  const set = (part: Element | undefined, attributes: Readonly<Record<string, string | number>>): void => {
    for (const [name, value] of Object.entries(attributes)) part?.setAttribute(name, typeof value === "number" ? coordinate(value) : value)
  }
  const height = picture.svg.viewBox.baseVal.height
  const [plainPen, heavyPen] = [pen(400), pen(constants.heavy)]
  /** Writes words; what is wider in the reader's font than its room is drawn together. */
  const fit = (part: SVGElement, text: string, room: number, measures = plainPen): void => {
    write(part, text)
    const isWide = measures && measures.measureText(text).width > room
    for (const [name, value] of [["textLength", String(room)], ["lengthAdjust", "spacingAndGlyphs"]] as const) {
      if (isWide) part.setAttribute(name, value)
      else part.removeAttribute(name)
    }
  }

  const nodeOf = (circles: readonly Circle[], circle: Circle): Node => ({
    column: circle.depth,
    wide: wideOf(formula(circle)),
    from: circle.operands.flatMap((each) => {
      const steady = ["+", "-", "negative"].includes(circle.operation ?? "")
      return typeof each === "number" ? [] : { node: circles.indexOf(each), wide: steady ? factor.narrow : factor.wide }
    }),
  })

  /** Draws circles and arrows; their numbers come later. */
  const draw = (circles: readonly Circle[], { places, arrows, top, bottom }: Layout): Drawn => {
    const free = room.bottom - room.top - (bottom - top)
    const down = room.top - top + Math.max(0, free / 2)
    set(picture.svg, { viewBox: `0 0 ${sizes.width} ${Math.round(height + Math.max(0, -free))}` })
    const lines = arrows.map((leading) =>
      leading.map(({ way: [[x1, y1], [x2, y2]] }) => {
        const arrow = copy("arrow")
        const length = Math.hypot(x2 - x1, y2 - y1)
        const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
        const [neckX, neckY] = [x2 - HEAD * ux, y2 + down - HEAD * uy]
        const [line, head] = arrow.children
        const corners = [[neckX - HALF * uy, neckY + HALF * ux], [x2, y2 + down], [neckX + HALF * uy, neckY - HALF * ux]]
        set(line, { d: `M${x1} ${y1 + down}L${neckX} ${neckY}` })
        set(head, { points: corners.join(" ") })
        return arrow
      }),
    )
    const factors = arrows.map((leading) =>
      leading.map(({ label: { at, anchor } }) => {
        const words = copy("factor")
        set(words, { x: at[0], y: at[1] + down, "text-anchor": anchor })
        return words
      }),
    )
    const rounds = circles.map((circle, index) => {
      const [x, y] = places[index] ?? [0, 0]
      const all = copy("circle")
      const [round, name, value, slope, under] = [...all.children] as SVGElement[]
      const text = formula(circle)
      set(round, { cx: x, cy: y + down })
      for (const [part, below] of [[name, shared.neuron.baseline], [value, sizes.lines.value], [slope, sizes.lines.slope]] as const) set(part, { x, y: y + down + below })
      set(under, { x: within(x, wideOf(text), sizes.width), y: y + down + sizes.lines.formula })
      if (name) write(name, circle.name)
      if (under && text) fit(under, text, wideOf(text))
      else under?.remove()
      return [all, value, slope] as [SVGElement, SVGElement, SVGElement]
    })
    stage.replaceChildren(...lines.flat(), ...factors.flat(), ...rounds.map(([all]) => all))
    return { circles, words: rounds.map(([, value, slope], index) => ({ value, slope, factors: factors[index] ?? [] })) }
  }

  /** Reads an expression and draws its graph. */
  const read = (text: string): Drawn => {
    const circles = graph(parse(text, INPUTS), INPUTS)
    const columns = 1 + Math.max(...circles.map(({ depth }) => depth))
    if (circles.length > most.circles || columns > most.columns) {
      throw new Mistake(["too-many", { circles: circles.length, columns, "most-circles": most.circles, "most-columns": most.columns }])
    }
    const layout = layOut(circles.map((circle) => nodeOf(circles, circle)), sizes)
    if (!layout) throw new Mistake(["no-room"])
    return draw(circles, layout)
  }

  const number = ({ circles, words }: Drawn, found: ReadonlyMap<Circle, Found>, whole: boolean): void =>
    words.forEach(({ value, slope, factors }, index) => {
      const of = found.get(circles[index] as Circle)
      fit(value, of ? compact(of.value) : "", sizes.number)
      fit(slope, of && whole ? compact(of.slope) : "", sizes.number, heavyPen)
      factors.forEach((words, route) => fit(words, of ? `× ${compact(of.routes[route]?.slope ?? 0)}` : "", factor.wide))
    })

  const sentences = (mistake: Mistake): string => mistake.sentences.map(([text, values]) => say(texts, text, values)).join("")

  /** The sums of the circles that have more than one route. */
  const sums = (circles: readonly Circle[], found: ReadonlyMap<Circle, Found>): string[] =>
    [...circles].reverse().flatMap((circle) => {
      const { sum = [], slope = 0 } = found.get(circle) ?? {}
      return sum.length > 1 ? `${circle.name}: ${sum.map(([each, factor]) => `${behind(each, precise)} × ${behind(factor, precise)}`).join(" + ")} = ${precise(slope)}` : []
    })

  const answer = (circles: readonly Circle[], found: ReadonlyMap<Circle, Found>): string => {
    const inputs = INPUTS.map((name) => ({ name, of: found.get(circles.find((circle) => circle.name === name) as Circle) }))
    const slopes = Object.fromEntries(inputs.map(({ name, of }) => [`slope-${name}`, precise(of?.slope ?? 0)]))
    const last = found.get(circles.at(-1) as Circle)
    const more = inputs.map(({ name, of }) => {
      if (!of) return say(texts, "unused", { name })
      const [first = 0, ...others] = of.sum.map(([each, factor]) => each * factor)
      const sum = plain(first) + others.map((each) => (each < 0 ? ` − ${plain(-each)}` : ` + ${plain(each)}`)).join("")
      return others.length ? say(texts, "routes", { name, count: of.sum.length, sum, slope: plain(of.slope) }) : ""
    })
    return say(texts, "says", { value: precise(last?.value ?? 0), ...slopes }) + more.join("")
  }

  const alt = picture.svg.getAttribute("aria-label") ?? ""
  const isStart = (values: Values, f: string): boolean => f === data.entries?.[0]?.start && data.settings.every(({ name, start }) => values[name] === start)
  /** The picture in words. */
  const described = (circles: readonly Circle[], found: ReadonlyMap<Circle, Found>, f: string): string => {
    const steps = circles.map((circle) => [circle.name, formula(circle), found.has(circle) ? precise(found.get(circle)?.value ?? 0) : ""].filter(Boolean).join(" = "))
    return say(texts, "described", { f, steps: steps.join(", ") })
  }

  let known = ""
  let drawn: Drawn | Mistake | undefined

  return (values, { f = "" }) => {
    if (!drawn || known !== f) {
      known = f
      try {
        drawn = read(f)
      } catch (error) {
        if (!(error instanceof Mistake)) throw error
        drawn = error
      }
    }
    if (drawn instanceof Mistake) return { away: true, wrong: "f", words: sentences(drawn) }
    const { circles } = drawn
    const [found, obstacle] = forward(circles, values)
    const mistake = obstacle ?? backward(circles, found)
    number(drawn, found, !mistake)
    set(picture.svg, { "aria-label": isStart(values, f) ? alt : described(circles, found, f) })
    return mistake ? { words: sentences(mistake) } : { words: answer(circles, found), quotient: sums(circles, found).join("\n") }
  }
}
