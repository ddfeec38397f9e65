/** Passes on what a program prints: at once while it is little, in batches when not. */

import type { Report } from "./protocol"

/** How long a batch waits, and how many messages are sent without waiting. */
const WINDOW = 50
const AT_ONCE = 20

/** What is passed on of one run at the most, in characters. */
export const LIMIT = 1_000_000

// A program may change whatever it finds by its name.
const now = performance.now.bind(performance)

export class Batches {
  private waiting = ""
  private sent = 0
  private dropped = 0
  private messages = 0
  private opened = now()

  constructor(private readonly tell: (report: Report) => void) {}

  add(text: string): void {
    const room = LIMIT - this.sent - this.waiting.length
    if (text.length > room) this.dropped += text.length - room
    this.waiting += text.slice(0, room)
    const time = now()
    if (time - this.opened > WINDOW) {
      this.opened = time
      this.messages = 0
      if (this.dropped) this.tell({ type: "dropped", characters: this.dropped })
    }
    // No message tells of a wait that is over, for the program has this thread. So
    // only a flood waits, and its own next line sends it.
    if (this.messages < AT_ONCE) this.send()
  }

  end(): void {
    this.send()
    if (this.dropped) this.tell({ type: "dropped", characters: this.dropped })
  }

  private send(): void {
    if (!this.waiting) return
    this.tell({ type: "output", text: this.waiting })
    this.sent += this.waiting.length
    this.waiting = ""
    this.messages += 1
  }
}
