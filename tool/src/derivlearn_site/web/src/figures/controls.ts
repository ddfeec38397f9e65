/** The settings of a figure: what can be set, by rows of their own or in the picture, and a link. */

import { say } from "../texts"
import type { Texts } from "../texts"
import { element } from "./elements"
import type { Entries, Given, Setting, Values } from "./figure"
import { Note } from "./note"
import { closest, read } from "./numbers"
import type { Picture } from "./picture"
import { Player } from "./player"
import { choice, field, slider } from "./rows"
import type { Row } from "./rows"

export class Controls {
  /** What plays, steps and decides; and what is set, with what leads back or is handed on. */
  readonly actions = element("p", { class: "dl-live__buttons dl-live__actions" })
  readonly settings = element("div", { class: "dl-live__panel" })
  /** Lines to type into, which come before all other settings. */
  readonly typed: HTMLElement[] = []
  values: Values
  entries: Entries
  private readonly start: readonly [Values, Entries]
  private readonly rows = new Map<string, Row>()
  private readonly fields: readonly HTMLInputElement[]
  private readonly players = new Map<string, Player>()
  private readonly takers: (() => void)[] = []
  private readonly note = new Note()

  constructor(
    private readonly id: string,
    private readonly given: Given,
    private readonly own: Texts,
    private readonly picture: Picture,
    private readonly change: (values: Values, entries: Entries) => void,
    private readonly signal: AbortSignal,
  ) {
    const { settings, entries = [] } = given.data
    const starts = <Start>(all: readonly { name: string; start: Start }[]): Record<string, Start> =>
      Object.fromEntries(all.map(({ name, start }) => [name, start]))
    this.start = [starts(settings), starts(entries)]
    ;[this.values, this.entries] = this.start
    this.fields = entries.filter(({ typed }) => typed).map((entry) => {
      const [row, input] = field(entry, this.wish(entry.name), (text) => this.turn({}, { [entry.name]: text }))
      this.typed.push(row)
      return input
    })
    for (const setting of settings) this.add(setting)
    for (const { name, typed, cleared = {} } of entries) {
      if (!typed) this.actions.append(this.button(`clear-${name}`, given.texts, () => this.turn(cleared, { [name]: "" })))
    }
    const [reset, link] = [this.button("reset", own, () => this.reset()), this.button("link", own, () => void this.copyLink())]
    const row = element("p", { class: "dl-live__buttons" }, reset, link, this.note.element)
    for (const event of ["focusin", "pointerdown"]) this.settings.addEventListener(event, () => this.note.clear(), { signal })
    this.settings.append(row)
    this.listen()
    this.place()
  }

  /** Takes settings from a link; one that cannot be read leads to the start. */
  take(text: string): boolean {
    this.reset()
    const { settings, entries: all = [] } = this.given.data
    const [values, entries]: [Record<string, number>, Record<string, string>] = [{}, {}]
    const takes = ([name, given]: readonly [string, string]): boolean => {
      const entry = all.find((each) => each.name === name)
      if (entry) {
        entries[name] = given
        return new RegExp(`^(?:${entry.like})$`).test(given)
      }
      const [setting, value] = [settings.find((each) => each.name === name), read(given)]
      if (!setting || value === undefined) return false
      values[name] = value
      return !(setting.options ?? setting.takes) || setting.values.includes(value)
    }
    const pairs = [...new URLSearchParams(text)]
    const isWhole = pairs.length > 0 && pairs.every(takes)
    if (isWhole) this.turn(values, entries)
    return isWhole
  }

  /** Changes some settings, and leaves the others. */
  turn(values: Values, entries: Entries = {}): void {
    this.turnTo({ ...this.values, ...values }, { ...this.entries, ...entries })
  }

  /** Marks the line whose words cannot be read, if there is one. */
  mark(wrong?: string): void {
    for (const each of this.fields) each.setAttribute("aria-invalid", String(each.name === wrong))
  }

  /** Lets a reader take hold of the picture itself. */
  private listen(): void {
    const { picture, signal } = this
    for (const handle of picture.svg.querySelectorAll<SVGElement>("[data-drag]")) {
      const { setting, row } = this.named(handle.dataset["drag"])
      // An increment is measured from another setting.
      const from = handle.dataset["from"]
      const { x } = picture.plotOf(handle)
      const move = ({ clientX }: PointerEvent): void => {
        const box = picture.svg.getBoundingClientRect()
        const value = x.value(((clientX - box.left) / box.width) * picture.svg.viewBox.baseVal.width)
        this.set(setting, closest(setting.values, value - (from ? (this.values[from] ?? 0) : 0)))
      }
      const take = (event: PointerEvent): void => {
        event.preventDefault()
        handle.setPointerCapture(event.pointerId)
        row.input.focus({ preventScroll: true, focusVisible: false } as FocusOptions)
      }
      handle.addEventListener("pointerdown", take, { signal })
      handle.addEventListener("pointermove", (event) => handle.hasPointerCapture(event.pointerId) && move(event), { signal })
    }
    for (const part of this.choices()) {
      const [name, value] = part.dataset["choose"]?.split(" ") ?? []
      const { setting } = this.named(name)
      const choose = (): void => this.set(setting, Number(value))
      // What a mouse only passes over is chosen for as long as it is there.
      let before: number | undefined
      const enter = ({ pointerType }: PointerEvent): void => {
        if (pointerType !== "mouse") return
        before = this.values[setting.name]
        choose()
      }
      const leave = (): void => {
        if (before !== undefined && this.values[setting.name] === Number(value)) this.set(setting, before)
        before = undefined
      }
      const press = (): void => {
        before = undefined
        choose()
      }
      part.addEventListener("click", press, { signal })
      part.addEventListener("pointerenter", enter, { signal })
      part.addEventListener("pointerleave", leave, { signal })
    }
    // A press beside all that can be chosen takes the choice back.
    const beside = this.given.data.settings.flatMap((setting) => {
      const drawn = this.drawn(setting)
      const [other, ...others] = setting.values.filter((value) => !drawn.has(value))
      return drawn.size > 0 && other !== undefined && others.length === 0 ? [{ setting, other }] : []
    })
    const takeBack = ({ target }: Event): void => {
      if ((target as Element).closest("[data-choose]")) return
      for (const { setting, other } of beside) this.set(setting, other)
    }
    if (beside.length > 0) picture.svg.addEventListener("click", takeBack, { signal })
  }

  private choices(name = ""): SVGElement[] {
    return [...this.picture.svg.querySelectorAll<SVGElement>(name ? `[data-choose^="${name} "]` : "[data-choose]")]
  }

  /** The values of a setting that can be touched in the picture. */
  private drawn({ name }: Setting): ReadonlySet<number> {
    return new Set(this.choices(name).map((part) => Number(part.dataset["choose"]?.split(" ")[1])))
  }

  private named(name = ""): { setting: Setting; row: Row } {
    const setting = this.given.data.settings.find((each) => each.name === name)
    const row = this.rows.get(name)
    if (!setting || !row) throw new Error(`the figure has no setting ${name}`)
    return { setting, row }
  }

  private wish(name: string): { id: string; label: string; signal: AbortSignal } {
    return { id: `${this.id}-${name}`, label: this.given.texts[`set-${name}`] ?? name, signal: this.signal }
  }

  private valueOf({ name, start }: Setting): number {
    return this.values[name] ?? start
  }

  private add(setting: Setting): void {
    const { name, options, plays, anew, takes, values } = setting
    const { texts } = this.given
    const wish = this.wish(name)
    const set = (value: number): void => this.set(setting, value)
    if (plays) {
      const player = new Player(setting, this.own, () => this.valueOf(setting), (next) => this.turn({ [name]: next }), this.signal)
      this.players.set(name, player)
      this.actions.append(...player.buttons)
    }
    if (takes) {
      const button = this.button(`take-${name}`, texts, () => set(this.values[takes] ?? setting.start))
      this.actions.append(button)
      // While the other one is nothing yet, there is nothing to take.
      this.takers.push(() => (button.disabled = this.values[takes] === setting.start))
      return
    }
    if (anew) {
      const next = (): number => values[(values.indexOf(this.valueOf(setting)) + 1) % values.length] ?? setting.start
      this.actions.append(this.button(`next-${name}`, texts, () => set(next())))
    }
    const names = options?.map((option) => texts[option] ?? option)
    const row = names
      ? choice(setting, names, this.drawn(setting).size >= Math.max(2, values.length - 1), wish, set)
      : slider(setting, wish, set, (text) => say(this.own, "not_a_number", { text: text.slice(0, 12) }))
    this.rows.set(name, row)
    this.settings.append(row.element)
  }

  private button(name: string, texts: Texts, press: () => void): HTMLButtonElement {
    const button = element("button", { type: "button", "data-do": name }, say(texts, name))
    button.addEventListener("click", press, { signal: this.signal })
    return button
  }

  private set({ name, anew }: Setting, value: number): void {
    this.players.get(name)?.pause()
    if (this.values[name] === value) return
    const [values, entries] = anew ? this.start : [this.values, this.entries]
    this.turnTo({ ...values, [name]: value }, entries)
  }

  private reset(): void {
    for (const player of this.players.values()) player.pause()
    this.turnTo(...this.start)
  }

  private turnTo(values: Values, entries: Entries): void {
    this.values = values
    this.entries = entries
    this.place()
    this.change(values, entries)
  }

  private async copyLink(): Promise<void> {
    const all = Object.entries({ ...this.values, ...this.entries })
    const text = new URLSearchParams(all.map(([name, value]) => [name, String(value)]))
    const url = new URL(`#${this.id}~${text}`, location.href).href
    try {
      await navigator.clipboard.writeText(url)
      this.note.tell(say(this.own, "link_copied"))
    } catch {
      // No right to the clipboard: the address bar can be copied from.
      history.replaceState(null, "", url)
      this.note.tell(say(this.own, "link_in_address"))
    }
  }

  /** Shows every setting as it is now. */
  private place(): void {
    this.note.clear()
    for (const [name, { place, note }] of this.rows) {
      note?.clear()
      const value = this.values[name]
      if (value !== undefined) place(value)
    }
    for (const place of this.takers) place()
    for (const field of this.fields) field.value = this.entries[field.name] ?? ""
  }
}
