/** Two Pythons: MicroPython answers at once, CPython has the last word. */

import type { Program, Python, PythonEvent } from "./python"

type Tell = (event: PythonEvent) => void
type End = Extract<PythonEvent, { type: "done" | "failed" | "missing" | "died" }>

/** What one of the two has put out so far. */
class Printed {
  private text = ""
  private dropped = 0

  add(event: PythonEvent): void {
    if (event.type === "output") this.text += event.text
    if (event.type === "dropped") this.dropped = event.characters
  }

  is(text: string): boolean {
    return this.text === text && this.dropped === 0
  }

  equals(other: Printed): boolean {
    return this.text === other.text && this.dropped === other.dropped
  }

  tell(tell: Tell): void {
    if (this.text) tell({ type: "output", text: this.text })
    if (this.dropped) tell({ type: "dropped", characters: this.dropped })
  }
}

/** A program on its way through both. */
class Race {
  /** Whether MicroPython runs still, has ended, or has been given up. */
  private quick: "runs" | "ended" | "given up" = "runs"
  private readonly first = new Printed()
  private readonly last = new Printed()
  private asked = false
  private died: End | undefined

  constructor(
    private readonly program: Program,
    private readonly micropython: Python,
    private readonly cpython: Python,
    private readonly tell: Tell,
  ) {}

  start(): void {
    this.micropython.run(this.program, (event) => this.hearQuick(event))
    if (this.program.micropython !== "alone") this.ask()
  }

  private ask(): void {
    this.asked = true
    this.cpython.run(this.program, (event) => this.hear(event))
  }

  private hearQuick(event: PythonEvent): void {
    if (this.quick !== "runs") return
    switch (event.type) {
      case "output":
      case "dropped":
        this.first.add(event)
        return this.tell(event)
      case "started":
        return this.tell(event)
      case "done":
        if (this.program.expected === undefined) return this.endQuick()
        if (!this.first.is(this.program.expected)) return this.giveUp()
        this.cpython.stop(this.program)
        return this.tell(event)
      case "unable":
      case "died":
        return this.giveUp()
    }
  }

  private endQuick(): void {
    this.quick = "ended"
    this.tell({ type: this.died ? "unconfirmed" : "answered" })
  }

  /** Leaves the program to CPython, which begins again from nothing. */
  private giveUp(): void {
    this.quick = "given up"
    this.micropython.stop(this.program)
    this.tell({ type: "anew" })
    if (!this.asked) this.ask()
    else if (this.died) this.tell(this.died)
    else this.last.tell(this.tell)
  }

  private hear(event: PythonEvent): void {
    switch (event.type) {
      case "output":
      case "dropped":
        this.last.add(event)
        if (this.quick === "given up") this.tell(event)
        return
      case "loading":
      case "starting":
        if (this.quick !== "runs") this.tell(event)
        return
      case "started":
        if (this.quick === "given up") this.tell(event)
        return
      case "died":
        return this.lose(event)
      case "done":
      case "failed":
      case "missing":
        return this.end(event)
    }
  }

  /** There is no CPython: what MicroPython has answered, or will, has to do. */
  private lose(event: End): void {
    if (this.quick === "given up") return this.tell(event)
    this.died = event
    if (this.quick === "ended") this.tell({ type: "unconfirmed" })
  }

  private end(event: End): void {
    if (this.quick === "given up") return this.tell(event)
    const told = this.quick
    this.quick = "given up"
    if (told === "runs") this.micropython.stop(this.program)
    if (event.type === "done" && told === "ended") {
      if (this.first.equals(this.last)) return this.tell(event)
      this.tell({ type: "corrected" })
    }
    this.tell({ type: "anew" })
    this.last.tell(this.tell)
    this.tell(event)
  }
}

export class Pythons implements Python {
  private current: { program: Program; tell: Tell } | undefined

  constructor(
    private readonly micropython: Python,
    private readonly cpython: Python,
  ) {}

  run(program: Program, tell: Tell): void {
    const former = this.current
    if (former) this.stop(former.program)
    former?.tell({ type: "replaced" })
    const hear: Tell = (event) => {
      if (ends(event) && this.current?.program === program) this.current = undefined
      tell(event)
    }
    this.current = { program, tell }
    if (program.micropython) new Race(program, this.micropython, this.cpython, hear).start()
    else this.cpython.run(program, hear)
  }

  stop(program: Program): void {
    if (this.current?.program !== program) return
    this.current = undefined
    this.micropython.stop(program)
    this.cpython.stop(program)
  }
}

const ends = ({ type }: PythonEvent): boolean => ["done", "checked", "traced", "failed", "missing", "died", "unconfirmed"].includes(type)
