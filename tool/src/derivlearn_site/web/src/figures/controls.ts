/** The settings of a figure: sliders, numbers and words to type, things to choose, a link. */

import { say } from "../texts"
import type { Texts } from "../texts"
import type { Entries, Entry, Given, Setting, Values } from "./figure"
import { closest, exact, read } from "./numbers"
import type { Picture } from "./picture"
import { Player } from "./player"

/** A setting on the page. */
interface Row {
  readonly setting: Setting
  /** Where the keyboard works. */
  readonly input: HTMLInputElement
  place(value: number): void
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...content)
  return made
}

export class Controls {
  readonly rows = element("div", { class: "dl-live__rows" })
  readonly buttons = element("p", { class: "dl-live__buttons" })
  values: Values
  entries: Entries
  private readonly start: readonly [Values, Entries]
  private readonly all: readonly Row[]
  private readonly fields: readonly HTMLInputElement[]
  private readonly players = new Map<string, Player>()
  private readonly told = element("span", { role: "status" })

  constructor(
    private readonly id: string,
    private readonly given: Given,
    private readonly own: Texts,
    private readonly change: (values: Values, entries: Entries) => void,
    private readonly signal: AbortSignal,
  ) {
    const { settings, entries = [] } = given.data
    const starts = <Start>(all: readonly { name: string; start: Start }[]): Record<string, Start> =>
      Object.fromEntries(all.map(({ name, start }) => [name, start]))
    this.start = [starts(settings), starts(entries)]
    ;[this.values, this.entries] = this.start
    this.fields = entries.filter(({ typed }) => typed).map((entry) => this.field(entry))
    this.all = settings.map((setting) => this.row(setting))
    for (const { name, typed, cleared = {} } of entries) {
      if (!typed) this.button(`clear-${name}`, given.texts, () => this.turn(cleared, { [name]: "" }))
    }
    this.button("reset", own, () => this.reset())
    this.button("link", own, () => void this.copyLink())
    this.buttons.append(this.told)
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
      return !setting.options || setting.values.includes(value)
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

  /** Lets a reader take hold of the picture itself, where it has handles. */
  listenTo(picture: Picture): void {
    const { signal } = this
    for (const handle of picture.svg.querySelectorAll<SVGElement>("[data-drag]")) {
      const row = this.rowOf(handle.dataset["drag"])
      // An increment is measured from another setting.
      const from = handle.dataset["from"]
      const { x } = picture.plotOf(handle)
      const move = ({ clientX }: PointerEvent): void => {
        const box = picture.svg.getBoundingClientRect()
        const value = x.value(((clientX - box.left) / box.width) * picture.svg.viewBox.baseVal.width)
        this.set(row.setting, closest(row.setting.values, value - (from ? (this.values[from] ?? 0) : 0)))
      }
      const take = (event: PointerEvent): void => {
        event.preventDefault()
        handle.setPointerCapture(event.pointerId)
        row.input.focus({ preventScroll: true })
      }
      handle.addEventListener("pointerdown", take, { signal })
      handle.addEventListener("pointermove", (event) => handle.hasPointerCapture(event.pointerId) && move(event), { signal })
    }
    for (const part of picture.svg.querySelectorAll<SVGElement>("[data-choose]")) {
      const [name, value] = part.dataset["choose"]?.split(" ") ?? []
      const { setting } = this.rowOf(name)
      const choose = (): void => this.set(setting, Number(value))
      part.addEventListener("click", choose, { signal })
      part.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && choose(), { signal })
    }
  }

  private rowOf(name: string | undefined): Row {
    const row = this.all.find(({ setting }) => setting.name === name)
    if (!row) throw new Error(`the figure has no setting ${name}`)
    return row
  }

  private label(name: string): string {
    return this.given.texts[`set-${name}`] ?? name
  }

  private row(setting: Setting): Row {
    const { name, plays, anew, values } = setting
    const row = setting.options ? this.choice(setting, setting.options) : this.slider(setting)
    if (plays) {
      const value = (): number => this.values[name] ?? setting.start
      const player = new Player(setting, this.own, value, (next) => this.turn({ [name]: next }), this.signal)
      this.players.set(name, player)
      this.rows.append(element("p", { class: "dl-live__buttons" }, ...player.buttons))
    }
    if (anew) {
      const next = (): number => values[(values.indexOf(this.values[name] ?? setting.start) + 1) % values.length] ?? setting.start
      this.button(`next-${name}`, this.given.texts, () => this.set(setting, next()))
    }
    return row
  }

  /** A line to type words into. */
  private field({ name }: Entry): HTMLInputElement {
    const id = `${this.id}-${name}`
    const field = element("input", { type: "text", id, name, autocomplete: "off", autocapitalize: "off", spellcheck: "false" })
    this.rows.append(element("div", { class: "dl-live__field" }, element("label", { for: id }, this.label(name)), field))
    field.addEventListener("change", () => this.turn({}, { [name]: field.value }), { signal: this.signal })
    return field
  }

  private slider(setting: Setting): Row {
    const { values, name } = setting
    const [id, label, { signal }] = [`${this.id}-${name}`, this.label(name), this]
    const range = element("input", { type: "range", id, max: String(values.length - 1) })
    const box = element("input", { type: "text", autocomplete: "off", "aria-label": label })
    this.rows.append(element("div", { class: "dl-live__slider" }, element("label", { for: id }, label), range, box))
    range.addEventListener("input", () => this.set(setting, values[range.valueAsNumber] ?? setting.start), { signal })
    box.addEventListener("change", () => this.type(setting, box.value), { signal })
    const place = (value: number): void => {
      range.value = String(values.indexOf(closest(values, value)))
      box.value = exact(value)
      range.setAttribute("aria-valuetext", box.value)
    }
    return { setting, input: range, place }
  }

  private choice(setting: Setting, options: readonly string[]): Row {
    const { values, name } = setting
    const id = `${this.id}-${name}`
    const inputs = values.map((value) => element("input", { type: "radio", name: id, value: String(value) }))
    const named = options.map((option) => this.given.texts[option] ?? option)
    const labels = inputs.map((input, index) => element("label", {}, input, element("span", {}, named[index] ?? "")))
    const field = element("fieldset", { class: "dl-live__choice", id }, element("legend", {}, this.label(name)), ...labels)
    field.addEventListener("change", ({ target }) => this.set(setting, Number((target as HTMLInputElement).value)), { signal: this.signal })
    this.rows.append(field)
    const place = (value: number): void => {
      for (const input of inputs) input.checked = Number(input.value) === value
    }
    return { setting, input: inputs[0] as HTMLInputElement, place }
  }

  private button(name: string, texts: Texts, press: () => void): void {
    const button = element("button", { type: "button", "data-do": name }, say(texts, name))
    button.addEventListener("click", press, { signal: this.signal })
    this.buttons.append(button)
  }

  private set({ name, anew }: Setting, value: number): void {
    this.players.get(name)?.pause()
    if (this.values[name] === value) return
    const [values, entries] = anew ? this.start : [this.values, this.entries]
    this.turnTo({ ...values, [name]: value }, entries)
  }

  private type(setting: Setting, text: string): void {
    const value = read(text)
    if (value === undefined) return this.tell(say(this.own, "not_a_number", { text }))
    this.set(setting, value)
    this.place()
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
      this.tell(say(this.own, "link_copied"))
    } catch {
      // No right to the clipboard: the address bar can be copied from.
      history.replaceState(null, "", url)
      this.tell(say(this.own, "link_in_address"))
    }
  }

  private tell(text: string): void {
    this.told.textContent = text
  }

  /** Shows every setting as it is now. */
  private place(): void {
    this.tell("")
    for (const { setting, place } of this.all) place(this.values[setting.name] ?? setting.start)
    for (const field of this.fields) field.value = this.entries[field.name] ?? ""
  }
}
