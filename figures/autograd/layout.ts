/** Lays a graph out from left to right: columns are given, rows are sought so that nothing meets. */

import shared from "../shared/constants.json"
import { ends, SIZE, WAIST } from "toolkit"
import type { Point } from "toolkit"

/** A circle to be laid out: how wide the words under it are, and what leads to it. */
export interface Node {
  readonly column: number
  readonly wide: number
  /** Earlier nodes, and how wide the words beside their arrows are. */
  readonly from: readonly { readonly node: number; readonly wide: number }[]
}

/** What the picture is made of. */
export interface Sizes {
  readonly width: number
  /** Where the first column is, and how far apart columns are at most. */
  readonly left: number
  readonly column: number
  readonly row: number
  readonly radius: number
  /** How wide the numbers at a circle are, at most. */
  readonly number: number
  /** How far below the middle of a circle its words stand. */
  readonly lines: { readonly value: number; readonly slope: number; readonly formula: number }
}

/** Where words beside an arrow are: their baseline, and which end of them is there. */
export interface Label {
  readonly at: Point
  readonly anchor: "start" | "middle" | "end"
}

export interface Layout {
  readonly places: readonly Point[]
  /** Of each node, in the order of what leads to it: where the arrow is, and its words. */
  readonly arrows: readonly (readonly { readonly way: Way; readonly label: Label }[])[]
  /** Where the highest words and the lowest ones end. */
  readonly top: number
  readonly bottom: number
}

/** Where an arrow starts, and where its tip is. */
export type Way = readonly [Point, Point]

/** Around the middle (x, y). */
interface Box {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly high: number
}

interface Words extends Box {
  readonly label: Label
}

/** Nodes laid out, as far as they are; what meets in it costs something. */
interface Draft {
  readonly rows: readonly number[]
  readonly circles: readonly Box[]
  readonly words: readonly Box[]
  readonly ways: readonly Way[]
  readonly labels: readonly Words[]
  readonly cost: number
}

/** How far an arrow ends from its circles, and two arrows side by side from each other. */
const [GAP, ASIDE] = [shared.neuron.gap, 8]
/** Of how many drafts the work goes on, and how many rows up and down a place is sought. */
const [DRAFTS, REACH] = [12, 3]
/** What makes a draft worse: arrows that cross each other, or lead through words, and how much higher it gets for each pixel. */
const [CROSSED, COVERED, GROWN] = [60, 240, 0.6]
/** And words beside an arrow that are not at its middle, or closer to others than they like. */
const [OFF, CLOSE, ROOM] = [3, 12, 12]
/** Where along an arrow its words may be. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
/** Under this share of its length upwards an arrow has its words over or under it, not at its side. */
const FLAT = 0.25

const ANCHORS = ["end", "middle", "start"] as const

const meet = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) * 2 < a.wide + b.wide && Math.abs(a.y - b.y) * 2 < a.high + b.high

/** Whether a way leads through a box. */
function enters([[x1, y1], [x2, y2]]: Way, { x, y, wide, high }: Box): boolean {
  const [across, down] = [x2 - x1, y2 - y1]
  const [right, below] = [x1 + x2 - 2 * x, y1 + y2 - 2 * y]
  return (
    Math.abs(right) < wide + Math.abs(across) &&
    Math.abs(below) < high + Math.abs(down) &&
    Math.abs(across * below - down * right) < wide * Math.abs(down) + high * Math.abs(across)
  )
}

const turn = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): number => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
const cross = ([a, b]: Way, [c, d]: Way): boolean => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
/** What an arrow keeps off: most words are less wide than they may be. */
const core = (box: Box): Box => ({ ...box, wide: box.wide - 16 })
const free = (box: Box, all: readonly (readonly Box[])[]): boolean => !all.some((boxes) => boxes.some((each) => meet(box, each)))
const span = (rows: readonly number[]): number => (rows.length ? Math.max(...rows) - Math.min(...rows) : 0)
const count = <Each>(all: readonly Each[], is: (each: Each) => boolean): number => all.filter(is).length

/** Goes from node to node and keeps the best drafts; nothing, if none has room for everything. */
export function layOut(nodes: readonly Node[], sizes: Sizes): Layout | undefined {
  const { width, radius, lines } = sizes
  const columns = Math.max(...nodes.map(({ column }) => column))
  const step = Math.min(sizes.column, (width - 2 * sizes.left) / Math.max(1, columns))
  const left = (width - step * columns) / 2

  const circleOf = ({ column }: Node, row: number): Box => ({ x: left + step * column, y: row * sizes.row, wide: 2 * radius + 4, high: 2 * radius + 4 })
  const wordsOf = ({ x, y }: Box, { wide }: Node): Box[] => {
    const all = [{ below: lines.value, wide: sizes.number }, { below: lines.slope, wide: sizes.number }, { below: lines.formula, wide }]
    return all.filter((line) => line.wide).map((line) => ({ x: within(x, line.wide, width), y: y + line.below - WAIST, wide: line.wide, high: SIZE }))
  }
  /** From circle to circle; one of two arrows moves aside. */
  const wayOf = (a: Box, b: Box, aside: number): Way => {
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length]
    const off = radius + GAP
    return [
      [a.x + ux * off - uy * aside, a.y + uy * off + ux * aside],
      [b.x - ux * off - uy * aside, b.y - uy * off + ux * aside],
    ]
  }
  const waysOf = (from: Node["from"], circles: readonly Box[], circle: Box): Way[] => {
    const doubled = from.length === 2 && from[0]?.node === from[1]?.node
    return from.map(({ node }, index) => wayOf(circles[node] ?? circle, circle, doubled ? ASIDE * (index - 0.5) : 0))
  }

  /** All places beside a way, those at its middle first. */
  function* beside([[x1, y1], [x2, y2]]: Way, wide: number): Generator<Words> {
    const length = Math.hypot(x2 - x1, y2 - y1)
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
    const away = (Math.abs(uy) * wide + ux * SIZE) / 2 + 3
    for (const share of SHARES) {
      for (const side of [1, -1]) {
        const [x, y] = [x1 + (x2 - x1) * share + side * uy * away, y1 + (y2 - y1) * share - side * ux * away]
        if (x - wide / 2 < 2 || x + wide / 2 > width - 2) continue
        const anchor = Math.abs(uy) < FLAT ? 0 : Math.sign(side * uy)
        yield { x, y, wide, high: SIZE, label: { at: [x - (anchor * wide) / 2, y + WAIST], anchor: ANCHORS[anchor + 1] ?? "middle" } }
      }
    }
  }

  /** The best place for words beside a way, and how much it costs; better one that an arrow leads through than none. */
  const bestBeside = (way: Way, wide: number, { words, circles, ways }: Draft, labels: readonly Box[]): readonly [best: Words | undefined, cost: number] => {
    let [best, least, off]: [Words | undefined, number, number] = [undefined, Infinity, 0]
    for (const box of beside(way, wide)) {
      const taken = [words, labels, circles]
      if (!free(box, taken)) continue
      const roomy = free({ ...box, wide: box.wide + ROOM, high: box.high + ROOM }, taken)
      const cost = off + (roomy ? 0 : CLOSE) + (ways.some((each) => enters(each, box)) ? COVERED : 0)
      if (cost < least) [best, least] = [box, cost]
      if (off >= least) break
      off += OFF
    }
    return [best, least]
  }

  /** Puts a node in a row, without the words at its arrows; nothing, if something is in its place. */
  const put = (draft: Draft, node: Node, row: number): Draft | undefined => {
    const circle = circleOf(node, row)
    const own = wordsOf(circle, node)
    const taken = [draft.words, draft.labels]
    if (!free(circle, taken) || !own.every((box) => free(box, [...taken, draft.circles]))) return undefined
    if (draft.ways.some((way) => enters(way, circle))) return undefined
    const ways = waysOf(node.from, draft.circles, circle)
    if (ways.some((way, index) => draft.circles.some((each, other) => other !== node.from[index]?.node && enters(way, each)))) return undefined
    const rows = [...draft.rows, row]
    let cost = draft.cost + GROWN * sizes.row * (span(rows) - span(draft.rows))
    for (const box of own.map(core)) cost += COVERED * count(draft.ways, (way) => enters(way, box))
    for (const way of ways) {
      cost += Math.abs(way[1][1] - way[0][1]) + CROSSED * count(draft.ways, (each) => cross(each, way))
      cost += COVERED * (count(draft.words, (each) => enters(way, core(each))) + count(own, (each) => enters(way, core(each))) + count(draft.labels, (each) => enters(way, each)))
    }
    return { ...draft, rows, circles: [...draft.circles, circle], words: [...draft.words, ...own], ways: [...draft.ways, ...ways], cost }
  }

  /** Writes the words at the arrows of the node that was put last; nothing, if there is no room. */
  const label = (draft: Draft, { from }: Node): Draft | undefined => {
    const labels = [...draft.labels]
    let { cost } = draft
    for (const [index, { wide }] of from.entries()) {
      const way = draft.ways[draft.ways.length - from.length + index] as Way
      const [best, worse] = bestBeside(way, wide, draft, labels)
      if (!best) return undefined
      labels.push(best)
      cost += worse
    }
    return { ...draft, labels, cost }
  }

  let drafts: Draft[] = [{ rows: [], circles: [], words: [], ways: [], labels: [], cost: 0 }]
  const byCost = (a: Draft, b: Draft): number => a.cost - b.cost
  nodes.forEach((node, index) => {
    const next = drafts.flatMap((draft) => {
      const near = node.from.map(({ node }) => draft.rows[node] ?? 0)
      // One input is over the other.
      const [low, high] = near.length ? [Math.min(...near) - REACH, Math.max(...near) + REACH] : index ? [1, 2 * REACH] : [0, 0]
      return Array.from({ length: high - low + 1 }, (_, each) => low + each).flatMap((row) => put(draft, node, row) ?? [])
    })
    drafts = []
    for (const draft of next.sort(byCost)) {
      const labelled = drafts.length < DRAFTS ? label(draft, node) : undefined
      if (labelled) drafts.push(labelled)
    }
    drafts.sort(byCost)
  })
  const [best] = drafts
  if (!best) return undefined
  const labels = [...best.labels]
  let index = 0
  const arrows = nodes.map(({ from }) =>
    from.map(({ wide }) => {
      const way = best.ways[index] as Way
      // Now that all arrows are there, some words find a better place.
      const [better] = bestBeside(way, wide, best, labels.filter((_, each) => each !== index))
      if (better) labels[index] = better
      index += 1
      return { way, label: (labels[index - 1] as Words).label }
    }),
  )
  const [top, bottom] = ends([...best.words, ...labels].flatMap(({ y, high }) => [y - high / 2, y + high / 2]))
  return { places: best.circles.map(({ x, y }) => [x, y]), arrows, top, bottom }
}

/** Where the middle of words is that would leave the picture. */
export const within = (x: number, wide: number, width: number): number => Math.min(Math.max(x, wide / 2 + 3), width - wide / 2 - 3)
