/** A game: which of six computed slopes is wrong? The costs tell, when numbers are moved. */

import { exact, fixed, plain, round, say } from "toolkit"
import type { Figure } from "toolkit"

/** A game: each list has an entry for each of the six numbers. */
interface Game {
  readonly x: number
  readonly hidden: number
  readonly numbers: readonly number[]
  readonly cost: number
  /** As they were computed, one of them wrong. */
  readonly slopes: readonly number[]
  /** The costs with that number a step smaller, and a step larger. */
  readonly below: readonly number[]
  readonly above: readonly number[]
  readonly errors: readonly number[]
  readonly wrong: number
  /** The text that tells what was done wrong. */
  readonly mistake: string
}

interface Data {
  readonly symbols: readonly string[]
  /** The arrows from each number to the cost. */
  readonly routes: readonly (readonly number[])[]
  readonly step: number
  readonly digits: { readonly cost: number; readonly slope: number }
  readonly games: readonly Game[]
}

export const make: Figure<Data> = (picture, { texts, data }) => {
  const { symbols, routes, step, digits, games } = data
  const arrows = routes[0] ?? []
  const cost = (value: number): string => fixed(value, digits.cost)
  const slope = (value: number): string => fixed(value, digits.slope)
  const run = 2 * step

  const show = (game: Game, nudged: number, found: boolean, answer: number): void => {
    picture.words("x-value", plain(game.x))
    picture.words("hidden-value", slope(game.hidden))
    picture.words("cost", cost(game.cost))
    picture.show("error-head", answer >= 0)
    for (const arrow of arrows) picture.show(`arrow-${arrow}`, routes[nudged]?.includes(arrow) ?? false)
    symbols.forEach((symbol, place) => {
      picture.words(`number-${place}`, `${symbol} = ${plain(game.numbers[place] ?? 0)}`)
      picture.words(`slope-${place}`, slope(game.slopes[place] ?? 0))
      picture.words(`below-${place}`, cost(game.below[place] ?? 0))
      picture.words(`above-${place}`, cost(game.above[place] ?? 0))
      picture.words(`error-${place}`, plain(game.errors[place] ?? 0))
      picture.show(`error-${place}`, found || place === answer)
      picture.show(`strike-${place}`, found && place === answer)
      picture.show(`row-${place}`, place === nudged)
    })
  }

  /** What is measured when a number is moved, and the quotient but for its last step. */
  const measure = (game: Game, place: number) => {
    const [at = 0, below = 0, above = 0] = [game.numbers, game.below, game.above].map((all) => all[place])
    const [down, up, rise] = [exact(round(at - step, 3)), exact(round(at + step, 3)), cost(above - below)]
    return {
      values: { down, below: cost(below), at: plain(at), cost: cost(game.cost), up, above: cost(above), rise, run: plain(run) },
      quotient: `(${cost(above)} − ${cost(below)}) ÷ (${up} − ${down.startsWith("−") ? `(${down})` : down}) = ${rise} ÷ ${plain(run)}`,
      measured: slope((above - below) / run),
    }
  }

  return ({ game: number = 1, nudged: moved = 0, answer: answered = 0 }) => {
    const game = games[number - 1]
    if (!game) return { away: true, words: say(texts, "no-game", { low: 1, high: games.length }) }
    const [nudged, answer] = [moved - 1, answered - 1]
    const found = answer === game.wrong
    show(game, nudged, found, answer)

    const tell = (name: string, place: number, measured: Readonly<Record<string, string>> = {}): string =>
      say(texts, name, {
        name: symbols[place] ?? "",
        slope: slope(game.slopes[place] ?? 0),
        error: plain(game.errors[place] ?? 0),
        ...measured,
      })
    const { values, quotient, measured } = measure(game, nudged)
    const worked = nudged < 0 ? "" : found ? `${quotient} = ${measured}` : quotient
    if (found) {
      return { quotient: worked, words: tell("found", answer, { measured: measure(game, answer).measured }) + say(texts, game.mistake) }
    }
    const verdict = answer < 0 ? "" : tell("passes", answer)
    if (nudged < 0) return { words: verdict || say(texts, "start", { game: number }) }
    return { quotient: worked, words: verdict + tell("nudged", nudged, values) }
  }
}
