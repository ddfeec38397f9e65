/** What a live figure is: a function that moves a picture's parts for given settings. */

import type { Texts } from "../texts"
import type { Values } from "./controls"
import type { Picture } from "./picture"

/** Something that the reader can set: a number, or one of a few things. */
export interface Setting {
  readonly name: string
  /** What a slider goes through; other numbers can be typed. */
  readonly values: readonly number[]
  readonly start: number
  /** What each of the values is called, if they are things and not numbers. */
  readonly options?: readonly string[]
}

/** What the build hands to the script of a figure; `data()` of its picture wrote it. */
export interface Given<Data = unknown> {
  readonly texts: Texts
  readonly data: Data & { readonly settings: readonly Setting[] }
}

/** What a figure answers to its settings. */
export interface Answer {
  /** In a sentence, which screen readers read out. */
  readonly words: string
  /** In numbers alone. */
  readonly quotient?: string
  /** Whether the settings lie outside of the picture. */
  readonly away?: boolean
}

/** Prepares a figure; what it returns moves the picture and answers. */
export type Figure<Data = unknown> = (picture: Picture, given: Given<Data>) => (values: Values) => Answer
