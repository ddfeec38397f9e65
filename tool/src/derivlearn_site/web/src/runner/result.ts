/** What a block has printed here, beneath what the page says that it prints. */

import { difference, linesOf } from "./difference"
import { say } from "../texts"
import type { Texts } from "../texts"
import { styled } from "../styled"
import { outputOf, tellOutput } from "./yours"
import style from "../styles/result.css"

styled(style)

/** How much of an output is shown, in lines: at first, and when the reader asks for more. */
const SHOWN = 200
const MOST_SHOWN = 5000

export class Result {
  printed = ""
  private dropped = 0
  private details = ""
  private ended = false
  private shown = SHOWN
  private former = false
  private element: HTMLElement | undefined
  private painting = 0

  constructor(
    private readonly listing: HTMLElement,
    private readonly expected: string,
    private readonly texts: Texts,
  ) {}

  add(text: string): void {
    this.printed += text
    this.paintSoon()
  }

  drop(characters: number): void {
    this.dropped = characters
    this.paintSoon()
  }

  /** Forgets what has been printed; what follows takes its place. */
  anew(): void {
    this.printed = ""
    this.dropped = 0
    this.paintSoon()
  }

  clear(): void {
    cancelAnimationFrame(this.painting)
    this.painting = 0
    this.printed = this.details = ""
    this.dropped = 0
    this.ended = this.former = false
    this.shown = SHOWN
    this.element?.remove()
    this.element = undefined
    tellOutput(this.listing, "result", false)
  }

  /** Says that this is of code which has been changed since. */
  outdate(): void {
    this.former = true
    if (this.element) this.paint()
  }

  /** Compares with what the page says, and shows the details of an error, folded. */
  end(details: string): void {
    this.details = details
    this.ended = true
    this.paint()
  }

  private paintSoon(): void {
    if (!this.painting) this.painting = requestAnimationFrame(() => this.paint())
  }

  private paint(): void {
    cancelAnimationFrame(this.painting)
    this.painting = 0
    if (!this.element) {
      this.element = made("div", "dl-result")
      const output = outputOf(this.listing) ?? this.listing
      output.after(this.element)
    }
    // What is the same so far may become the same.
    const same = this.ended ? this.printed === this.expected : this.expected.startsWith(this.printed)
    const own = this.printed !== "" && !same
    this.element.replaceChildren(...(own ? this.output() : []))
    if (this.details) this.element.append(this.fold())
    this.element.classList.toggle("dl-result--former", this.former)
    tellOutput(this.listing, "result", own || this.details !== "")
  }

  private output(): HTMLElement[] {
    const lines =
      this.ended && this.expected
        ? difference(this.expected, this.printed)
        : linesOf(this.printed).map((text) => ({ text, mark: "same" as const }))
    const pre = listing("")
    for (const { text, mark } of lines.slice(0, this.shown)) {
      const name = mark === "new" ? "ins" : mark === "gone" ? "del" : "span"
      pre.firstElementChild?.append(made(name, "", `${text}\n`))
    }
    const all = [made("p", "dl-output", say(this.texts, this.former ? "result_former" : "result")), pre]
    const more = Math.min(lines.length, MOST_SHOWN) - this.shown
    const rest = lines.length - MOST_SHOWN
    if (more > 0) all.push(button(say(this.texts, "more_lines", { lines: more }), () => this.showMore()))
    else if (rest > 0) {
      all.push(made("p", "dl-result__note", say(this.texts, "rest", { lines: rest })))
      all.push(button(say(this.texts, "save"), () => save(`${this.listing.id}.txt`, this.printed)))
    }
    if (this.dropped) all.push(made("p", "dl-result__note", say(this.texts, "dropped", { characters: this.dropped })))
    return all
  }

  private showMore(): void {
    this.shown = MOST_SHOWN
    this.paint()
  }

  private fold(): HTMLElement {
    const fold = made("details", "dl-result__details")
    fold.append(made("summary", "", say(this.texts, "traceback")), listing(this.details))
    return fold
  }
}

function made(name: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = text
  return element
}

function button(text: string, press: () => void): HTMLElement {
  const element = made("button", "dl-result__more", text) as HTMLButtonElement
  element.type = "button"
  element.addEventListener("click", press)
  return element
}

function listing(text: string): HTMLPreElement {
  const pre = document.createElement("pre")
  pre.tabIndex = 0
  pre.append(made("code", "", text))
  return pre
}

/** Hands the reader a file. */
export function save(name: string, text: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
