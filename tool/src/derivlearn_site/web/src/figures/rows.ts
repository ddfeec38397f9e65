/** The settings of a figure on the page: sliders, things to choose, words to type. */

import { element } from "./elements"
import type { Entry, Setting } from "./figure"
import { Note } from "./note"
import { closest, exact, read } from "./numbers"

/** A setting on the page. */
export interface Row {
  readonly element: HTMLElement
  /** Where the keyboard works. */
  readonly input: HTMLInputElement
  readonly note?: Note
  place(value: number): void
}

/** What a row is made for: an id, a label, and who hears of another value. */
export interface Wish {
  readonly id: string
  readonly label: string
  readonly signal: AbortSignal
}

/** A slider, with a box for numbers that it does not go through. */
export function slider({ values, start }: Setting, { id, label, signal }: Wish, set: (value: number) => void, refused: (text: string) => string): Row {
  const range = element("input", { type: "range", id, max: String(values.length - 1) })
  const box = element("input", { type: "text", autocomplete: "off", "aria-label": label })
  // A keypad for numbers may have no minus.
  if (Math.min(...values) >= 0) box.inputMode = "decimal"
  const note = new Note(box, signal)
  const row = element("div", { class: "dl-live__slider" }, element("label", { for: id }, label), range, box, note.element)
  let now = start
  const place = (value: number): void => {
    now = value
    range.value = String(values.indexOf(closest(values, value)))
    box.value = exact(value)
    range.setAttribute("aria-valuetext", box.value)
  }
  const type = (): void => {
    const { value: text } = box
    const value = read(text)
    if (value !== undefined) set(value)
    place(now)
    if (value === undefined) note.tell(refused(text))
  }
  range.addEventListener("input", () => set(values[range.valueAsNumber] ?? start), { signal })
  // A finger that scrolls the page has set nothing.
  let before = start
  range.addEventListener("pointerdown", () => (before = now), { signal })
  range.addEventListener("pointercancel", () => set(before), { signal })
  box.addEventListener("change", type, { signal })
  return { element: row, input: range, note, place }
}

/** Things of which one is chosen. What can be touched in the picture is a list that shows itself to the keyboard. */
export function choice({ values }: Setting, names: readonly string[], isDrawn: boolean, { id, label, signal }: Wish, set: (value: number) => void): Row {
  const inputs = values.map((value) => element("input", { type: "radio", name: id, value: String(value) }))
  const labels = inputs.map((input, index) => element("label", {}, input, element("span", {}, names[index] ?? "")))
  const field = element("fieldset", { class: "dl-live__choice", id, tabindex: "-1" }, element("legend", {}, label), ...labels)
  field.classList.toggle("dl-live__choice--list", isDrawn)
  field.addEventListener("change", ({ target }) => set(Number((target as HTMLInputElement).value)), { signal })
  const place = (value: number): void => {
    for (const input of inputs) input.checked = Number(input.value) === value
  }
  return { element: field, input: inputs[0] as HTMLInputElement, place }
}

/** A line to type words into. */
export function field({ name }: Entry, { id, label, signal }: Wish, set: (text: string) => void): readonly [HTMLElement, HTMLInputElement] {
  const input = element("input", { type: "text", id, name, autocomplete: "off", autocapitalize: "off", spellcheck: "false" })
  input.addEventListener("change", () => set(input.value), { signal })
  return [element("div", { class: "dl-live__field" }, element("label", { for: id }, label), input), input]
}
