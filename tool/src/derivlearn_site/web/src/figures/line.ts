/** A text that changes, in the room of the longest one that it may be. */

import { element } from "./elements"

/** So many of the longest are laid out; which of them is the highest, the browser sees. */
const KEPT = 4

const lines = (text: string): number => text.split("\n").length

export class Line {
  /** All lie over each other, and only what is shown can be seen. */
  readonly element: HTMLElement
  readonly shown: HTMLParagraphElement
  private readonly longest: string[] = []
  private text = ""

  constructor(name: string, attributes: Readonly<Record<string, string>> = {}) {
    this.shown = element("p", { class: `dl-live__${name}`, ...attributes })
    this.element = element("div", { class: `dl-live__room dl-live__room--${name}` }, this.shown)
  }

  /** Keeps the room for a text. */
  expect(text: string): void {
    const { longest } = this
    if (text === "" || longest.includes(text)) return
    longest.push(text)
    longest.sort((one, other) => lines(other) - lines(one) || other.length - one.length)
    if (longest.length > KEPT && longest.pop() === text) return
    const rooms = longest.map((each) => element("p", { "aria-hidden": "true" }, each))
    for (const each of this.element.querySelectorAll("[aria-hidden]")) each.remove()
    this.element.append(...rooms)
  }

  show(text: string): void {
    if (text === this.text) return
    this.text = text
    this.expect(text)
    this.shown.textContent = text
  }
}
