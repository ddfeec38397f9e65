/** What a run of a block has printed, below what the page says that it prints. */

import { difference } from "./difference"
import type { Line } from "./difference"
import { say } from "./texts"
import type { Texts } from "./texts"

/** How much is shown before the reader asks for more, in lines. */
const SHOWN = 200

const TAGS = { same: "span", new: "ins", gone: "del" } as const

export class ResultView {
  text = ""
  private readonly element = document.createElement("div")
  private readonly listing = listing("")
  private readonly code = this.listing.firstElementChild as HTMLElement
  private readonly label = document.createElement("p")
  private readonly more = document.createElement("button")
  private readonly note = document.createElement("p")
  private all = false
  private painting = 0
  // A flood is looked at only where it is new: how far it is shown and counted.
  private shown = 0
  private shownLines = 0
  private counted = 0
  private lines = 0
  /** What is shown in the place of the plain text, once it is compared. */
  private compared: Line[] | undefined

  constructor(
    private readonly after: HTMLElement,
    private readonly texts: Texts,
  ) {
    this.element.className = "dl-result"
    this.label.className = "dl-output"
    this.label.textContent = say(texts, "result")
    this.more.type = "button"
    this.more.className = "dl-result__more"
    this.more.addEventListener("click", () => this.showAll())
    this.note.className = "dl-result__note"
  }

  add(text: string): void {
    this.text += text
    if (!this.painting) this.painting = requestAnimationFrame(() => this.paint())
  }

  /** Says how much was printed that is kept nowhere. */
  dropped(characters: number): void {
    this.note.textContent = say(this.texts, "dropped", { characters })
    this.element.append(this.note)
  }

  /** Shows the end of a run: nothing of what the page says already, and the rest beside it. */
  end(expected: string): void {
    this.paint()
    if (this.text === expected) return this.listing.replaceWith(...[]), this.label.remove()
    if (!expected || !this.text) return
    this.compared = difference(expected, this.text)
    this.code.replaceChildren(...this.compared.slice(0, SHOWN).map(row))
  }
}
