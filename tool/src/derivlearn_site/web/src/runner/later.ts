/** A Python of which is known only after a fetch how to start it. */

import type { Program, Python, PythonEvent } from "./python"

export class Later implements Python {
  private coming: Promise<Python> | undefined
  private there: Python | undefined
  private wanted: Program | undefined

  constructor(private readonly fetched: () => Promise<Python>) {}

  run(program: Program, tell: (event: PythonEvent) => void): void {
    this.wanted = program
    this.coming ??= this.fetched()
    this.coming.then(
      (python) => {
        this.there = python
        // The reader may have stopped it, or run something else, before this was there.
        if (this.wanted === program) python.run(program, tell)
      },
      (error: unknown) => {
        this.coming = undefined // the next press tries again
        if (this.wanted === program) tell({ type: "died", reason: String(error) })
      },
    )
  }

  stop(program: Program): void {
    if (this.wanted === program) this.wanted = undefined
    this.there?.stop(program)
  }
}
