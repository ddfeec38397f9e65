/** Makes what can be pressed of a question and its answers. */

/** What the buttons say. */
export interface Labels {
  readonly skip: string
  readonly answer: string
  readonly sign: string
}

const made = <Name extends keyof HTMLElementTagNameMap>(name: Name, like: Partial<HTMLElementTagNameMap[Name]>): HTMLElementTagNameMap[Name] =>
  Object.assign(document.createElement(name), like)

const button = (textContent: string, className = ""): HTMLButtonElement => made("button", { type: "button", textContent, className })

/** Makes each answer of a box a button, or gives it a field, and puts the way past it below. */
export function enliven(box: HTMLElement, { skip, answer, sign }: Labels): void {
  const [asked, list] = box.children as unknown as [HTMLElement, HTMLElement?]
  asked.id = `${box.id}-asked`
  box.role = "group"
  box.setAttribute("aria-labelledby", asked.id)
  for (const item of box.querySelectorAll("li")) {
    const each = button("")
    each.append(...item.childNodes)
    item.append(each)
  }
  const said = made("div", { className: "dl-ask__said", role: "status", tabIndex: -1 })
  const skipped = button(skip, "dl-ask__skip")
  if (box.dataset["kind"] !== "number") return list?.after(skipped, said)
  const field = made("input", { type: "text", inputMode: "decimal", autocomplete: "off" })
  field.setAttribute("aria-labelledby", asked.id)
  // A keypad for numbers may have no minus.
  const turn = button("±", "dl-ask__sign")
  turn.ariaLabel = sign
  const form = made("form", {})
  form.append(field, turn, made("button", { textContent: answer }))
  asked.after(form, skipped, said)
}
