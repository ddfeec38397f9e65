/** The texts of a book, made ready to be searched. */

import { features, fold, hiragana, isKatakana, isSpelled, words } from "./words"
import type { Feature } from "./words"

/** What the site says to the search. */
export interface Texts {
  /** The sections of each page: id, heading, text. The first is the page itself. */
  pages: Record<string, [id: string, title: string, text: string][]>
  /** What goes by more than one name, and where it is explained. */
  terms: Named[]
  /** What the book has no name for, and where something near it is. */
  hints: Named[]
  /** How words are said: kana, by the word. */
  readings: Record<string, string>
  /** The pages that list what others explain. */
  lists: string[]
}

export interface Named {
  names: string[]
  location: string
}

export interface Section {
  location: string
  title: string
  text: string
  foldedTitle: string
  foldedText: string
}

/** A name of a section, by what it is found by. */
export interface Name {
  features: Feature[]
  section: number
  /** How far who types the name wants this section, from 0 to 1. */
  counts: number
}

/** How often something stands in each section: in its text, its heading, its other names. */
export type Places = Map<number, [text: number, heading: number, names: number]>

export class Book {
  readonly sections: Section[] = []
  /** The sections of each page. */
  readonly pages: number[][] = []
  readonly names: Name[] = []
  /** The names of each term, by what they are found by. */
  readonly synonyms: Feature[][][] = []
  /** The pages that list what others explain. */
  readonly lists: Set<number>
  /** Where each word stands that has an end. */
  readonly words = new Map<string, Places>()
  readonly spelled: string[]
  readonly katakana: string[]
  /** Words by their sound, in hiragana. */
  readonly sounds = new Map<string, string>()
  /** How long a section's text is, on average. */
  readonly usual: number
  /** The three kinds of text, each in one piece, and where each section begins. */
  private readonly whole: [text: string, starts: number[]][] = []
  private readonly known = new Map<string, Places>()

  constructor({ pages, terms, hints, readings, lists }: Texts) {
    const at = new Map<string, number>()
    const headings: string[] = []
    for (const [path, sections] of Object.entries(pages)) {
      const page: number[] = []
      this.pages.push(page)
      for (const [id, title, text] of sections) {
        const location = id ? `${path}#${id}` : path
        const index = this.sections.length
        at.set(location, index)
        page.push(index)
        this.sections.push({ location, title, text, foldedTitle: fold(title), foldedText: fold(text) })
        // The address says in English what the page is about.
        const address = (id || path).replace(/[^a-z]+/g, " ")
        headings.push(`${fold(title)}\n${address}`)
        for (const name of [title, address]) this.name(name, index, id ? 0.5 : 0.8)
      }
    }
    this.lists = new Set(lists.map((path) => Object.keys(pages).indexOf(path)))

    const others = this.sections.map(() => "")
    for (const { names, location } of [...terms, ...hints]) {
      const section = at.get(location) ?? at.get(location.replace(/#.*/, "")) ?? 0
      others[section] += `\n${names.map(fold).join("\n")}`
      const found = names.map((name) => this.name(name, section, 1))
      if (this.synonyms.length < terms.length) this.synonyms.push(found)
    }

    const texts = this.sections.map(({ foldedText }) => foldedText)
    for (const [place, all] of [texts, headings, others].entries()) {
      let length = 0
      const starts = all.map((text) => (length += text.length + 1) - text.length - 1)
      this.whole.push([all.join("\n"), starts])
      for (const [section, text] of all.entries())
        for (const { key } of words(text)) {
          const places: Places = this.words.get(key) ?? new Map()
          count(places, section, place)
          this.words.set(key, places)
        }
    }
    this.usual = texts.join("").length / texts.length
    this.spelled = [...this.words.keys()].filter(isSpelled)
    this.katakana = [...this.words.keys()].filter(isKatakana)
    for (const word of this.katakana) this.sounds.set(hiragana(word), word)
    for (const [word, sound] of Object.entries(readings)) this.sounds.set(sound, word)
  }

  private name(text: string, section: number, counts: number): Feature[] {
    const found = features(fold(text))
    this.names.push({ features: found, section, counts })
    return found
  }

  /** Finds a word, or characters wherever they stand in a row. */
  places(key: string, whole: boolean): Places {
    const known = (whole ? this.words : this.known).get(key)
    if (known || whole) return known ?? new Map()
    const places: Places = new Map()
    for (const [place, [text, starts]] of this.whole.entries()) {
      let section = 0
      for (let i = text.indexOf(key); i >= 0; i = text.indexOf(key, i + 1)) {
        while ((starts[section + 1] ?? Infinity) <= i) section++
        count(places, section, place)
      }
    }
    this.known.set(key, places)
    return places
  }
}

function count(places: Places, section: number, place: number): void {
  const counts = places.get(section) ?? [0, 0, 0]
  counts[place as 0 | 1 | 2]++
  places.set(section, counts)
}
