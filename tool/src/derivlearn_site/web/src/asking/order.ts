/** Lines to put in order, made into something to handle when they are unfolded. */

import { fetched, PATIENCE } from "../runner/fetched"
import { read } from "../memory/store.js"
import type { PythonEvent } from "../runner/python"
import { styled } from "../styled"
import style from "../styles/order.css"
import { say } from "../texts"
import type { Texts } from "../texts"
import { remember } from "./remember"
import { moved, placed, same, used } from "./sequence"
import type { Sequence } from "./sequence"

styled(style)

/** What `orders.json` says of an order: the exercise that judges it, and why it is so, as HTML. */
interface Given {
  readonly block: string
  readonly because: string
}

const runner = document.getElementById("dl-runner")?.dataset ?? {}
const json = async <T>(address = ""): Promise<T> =>
  (await fetched(new URL(address, location.href), { signal: AbortSignal.timeout(PATIENCE) })).json() as Promise<T>

const made = (name: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** Makes the lines of a fold something to handle, once. */
export async function open(fold: Element): Promise<void> {
  const isMade = (): boolean => fold.querySelector("[role=listbox]") !== null
  const texts = isMade() ? undefined : await json<Texts>(runner["texts"])
  if (texts && !isMade()) new Lines(fold as HTMLElement, texts)
}

class Lines {
  /** Each line as it is run, and as it is shown. */
  private readonly code: readonly string[]
  private readonly rows: readonly HTMLElement[]
  private readonly first: Sequence
  private order: Sequence
  private readonly past: Sequence[] = []
  /** The line that the buttons and the keys move. */
  private chosen = 0
  /** Where all lines were when the keyboard took one. */
  private taken: Sequence | undefined
  /** Where a pointer has begun to drag, and which place it is at. */
  private dragged: { readonly from: number; at?: number } | undefined
  /** Stops the check that is under way. */
  private stop: (() => void) | undefined
  private readonly list: HTMLElement
  private readonly groups: readonly [HTMLElement, HTMLElement]
  private readonly buttons: Readonly<Record<"up" | "down" | "out" | "undo" | "check" | "reset", HTMLElement>>
  private readonly mark = made("i", {})
  private readonly live = made("p", { role: "status", class: "dl-order__live" })
  private readonly status: HTMLElement

  constructor(
    private readonly fold: HTMLElement,
    private readonly texts: Texts,
  ) {
    const list = (this.list = fold.querySelector(".highlight") as HTMLElement)
    this.status = fold.lastElementChild as HTMLElement
    this.rows = [...(list.children as HTMLCollectionOf<HTMLElement>)]
    this.code = this.rows.map((row) => {
      const indent = +row.style.getPropertyValue("--indent")
      const code = `${" ".repeat(indent)}${row.textContent?.trim()}\n`
      row.role = "option"
      row.prepend(made("span", { "aria-hidden": "true" }, "⠿"), made("span", { class: "dl-order__live" }, this.say("order_indent", { level: indent / 4 })))
      return code
    })
    this.first = this.order = [...this.rows.keys(), -1]
    const group = (name: string): HTMLElement => made("div", { role: "group", "aria-label": this.say(name) })
    this.groups = [group("order_program"), group("order_unused")]
    const how = made("p", { class: "dl-order__how", id: `${fold.id}-how` }, this.say("order_how"))
    list.role = "listbox"
    list.ariaLabel = this.say("order_lines")
    list.setAttribute("aria-describedby", how.id)
    list.replaceChildren(...this.groups)
    const button = (action: string, sign = ""): HTMLElement => {
      const one = made("button", { type: "button", "data-do": action }, sign || this.say(action))
      if (sign) one.ariaLabel = this.say(action)
      one.addEventListener("click", () => this.act(action))
      return one
    }
    const { up, down, out, undo, check, reset } = (this.buttons = {
      up: button("up", "↑"),
      down: button("down", "↓"),
      out: button("out"),
      undo: button("undo", "↶"),
      check: button("check"),
      reset: button("reset"),
    })
    const bar = (...buttons: HTMLElement[]): HTMLElement => made("div", { class: "dl-order__bar" }, ...buttons)
    list.after(bar(up, down, out, undo), how, bar(check, reset), this.live)
    list.addEventListener("keydown", (event) => this.press(event))
    list.addEventListener("focusin", ({ target }) => this.choose(this.rows.indexOf(target as HTMLElement)))
    // A line that is moved loses the focus for a moment.
    list.addEventListener("focusout", () => queueMicrotask(() => list.contains(document.activeElement) || this.drop()))
    list.addEventListener("pointerdown", (event) => this.take(event))
    list.addEventListener("pointermove", ({ clientY }) => this.drag(clientY))
    list.addEventListener("pointerup", () => this.release(this.dragged?.at))
    list.addEventListener("pointercancel", () => this.release())
    const first = read().answers[this.key]?.said
    this.end("", first && this.say(`known_${first}`))
  }

  /** What is kept of them goes by this. */
  private get key(): string {
    return this.fold.dataset["key"] ?? ""
  }

  /** Returns a text: one of its own by this name, or else one that it shares with exercises. */
  private say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    const own = `order_${name}`
    return say(this.texts, own in this.texts ? own : name, values)
  }

  /* ------------------------------------------------------------------- moving */

  private act(action: string): void {
    const { chosen, order } = this
    this.drop()
    if (action === "check") return void this.check()
    const step = { up: -1, down: 1 }[action]
    if (step) this.put(moved(order, chosen, step))
    if (action === "out") this.put(placed(order, chosen, used(order).includes(chosen) ? order.length : order.indexOf(-1)))
    if (action === "reset") this.put(this.first)
    if (action === "undo") this.set(this.past.pop() ?? order)
    this.tell()
  }

  /** Puts the lines into another order, which can be taken back. */
  private put(order: Sequence): void {
    if (same(order, this.order)) return
    this.past.push(this.order)
    this.set(order)
  }

  private set(order: Sequence): void {
    this.order = order
    this.outdate()
    this.show()
  }

  private press(event: KeyboardEvent): void {
    const { key } = event
    const { taken, order, chosen } = this
    const step = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (step && taken) {
      this.set(moved(order, chosen, step))
      this.tell()
    } else if (step) {
      const lines = order.filter((line) => line >= 0)
      this.rows[lines[lines.indexOf(chosen) + step] ?? chosen]?.focus()
    } else if (/^( |Enter)$/.test(key)) {
      if (taken) this.drop("order_dropped")
      else {
        this.taken = order
        this.show()
        this.tell("order_taken")
      }
    } else if (key === "Escape" && (taken || this.dragged)) {
      this.release()
      this.taken = undefined
      this.set(taken ?? order)
      this.tell("order_back")
    } else return
    event.preventDefault()
  }

  private choose(line: number): void {
    if (line < 0 || line === this.chosen) return
    this.drop()
    this.chosen = line
    this.show()
  }

  /** Leaves a line that was taken where it is now. */
  private drop(name?: string): void {
    const { taken } = this
    if (!taken) return
    this.taken = undefined
    if (!same(taken, this.order)) this.past.push(taken)
    this.show()
    this.tell(name)
  }

  /* ----------------------------------------------------------------- pointers */

  private take({ target, button, pointerType, pointerId, clientY }: PointerEvent): void {
    const row = (target as Element).closest<HTMLElement>("[role=option]")
    if (!row || button) return
    row.focus({ preventScroll: true })
    // A finger beside the handle scrolls the page.
    if (pointerType !== "mouse" && target !== row.firstChild) return
    this.dragged = { from: clientY }
    this.list.setPointerCapture(pointerId)
  }

  private drag(y: number): void {
    const { dragged, chosen, groups, rows } = this
    const row = rows[chosen] as HTMLElement
    if (!dragged || (dragged.at === undefined && Math.abs(y - dragged.from) < 4)) return
    row.style.translate = `0 ${y - dragged.from}px`
    row.dataset["moving"] = ""
    const others = this.order.filter((line) => line !== chosen)
    const at = others.findIndex((line) => {
      const { top, height } = (rows[line] ?? groups[1]).getBoundingClientRect()
      return y < top + (line < 0 ? 12 : height / 2)
    })
    dragged.at = at < 0 ? others.length : at
    const next = others[dragged.at] ?? -2
    if (next < 0) groups[next + 2 ? 0 : 1].append(this.mark)
    else rows[next]?.before(this.mark)
  }

  /** Ends a drag, at a place or where it began. */
  private release(at?: number): void {
    this.dragged = undefined
    this.mark.remove()
    const row = this.rows[this.chosen] as HTMLElement
    row.style.translate = ""
    delete row.dataset["moving"]
    if (at === undefined) return
    this.put(placed(this.order, this.chosen, at))
    this.tell()
  }

  /* ------------------------------------------------------------------ judging */

  private async check(): Promise<void> {
    if (this.stop) {
      this.stop()
      return this.end("", this.say("stopped"))
    }
    const lines = used(this.order)
    let going = true
    this.outdate()
    this.stop = () => (going = false)
    this.end("", this.say("starting"), this.stop)
    try {
      const [{ judge }, orders] = await Promise.all([import("../runner/session.js"), json<Record<string, Given>>("orders.json")])
      const { block, because } = orders[this.fold.id.slice(4)] as Given
      const code = lines.map((line) => this.code[line]).join("")
      const stop = await judge(block, code, (event) => going && this.hear(event, because, lines))
      if (!going) return stop()
      this.stop &&= () => {
        going = false
        stop()
      }
    } catch {
      if (going) this.end("bad", runner["unreachable"])
    }
  }

  private hear(event: PythonEvent, because: string, lines: readonly number[]): void {
    const { type } = event
    const { key } = this
    if (type === "checked") {
      const { finding } = event
      const isRight = "passed" in finding
      if (isRight) this.end("good", this.say("check_passed", { cases: finding.passed }))
      else this.end("bad", this.say("check_failed", { ...finding }))
      if (isRight) this.status.insertAdjacentHTML("beforeend", `<br>${because}`)
      remember(key, isRight ? "right" : "wrong")
    } else if (type === "failed") {
      const { line, about, words, type: name, message } = event.failure
      // Who orders lines cannot write them otherwise.
      const why = /Syntax|Indent/.test(name) ? "order_place" : about
      const place = line === null ? "" : this.say("line", { line })
      this.end("bad", `${place} ${why in this.texts ? this.say(why, words) : ""}`)
      this.status.append(made("code", {}, `${name}: ${message}`))
      this.rows[lines[(line ?? 0) - 1] ?? -1]?.setAttribute("data-bad", "")
      remember(key, "wrong")
    } else if (/^(load|start)/.test(type)) {
      const { bytes, total } = { bytes: 0, total: 1, ...event }
      const percent = Math.min(99, Math.round((100 * bytes) / total))
      this.end("", this.say(type === "started" ? "running" : type, { percent, megabytes: (total / 1e6).toFixed(0) }), this.stop)
    } else if (type === "died") this.end("bad", this.say(event.begun ? type : "not_loaded"))
    else if (type === "missing" || type === "replaced") this.end("bad", this.say(type, { ...event }))
  }

  /* ------------------------------------------------------------------ showing */

  /** Says how a check ended, or, with what stops it, how far it is. */
  private end(status: string, text = "", stop?: () => void): void {
    this.stop = stop
    this.status.dataset["status"] = status
    this.status.textContent = text
    this.show()
  }

  /** Takes back what was said of another order; its room is kept. */
  private outdate(): void {
    this.stop?.()
    this.status.style.minHeight = `${this.status.offsetHeight}px`
    for (const row of this.rows) row.removeAttribute("data-bad")
    this.end("")
  }

  /** Tells where the chosen line is now. */
  private tell(name?: string): void {
    const lines = used(this.order)
    const line = lines.indexOf(this.chosen) + 1
    const at = line ? this.say("order_at", { line, lines: lines.length }) : this.say("order_unused")
    this.live.textContent = name ? this.say(name, { at }) : at
  }

  private show(): void {
    const { order, chosen, rows, buttons } = this
    const focused = document.activeElement
    const lines = used(order)
    for (const [at, group] of this.groups.entries()) {
      const wanted = (at ? order.slice(lines.length + 1) : lines).map((line) => rows[line] as HTMLElement)
      if (!same(wanted, [...group.children])) group.replaceChildren(...wanted)
    }
    for (const [line, row] of rows.entries()) {
      row.tabIndex = line === chosen ? 0 : -1
      row.ariaSelected = String(line === chosen)
      row.toggleAttribute("data-moving", line === chosen && this.taken !== undefined)
    }
    // What has been moved has lost it.
    if (this.fold.contains(focused)) (focused as HTMLElement).focus({ preventScroll: true })
    buttons.up.ariaDisabled = String(order[0] === chosen)
    buttons.down.ariaDisabled = String(order.at(-1) === chosen)
    buttons.undo.ariaDisabled = String(!this.past.length)
    buttons.reset.ariaDisabled = String(same(order, this.first))
    buttons.out.textContent = this.say(lines.includes(chosen) ? "out" : "in")
    buttons.check.textContent = this.say(this.stop ? "stop" : "check")
  }
}
