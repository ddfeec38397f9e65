/** One block on the page: its buttons, its editor, what it prints. */

import { copy } from "./clipboard"
import { difference, linesOf } from "./difference"
import { readEdit, writeEdit } from "./edits"
import type { Editor } from "./editor"
import { fragmentOf, LONGEST } from "./link"
import type { Failure, Finding, Program, Python, PythonEvent } from "./python"
import { say } from "../texts"
import type { Texts } from "../texts"
import { showPages, yoursIn } from "./yours"

export interface BlockData {
  /** The snippet and its sections: the same in every language. */
  readonly key: string
  readonly before: string
  readonly code: string
  readonly output: string
  /** What judges the reader's code: the block is an exercise. */
  readonly check?: string
  /** Whether MicroPython prints the output, and sooner than CPython is there. */
  readonly micropython?: "first" | "alone"
  /** The exercise whose answer stands in `before`, and where in it. */
  readonly own?: { readonly key: string; readonly from: number; readonly to: number }
}

/** How much of an output is shown before the reader asks for more, in lines. */
const SHOWN = 200

type Status = "quiet" | "busy" | "good" | "differs" | "bad"

export class BlockView {
  private editor: Editor | undefined
  private printed = ""
  private dropped = 0
  /** Whether MicroPython has answered already, and whether CPython has put it right. */
  private answered = false
  private corrected = false
  /** What runs now, if anything does; whatever an earlier one still tells is not heard. */
  private running: Program | undefined
  /** Which button the reader has pressed last to run the code. */
  private action: "run" | "check" = "run"
  private shown = SHOWN
  private readonly listing: HTMLElement
  private readonly status: HTMLElement
  private result: HTMLElement | undefined
  private painting = 0

  constructor(
    private readonly bar: HTMLElement,
    private readonly id: string,
    private readonly data: BlockData,
    private readonly texts: Texts,
    private readonly python: Python,
  ) {
    this.listing = document.getElementById(id) as HTMLElement
    this.status = bar.querySelector<HTMLElement>("[role=status]") as HTMLElement
  }

  async act(action: string): Promise<void> {
    if (action === "run") this.run()
    if (action === "check") this.check()
    if (action === "stop") this.stop()
    if (action === "edit") await this.edit()
    if (action === "reset") this.reset()
    if (action === "link") await this.copyLink()
    if (action === "keep") this.keep()
    if (action === "more") this.showMore()
  }

  /* ------------------------------------------------------------------ editing */

  /** What the page shows at this moment, and nothing else. */
  private get code(): string {
    return this.editor ? `${this.editor.code}\n` : (yoursIn(this.listing) ?? this.data.code)
  }

  private async edit(code = this.code): Promise<void> {
    if (this.editor) return this.editor.focus()
    const { openEditor } = await import("./editor.js")
    this.editor = openEditor({
      // No empty line at the end of what is edited; it is there in what is run.
      code: code.replace(/\n$/, ""),
      label: say(this.texts, "editor"),
      onChange: () => this.remember(this.code),
      onRun: () => (this.data.check === undefined ? this.run() : this.check()),
      onLeave: () => this.button("run").focus(),
    })
    showPages(this.listing)
    this.listing.querySelector("pre")?.replaceWith(this.editor.element)
    this.listing.querySelector(".dl-copy")?.remove()
    this.listing.classList.add("dl-editing")
    this.bar.classList.add("dl-bar--open")
    this.tellOfChange()
    this.editor.focus()
  }

  private remember(code: string): void {
    const edited = code !== this.data.code
    const kept = writeEdit(this.data.key, edited ? { code, original: this.data.code } : undefined)
    if (!kept) this.say("quiet", say(this.texts, "not_kept"))
    this.bar.classList.toggle("dl-bar--edited", edited)
  }

  /** Says so where the book's code has changed since the reader changed it. */
  private tellOfChange(): void {
    const edit = readEdit(this.data.key)
    if (edit && edit.original !== this.data.code) {
      this.bar.classList.add("dl-bar--outdated")
      this.say("quiet", say(this.texts, "outdated"))
    }
  }

  /** Takes the edit as one of the code that the book has now. */
  private keep(): void {
    this.bar.classList.remove("dl-bar--outdated")
    this.remember(this.code)
    this.say("quiet", "")
  }

  private reset(): void {
    this.bar.classList.remove("dl-bar--outdated", "dl-bar--edited")
    writeEdit(this.data.key, undefined)
    if (this.editor) this.editor.setCode(this.data.code.replace(/\n$/, ""))
    else showPages(this.listing)
    this.clear()
    this.say("quiet", say(this.texts, "reset_done"))
  }

  private async copyLink(): Promise<void> {
    const { code } = this
    if (code.length > LONGEST) {
      save(`${this.id}.py`, code)
      return this.say("quiet", say(this.texts, "link_too_long"))
    }
    const url = fragmentOf(this.id, code).then((hash) => new URL(hash, location.href).href)
    try {
      await copy(url)
      this.say("quiet", say(this.texts, "link_copied"))
    } catch {
      // No right to the clipboard: the address bar can be copied from.
      history.replaceState(null, "", await url)
      this.say("quiet", say(this.texts, "link_in_address"))
    }
  }

  async openShared(code: string | undefined): Promise<void> {
    this.bar.scrollIntoView({ block: "center" })
    if (code === undefined) return this.say("bad", say(this.texts, "link_damaged"))
    if (this.editor) this.editor.setCode(code.replace(/\n$/, ""))
    else await this.edit(code)
    this.say("quiet", say(this.texts, "link_opened"))
  }

  /* ------------------------------------------------------------------ running */

  private run(): void {
    const { before, code, data } = this
    const changed = before !== data.before || code !== data.code
    const { micropython, output } = data
    const proven = micropython ? { micropython, expected: output } : {}
    this.begin("run", { before, code, ...(changed ? { micropython: "first" as const } : proven) })
  }

  /** What the code stands on: the reader's own answer to an exercise, once it is right. */
  private get before(): string {
    const { before, own } = this.data
    const edit = own && readEdit(own.key)
    return own && edit?.passed ? `${before.slice(0, own.from)}${edit.code}${before.slice(own.to)}` : before
  }

  private check(): void {
    const { before, check = "" } = this.data
    this.begin("check", { before, code: this.code, check })
  }

  private begin(action: "run" | "check", program: Program): void {
    this.clear()
    this.action = action
    this.setRunning(program)
    this.say("busy", say(this.texts, "starting"))
    const hear = (event: PythonEvent): void => {
      if (this.running === program) this.hear(event)
    }
    this.python.run(program, hear)
  }

  private stop(): void {
    const program = this.running
    if (!program) return
    this.end("bad", say(this.texts, "stopped"))
    this.python.stop(program)
  }

  private hear(event: PythonEvent): void {
    switch (event.type) {
      case "loading": {
        const percent = Math.min(99, Math.round((100 * event.bytes) / event.total))
        const megabytes = (event.total / 1e6).toFixed(0)
        const loading = say(this.texts, "loading", { percent, megabytes })
        this.say("busy", this.answered ? `${say(this.texts, "answered")} ${loading}` : loading)
        return
      }
      case "started":
        this.say("busy", say(this.texts, "running"))
        return
      case "output":
        this.printed += event.text
        this.paintSoon()
        return
      case "dropped":
        this.dropped = event.characters
        this.paintSoon()
        return
      case "anew":
        this.printed = ""
        this.dropped = 0
        this.paintSoon()
        return
      case "answered":
        this.answered = true
        this.say("busy", say(this.texts, "answered"))
        return
      case "corrected":
        this.corrected = true
        return
      case "unconfirmed":
        return this.compare(say(this.texts, "unconfirmed"))
      case "done":
        return this.compare(this.corrected ? say(this.texts, "corrected") : "")
      case "checked":
        return this.judge(event.finding)
      case "failed":
        return this.fail(event.failure)
      case "missing":
        return this.end("bad", say(this.texts, "missing", { name: event.name }))
      case "replaced":
        return this.end("bad", say(this.texts, "replaced"))
      case "died":
        return this.end("bad", say(this.texts, "died"), event.reason)
    }
  }

  private compare(remark = ""): void {
    const same = this.printed === this.data.output
    const edited = this.code !== this.data.code
    const own = this.running?.before !== this.data.before
    const name = same ? (this.printed ? "same" : "same_silent") : edited ? "differs_edited" : own ? "differs_own" : "differs"
    const told = [remark, own && same ? say(this.texts, "own") : "", say(this.texts, name)]
    this.end(same ? "good" : "differs", told.filter(Boolean).join(" "))
  }

  private judge(finding: Finding): void {
    if ("passed" in finding) {
      const { code } = this
      // What has been written since has not been checked.
      if (this.running?.code === code) writeEdit(this.data.key, { code, original: this.data.code, passed: true })
      this.end("good", say(this.texts, "check_passed", { cases: finding.passed }))
    } else this.end("bad", say(this.texts, "check_failed", { ...finding }))
  }

  private fail({ type, message, traceback, line, about, words }: Failure): void {
    const place = line === null ? "" : say(this.texts, "line", { line })
    const explained = about in this.texts ? say(this.texts, about, words) : ""
    this.editor?.mark(line)
    const told = [place, `${type}: ${message}`, explained].filter(Boolean).join(" ")
    this.end("bad", told, traceback)
  }

  private end(status: Status, text: string, details?: string): void {
    this.setRunning(undefined)
    this.paint(true)
    this.say(status, text)
    if (details && this.result) {
      const fold = document.createElement("details")
      fold.className = "dl-result__details"
      const summary = document.createElement("summary")
      summary.textContent = say(this.texts, "traceback")
      fold.append(summary, listing(details))
      this.result.append(fold)
    }
  }

  /* ------------------------------------------------------------------ showing */

  private clear(): void {
    this.printed = ""
    this.dropped = 0
    this.answered = this.corrected = false
    this.shown = SHOWN
    this.result?.remove()
    this.result = undefined
    this.editor?.mark(null)
  }

  private button(action: string): HTMLElement {
    return this.bar.querySelector<HTMLElement>(`[data-do=${action}]`) as HTMLElement
  }

  private setRunning(running: Program | undefined): void {
    // The focus must not fall to the page's start when its button goes.
    const focused = document.activeElement === this.button(this.running ? "stop" : this.action)
    this.running = running
    this.bar.classList.toggle("dl-bar--running", running !== undefined)
    if (focused) this.button(running ? "stop" : this.action).focus()
  }

  private say(status: Status, text: string): void {
    this.status.dataset["status"] = status
    if (this.status.textContent !== text) this.status.textContent = text
  }

  private showMore(): void {
    this.shown = this.shown * 10
    this.paint(!this.running)
  }

  private paintSoon(): void {
    if (!this.painting) this.painting = requestAnimationFrame(() => this.paint(false))
  }

  private paint(ended: boolean): void {
    cancelAnimationFrame(this.painting)
    this.painting = 0
    const same = ended && this.printed === this.data.output
    const silent = !this.printed
    if (!this.result) {
      this.result = document.createElement("div")
      this.result.className = "dl-result"
      // Behind what the page says that the block prints.
      const next = this.listing.nextElementSibling
      const output = next?.classList.contains("output") ? next : this.listing
      output.after(this.result)
    }
    this.result.replaceChildren()
    if (silent || same) return
    const lines = ended && this.data.output ? difference(this.data.output, this.printed) : linesOf(this.printed).map((text) => ({ text, mark: "same" as const }))
    const shown = lines.slice(0, this.shown)
    const pre = listing("")
    for (const { text, mark } of shown) {
      const line = document.createElement(mark === "new" ? "ins" : mark === "gone" ? "del" : "span")
      line.textContent = `${text}\n`
      pre.firstElementChild?.append(line)
    }
    const label = document.createElement("p")
    label.className = "dl-output"
    label.textContent = say(this.texts, "result")
    this.result.append(label, pre)
    const hidden = lines.length - shown.length
    if (hidden > 0) {
      const more = document.createElement("button")
      more.type = "button"
      more.className = "dl-result__more"
      more.textContent = say(this.texts, "more", { lines: hidden })
      more.addEventListener("click", () => this.showMore())
      this.result.append(more)
    }
    if (this.dropped) {
      const note = document.createElement("p")
      note.className = "dl-result__note"
      note.textContent = say(this.texts, "dropped", { characters: this.dropped })
      this.result.append(note)
    }
  }
}

/** Hands the reader a file. */
function save(name: string, text: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/x-python" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function listing(text: string): HTMLPreElement {
  const pre = document.createElement("pre")
  const code = document.createElement("code")
  code.textContent = text
  pre.tabIndex = 0
  pre.append(code)
  return pre
}
