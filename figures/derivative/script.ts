/** Secants through a point of x³, for any x and any Δx. */

import { cube, cubeSlope, forwardDifference } from "../shared/mathematics"
import { apart, ends, exact, plain, precise, quotient, rounded, say, writeEach } from "toolkit"
import type { Figure, Point } from "toolkit"

interface Data {
  /** Each secant's increment, as a share of Δx. */
  readonly shares: readonly number[]
  /** How far apart numbers must be to be read, on the axis and at the right end. */
  readonly apart: { readonly across: number; readonly down: number }
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { plot } = picture
  const [ofX, ofDx] = data.settings
  if (!ofX || !ofDx) throw new Error("settings: x, dx")
  const [first, wide] = [ofX.start, ofDx.start]
  const [left, right] = ends(ofX.values)
  const [, largest] = ends(ofDx.values)

  /** The line of that slope through the point, across the whole plot. */
  const through = (x: number, slope: number): Point[] => {
    const start = Math.max(plot.x.low, x + (plot.y.low - cube(x)) / slope)
    return [start, plot.x.high].map((end) => plot.at(end, cube(x) + slope * (end - x)))
  }
  /** Where that line ends on the right. */
  const level = (x: number, slope: number): number => plot.y.at(cube(x) + slope * (plot.x.high - x))
  const name = picture.part("point-name")
  const [nameX, nameY] = [Number(name.getAttribute("x")), Number(name.getAttribute("y"))]
  const tangentLevel = level(first, cubeSlope(first))
  const rows = data.shares.map((_, index) => picture.startOf(`increment-${index}`)[1])
  const secantLevels = data.shares.map((share) => level(first, forwardDifference(cube, first, share * wide)))

  const move = (x: number, dx: number): void => {
    const [across, up] = plot.at(x, cube(x))
    const [across0, up0] = plot.at(first, cube(first))
    const tangent = cubeSlope(x)
    const others = data.shares.map((share) => x + share * dx)
    // Where nothing was added there is no second point: the secant is the tangent.
    const slopes = data.shares.map((share) => (x + share * dx === x ? tangent : forwardDifference(cube, x, share * dx)))
    const floor = plot.y.start
    // The point and the tangent come first; then the widest secant.
    const [, ...readable] = apart([across, ...others.map(plot.x.at, plot.x)], data.apart.across)
    const [, ...clear] = apart([level(x, tangent), ...slopes.map((slope) => level(x, slope))], data.apart.down)

    picture.shift("tick", across - across0, 0)
    picture.words("tick-number", plain(x))
    picture.path("down", [[across, floor], [across, up]])
    picture.shift("point", across - across0, up - up0)
    picture.words("point-name", say(texts, "point-at", { x: rounded(x), y: rounded(cube(x)) }))
    // Only the name that the page gives the point is short enough for its left.
    const turned = x !== first
    picture.set("point-name", "text-anchor", turned ? "start" : "end")
    picture.shift("point-name", turned ? across + 12 - nameX : across - across0, turned ? up + 20 - nameY : up - up0)
    picture.path("tangent", through(x, tangent))
    picture.shift("tangent-end", 0, level(x, tangent) - tangentLevel)
    picture.words("tangent-end", rounded(tangent))
    picture.shift("tangent-name", 0, level(x, tangent) - tangentLevel)
    picture.words("tangent-name", say(texts, "tangent-at", { slope: rounded(tangent) }))

    data.shares.forEach((share, index) => {
      const [end = x, slope = tangent] = [others[index], slopes[index]]
      const [place, height] = plot.at(end, cube(end))
      const [place0, height0] = plot.at(first + share * wide, cube(first + share * wide))
      picture.shift(`tick-${index}`, place - place0, 0)
      picture.words(`tick-number-${index}`, plain(end))
      picture.show(`tick-${index}`, readable[index] ?? false)
      picture.path(`down-${index}`, [[place, floor], [place, height]])
      picture.shift(`ring-${index}`, place - place0, height - height0)
      picture.path(`secant-${index}`, through(x, slope))
      picture.shift(`end-${index}`, 0, level(x, slope) - (secantLevels[index] ?? 0))
      picture.words(`end-${index}`, rounded(slope))
      picture.show(`end-${index}`, clear[index] ?? false)
      const row = rows[index] ?? 0
      picture.path(`increment-${index}`, [[across, row], [place, row]])
      picture.shift(`increment-start-${index}`, across - across0, 0)
      picture.shift(`increment-end-${index}`, place - place0, 0)
      picture.shift(`increment-name-${index}`, place - place0, 0)
      picture.words(`increment-name-${index}`, `Δx = ${plain(share * dx)}`)
    })
  }

  return ({ x = first, dx = wide }) => {
    const away = x < left || x > right || dx <= 0 || dx > largest
    if (!away) move(x, dx)
    const [below, above, run] = [cube(x), cube(x + dx), x + dx - x]
    const slope = forwardDifference(cube, x, dx)
    const outside = away ? say(texts, "outside", { low: exact(left), high: exact(right), largest: exact(largest) }) : ""
    const answer = (name: string, values: Record<string, number>): string =>
      say(texts, name, writeEach(values, precise)) + outside
    if (!Number.isFinite(above) || !Number.isFinite(below)) return { away, words: answer("too-large", { x }) }
    if (run === 0) return { away, words: answer("nothing-added", { x, dx }) }
    const tangent = cubeSlope(x)
    return {
      away,
      quotient: quotient([above, below], [x + dx, x]),
      words: answer("says", { x, dx, slope, tangent, error: Math.abs(slope - tangent) }),
    }
  }
}
