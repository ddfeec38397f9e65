/** Makes what can be pressed of a question and its answers. */

/** What the buttons say; `view` gives a name to the sign. */
export interface Labels {
  readonly skip: string
  readonly answer: string
}

/** Makes each answer of a box a button, or gives it a field, and puts the way past it below. */
export function enliven(box: HTMLElement, { skip, answer }: Labels): void {
  const [asked, list] = box.children as unknown as [HTMLElement, HTMLElement?]
  const id = (asked.id = `${box.id}-asked`)
  box.setAttribute("role", "group")
  box.setAttribute("aria-labelledby", id)
  for (const item of box.querySelectorAll("li")) item.innerHTML = `<button type="button">${item.innerHTML}</button>`
  // A keypad for numbers may have no minus.
  const field = `<form><input inputmode="decimal" autocomplete="off" aria-labelledby="${id}"><button type="button" class="dl-ask__sign">±</button><button>${answer}</button></form>`
  const rest = `<div class="dl-ask__said" role="status" tabindex="-1"></div><button type="button" class="dl-ask__skip">${skip}</button>`
  ;(list ?? asked).insertAdjacentHTML("afterend", list ? rest : field + rest)
}
