/** What a live figure is: a function that moves a picture's parts for given settings. */

import type { Texts } from "../texts"
import type { Picture } from "./picture"

/** What is set, by the names of the settings, and what is written, by those of the entries. */
export type Values = Readonly<Record<string, number>>
export type Entries = Readonly<Record<string, string>>

/** Something that the reader can set: a number, or one of a few things. */
export interface Setting {
  readonly name: string
  /** What a slider goes through; other numbers can be typed. */
  readonly values: readonly number[]
  readonly start: number
  /** What each of the values is called, or which of the page's texts says so, if they are things. */
  readonly options?: readonly string[]
  /** Whether its values are steps, which can be played one after the other. */
  readonly plays?: boolean
  /** Whether each value begins anew, with all other settings as they were at the start. */
  readonly anew?: boolean
  /** Whether a button gives it the value that another setting has now. */
  readonly takes?: string
}

/** What the reader gives in words, or in strokes that the figure has written down. */
export interface Entry {
  readonly name: string
  readonly start: string
  /** Whether it is typed; if not, the figure takes it down, and a button clears it. */
  readonly typed: boolean
  /** What is set when it is cleared. */
  readonly cleared?: Values
  /** What a link may hold, as a regular expression. */
  readonly like: string
}

/** What the build hands to the script of a figure; `data()` of its picture wrote it. */
export interface Given<Data = unknown> {
  readonly texts: Texts
  readonly data: Data & { readonly settings: readonly Setting[]; readonly entries?: readonly Entry[] }
}

/** What a figure answers to its settings. */
export interface Answer {
  /** In a sentence, which screen readers read out. */
  readonly words: string
  /** In numbers alone. */
  readonly quotient?: string
  /** Whether the settings lie outside of the picture. */
  readonly away?: boolean
  /** The entry that cannot be read; the words say why. */
  readonly wrong?: string
}

/** How a figure itself sets something, when the reader does with the picture what no control does. */
export interface Hand {
  set(values: Values, entries: Entries): void
  /** Aborts when the figure is left. */
  readonly signal: AbortSignal
}

/** Prepares a figure; what it returns moves the picture and answers. */
export type Figure<Data = unknown> = (picture: Picture, given: Given<Data>, hand: Hand) => (values: Values, entries: Entries) => Answer
