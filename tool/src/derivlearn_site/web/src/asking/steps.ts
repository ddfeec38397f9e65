/** Goes through a program line by line, where its code stands; loaded when that is first asked for. */

import { element } from "../figures/elements"
import { fetched, PATIENCE } from "../runner/fetched"
import { styled } from "../styled"
import style from "../styles/steps.css"
import { say } from "../texts"
import type { Texts } from "../texts"
import { happened } from "./happened"
import { questions } from "./next"
import type { Next } from "./next"
import { states } from "./trace"
import type { Level, State, Step, Trace } from "./trace"

export type { Trace } from "./trace"

styled(style)

/** Returns the steps of a block of the page. */
export async function recorded(id: string): Promise<Trace> {
  const response = await fetched(new URL("steps.json", location.href), { signal: AbortSignal.timeout(PATIENCE) })
  const trace = ((await response.json()) as Record<string, Trace>)[id]
  if (!trace) throw new Error(`steps.json knows no ${id}`)
  return trace
}

/** How many printed lines are in view, and how many loops. */
const PRINTED = 5
const LOOPS = 3
const SIGNS = { first: "|◀", back: "◀", forward: "▶", last: "▶|", close: "✕" } as const
type Action = keyof typeof SIGNS
const KEYS: Readonly<Record<string, Action>> = { ArrowLeft: "back", ArrowRight: "forward", Home: "first", End: "last", Escape: "close" }

export class Steps {
  private at = 0
  private readonly all: readonly State[]
  private readonly steps: readonly Step[]
  private readonly questions: ReadonlyMap<number, Next>
  /** What has been asked once is not asked again. */
  private readonly asked = new Set<number>()
  private readonly printed: string

  private readonly panel: HTMLElement
  private readonly buttons: Readonly<Record<Action, HTMLButtonElement>>
  private readonly range: HTMLInputElement
  private readonly count = element("span", { "aria-hidden": "true" })
  private readonly said = element("div", { class: "dl-steps__said" })
  /** What is read aloud; its words change, it stays. */
  private readonly live = element("div", { role: "status" })
  private readonly options = element("div", { class: "dl-steps__options", role: "group" })
  private readonly values = element("div", { class: "dl-steps__values", role: "group" })
  private readonly output = element("pre", { tabindex: "0" })
  private readonly room: ResizeObserver
  private width = 0

  private readonly pre: HTMLElement
  private readonly code: HTMLElement
  private readonly focusable: string | null
  private readonly here = element("i", { "aria-hidden": "true" })
  private readonly next = element("i", { "aria-hidden": "true", "data-sign": "?" })
  private readonly numbers = element("i", { "aria-hidden": "true" })

  /**
   * @param ending What is said at the end, if that is not just the end of the program.
   * @param closed Is called when the reader has closed the steps.
   */
  constructor(
    private readonly button: HTMLElement,
    private readonly listing: HTMLElement,
    trace: Trace,
    private readonly texts: Texts,
    private readonly ending: string,
    private readonly closed: () => void,
  ) {
    const { steps } = trace
    this.steps = steps
    this.all = states(trace)
    this.printed = steps.map(({ out = "" }) => out).join("")
    this.pre = listing.querySelector("pre") as HTMLElement
    this.code = this.pre.querySelector("code") as HTMLElement
    this.focusable = this.pre.getAttribute("tabindex")
    const lines = (this.code.textContent ?? "").trimEnd().split("\n")
    this.questions = questions(trace, this.all, lines)
    this.numbers.dataset["lines"] = lines.map((_, line) => line + 1).join("\n")

    const id = `${listing.id}-steps`
    const press = (action: Action): HTMLButtonElement => {
      const one = element("button", { type: "button", "data-go": action, "aria-label": this.say(action) }, SIGNS[action])
      one.addEventListener("click", () => this.act(action))
      return one
    }
    const [first, back, forward, last, close] = [press("first"), press("back"), press("forward"), press("last"), press("close")]
    this.buttons = { first, back, forward, last, close }
    this.range = element("input", { type: "range", min: "0", max: String(steps.length), "aria-label": this.say("any") })
    this.range.addEventListener("input", () => this.go(+this.range.value))
    const bar = element("div", { class: "dl-steps__bar" }, first, back, forward, last, this.range, this.count, close)
    this.said.append(this.live, this.options)
    this.values.ariaLabel = this.say("values")
    const label = element("p", { class: "dl-steps__label", id: `${id}-printed` }, this.say("printed"))
    this.output.setAttribute("aria-labelledby", label.id)
    this.output.style.setProperty("--lines", String(Math.min(PRINTED, this.printed.split("\n").length - 1 || 1)))
    this.panel = element("div", { class: "dl-steps", id, role: "group", tabindex: "-1", "aria-label": this.say("panel") }, bar, this.said, this.values)
    if (this.printed) this.panel.append(label, this.output)
    this.panel.addEventListener("keydown", (event) => this.key(event))

    listing.dispatchEvent(new CustomEvent("dl:uncover", { bubbles: true }))
    button.ariaExpanded = "true"
    button.setAttribute("aria-controls", id)
    this.pre.tabIndex = 0
    this.code.append(this.here, this.next, this.numbers)
    listing.classList.add("dl-stepping")
    listing.append(this.panel)
    this.room = new ResizeObserver(() => this.reserve())
    this.room.observe(this.panel)
    this.reserve()
    this.show()
    // As much of it as there is room for.
    if (this.panel.getBoundingClientRect().bottom > innerHeight) this.pre.scrollIntoView({ block: "start", behavior: "instant" })
    forward.focus({ preventScroll: true })
  }

  /** Gives the block back as it was. */
  close(): void {
    this.room.disconnect()
    const hadFocus = this.panel.contains(document.activeElement)
    for (const each of [this.panel, this.here, this.next, this.numbers]) each.remove()
    this.listing.classList.remove("dl-stepping")
    if (this.focusable === null) this.pre.removeAttribute("tabindex")
    this.button.removeAttribute("aria-expanded")
    this.button.removeAttribute("aria-controls")
    this.closed()
    if (hadFocus) this.button.focus()
  }

  private say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return say(this.texts, `steps_${name}`, values)
  }

  /* ------------------------------------------------------------------- going */

  private key(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
    const action = KEYS[key]
    if (!action || altKey || ctrlKey || metaKey || shiftKey) return
    // What can be scrolled is.
    if (action !== "close" && (target === this.output || target === this.values)) return
    event.preventDefault()
    event.stopPropagation()
    this.act(action)
  }

  private act(action: Action): void {
    const { at, steps } = this
    if (action === "close") return this.close()
    if (action === "forward") return this.go(at + 1, true)
    this.go({ first: 0, back: at - 1, last: steps.length }[action])
  }

  /** Goes to where so many steps are done, and may ask there what comes next. */
  private go(to: number, asks = false, reply?: HTMLElement): void {
    if (to < 0 || to > this.steps.length) return
    // A question that is gone must not take the focus with it.
    if (this.options.contains(document.activeElement)) this.buttons.forward.focus({ preventScroll: true })
    this.at = to
    const next = asks && !this.asked.has(to) ? this.questions.get(to) : undefined
    this.asked.add(next ? to : -1)
    this.show(next, reply)
  }

  private answer({ right }: Next, option: string): void {
    const isRight = option === right
    const { forward } = this.buttons
    this.go(this.at + 1, false, this.reply(isRight, right, this.at))
    forward.focus({ preventScroll: true })
  }

  private reply(isRight: boolean, right: string, at: number): HTMLElement {
    const answer = this.label(this.questions.get(at), right)
    return element("b", { "data-reply": isRight ? "right" : "other" }, isRight ? this.say("right") : this.say("answer", { answer }))
  }

  /* ----------------------------------------------------------------- showing */

  private show(next?: Next, reply?: HTMLElement): void {
    const { at, steps, all, range, buttons } = this
    const step = steps[at - 1]
    const state = all[at] as State
    range.value = String(at)
    range.ariaValueText = this.say("at", { step: at, steps: steps.length })
    this.count.textContent = `${at} / ${steps.length}`
    for (const action of ["first", "back"] as const) buttons[action].ariaDisabled = String(at === 0)
    for (const action of ["forward", "last"] as const) buttons[action].ariaDisabled = String(at === steps.length)

    this.live.replaceChildren(...this.words(at, next, reply))
    this.options.replaceChildren(...this.choices(next))
    this.options.toggleAttribute("hidden", !next)
    this.options.ariaLabel = next ? this.ask(next) : null
    this.values.replaceChildren(...this.lists(at))
    const changed = this.values.querySelector("[data-changed]")
    if (changed && this.values.scrollHeight > this.values.clientHeight) inView(this.values, changed)
    const before = all[at - 1]?.printed ?? 0
    const fresh = this.printed.slice(before, state.printed)
    this.output.replaceChildren(this.printed.slice(0, before), ...(fresh ? [element("ins", {}, fresh)] : []))
    this.output.scrollTop = this.output.scrollHeight

    this.mark(this.here, step?.line, step?.fails ? "✕" : "▶")
    this.mark(this.next, next?.line, "?")
    inView(this.pre, next ? this.next : this.here)
  }

  private mark(sign: HTMLElement, line: number | undefined, text: string): void {
    sign.hidden = !line
    sign.dataset["sign"] = text
    sign.style.setProperty("--line", String(line ?? 1))
  }

  /** What the last step did, and what is asked of the next one. */
  private words(at: number, next?: Next, reply?: HTMLElement): HTMLElement[] {
    const { steps, all, texts } = this
    const step = steps[at - 1]
    const told = step ? happened(step, all[at - 1] as State, all[at] as State, texts) : [this.say("start")]
    const end = at < steps.length ? "" : this.ending || this.say("end")
    const lines = [element("p", {}, ...(reply ? [reply, " "] : []), joined([...told, end]))]
    // Of a loop in functions that call themselves, the innermost.
    const loops = [...new Map(all[at]?.loops.map((loop) => [loop[0], loop])).values()].slice(-LOOPS)
    const passes = loops.map(([line, pass, passes]) => this.say(passes ? "pass" : "pass_open", { line, pass, passes }))
    if (passes.length > 0) lines.push(element("p", { class: "dl-steps__loops" }, ...passes.map((text) => element("span", {}, text))))
    if (next) lines.push(element("p", { class: "dl-steps__hidden" }, this.ask(next)))
    return lines
  }

  private choices(next?: Next): HTMLElement[] {
    if (!next) return []
    const buttons = next.options.map((option) => {
      const one = element("button", { type: "button" }, next.name ? element("code", {}, option) : this.label(next, option))
      one.addEventListener("click", () => this.answer(next, option))
      return one
    })
    // It is read as part of what is said.
    const ask = element("p", { "aria-hidden": "true" }, this.ask(next))
    return [ask, ...buttons, element("span", { class: "dl-steps__label" }, this.say("skip"))]
  }

  private ask({ name = "", line }: Next): string {
    return this.say(name ? "ask_value" : "ask_line", { line, name })
  }

  private label(next: Next | undefined, option: string): string {
    return next?.name ? option : option === "0" ? this.say("ask_end") : this.say("ask_at", { line: option })
  }

  /** The variables of the function that is gone through, what has called it, and those of the program. */
  private lists(at: number): HTMLElement[] {
    const { levels } = this.all[at] as State
    const { set = {}, up = {} } = this.steps[at - 1] ?? {}
    const inner = levels.length - 1
    return levels.map((level, depth) => this.list(level, depth === inner ? set : (up[depth] ?? {}), depth === 0 || depth === inner)).reverse().flat()
  }

  private list({ name, values }: Level, changed: Readonly<Record<string, string>>, isOpen: boolean): HTMLElement[] {
    const head = element("p", { class: "dl-steps__label" }, name ? this.say("function", { name }) : this.say("program"))
    if (!isOpen) return [head]
    const rows = [...values].map(([key, value]) => {
      const isNew = key in changed
      const row = element("div", isNew ? { "data-changed": "" } : {}, element("dt", {}, key), element("dd", {}, value))
      if (isNew) row.lastElementChild?.append(element("span", { class: "dl-steps__hidden" }, ` ${this.say("changed")}`))
      return row
    })
    return [head, rows.length > 0 ? element("dl", {}, ...rows) : element("p", { class: "dl-steps__label" }, this.say("none"))]
  }

  /** Keeps the room of the tallest state, so that nothing below moves. */
  private reserve(): void {
    const { clientWidth } = this.panel
    if (clientWidth === this.width) return
    this.width = clientWidth
    const all = [...this.all.keys()]
    const said = all.flatMap((at) => {
      const [next, former] = [this.questions.get(at), this.questions.get(at - 1)]
      const options = element("div", { class: "dl-steps__options" }, ...this.choices(next))
      const reply = former && this.reply(false, former.right, at - 1)
      return [...(next ? [[...this.words(at, next), options]] : []), this.words(at, undefined, reply)]
    })
    stretch(this.said, said)
    stretch(this.values, all.map((at) => this.lists(at)))
    if (this.values.scrollHeight > this.values.clientHeight) this.values.tabIndex = 0
    else this.values.removeAttribute("tabindex")
  }
}

/** Sentences that end with a wide sign need no space. */
const joined = (sentences: readonly string[]): string => sentences.join(" ").trim().replace(/(?<=[。：]) /g, "")

/** Gives an element the height of the tallest of what it may hold. */
function stretch(holder: HTMLElement, all: readonly (readonly HTMLElement[])[]): void {
  const stack = element("div", { class: "dl-steps__stack" }, ...all.map((each) => element("div", {}, ...each)))
  holder.append(stack)
  holder.style.height = `${Math.ceil(stack.getBoundingClientRect().height)}px`
  stack.remove()
}

/** Scrolls no more than the element that holds a part. */
function inView(holder: HTMLElement, part: Element): void {
  const [outer, inner] = [holder.getBoundingClientRect(), part.getBoundingClientRect()]
  if (inner.height === 0 || (inner.top >= outer.top && inner.bottom <= outer.bottom)) return
  holder.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2
}
