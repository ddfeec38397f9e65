/** Words beside what caused them. They lie over what follows, so that nothing moves. */

import { element } from "./elements"

let notes = 0

export class Note {
  readonly element = element("span", { class: "dl-live__note", role: "status", id: `dl-note-${(notes += 1)}` })

  /** Whatever is typed next takes an error away. */
  constructor(
    private readonly input?: HTMLInputElement,
    signal?: AbortSignal,
  ) {
    input?.setAttribute("aria-describedby", this.element.id)
    if (signal) input?.addEventListener("input", () => this.clear(), { signal })
  }

  tell(text: string): void {
    this.element.textContent = text
    this.input?.setAttribute("aria-invalid", "true")
  }

  clear(): void {
    this.element.textContent = ""
    this.input?.removeAttribute("aria-invalid")
  }
}
