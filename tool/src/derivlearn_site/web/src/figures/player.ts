/** Goes through the values of a setting one by one, by hand or by itself. */

import { say } from "../texts"
import type { Texts } from "../texts"
import { element } from "./elements"
import type { Setting } from "./figure"

/** How long a step can be looked at, in milliseconds. */
const PACE = 1500

/** Two words for "back" would be one too many: settings can be put back, too. */
const SIGNS: Readonly<Record<string, string>> = { back: "◀", forward: "▶" }

export class Player {
  readonly buttons: readonly HTMLButtonElement[]
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly setting: Setting,
    private readonly own: Texts,
    private readonly value: () => number,
    private readonly set: (value: number) => void,
    signal: AbortSignal,
  ) {
    const presses = { back: () => this.step(-1), play: () => this.toggle(), forward: () => this.step(1) }
    this.buttons = Object.entries(presses).map(([name, press]) => {
      const button = element("button", { type: "button", "data-do": name })
      button.addEventListener("click", press, { signal })
      return button
    })
    signal.addEventListener("abort", () => this.pause())
    this.name()
  }

  pause(): void {
    clearInterval(this.timer)
    this.timer = undefined
    this.name()
  }

  private step(by: number): void {
    this.pause()
    this.go(by)
  }

  private toggle(): void {
    if (this.timer !== undefined) return this.pause()
    this.timer = setInterval(() => this.go(1), PACE)
    this.name()
    this.go(1)
  }

  /** Goes to the next value or the one before; from an end, to the other one. */
  private go(by: number): void {
    const { values } = this.setting
    const next = values.at((values.indexOf(this.value()) + by) % values.length)
    if (next !== undefined) this.set(next)
    if (next === values.at(-1)) this.pause()
  }

  private name(): void {
    for (const button of this.buttons) {
      const name = button.dataset["do"] ?? ""
      const word = say(this.own, name === "play" && this.timer !== undefined ? "pause" : name)
      const sign = SIGNS[name]
      button.textContent = sign ?? word
      if (sign) button.setAttribute("aria-label", word)
    }
  }
}
