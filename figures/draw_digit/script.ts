/** A digit that the reader draws, and what the network of the chapter reads. */

import { bitmap, counts } from "./bitmap"
import constants from "./constants.json"
import shared from "../shared/constants.json"
import { outputs } from "../shared/mathematics"
import type { Layer } from "../shared/mathematics"
import { Pen } from "./pen"
import { PLACES, read } from "./strokes"
import type { Stroke } from "./strokes"
import { fixed, say } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Sample {
  /** Its number in the test data. */
  readonly number: number
  readonly label: number
  readonly shades: readonly number[]
}

/** Where the paper is on the picture, and how wide its pixels are. */
type Place = readonly [left: number, top: number, pixel: number]

interface Data {
  readonly samples: readonly Sample[]
  readonly layers: readonly [hidden: Layer, last: Layer]
  readonly darkest: number
  /** Above which outputs the network is sure, and fairly sure. */
  readonly limits: Readonly<Record<"sure" | "fairly", number>>
  /** How many characters a drawing has at most. */
  readonly longest: number
  readonly paper: Place
  /** How far an output is below the one before, and how long a bar of 1 is. */
  readonly step: number
  readonly bar: number
}

const { side: SIDE } = shared
/** The share of an answer, as it is printed. */
const printed = (share: number): string => fixed(share, constants.decimals.share)

/** A line through the points of a stroke, without corners. */
function curve(stroke: Stroke): string {
  const inner = stroke.slice(1, -1).map(([x, y], index) => {
    const [nextX, nextY] = stroke[index + 2] ?? [x, y]
    return `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`
  })
  return `M${stroke[0]?.join(" ")}${inner.join("")}L${stroke.at(-1)?.join(" ")}`
}

export const make: Figure<Data> = (picture, { texts, data }, hand) => {
  const { samples, layers, darkest, limits, longest, paper, step, bar } = data
  const yours = samples.length
  const [left, top, pixel] = paper
  const place = (each: number): number => ((each + 0.5) / PLACES) * SIDE * pixel
  const onPaper = ([x, y]: Point): Point => [left + place(x), top + place(y)]
  const sharesOf = (shades: readonly number[]): number[] => outputs(...layers, shades.map((shade) => shade / darkest))
  const largest = (shares: readonly number[]): number => shares.indexOf(Math.max(...shares))
  const start = data.settings[0]?.start ?? yours
  const marked = largest(sharesOf(samples[start]?.shades ?? []))
  const nib = picture.look("pen")
  const partsOf = (digit: number): string[] => ["bar", "digit", "share"].map((name) => `${name}-${digit}`)
  const [lit, dim] = [marked, (marked + 1) % 10].map((digit) => partsOf(digit).map((part) => picture.look(part)))

  const surface = picture.part("surface")
  surface.setAttribute("role", "application")
  surface.setAttribute("tabindex", "0")
  surface.setAttribute("aria-label", say(texts, "surface"))
  // What can be held must not be inside of an image.
  picture.svg.setAttribute("role", "group")
  const change = (drawing?: string): void => (drawing === undefined ? hand.set({}, {}) : hand.set({ sample: yours }, { drawing }))
  const pen = new Pen(surface, longest, change, hand.signal)

  /** Draws an image, one path for each shade. */
  const paint = (part: "paper" | "seen", shades: readonly number[]): void => {
    const squares = new Map<number, string>()
    shades.forEach((shade, index) => {
      const square = `M${index % SIDE} ${Math.floor(index / SIDE)}h1`
      squares.set(shade, (squares.get(shade) ?? "") + square)
    })
    for (let shade = 1; shade <= darkest; shade += 1) picture.set(`${part}-${shade}`, "d", squares.get(shade) ?? "")
  }

  /** Shows the ten outputs, or none, and which is the answer. */
  const showOutputs = (shares: readonly number[], answer: number, word: string): void => {
    for (let digit = 0; digit < 10; digit += 1) {
      const share = shares[digit]
      const [x, y] = picture.startOf(`bar-${digit}`)
      const looks = digit === answer ? lit : dim
      picture.path(`bar-${digit}`, [[x, y], [x + bar * (share ?? 0), y]])
      partsOf(digit).forEach((part, index) => picture.dress(part, looks?.[index] ?? []))
      picture.words(`share-${digit}`, share === undefined ? "" : printed(share))
    }
    const share = shares[answer]
    picture.show("mark", share !== undefined)
    picture.shift("mark", 0, step * (Math.max(answer, 0) - marked))
    picture.words("answer", share === undefined ? "–" : String(answer))
    picture.words("share", share === undefined ? "" : printed(share))
    picture.words("word", word)
  }

  const showPen = (): string => {
    const [x, y] = onPaper(pen.at)
    picture.shift("pen", x, y)
    picture.show("pen", pen.isHeld)
    const [fill, stroke, ...rest] = nib
    picture.dress("pen", pen.isDown && fill && stroke ? [["fill", stroke[1]], stroke, ...rest] : nib)
    const [across, down] = pen.at
    return pen.isHeld ? say(texts, pen.isDown ? "pen-down" : "pen-up", { across, down }) : ""
  }

  return ({ sample: chosen = yours }, { drawing = "" }) => {
    const sample = samples[chosen]
    // On an image, a drawing begins anew.
    pen.goOn(sample ? "" : drawing)
    const strokes = sample ? [] : read(drawing)
    const shades = sample?.shades ?? counts(bitmap(strokes))
    const about = sample ? { number: sample.number, label: sample.label } : undefined
    picture.words("title", about ? say(texts, "image-is", about) : say(texts, "yours"))
    picture.show("image", sample !== undefined)
    if (sample) paint("paper", shades)
    picture.set("ink", "d", strokes.map((stroke) => curve(stroke.map(onPaper))).join(""))
    paint("seen", shades)
    const before = showPen() + (pen.isFull ? say(texts, "full") : "")

    if (!sample && strokes.length === 0) {
      showOutputs([], -1, "")
      return { words: before + say(texts, "empty") }
    }
    const shares = sharesOf(shades)
    const answer = largest(shares)
    const second = largest(shares.map((share, digit) => (digit === answer ? 0 : share)))
    const [share, next] = [shares[answer] ?? 0, shares[second] ?? 0]
    const how = share > limits.sure ? "sure" : share > limits.fairly ? "fairly" : "unsure"
    showOutputs(shares, answer, say(texts, `word-${how}`))
    const reading = say(texts, how, { answer, share: printed(share), second, "second-share": printed(next) })
    const wrong = sample && sample.label !== answer ? say(texts, "wrong") : ""
    return { words: before + (about ? say(texts, "sample-is", about) : "") + reading + wrong }
  }
}
