/** One question on a page: what was answered, what is said to it, and what is shown. */

import { read as numberIn } from "../figures/numbers"
import type { Answer } from "../memory/store"
import { styled } from "../styled"
import style from "../styles/told.css"
import { say } from "../texts"
import type { Texts } from "../texts"

styled(style)

interface Reason {
  readonly said: string
  /** HTML, as all that is told. */
  readonly because: string
}

/** What `questions.json` says of a question. */
export interface Question {
  readonly kind: "sign" | "number" | "choice" | "question"
  readonly ask: string
  /** As wide as the longest text that may be told. */
  readonly room: string
  /** The block whose output is covered. */
  readonly covers?: string | null
  /** In the order in which they are shown. */
  readonly answers?: readonly (Reason & { readonly label: string })[]
  /** Of a number, how it was printed, and what is right and wrong within which distance. */
  readonly value?: number
  readonly shown?: string
  readonly within?: number
  readonly near?: readonly (Reason & { readonly value: number; readonly within?: number })[]
  readonly because?: string
  readonly else?: string
}

export type Said = Pick<Answer, "said" | "typed">

const WRONG = "wrong"
const RIGHT = "right"
const SKIPPED = "skipped"

export class View {
  private readonly buttons: readonly HTMLButtonElement[]
  private readonly field: HTMLInputElement | null
  private readonly status: HTMLElement
  /** Which answers may be called right or wrong by now. */
  private readonly known = new Set<string>()

  constructor(
    private readonly box: HTMLElement,
    private readonly question: Question,
    private readonly texts: Texts,
    /** Keeps what was answered, if it is the first answer. */
    private readonly keep: (said: Said) => void,
  ) {
    this.buttons = [...box.querySelectorAll<HTMLButtonElement>("li > button")]
    this.field = box.querySelector("input")
    this.status = box.querySelector(".dl-ask__said") as HTMLElement
    const sign = box.querySelector(".dl-ask__sign")
    if (sign) sign.ariaLabel = say(texts, "ask_sign")
    this.field?.addEventListener("input", () => {
      this.field?.removeAttribute("aria-invalid")
      if (!this.isTold) this.status.replaceChildren()
    })
  }

  /** Whether anything is told yet. */
  get isTold(): boolean {
    return this.box.matches(".dl-ask--told")
  }

  /** Does what was pressed; if that was elsewhere, the output came into sight by other means. */
  act(pressed: Element): void {
    const answer = this.question.answers?.[this.buttons.indexOf(pressed as HTMLButtonElement)]
    if (answer) return this.take(answer)
    if (pressed.matches("form")) return this.type()
    if (pressed.matches(".dl-ask__sign")) return this.turn()
    const isSkip = pressed.matches(".dl-ask__skip")
    if (!isSkip && this.isTold) return
    this.take({ said: SKIPPED })
    // The button that was pressed is gone.
    if (isSkip) this.status.focus({ preventScroll: true })
  }

  /** Shows what was answered before. */
  restore({ said, typed }: Said): void {
    if (this.field && typed !== undefined) this.field.value = typed
    this.tell({ said })
  }

  /** Asks anew. */
  reset(): void {
    this.known.clear()
    this.box.classList.remove("dl-ask--told")
    this.status.replaceChildren()
    if (this.field) this.field.value = ""
    for (const button of this.buttons) {
      button.removeAttribute("aria-pressed")
      this.mark(button, "")
    }
    if (this.question.covers) this.box.nextElementSibling?.classList.add("dl-covered")
  }

  private take({ said, typed }: Said): void {
    this.tell({ said })
    this.keep({ said, ...(typed !== undefined && { typed }) })
  }

  private type(): void {
    const field = this.field as HTMLInputElement
    const value = numberIn(field.value)
    if (value === undefined) {
      field.setAttribute("aria-invalid", "true")
      field.focus()
      return this.say(say(this.texts, "ask_number"), "")
    }
    const { value: right = NaN, within = 0, near = [] } = this.question
    const isNear = (other: number, distance: number): boolean => Math.abs(value - other) <= distance * (1 + 1e-9)
    const said = isNear(right, within) ? RIGHT : (near.find((each) => isNear(each.value, each.within ?? within))?.said ?? WRONG)
    this.take({ said, typed: String(value) })
  }

  /** Gives what is typed the other sign. */
  private turn(): void {
    const field = this.field as HTMLInputElement
    field.value = /^\s*[-−－ー]/.test(field.value) ? field.value.replace(/[-−－ー]/, "") : `-${field.value.trim()}`
    field.focus()
  }

  private tell(given: Said): void {
    const { answers = [], covers } = this.question
    // The book may have another answer by now, or none.
    const said = this.reason(given.said) === undefined ? SKIPPED : given.said
    this.box.classList.add("dl-ask--told")
    if (covers) this.box.nextElementSibling?.classList.remove("dl-covered")
    this.known.add(said)
    // Beside an output, and after the right answer, nothing is a secret.
    if (covers || said === RIGHT || said === SKIPPED) this.known.add(RIGHT)
    for (const [at, button] of this.buttons.entries()) {
      const own = answers[at]?.said ?? ""
      button.ariaPressed = String(own === said)
      this.mark(button, this.known.has(own) ? (own === RIGHT ? RIGHT : WRONG) : "")
    }
    const value = this.field ? say(this.texts, "ask_value", { value: this.question.shown ?? "" }) : ""
    const name = said === RIGHT || said === SKIPPED ? said : WRONG
    const word = name === SKIPPED && this.field ? "" : say(this.texts, `ask_${name}`)
    this.say([word, value].filter(Boolean).join(" "), this.reason(said) ?? "", name)
  }

  /** Returns what is said to an answer; nothing, where the book has it no more. */
  private reason(said: string): string | undefined {
    const { answers, near = [], because = "", else: otherwise = "" } = this.question
    if (said === SKIPPED) return this.reason(RIGHT)
    const told: readonly Reason[] = answers ?? [{ said: RIGHT, because }, ...near, { said: WRONG, because: otherwise }]
    return told.find((each) => each.said === said)?.because
  }

  private say(word: string, html: string, name = ""): void {
    this.status.dataset["status"] = name
    const strong = document.createElement("b")
    strong.textContent = word
    const reason = document.createElement("span")
    reason.innerHTML = html
    this.status.replaceChildren(strong, " ", reason)
  }

  /** Marks an answer as right or wrong, for the eye and in words. */
  private mark(button: HTMLButtonElement, name: string): void {
    button.querySelector(".dl-ask__mark")?.remove()
    if (!name) return button.removeAttribute("data-mark")
    button.dataset["mark"] = name
    const word = document.createElement("span")
    word.className = "dl-ask__mark"
    word.textContent = ` (${say(this.texts, `ask_mark_${name}`)})`
    button.append(word)
  }
}
