/** What the page and the workers say to each other. */

import type { Program, Told } from "./python"

/** Where CPython comes from: `runner/python.json`, written by the build. */
export interface Source {
  readonly version: string
  /** The folder of Pyodide's core, and that of its packages. */
  readonly core: string
  readonly packages: string
  /** A standard library that is compiled already, where there is one. */
  readonly stdlib?: string
  /** How many bytes a first start reads, unpacked, to tell how far it is. */
  readonly bytes: number
  /** The book's package and the runner, as a zip. */
  readonly archive: string
  /** What the book's package is called. */
  readonly package: string
  /** The modules that have to be fetched, each with the package that brings it. */
  readonly modules: Readonly<Record<string, string>>
}

/** A worker is told to make Python ready, with packages, and then to run a program. */
export type Order =
  | { readonly type: "prepare"; readonly packages: readonly string[] }
  | { readonly type: "run"; readonly program: Program }

export type Report =
  | { readonly type: "loading"; readonly bytes: number; readonly total: number }
  /** All has been loaded; now it starts. */
  | { readonly type: "starting" }
  | { readonly type: "ready" }
  /** The program begins; it has these packages. */
  | { readonly type: "begun"; readonly packages: readonly string[] }
  | Told
