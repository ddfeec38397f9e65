/** What readers can do with all that is kept of them: copy their answers, and forget everything. */

import { copy } from "../runner/clipboard"
import { fetched } from "../runner/fetched"
import { say } from "../texts"
import type { Texts } from "../texts"
import { forget, isNothing, read, subscribe } from "../memory/store.js"

/** The form of what is copied; its first line tells those who read it. */
const VERSION = 1

/** Returns all answers as a text: for each question one line, and nothing of the reader. */
function text(): string {
  const book = document.getElementById("dl-runner")?.dataset["book"]?.replace(/[^-\w]+/g, "-") || "book"
  const lines = Object.entries(read().answers).map(([key, { said, typed }]) => `${key}: ${said}${said === "wrong" && typed ? ` (${typed})` : ""}`)
  return [`${book} answers ${VERSION}`, ...lines, ""].join("\n")
}

const row = document.querySelector<HTMLElement>(".dl-kept")
/** Whether something was pressed here: then the buttons stay, as may the focus. */
let isUsed = false
const status = row?.querySelector<HTMLElement>("[role=status]")

async function tell(name: string, then?: (texts: Texts) => HTMLElement): Promise<void> {
  const address = document.getElementById("dl-runner")?.dataset["texts"] ?? ""
  const texts = await fetched(new URL(address, location.href)).then((response) => response.json() as Promise<Texts>, () => ({}) as Texts)
  const line = document.createElement("span")
  line.textContent = `${say(texts, name, { count: Object.keys(read().answers).length })} `
  status?.replaceChildren(document.createElement("br"), line, ...(then ? [then(texts)] : []))
}

async function copyAnswers(): Promise<void> {
  const answers = text()
  try {
    await copy(Promise.resolve(answers))
    await tell("kept_copied")
  } catch {
    const area = document.createElement("textarea")
    Object.assign(area, { value: answers, readOnly: true, rows: 6 })
    await tell("kept_by_hand", () => area)
    area.select()
  }
}

async function forgetAll(button: HTMLElement): Promise<void> {
  const takeBack = forget()
  await tell("kept_forgotten", (texts) => {
    const undo = document.createElement("button")
    undo.type = "button"
    undo.textContent = say(texts, "undo")
    undo.addEventListener("click", () => {
      takeBack()
      void tell("kept_back")
      button.focus()
    })
    return undo
  })
}

/** Shows the buttons of a page while there is anything to copy or forget. */
export function offer(): void {
  if (!row) return
  subscribe((memory) => (row.hidden = isNothing(memory) && !isUsed))
  row.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-do]")
    isUsed = true
    if (button?.dataset["do"] === "copy") void copyAnswers()
    if (button?.dataset["do"] === "forget") void forgetAll(button)
  })
}
