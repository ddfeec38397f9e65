/** The settings of a figure: sliders, numbers to type, things to choose, a link. */

import { say } from "../texts"
import type { Texts } from "../texts"
import type { Given, Setting } from "./figure"
import { exact, read } from "./numbers"
import type { Picture } from "./picture"

export type Values = Readonly<Record<string, number>>

/** A setting on the page. */
interface Row {
  readonly setting: Setting
  /** Where the keyboard works. */
  readonly input: HTMLInputElement
  place(value: number): void
}

/** The one of the values that is closest. */
export const closest = (values: readonly number[], value: number): number =>
  values.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best))

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
  private readonly start: Values
  private readonly all: readonly Row[]
  private readonly told = element("span", { role: "status" })

  constructor(
    private readonly id: string,
    private readonly given: Given,
    private readonly own: Texts,
    private readonly change: (values: Values) => void,
    private readonly signal: AbortSignal,
  ) {
    const { settings } = given.data
    this.start = Object.fromEntries(settings.map(({ name, start }) => [name, start]))
    this.values = this.start
    this.all = settings.map((setting) => (setting.options ? this.choice(setting, setting.options) : this.slider(setting)))
    this.button("reset", () => this.reset())
    this.button("link", () => void this.copyLink())
    this.buttons.append(this.told)
    this.place()
  }

  /** Takes settings from a link; one that cannot be read leads to the start. */
  take(text: string): boolean {
    this.reset()
    const typed = [...new URLSearchParams(text)].map(([name, value]) => [name, read(value)] as const)
    const known = ([name, value]: readonly [string, number | undefined]): boolean => {
      const row = this.all.find(({ setting }) => setting.name === name)
      return value !== undefined && row !== undefined && (!row.setting.options || row.setting.values.includes(value))
    }
    if (!typed.length || !typed.every(known)) return false
    this.turnTo({ ...this.values, ...(Object.fromEntries(typed) as Values) })
    return true
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

  private label(setting: Setting): string {
    return this.given.texts[`set-${setting.name}`] ?? setting.name
  }

  private slider(setting: Setting): Row {
    const { values, name } = setting
    const [id, label, { signal }] = [`${this.id}-${name}`, this.label(setting), this]
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
    const labels = inputs.map((input, index) => element("label", {}, input, element("span", {}, options[index] ?? "")))
    const field = element("fieldset", { class: "dl-live__choice", id }, element("legend", {}, this.label(setting)), ...labels)
    field.addEventListener("change", ({ target }) => this.set(setting, Number((target as HTMLInputElement).value)), { signal: this.signal })
    this.rows.append(field)
    const place = (value: number): void => {
      for (const input of inputs) input.checked = Number(input.value) === value
    }
    return { setting, input: inputs[0] as HTMLInputElement, place }
  }

  private button(name: string, press: () => void): void {
    const button = element("button", { type: "button", "data-do": name }, say(this.own, name))
    button.addEventListener("click", press, { signal: this.signal })
    this.buttons.append(button)
  }

  private set({ name }: Setting, value: number): void {
    if (this.values[name] !== value) this.turnTo({ ...this.values, [name]: value })
  }

  private type(setting: Setting, text: string): void {
    const value = read(text)
    if (value === undefined) return this.tell(say(this.own, "not_a_number", { text }))
    this.set(setting, value)
    this.place()
  }

  private reset(): void {
    this.turnTo(this.start)
  }

  private turnTo(values: Values): void {
    this.values = values
    this.place()
    this.change(values)
  }

  private async copyLink(): Promise<void> {
    const text = new URLSearchParams(Object.entries(this.values).map(([name, value]) => [name, String(value)]))
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
  }
}
