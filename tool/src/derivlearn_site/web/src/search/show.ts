/** Puts what was found into the form that the theme shows. */

import type { Found, Query } from "./find"
import type { Book } from "./texts"
import { words } from "./words"

interface Item {
  location: string
  title: string
  text: string
  score: number
  terms: Record<string, boolean>
}

type Place = [start: number, end: number, key: string]

const MOST_PAGES = 12
const MOST_SECTIONS = 5
const TEASER = 150
const BEFORE = 30

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char] ?? "")

/** Returns what finds in a folded text what was asked for. */
function finder({ parts, others }: Query): (text: string) => Place[] {
  const all = [...parts, ...others.flatMap((other) => other.parts)]
  const most = Math.max(...all.map(({ weight }) => weight))
  const wanted = all.filter(({ weight }) => weight > most / 5)
  const meant = new Map<string, string>()
  for (const { whole, means, key } of wanted) if (whole) for (const word of means.keys()) meant.set(word, key)
  const rows = wanted.filter(({ whole }) => !whole).map(({ key }) => key)
  return (text) => {
    const places: Place[] = []
    for (const { key, start, end } of meant.size ? words(text) : []) {
      const wants = meant.get(key)
      if (wants) places.push([start, end, wants])
    }
    for (const row of rows)
      for (let i = text.indexOf(row); i >= 0; i = text.indexOf(row, i + 1)) places.push([i, i + row.length, row])
    return places.sort(([a], [b]) => a - b)
  }
}

/** Escapes a part of a text and marks what was found in it. */
function mark(text: string, places: Place[], from = 0, to = text.length): string {
  let html = ""
  let done = from
  for (const [start, end] of places) {
    if (end <= done || start >= to) continue
    const [first, last] = [Math.max(start, done), Math.min(end, to)]
    html += `${escape(text.slice(done, first))}<mark>${escape(text.slice(first, last))}</mark>`
    done = last
  }
  // Pairs of characters that overlap are one.
  return (html + escape(text.slice(done, to))).replaceAll("</mark><mark>", "")
}

/** Returns the part of a text that holds the most of what was asked for. */
function teaser(text: string, places: Place[]): string {
  let [from, most] = [0, 0]
  for (const [i, [start]] of places.entries()) {
    const begin = Math.max(0, start - BEFORE)
    const held = new Set<string>()
    for (let j = i; (places[j]?.[1] ?? Infinity) <= begin + TEASER; j++) held.add(places[j]?.[2] ?? "")
    if (held.size > most) [most, from] = [held.size, begin]
  }
  const to = Math.min(from + TEASER, text.length)
  return `${from ? "…" : ""}${mark(text, places, from, to)}${to < text.length ? "…" : ""}`
}

/**
 * Returns the groups of results: a page each, with those of its sections that hold something.
 *
 * The theme puts the item on top that has no fragment or else is the last, and folds those
 * that score less than the first. So where a section answers best, it is the last, named
 * with its page, and the top of the page gets a fragment, too.
 */
export function show(book: Book, query: Query, pages: Found[]): Item[][] {
  const find = finder(query)
  return pages.slice(0, MOST_PAGES).map(({ page, score, sections, holds }) => {
    const [first = 0] = book.pages[page] ?? []
    const shown = sections.slice(0, MOST_SECTIONS)
    const best = shown[0]?.[0] ?? first
    const title = (index: number): string => {
      const section = book.sections[index]
      return section ? mark(section.title, find(section.foldedTitle)) : ""
    }
    const items = shown.flatMap(([index, much], i) => {
      const section = book.sections[index]
      if (!section) return []
      const isNamed = index === best && best !== first
      return {
        location: index === first && best !== first ? `${section.location}#` : section.location,
        title: isNamed ? `${title(index)} <small>${title(first)}</small>` : title(index),
        text: teaser(section.text, find(section.foldedText)),
        score: i ? Math.min(much, score) : score,
        terms: holds,
      }
    })
    return best === first ? items : [...items.slice(1), ...items.slice(0, 1)]
  })
}
