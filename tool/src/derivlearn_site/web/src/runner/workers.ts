/** Python in a worker, and a second worker that waits to take its place. */

import type { Order, Report } from "./protocol"
import type { Program, Python, PythonEvent } from "./python"

/** One kind of Python. */
export interface Kind<From> {
  readonly script: URL
  /** What the script is given to start with. */
  readonly source: From
  /** How many bytes a first start reads, unpacked. */
  readonly bytes: number
}

/** A worker that is starting, ready, or running a program. */
class Seat<From> {
  ready = false
  private readonly worker: Worker
  private program: Program | undefined
  private tell: ((event: PythonEvent) => void) | undefined

  constructor(
    private readonly kind: Kind<From>,
    private readonly onReady: () => void,
    private readonly onEnd: (died: boolean) => void,
  ) {
    this.worker = new Worker(kind.script, { type: "module" })
    this.worker.onmessage = ({ data }: MessageEvent<Report>) => this.hear(data)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.hear({ type: "died", reason: event.message })
    }
    this.order({ type: "start", source: kind.source })
  }

  get busy(): boolean {
    return this.tell !== undefined
  }

  runs(program: Program): boolean {
    return this.busy && this.program === program
  }

  run(program: Program, tell: (event: PythonEvent) => void): void {
    this.program = program
    this.tell = tell
    if (this.ready) this.begin()
  }

  leave(): void {
    this.worker.terminate()
    this.forget()
  }

  /** Tells nobody any more; what has not begun will not begin. */
  forget(): void {
    this.program = undefined
    this.tell = undefined
  }

  private begin(): void {
    if (!this.program) return
    this.tell?.({ type: "started" })
    this.order({ type: "run", program: this.program })
  }

  private order(order: Order<From>): void {
    this.worker.postMessage(order)
  }

  private hear(report: Report): void {
    const { tell } = this
    switch (report.type) {
      case "loading":
        tell?.({ ...report, total: this.kind.bytes })
        return
      case "ready":
        this.ready = true
        this.begin()
        this.onReady()
        return
      case "output":
      case "dropped":
        tell?.(report)
        return
      default:
        this.tell = undefined
        tell?.(report)
        this.onEnd(report.type === "died")
    }
  }
}

export class Workers<From> implements Python {
  private seat: Seat<From> | undefined
  private spare: Seat<From> | undefined
  private told: ((event: PythonEvent) => void) | undefined

  constructor(private readonly kind: Kind<From>) {}

  run(program: Program, tell: (event: PythonEvent) => void): void {
    if (this.seat?.busy) {
      const former = this.told
      this.halt()
      former?.({ type: "replaced" })
    }
    this.told = tell
    this.start()
    this.seat?.run(program, tell)
  }

  stop(program: Program): void {
    if (this.seat?.runs(program)) this.halt()
  }

  private halt(): void {
    // A Python that is still starting may go on: it has run nothing yet.
    if (this.seat?.ready) this.replace()
    else this.seat?.forget()
  }

  private newSeat(): Seat<From> {
    const seat: Seat<From> = new Seat(
      this.kind,
      () => this.warm(),
      (died) => {
        if (!died) return
        if (seat === this.seat) this.replace()
        else if (seat === this.spare) this.spare = undefined
      },
    )
    return seat
  }

  /** Starts Python before there is a program. */
  start(): void {
    this.seat ??= this.newSeat()
  }

  /** Starts the spare as soon as the first Python is there. */
  private warm(): void {
    this.spare ??= this.newSeat()
  }

  private replace(): void {
    this.seat?.leave()
    this.seat = this.spare
    this.spare = undefined
    if (this.seat?.ready) this.warm()
  }
}
