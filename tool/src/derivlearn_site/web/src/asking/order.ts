/** Lines to put in order, made into something to handle when they are unfolded. */

import { fetched, PATIENCE } from "../runner/fetched"
import { load } from "../runner/load"
import type { PythonEvent } from "../runner/python"
import { here } from "../spine/place"
import { styled } from "../styled"
import style from "../styles/order.css"
import { say } from "../texts"
import type { Texts } from "../texts"
import { remember } from "./remember"
import { behind, isUsed, moved, used } from "./sequence"
import type { Sequence } from "./sequence"

styled(style)

type Session = typeof import("../runner/session")

/** What `orders.json` says of an order: the exercise that judges it, and why it is so, as HTML. */
interface Given {
  readonly block: string
  readonly because: string
}

const json = async <T>(address: string): Promise<T> =>
  (await fetched(new URL(address, location.href), { signal: AbortSignal.timeout(PATIENCE) })).json() as Promise<T>

const made = (name: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

const opened = new WeakSet<Element>()

/** Makes the lines of a fold something to handle. */
export async function open(fold: HTMLElement): Promise<void> {
  if (opened.has(fold)) return
  opened.add(fold)
  try {
    new Lines(fold, await json<Texts>(document.getElementById("dl-runner")?.dataset["texts"] ?? ""))
  } catch (error) {
    opened.delete(fold)
    throw error
  }
}

class Lines {
  /** Each line as it is shown, and as it is run. */
  private readonly rows: readonly HTMLElement[]
  private readonly code: readonly string[]
  private readonly first: Sequence
  private order: Sequence
  private past: Sequence[] = []
  /** The line that the buttons and the keys move. */
  private chosen = 0
  /** Where all lines were when the keyboard took one. */
  private taken: Sequence | undefined
  private dragged: { readonly from: number; at: number } | undefined
  /** Stops the check that is under way. */
  private running: (() => void) | undefined
  private readonly list: HTMLElement
  private readonly groups: readonly [HTMLElement, HTMLElement]
  private readonly mark = made("i", {})
  private readonly live = made("p", { role: "status", class: "dl-order__live" })
  private readonly status: HTMLElement

  constructor(
    private readonly fold: HTMLElement,
    private readonly texts: Texts,
  ) {
    const listing = fold.querySelector(".highlight") as HTMLElement
    this.status = fold.querySelector("[role=status]") as HTMLElement
    const shown = (listing.querySelector("code")?.innerHTML ?? "").trimEnd().split("\n")
    this.code = (listing.textContent ?? "").trimEnd().split("\n")
    this.rows = this.code.map((text, line) => this.row(text, shown[line] ?? ""))
    this.first = this.order = [...this.rows.keys(), -1]
    const group = (name: string): HTMLElement => made("div", { role: "group", "aria-label": say(texts, name) })
    this.groups = [group("order_program"), group("order_unused")]
    const how = made("p", { id: `${fold.id}-how`, class: "dl-order__how" }, say(texts, "order_how"))
    this.list = made("div", { role: "listbox", "aria-label": say(texts, "order_lines"), "aria-describedby": how.id }, ...this.groups)
    const bar = made("div", { class: "dl-order__bar" })
    for (const action of ["up", "down", "out", "undo", "reset", "check"])
      bar.append(made("button", { type: "button", "data-do": action }, say(texts, action in texts ? action : `order_${action}`)))
    bar.addEventListener("click", ({ target }) => this.act((target as HTMLElement).closest("button")?.dataset["do"] ?? ""))
    listing.replaceWith(this.list, bar, how, this.live)
    this.list.addEventListener("keydown", (event) => this.press(event))
    this.list.addEventListener("focusin", ({ target }) => this.choose(target as HTMLElement))
    this.list.addEventListener("focusout", ({ relatedTarget }) => this.list.contains(relatedTarget as Node) || this.drop())
    this.list.addEventListener("pointerdown", (event) => this.take(event))
    this.list.addEventListener("pointermove", ({ clientY }) => this.drag(clientY))
    for (const type of ["pointerup", "pointercancel"]) this.list.addEventListener(type, () => this.release(type === "pointerup"))
    this.show()
  }

  private row(text: string, html: string): HTMLElement {
    const level = text.search(/\S/) / 4
    const code = made("code", {})
    code.innerHTML = html.trimStart()
    const indent = made("span", { class: "dl-order__live" }, level ? say(this.texts, "order_indent", { level }) : "")
    const row = made("div", { role: "option", style: `--level: ${level}` }, made("span", { "aria-hidden": "true" }, "⠿"), indent, code)
    return row
  }

  /* ------------------------------------------------------------------- moving */

  private act(action: string): void {
    const { chosen, order } = this
    this.drop()
    if (action === "up" || action === "down") this.put(moved(order, chosen, action === "up" ? -1 : 1))
    if (action === "out") this.put(behind(order, chosen, isUsed(order, chosen) ? Infinity : order.indexOf(-1)))
    if (action === "reset") this.put(this.first)
    if (action === "undo" && this.past.length) this.set(this.past.pop() as Sequence)
    if (action === "check") void this.check()
    else this.tell()
  }

  /** Puts the lines into another order, which can be taken back. */
  private put(order: Sequence): void {
    if (String(order) === String(this.order)) return
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
    const step = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (step && this.taken) {
      this.set(moved(this.order, this.chosen, step))
      this.tell()
    } else if (step) {
      const lines = this.order.filter((line) => line >= 0)
      this.rows[lines[lines.indexOf(this.chosen) + step] ?? this.chosen]?.focus()
    } else if (key === " " || key === "Enter") {
      if (this.taken) this.drop("order_dropped")
      else {
        this.taken = this.order
        this.show()
        this.tell("order_taken")
      }
    } else if (key === "Escape" && (this.taken || this.dragged)) this.giveBack()
    else return
    event.preventDefault()
  }

  private choose(row: HTMLElement): void {
    const line = this.rows.indexOf(row)
    if (line < 0 || line === this.chosen) return
    this.drop()
    this.chosen = line
    this.show()
  }

  /** Leaves the line where it is. */
  private drop(name?: string): void {
    const { taken } = this
    if (!taken) return
    this.taken = undefined
    if (String(taken) !== String(this.order)) this.past.push(taken)
    this.show()
    this.tell(name)
  }

  private giveBack(): void {
    const { taken } = this
    this.release(false)
    this.taken = undefined
    if (taken) this.set(taken)
    this.tell("order_back")
  }

  /* ----------------------------------------------------------------- pointers */

  private take({ target, button, pointerType, pointerId, clientY }: PointerEvent): void {
    const row = (target as HTMLElement).closest<HTMLElement>("[role=option]")
    if (!row || button) return
    this.choose(row)
    row.focus({ preventScroll: true })
    // A finger beside the handle scrolls the page.
    if (pointerType !== "mouse" && !(target as HTMLElement).ariaHidden) return
    this.dragged = { from: clientY, at: this.order.indexOf(this.chosen) }
    this.list.setPointerCapture(pointerId)
  }

  private drag(y: number): void {
    const { dragged, chosen, order } = this
    const row = this.rows[chosen] as HTMLElement
    if (!dragged || (!row.style.translate && Math.abs(y - dragged.from) < 4)) return
    row.style.translate = `0 ${y - dragged.from}px`
    const others = order.filter((line) => line !== chosen)
    const isBelow = (line: number): boolean => {
      const { top, height } = (line < 0 ? this.groups[1] : (this.rows[line] as HTMLElement)).getBoundingClientRect()
      return (line < 0 ? top + 12 : top + height / 2) > y
    }
    const place = others.findIndex(isBelow)
    dragged.at = place < 0 ? others.length : place
    const next = others[dragged.at]
    if (next === undefined) this.groups[1].append(this.mark)
    else if (next < 0) this.groups[0].append(this.mark)
    else this.rows[next]?.before(this.mark)
  }

  private release(isDone: boolean): void {
    const { dragged } = this
    const row = this.rows[this.chosen] as HTMLElement
    this.dragged = undefined
    this.mark.remove()
    if (!dragged || !row.style.translate) return
    row.style.translate = ""
    if (!isDone) return
    this.put(behind(this.order, this.chosen, dragged.at))
    this.tell()
  }

  /* ------------------------------------------------------------------ judging */

  private async check(): Promise<void> {
    if (this.running) {
      this.running()
      return this.end("", say(this.texts, "stopped"))
    }
    const lines = used(this.order)
    let going = true
    this.outdate()
    this.running = () => (going = false)
    this.judging("starting")
    try {
      const [{ judge }, orders] = await Promise.all([load<Session>("../runner/session"), json<Record<string, Given>>("orders.json")])
      const { block, because } = orders[this.fold.id.replace("ask-", "")] as Given
      const code = lines.map((line) => `${this.code[line]}\n`).join("")
      const stop = await judge(block, code, (event) => going && this.hear(event, because, lines))
      if (!going) return stop()
      this.running = () => {
        going = false
        stop()
      }
    } catch {
      if (going) this.end("bad", document.getElementById("dl-runner")?.dataset["unreachable"] ?? "")
    }
  }

  private hear(event: PythonEvent, because: string, lines: readonly number[]): void {
    switch (event.type) {
      case "loading":
        return this.judging("loading", { percent: Math.min(99, Math.round((100 * event.bytes) / event.total)), megabytes: (event.total / 1e6).toFixed(0) })
      case "starting":
        return this.judging("starting")
      case "started":
        return this.judging("running")
      case "checked": {
        const { finding } = event
        if (!("passed" in finding)) return this.judged("wrong", say(this.texts, "check_failed", { ...finding }))
        this.judged("right", say(this.texts, "check_passed", { cases: finding.passed }))
        return this.status.insertAdjacentHTML("beforeend", `<br>${because}`)
      }
      case "failed": {
        const { line, about, words, type, message } = event.failure
        if (line !== null) this.rows[lines[line - 1] ?? -1]?.setAttribute("data-bad", "")
        // Who orders lines cannot write them otherwise.
        const name = /Syntax|Indentation/.test(type) ? "order_place" : about
        const place = line === null ? "" : say(this.texts, "line", { line })
        this.judged("wrong", `${place}${name in this.texts ? say(this.texts, name, words) : ""}`)
        return this.status.append(made("code", {}, `${type}: ${message}`))
      }
      case "missing":
        return this.end("bad", say(this.texts, "missing", { name: event.name }))
      case "replaced":
        return this.end("bad", say(this.texts, "replaced"))
      case "died":
        return this.end("bad", say(this.texts, event.begun ? "died" : "not_loaded"))
    }
  }

  private judging(name: string, values: Readonly<Record<string, string | number>> = {}): void {
    this.say("", say(this.texts, name, values))
    this.show()
  }

  private judged(said: "right" | "wrong", text: string): void {
    this.end(said === "right" ? "good" : "bad", text)
    remember(`${here}#${this.fold.id.replace("ask-", "")}`, said)
  }

  private end(status: string, text: string): void {
    this.running = undefined
    this.say(status, text)
    this.show()
  }

  /* ------------------------------------------------------------------ showing */

  /** Takes back what was said of another order; its room is kept. */
  private outdate(): void {
    this.running?.()
    this.running = undefined
    const { offsetHeight } = this.status
    this.say("", "")
    this.status.style.minHeight = `${offsetHeight}px`
    for (const row of this.rows) row.removeAttribute("data-bad")
  }

  private say(status: string, text: string): void {
    this.status.dataset["status"] = status
    this.status.textContent = text
  }

  /** Tells where the chosen line is now. */
  private tell(name = "order_at"): void {
    const lines = used(this.order)
    const line = lines.indexOf(this.chosen) + 1
    const at = line ? say(this.texts, "order_at", { line, lines: lines.length }) : say(this.texts, "order_unused")
    this.live.textContent = name === "order_at" ? at : say(this.texts, name, { at })
  }

  private show(): void {
    const { order, chosen, rows } = this
    const focused = document.activeElement
    const split = order.indexOf(-1)
    for (const [at, group] of this.groups.entries()) {
      const lines = at ? order.slice(split + 1) : order.slice(0, split)
      const wanted = lines.map((line) => rows[line] as HTMLElement)
      if (wanted.some((row, place) => row !== group.children[place]) || wanted.length !== group.children.length) group.replaceChildren(...wanted)
    }
    for (const [line, row] of rows.entries()) {
      row.tabIndex = line === chosen ? 0 : -1
      row.ariaSelected = String(line === chosen)
      row.toggleAttribute("data-taken", line === chosen && this.taken !== undefined)
    }
    if (focused !== document.activeElement && this.fold.contains(focused)) (focused as HTMLElement).focus({ preventScroll: true })
    const button = (action: string): HTMLElement => this.fold.querySelector(`[data-do=${action}]`) as HTMLElement
    const able = (action: string, can: boolean): void => button(action).setAttribute("aria-disabled", String(!can))
    able("up", order[0] !== chosen)
    able("down", order.at(-1) !== chosen)
    able("undo", this.past.length > 0)
    able("reset", String(order) !== String(this.first))
    button("out").textContent = say(this.texts, isUsed(order, chosen) ? "order_out" : "order_in")
    button("check").textContent = say(this.texts, this.running ? "stop" : "check")
  }
}
