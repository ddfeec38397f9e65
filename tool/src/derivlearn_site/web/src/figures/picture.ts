/** A picture that the build has drawn: its plots' scales, and its parts that move. */

import constants from "../../../figures/constants.json"
import { coordinate } from "./numbers"

/** The size of words; and how far the middle of a line of them is over its baseline. */
export const { size: SIZE, waist: WAIST } = constants
/** How long the head of an arrow is, and half of how wide. */
export const { head: HEAD, half: HALF } = constants.arrow
export const { subscripts: SUBSCRIPTS, superscripts: SUPERSCRIPTS } = constants

export type Point = readonly [x: number, y: number]

export type Look = readonly (readonly [attribute: string, value: string | null])[]

/** Where a value is on the picture: the same as `Scale` of `axes.py`. */
export class Scale {
  private readonly measure: (value: number) => number
  private readonly first: number
  /** How far the picture goes for one of what is measured. */
  private readonly share: number

  constructor(
    private readonly kind: string,
    readonly low: number,
    readonly high: number,
    readonly start: number,
    readonly end: number,
  ) {
    this.measure = kind === "log" ? Math.log10 : (value) => value
    this.first = this.measure(low)
    this.share = (end - start) / (this.measure(high) - this.first)
  }

  /** Reads what the build wrote: `linear 0 6 28 322`. */
  static read(text: string): Scale {
    const [kind = "", ...ends] = text.split(" ")
    const [low = 0, high = 1, start = 0, end = 1] = ends.map(Number)
    return new Scale(kind, low, high, start, end)
  }

  at(value: number): number {
    return this.start + (this.measure(value) - this.first) * this.share
  }

  /** The value at a place. */
  value(place: number): number {
    const share = (place - this.start) / (this.end - this.start)
    return this.kind === "log" ? this.low * (this.high / this.low) ** share : this.low + share * (this.high - this.low)
  }
}

/** A plot: one scale across, one upwards. */
export class Plot {
  readonly x: Scale
  readonly y: Scale

  constructor(group: SVGElement) {
    this.x = Scale.read(group.dataset["xScale"] ?? "")
    this.y = Scale.read(group.dataset["yScale"] ?? "")
  }

  at(x: number, y: number): Point {
    return [this.x.at(x), this.y.at(y)]
  }

  /** The places between which a straight line is on the plot, if it is anywhere. */
  within(start: Point, end: Point): readonly [Point, Point] | undefined {
    const [first, last] = [this.at(...start), this.at(...end)]
    let [from, to] = [0, 1]
    for (const [axis, scale] of [[0, this.x], [1, this.y]] as const) {
      const run = last[axis] - first[axis]
      const edges = [scale.start - first[axis], scale.end - first[axis]]
      if (run === 0) {
        if (Math.min(...edges) > 0 || Math.max(...edges) < 0) return undefined
        continue
      }
      const shares = edges.map((edge) => edge / run)
      from = Math.max(from, Math.min(...shares))
      to = Math.min(to, Math.max(...shares))
    }
    if (from > to) return undefined
    const place = (share: number): Point => [first[0] + share * (last[0] - first[0]), first[1] + share * (last[1] - first[1])]
    return [place(from), place(to)]
  }
}

/** A letter that stands alone is a variable, but for the English article and the e of an exponent. */
const VARIABLE = new RegExp(constants.variable)

/** Words in pieces: every second one is a variable. */
export const pieces = (text: string): string[] => text.split(VARIABLE)

/** Writes words; variables in them are in italics. */
export function write(part: SVGElement, text: string): void {
  const nodes = pieces(text).map((piece, index) => {
    if (index % 2 === 0) return document.createTextNode(piece)
    const variable = document.createElementNS("http://www.w3.org/2000/svg", "tspan")
    variable.setAttribute("font-style", "italic")
    variable.textContent = piece
    return variable
  })
  part.replaceChildren(...nodes)
}

export class Picture {
  readonly plots: readonly Plot[]
  private readonly parts = new Map<string, SVGElement>()
  private readonly said = new Map<string, string>()

  constructor(readonly svg: SVGSVGElement) {
    this.plots = [...svg.querySelectorAll<SVGElement>("[data-x-scale]")].map((group) => new Plot(group))
    for (const part of svg.querySelectorAll<SVGElement>("[data-part]")) this.parts.set(part.dataset["part"] ?? "", part)
  }

  /** The first plot: most pictures have one. */
  get plot(): Plot {
    const [first] = this.plots
    if (!first) throw new Error("the picture has no plot")
    return first
  }

  /** The plot that a part stands in. */
  plotOf(part: SVGElement): Plot {
    const group = part.closest<SVGElement>("[data-x-scale]")
    if (!group) throw new Error("a handle stands outside of all plots")
    return new Plot(group)
  }

  part(name: string): SVGElement {
    const part = this.parts.get(name)
    if (!part) throw new Error(`the picture has no part ${name}`)
    return part
  }

  /** Gives a part an attribute, unless it has it: a browser would draw the part anew. */
  set(name: string, attribute: string, value: string): void {
    const part = this.part(name)
    if (part.getAttribute(attribute) !== value) part.setAttribute(attribute, value)
  }

  /** Where a line that has not been changed yet starts. */
  startOf(name: string): Point {
    const [, x, y] = /^M(\S+) ([\d.-]+)/.exec(this.part(name).getAttribute("d") ?? "") ?? []
    return [Number(x), Number(y)]
  }

  /** Moves a part away from where it was drawn. */
  shift(name: string, across: number, down: number): void {
    this.set(name, "transform", `translate(${coordinate(across)} ${coordinate(down)})`)
  }

  /** Lets a line go through other points. */
  path(name: string, points: readonly Point[]): void {
    this.lines(name, [points])
  }

  /** Lets a part that holds several lines hold others. */
  lines(name: string, each: readonly (readonly Point[])[]): void {
    const through = (points: readonly Point[]): string => points.map(([x, y]) => `${coordinate(x)} ${coordinate(y)}`).join("L")
    this.set(name, "d", each.map((points) => `M${through(points)}`).join(""))
  }

  /** Writes other words into a part. */
  words(name: string, text: string): void {
    if (this.said.get(name) === text) return
    this.said.set(name, text)
    write(this.part(name), text)
  }

  show(name: string, visible: boolean): void {
    this.set(name, "visibility", visible ? "visible" : "hidden")
  }

  /** How a part looks now: its colours, and how heavy its line or its words are. */
  look(name: string): Look {
    return ["fill", "stroke", "stroke-width", "font-weight"].map((attribute) => [attribute, this.part(name).getAttribute(attribute)])
  }

  /** Lets a part look as another one did. */
  dress(name: string, look: Look): void {
    for (const [attribute, value] of look) if (value !== null) this.set(name, attribute, value)
  }
}

/** Which of some places are kept if those that come too close to an earlier one are not. */
export function apart(places: readonly number[], distance: number): boolean[] {
  const kept: number[] = []
  return places.map((place) => {
    const free = kept.every((other) => Math.abs(other - place) >= distance)
    if (free) kept.push(place)
    return free
  })
}
