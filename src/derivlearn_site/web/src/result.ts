/** What a run has printed, below what the page says that the block prints. */

import { difference } from "./difference"
import type { Line } from "./difference"
import { say } from "./texts"
import type { Texts } from "./texts"

/** How much is shown before the reader asks for more. */
const LINES = 200
const CHARACTERS = 20_000

const TAGS = { same: "span", new: "ins", gone: "del" } as const

export class ResultView {
  /** All that is printed. */
  text = ""
  private readonly element = document.createElement("div")
  private readonly listing = listing("")
  private readonly code = this.listing.firstElementChild as HTMLElement
  private readonly more = document.createElement("button")
  private readonly note = document.createElement("p")
  private painting = 0
  private all = false
  /** How many characters of the text are on the page. */
  private drawn = 0
  /** How far the line ends are counted, and how many there are. */
  private counted = 0
  private newlines = 0

  constructor(
    after: HTMLElement,
    private readonly texts: Texts,
  ) {
    this.element.className = "dl-result"
    this.more.type = "button"
    this.more.className = "dl-result__more"
    this.more.addEventListener("click", () => this.showAll())
    this.note.className = "dl-result__note"
    after.after(this.element)
  }

  remove(): void {
    cancelAnimationFrame(this.painting)
    this.element.remove()
  }

  add(text: string): void {
    this.text += text
    this.paintSoon()
  }

  /** Says how much was printed that nobody has kept. */
  dropped(characters: number): void {
    this.note.textContent = say(this.texts, "dropped", { characters })
    this.paintSoon()
  }

  /** Shows what is printed to its end. */
  end(): void {
    if (this.text) this.paint()
  }

  /** Shows the end of a run, and where it differs from what the page says. */
  compareWith(expected: string): void {
    this.end()
    if (this.text === expected) return this.element.replaceChildren()
    if (!expected) return
    const shown = this.text.slice(0, headOf(this.text))
    this.code.replaceChildren(...difference(expected, shown).map(row))
    if (this.all) this.code.append(this.rest)
    this.place()
  }

  explain(summary: string, text: string): void {
    const fold = document.createElement("details")
    fold.className = "dl-result__details"
    const title = document.createElement("summary")
    title.textContent = summary
    fold.append(title, listing(text))
    this.element.append(fold)
  }

  private get rest(): HTMLElement {
    const rest = document.createElement("ins")
    rest.textContent = this.text.slice(headOf(this.text))
    return rest
  }

  private showAll(): void {
    this.all = true
    if (this.code.childElementCount) this.code.append(this.rest)
    this.paint()
    // The button has gone, and the focus must not go with it.
    this.listing.focus()
  }

  private paintSoon(): void {
    this.painting ||= requestAnimationFrame(() => this.paint())
  }

  /** Adds what is new. What is there stays: it may be scrolled or selected. */
  private paint(): void {
    cancelAnimationFrame(this.painting)
    this.painting = 0
    const end = this.all ? this.text.length : headOf(this.text)
    if (!this.code.childElementCount) this.code.append(this.text.slice(this.drawn, end))
    this.drawn = end
    this.place()
    const hidden = this.lines - linesIn(this.text.slice(0, end))
    if (end === this.text.length) this.more.remove()
    else {
      this.more.textContent = say(this.texts, "more", { lines: Math.max(1, hidden) })
      if (!this.more.isConnected) this.listing.after(this.more)
    }
    if (this.note.textContent && !this.note.isConnected) this.element.append(this.note)
  }

  private place(): void {
    if (this.listing.isConnected) return
    const label = document.createElement("p")
    label.className = "dl-output"
    label.textContent = say(this.texts, "result")
    this.element.prepend(label, this.listing)
  }

  /** How many lines there are. A flood is counted only where it is new. */
  private get lines(): number {
    for (let at; (at = this.text.indexOf("\n", this.counted)) >= 0; this.newlines++) this.counted = at + 1
    return this.newlines + (this.text.endsWith("\n") ? 0 : 1)
  }
}

const linesIn = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0)

/** Returns where that part of a text ends that is shown at first. */
function headOf(text: string): number {
  let end = 0
  for (let line = 0; line < LINES && end < text.length; line++) {
    const newline = text.indexOf("\n", end)
    end = newline < 0 ? text.length : newline + 1
  }
  return Math.min(end, CHARACTERS)
}

function row({ text, mark }: Line): HTMLElement {
  const line = document.createElement(TAGS[mark])
  line.textContent = `${text}\n`
  return line
}

function listing(text: string): HTMLPreElement {
  const pre = document.createElement("pre")
  const code = document.createElement("code")
  code.textContent = text
  pre.tabIndex = 0
  pre.append(code)
  return pre
}
