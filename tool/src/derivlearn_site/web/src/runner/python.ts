/** Python as the page sees it: start, run, stop, and what is told in between. */

import type { Trace } from "../asking/trace"

/** A block as the build wrote it down: what comes before it, its code, its output. */
export interface Program {
  readonly before: string
  readonly code: string
  /** What judges the code, where it is to be checked and not only run. */
  readonly check?: string
  /** Whether its steps are wanted, and not only what it prints. */
  readonly steps?: true
  /** Whether MicroPython may answer: after it CPython, or alone. */
  readonly micropython?: "first" | "alone"
  /** What it prints, where that is proven: who prints this first has the last word. */
  readonly expected?: string
}

/** What a check has found: all cases right, or the first that is not. */
export type Finding = { readonly passed: number } | { readonly call: string; readonly got: string; readonly expected: string }

/** What went wrong in a program, in the reader's own terms. */
export interface Failure {
  readonly type: string
  readonly message: string
  /** The whole traceback, without the frames of the runner. */
  readonly traceback: string
  /** The line of the reader's own code, if the error came through it. */
  readonly line: number | null
  /** What names the text that explains it, and the words that the text takes. */
  readonly about: string
  readonly words: Readonly<Record<string, string>>
}

/** What is told of a program: what it puts out, what comes of it, how it ended. */
export type Told =
  | { readonly type: "output"; readonly text: string }
  | { readonly type: "dropped"; readonly characters: number }
  | { readonly type: "done"; readonly milliseconds: number }
  | { readonly type: "checked"; readonly finding: Finding }
  | { readonly type: "failed"; readonly failure: Failure }
  /** What each line did; up to a failure, or as long as anybody would follow. */
  | { readonly type: "traced"; readonly trace: Trace; readonly failure?: Failure; readonly isCut: boolean }
  /** A package that the program imports could not be fetched. */
  | { readonly type: "missing"; readonly name: string }
  /** MicroPython cannot run the program; CPython can, or knows what is wrong. */
  | { readonly type: "unable"; readonly reason: string }
  /** Python itself ended, or could not be made ready. */
  | { readonly type: "died"; readonly reason: string; readonly begun?: boolean }

export type PythonEvent =
  | { readonly type: "loading"; readonly bytes: number; readonly total: number }
  | { readonly type: "starting" }
  | { readonly type: "started" }
  /** Another program was run before this one had ended. */
  | { readonly type: "replaced" }
  /** All that was put out is void: what follows is told by CPython. */
  | { readonly type: "anew" }
  /** MicroPython has come to the end; CPython has yet to confirm it. */
  | { readonly type: "answered" }
  /** CPython has put out something else than MicroPython. */
  | { readonly type: "corrected" }
  /** CPython could not be asked. */
  | { readonly type: "unconfirmed" }
  | Told

export interface Python {
  /** Runs a program; a program that is under way is stopped first. */
  run(program: Program, tell: (event: PythonEvent) => void): void
  /** Stops the program at once, if it is the one under way. */
  stop(program: Program): void
}
