/** Finds the pages of a book that answer a query, the best first. */

import type { Book, Places } from "./texts"
import { asksForNothing, features, hiragana, isKatakana, isSpelled, slips, stem, typed } from "./words"
import type { Feature } from "./words"

/** Part of a query, as it is understood. */
export interface Part extends Feature {
  /** The words of the book that may be meant, and how surely, from 0 to 1. */
  means: Map<string, number>
  places: Places
  weight: number
}

/** What may stand for some parts of a query. */
interface Other {
  covers: number[]
  parts: Part[]
}

/** A page, and those of its sections that hold something: the best first. */
export interface Found {
  page: number
  score: number
  sections: [section: number, score: number][]
  /** The pieces of the query, and whether the page holds them. */
  holds: Record<string, boolean>
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0)

/** Puts what is typed in kana into the words that it says. */
function said(query: string, { sounds }: Book): string {
  const read = (kana: string): string | undefined => {
    if (!kana) return ""
    for (let end = kana.length; end > 1; end--) {
      const word = sounds.get(kana.slice(0, end))
      const rest = word && read(kana.slice(end))
      if (rest !== undefined) return `${word ?? ""}${rest}`
    }
    const rest = /^[のをはにがでと]/.test(kana) ? read(kana.slice(1)) : undefined
    if (rest !== undefined) return `${kana[0] ?? ""}${rest}`
    // The last word may not be typed to its end.
    for (const [sound, word] of sounds) if (sound.startsWith(kana)) return kana.length > 1 ? word : ""
    return undefined
  }
  return query.replace(/(?<![\p{sc=Han}々])[ぁ-ゖァ-ヺー]{2,30}/gu, (kana) =>
    asksForNothing(kana) || !/[ぁ-ゖ]/.test(kana) ? kana : (read(hiragana(kana).replaceAll("ー", "")) ?? kana),
  )
}

export class Query {
  readonly parts: Part[]
  readonly others: Other[]

  constructor(
    private readonly book: Book,
    query: string,
  ) {
    const text = said(typed(query), book)
    this.parts = features(text).map((feature, i, { length }) => this.part(feature, i === length - 1))
    const pieces = this.parts.map(({ piece }) => piece)
    for (const part of this.parts) part.weight /= Math.sqrt(pieces.filter((piece) => piece === part.piece).length)
    this.others = [...this.synonyms(), ...this.otherwiseSplit()]
    // What stands in a row as it was typed counts once more.
    for (const run of new Set([text, ...text.split(/\s+/)]))
      if (this.parts.length > 1 && !this.parts.some(({ key }) => key === run)) {
        const part = this.part({ key: run, whole: false, piece: "" }, false)
        if (part.places.size) this.parts.push({ ...part, weight: part.weight / 2 })
      }
  }

  private part(feature: Feature, last: boolean): Part {
    const { key, whole } = feature
    const means = whole ? this.meanings(feature, last) : new Map([[key, 1]])
    const places: Places = new Map()
    for (const [meant, share] of means)
      for (const [section, counts] of this.book.places(meant, whole)) {
        const [text, heading, names] = places.get(section) ?? [0, 0, 0]
        places.set(section, [text + share * counts[0], heading + share * counts[1], names + share * counts[2]])
      }
    const rare = Math.log(1 + (this.book.sections.length - places.size + 0.5) / (places.size + 0.5))
    // What stands in a few places only may stand there by chance.
    const weight = asksForNothing(key) ? 0.15 : key.length === 1 && !whole ? 0.5 : 1
    return { ...feature, means, places, weight: weight * Math.min(3, rare) }
  }

  private meanings({ key, piece }: Feature, last: boolean): Map<string, number> {
    const means = new Map<string, number>()
    if (this.book.words.has(key)) means.set(key, 1)
    // A word may not be typed to its end, and one in katakana may stand within others.
    if (isSpelled(key) && last && piece.length > 2)
      for (const word of this.book.spelled) if (word !== key && word.startsWith(piece)) means.set(word, 0.5)
    if (isKatakana(key) && key.length > 1)
      for (const word of this.book.katakana) if (word !== key && word.includes(key)) means.set(word, 0.9)
    return means.size ? means : this.slipped(key)
  }

  /** Returns the words that are the fewest slips away, one or two. */
  private slipped(key: string): Map<string, number> {
    let near = new Map<string, number>()
    let fewest = key.length < 4 ? 0 : key.length < 7 ? 1 : 2
    if (!fewest) return near
    for (const word of isSpelled(key) ? this.book.spelled : isKatakana(key) ? this.book.katakana : []) {
      const wrong = word.length > 2 ? slips(key, word, fewest) : 9
      if (wrong > fewest) continue
      if (wrong < fewest) near = new Map()
      fewest = wrong
      // Few slip at the first letter.
      near.set(word, (word[0] === key[0] ? 1 : 0.7) * (wrong > 1 ? 0.6 : 0.8))
    }
    return near
  }

  /** Finds the names in the query that something else is called, too. */
  private *synonyms(): Generator<Other> {
    for (const names of this.book.synonyms)
      for (const name of names) {
        const covers = name.map(({ key }) => this.parts.findIndex(({ means }) => (means.get(key) ?? 0) > 0.5))
        if (!covers.length || covers.includes(-1)) continue
        for (const other of names) {
          const parts = other === name ? [] : other.map((each) => this.part(each, false))
          if (parts.length && parts.every(({ places }) => places.size)) yield { covers, parts }
        }
      }
  }

  /** Finds two words that the book writes as one, and one that it writes as two. */
  private *otherwiseSplit(): Generator<Other> {
    const { words } = this.book
    const make = (...pieces: string[]): Part[] =>
      pieces.flatMap((piece) => features(piece)).map((feature) => this.part(feature, false))
    for (const [i, { key, piece }] of this.parts.entries()) {
      const next = this.parts[i + 1]?.piece ?? ""
      if (isSpelled(piece) && isSpelled(next) && words.has(stem(piece + next)))
        yield { covers: [i, i + 1], parts: make(piece + next) }
      if (words.has(key) || piece.length > 30 || !(isSpelled(piece) || isKatakana(key))) continue
      for (let cut = 2; cut < piece.length - 1; cut++) {
        const [one, two] = [piece.slice(0, cut), piece.slice(cut)]
        if (features(`${one} ${two}`).every((each) => words.has(each.key))) yield { covers: [i], parts: make(one, two) }
      }
    }
  }

  /** Returns the pages, each with what it holds. */
  find(): Found[] {
    const { book, parts } = this
    const covered = new Set(this.others.flatMap(({ covers }) => covers))
    const total = sum(parts.map(({ weight, places }, i) => (places.size || covered.has(i) ? weight : 0)))
    if (!total) return []
    const named = this.named(total)
    const length = (section: number): number => (book.sections[section]?.text.length ?? 0) / book.usual
    const inSection =
      (section: number) =>
      ({ places }: Part): number => {
        const [text, heading, names] = places.get(section) ?? [0, 0, 0]
        const much = text / (0.6 + 0.4 * length(section)) + 3 * heading + 4 * names
        return much / (much + 1.2)
      }
    const onPage = (sections: number[]) => {
      const long = 1 + sum(sections.map(length)) / 12
      return ({ places }: Part): number => {
        let much = 0
        for (const [i, section] of sections.entries()) {
          const [text, heading, names] = places.get(section) ?? [0, 0, 0]
          much += text / long + (i ? 2 : 6) * Math.min(1, heading) + 4 * Math.min(1, names)
        }
        return much / (much + 3)
      }
    }
    const score = (values: number[]): number => sum(parts.map(({ weight }, i) => weight * (values[i] ?? 0))) / total

    const found = book.pages.map((sections, page) => {
      const values = this.values(onPage(sections))
      const scored = sections.map((section) => ({
        section,
        text: score(this.values(inSection(section))),
        name: named.get(section) ?? 0,
      }))
      // A page that has all that was asked for counts more than one with much of a part.
      const all = 0.4 + 0.6 * score(values.map((value) => (value ? 1 : 0)))
      const counts = book.lists.has(page) ? 0.55 : 1
      const text = counts * all * (0.5 * score(values) + 0.5 * Math.max(...scored.map((each) => each.text)))
      return {
        page,
        text,
        score: text + counts * Math.max(...scored.map((each) => each.name)),
        sections: scored
          .map((each): [number, number] => [each.section, each.text + each.name])
          .filter(([, much]) => much)
          .sort(([, a], [, b]) => b - a),
        holds: this.held(values),
      }
    })
    const least = 0.2 * Math.max(...found.map(({ text }) => text))
    return found.filter((each) => each.score > least).sort((a, b) => b.score - a.score)
  }

  /** Returns how much of each part there is, under whatever name. */
  private values(much: (part: Part) => number): number[] {
    const values = this.parts.map(much)
    for (const { covers, parts } of this.others) {
      const value = 0.9 * (sum(parts.map((part) => part.weight * much(part))) / sum(parts.map(({ weight }) => weight)))
      for (const i of covers) values[i] = Math.max(values[i] ?? 0, value)
    }
    return values
  }

  /** Tells of each piece of the query whether at least half of it is there. */
  private held(values: number[]): Record<string, boolean> {
    const counts: Record<string, number> = {}
    for (const [i, { piece, key }] of this.parts.entries())
      if (piece && !asksForNothing(key)) counts[piece] = (counts[piece] ?? 0) + (values[i] ? 1 : -1)
    return Object.fromEntries(Object.entries(counts).map(([piece, more]) => [piece, more >= 0]))
  }

  /** Returns how far the query names each section: with all of a name, and with nothing else. */
  private named(total: number): Map<number, number> {
    const meant = new Map<string, { share: number; weight: number }>()
    for (const { means, weight } of this.parts)
      for (const [key, share] of means) if (!meant.has(key)) meant.set(key, { share, weight })
    const best = new Map<number, number>()
    for (const { features: name, section, counts } of this.book.names) {
      let [whole, held, asked] = [0, 0, 0]
      for (const { key } of name) {
        const value = asksForNothing(key) ? 0.15 : 1
        const found = meant.get(key)
        whole += value
        held += value * (found?.share ?? 0)
        asked += (found?.weight ?? 0) * (found?.share ?? 0)
      }
      const score = counts * (held / whole || 0) ** 2 * Math.min(1, asked / total)
      if (score > (best.get(section) ?? 0)) best.set(section, score)
    }
    return best
  }
}
