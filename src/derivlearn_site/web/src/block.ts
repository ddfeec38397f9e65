/** One block on the page: its buttons, its editor, what it prints. */

import { readEdit, writeEdit } from "./edits"
import type { Editor } from "./editor"
import { fragmentOf } from "./link"
import type { Failure, Finding, Program, Python, PythonEvent } from "./python"
import { ResultView } from "./result"
import { say } from "./texts"
import type { Texts } from "./texts"

export interface BlockData {
  /** The snippet and its sections: the same in every language. */
  readonly key: string
  readonly before: string
  readonly code: string
  readonly output: string
  /** What judges the reader's code: the block is an exercise. */
  readonly check?: string
}

type Status = "quiet" | "busy" | "good" | "differs" | "bad"

export class BlockView {
  private editor: Editor | undefined
  private opening: Promise<Editor> | undefined
  private result: ResultView | undefined
  private running = false
  /** Which run is the last. What is told of any other comes too late. */
  private turn = 0
  /** Which button the reader has pressed last to run the code. */
  private action: "run" | "check" = "run"
  private readonly listing: HTMLElement
  private readonly status: HTMLElement

  constructor(
    private readonly bar: HTMLElement,
    private readonly id: string,
    private readonly data: BlockData,
    private readonly texts: Texts,
    private readonly python: () => Promise<Python>,
  ) {
    this.listing = document.getElementById(id) as HTMLElement
    this.status = bar.querySelector<HTMLElement>("[role=status]") as HTMLElement
  }

  async act(action: string): Promise<void> {
    if (action === "run") await this.run()
    if (action === "check") await this.check()
    if (action === "stop") await this.stop()
    if (action === "edit") await this.edit()
    if (action === "reset") await this.reset()
    if (action === "link") await this.copyLink()
    if (action === "keep") this.keep()
  }

  /* ------------------------------------------------------------------ editing */

  private get code(): string {
    return this.editor ? `${this.editor.code}\n` : (readEdit(this.data.key)?.code ?? this.data.code)
  }

  private async edit(): Promise<void> {
    const { focus } = await this.open()
    focus()
  }

  /** Opens the editor, one however often it is asked for. */
  private open(): Promise<Editor> {
    this.opening ??= this.newEditor()
    // The next click tries again.
    this.opening.catch(() => (this.opening = undefined))
    return this.opening
  }

  private async newEditor(): Promise<Editor> {
    const { openEditor } = await import("./editor.js")
    const { code } = this
    this.editor = openEditor({
      // No empty line at the end of what is edited; it is there in what is run.
      code: code.replace(/\n$/, ""),
      label: say(this.texts, "editor"),
      onChange: () => this.remember(this.code),
      onRun: () => void (this.data.check === undefined ? this.run() : this.check()),
      onLeave: () => this.button(this.running ? "stop" : "run").focus(),
    })
    this.listing.querySelector("pre")?.replaceWith(this.editor.element)
    this.listing.querySelector(".dl-copy")?.remove()
    this.listing.classList.add("dl-editing")
    this.bar.classList.add("dl-bar--open")
    this.tellOfChange()
    return this.editor
  }

  private remember(code: string): void {
    const edited = code !== this.data.code
    writeEdit(this.data.key, edited ? { code, original: this.data.code } : undefined)
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
    this.editor?.focus()
  }

  private async reset(): Promise<void> {
    const focused = document.activeElement === this.button("reset")
    await this.stop()
    this.bar.classList.remove("dl-bar--outdated", "dl-bar--edited")
    writeEdit(this.data.key, undefined)
    this.editor?.setCode(this.data.code.replace(/\n$/, ""))
    this.clear()
    // Without an editor the button goes, and the focus must not go with it.
    if (focused && !this.editor) this.button("edit").focus()
    this.say("quiet", say(this.texts, "reset_done"))
  }

  private async copyLink(): Promise<void> {
    const url = new URL(await fragmentOf(this.id, this.code), location.href).href
    try {
      await navigator.clipboard.writeText(url)
      this.say("quiet", say(this.texts, "link_copied"))
    } catch {
      // No right to the clipboard: the address bar can be copied from.
      history.replaceState(null, "", url)
      this.say("quiet", say(this.texts, "link_in_address"))
    }
  }

  async openShared(code: string | undefined): Promise<void> {
    for (let fold = this.bar.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true
    this.bar.scrollIntoView({ block: "center" })
    if (code === undefined) return this.say("bad", say(this.texts, "link_damaged"))
    // The reader's own edit is kept, and Undo shows it, until the reader changes this one.
    const editor = await this.open()
    editor.setCode(code.replace(/\n$/, ""))
    editor.focus()
    this.say("quiet", say(this.texts, "link_opened"))
  }

  /* ------------------------------------------------------------------ running */

  private async run(): Promise<void> {
    const { before } = this.data
    await this.begin("run", { before, code: this.code })
  }

  private async check(): Promise<void> {
    const { before, check = "" } = this.data
    await this.begin("check", { before, code: this.code, check })
  }

  private async begin(action: "run" | "check", program: Program): Promise<void> {
    const turn = ++this.turn
    const hear = (event: PythonEvent): void => {
      if (turn === this.turn) this.hear(event)
    }
    // What runs is what is shown.
    if (readEdit(this.data.key)) await this.open()
    if (turn !== this.turn) return
    this.clear()
    this.action = action
    this.setRunning(true)
    this.say("busy", say(this.texts, "starting"))
    try {
      const python = await this.python()
      if (turn === this.turn) python.run(program, hear)
    } catch (error) {
      hear({ type: "unreachable", reason: String(error) })
    }
  }

  private async stop(): Promise<void> {
    if (!this.running) return
    this.turn += 1
    this.end("bad", say(this.texts, "stopped"))
    const python = await this.python().catch(() => undefined)
    python?.stop()
  }

  private hear(event: PythonEvent): void {
    switch (event.type) {
      case "loading": {
        const percent = Math.min(99, Math.round((100 * event.bytes) / event.total))
        const megabytes = (event.total / 1e6).toFixed(0)
        // Each percent on its way would be read out.
        this.say("busy", say(this.texts, "loading", { percent, megabytes }), "off")
        return
      }
      case "started":
        this.say("busy", say(this.texts, "running"))
        return
      case "output":
        this.result?.add(event.text)
        return
      case "dropped":
        this.result?.dropped(event.characters)
        return
      case "done":
        return this.compare()
      case "checked":
        return this.judge(event.finding)
      case "failed":
        return this.fail(event.failure)
      case "missing":
        return this.end("bad", say(this.texts, "missing", { name: event.name }))
      case "replaced":
        return this.end("bad", say(this.texts, "replaced"))
      case "unreachable":
        return this.end("bad", say(this.texts, "unreachable"), event.reason)
      case "died":
        return this.end("bad", say(this.texts, "died"), event.reason)
    }
  }

  private compare(): void {
    const { output, code } = this.data
    const same = this.result?.text === output
    const edited = this.code !== code
    const name = same ? (output ? "same" : "same_silent") : edited ? "differs_edited" : "differs"
    this.end(same ? "good" : "differs", say(this.texts, name))
    this.result?.compareWith(output)
  }

  private judge(finding: Finding): void {
    if ("passed" in finding) this.end("good", say(this.texts, "check_passed", { cases: finding.passed }))
    else this.end("bad", say(this.texts, "check_failed", { ...finding }))
  }

  private fail({ type, message, traceback, line, refused }: Failure): void {
    const place = line === null ? "" : say(this.texts, "line", { line })
    const explained = this.texts[refused ? "refused" : type]
    this.editor?.mark(line)
    const told = [place, `${type}: ${message}`, explained].filter(Boolean).join(" ")
    this.end("bad", told, traceback)
  }

  private end(status: Status, text: string, details?: string): void {
    this.setRunning(false)
    this.result?.end()
    this.say(status, text)
    if (details) this.result?.explain(say(this.texts, "traceback"), details)
  }

  /* ------------------------------------------------------------------ showing */

  private clear(): void {
    this.result?.remove()
    // Behind what the page says that the block prints.
    const next = this.listing.nextElementSibling
    const output = next?.classList.contains("output") ? next : this.listing
    this.result = new ResultView(output as HTMLElement, this.texts)
    this.editor?.mark(null)
  }

  private button(action: string): HTMLElement {
    return this.bar.querySelector<HTMLElement>(`[data-do=${action}]`) as HTMLElement
  }

  private setRunning(running: boolean): void {
    // The focus must not fall to the page's start when its button goes.
    const focused = document.activeElement === this.button(this.running ? "stop" : this.action)
    this.running = running
    this.bar.classList.toggle("dl-bar--running", running)
    if (focused) this.button(running ? "stop" : this.action).focus()
  }

  private say(status: Status, text: string, live: "polite" | "off" = "polite"): void {
    this.status.dataset["status"] = status
    this.status.ariaLive = live
    if (this.status.textContent !== text) this.status.textContent = text
  }
}
