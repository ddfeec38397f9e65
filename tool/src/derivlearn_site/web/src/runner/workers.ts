/** A Python of its own for each program, in a worker; the next one is made ready meanwhile. */

import { PATIENCE } from "./fetched"
import type { Order, Report } from "./protocol"
import type { Program, Python, PythonEvent } from "./python"

/** How long nothing at all may come of a Python that is being made ready, in milliseconds. */
const PATIENCES = { loading: PATIENCE, starting: 60_000 }

/** A worker for one program: it is being made ready, is ready, or runs it. */
class Seat {
  program: Program | undefined
  /** Whether the program has been handed over, and whether it runs. */
  begun = false
  private runs = false
  private ready = false
  private tell: ((event: PythonEvent) => void) | undefined
  private readonly worker: Worker
  private watch = 0

  constructor(
    script: URL,
    packages: readonly string[],
    private readonly onBegin: (packages: readonly string[]) => void,
    private readonly onEnd: () => void,
    private readonly onFree: () => void,
  ) {
    this.worker = new Worker(script, { type: "module" })
    this.worker.onmessage = ({ data }: MessageEvent<Report>) => this.hear(data)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.end({ type: "died", reason: event.message ?? "", begun: this.begun })
    }
    this.order({ type: "prepare", packages })
    this.waitFor(PATIENCES.loading)
  }

  run(program: Program, tell: (event: PythonEvent) => void): void {
    this.program = program
    this.tell = tell
    if (this.ready) this.begin(program)
  }

  /** Tells nobody any more; what has not begun will not begin. */
  forget(): void {
    this.program = this.tell = undefined
  }

  leave(): void {
    clearTimeout(this.watch)
    this.worker.terminate()
    this.forget()
  }

  private begin(program: Program): void {
    this.begun = true
    this.order({ type: "run", program })
  }

  private order(order: Order): void {
    this.worker.postMessage(order)
  }

  /** A line may stand still without an error: then nobody would ever be told. */
  private waitFor(milliseconds: number): void {
    clearTimeout(this.watch)
    const reason = `nothing came for ${milliseconds / 1000} s`
    this.watch = setTimeout(() => this.end({ type: "died", reason, begun: false }), milliseconds)
  }

  private hear(report: Report): void {
    switch (report.type) {
      case "loading":
      case "starting":
        if (this.runs) return // what the program loads is its own affair
        this.waitFor(PATIENCES[report.type])
        return this.tell?.(report)
      case "ready":
        clearTimeout(this.watch)
        this.ready = true
        if (this.program) this.begin(this.program)
        return
      case "begun":
        clearTimeout(this.watch)
        this.runs = true
        this.tell?.({ type: "started" })
        return this.onBegin(report.packages)
      case "output":
      case "dropped":
        return this.tell?.(report)
      case "missing":
        return this.free(report)
      case "died":
        return this.end({ ...report, begun: this.begun })
      default:
        this.end(report)
    }
  }

  /** The program could not begin: another one may. */
  private free(event: PythonEvent): void {
    const { tell } = this
    clearTimeout(this.watch)
    this.begun = false
    this.forget()
    this.onFree()
    tell?.(event)
  }

  private end(event: PythonEvent): void {
    const { tell } = this
    this.leave()
    this.onEnd()
    tell?.(event)
  }
}

export class Workers implements Python {
  private current: Seat | undefined
  private next: Seat | undefined

  /**
   * @param script What the workers run.
   * @param settled When the next Python may be made ready, while one runs.
   */
  constructor(
    private readonly script: URL,
    private readonly settled: () => Promise<void>,
  ) {}

  run(program: Program, tell: (event: PythonEvent) => void): void {
    this.halt()
    this.prepare()
    this.current = this.next
    this.next = undefined
    this.current?.run(program, tell)
  }

  stop(program: Program): void {
    if (this.current?.program === program) this.halt()
  }

  /** Makes a Python ready, with the packages that the program before has needed. */
  prepare(packages: readonly string[] = []): void {
    if (this.next) return
    const seat: Seat = new Seat(
      this.script,
      packages,
      (needed) => void this.settled().then(() => this.prepare(needed)),
      () => {
        if (this.current === seat) this.current = undefined
        if (this.next === seat) this.next = undefined
      },
      () => this.giveBack(seat),
    )
    this.next = seat
  }

  private halt(): void {
    const seat = this.current
    if (!seat) return
    if (!seat.begun) return this.giveBack(seat)
    this.current = undefined
    seat.leave()
  }

  /** A Python that has run nothing yet is good for the next program. */
  private giveBack(seat: Seat): void {
    seat.forget()
    if (this.current === seat) this.current = undefined
    if (this.next && this.next !== seat) seat.leave()
    else this.next = seat
  }
}
