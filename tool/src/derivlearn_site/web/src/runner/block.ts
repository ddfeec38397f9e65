/** One block on the page: its buttons, its editor, what it prints. */

import { copy } from "./clipboard"
import { onChangeElsewhere, readEdit, withOther, writeEdit } from "./edits"
import type { Edit } from "./edits"
import type { Editor } from "./editor"
import { fragmentOf, LONGEST } from "./link"
import { load } from "./load"
import type { Failure, Finding, Program, Python, PythonEvent } from "./python"
import { Result, save } from "./result"
import { mayBeTried } from "./stoppable"
import { say } from "../texts"
import type { Texts } from "../texts"
import { showEdit, showPages, yoursIn } from "./yours"

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

type Status = "quiet" | "busy" | "good" | "differs" | "bad"

export class BlockView {
  private editor: Editor | undefined
  /** The edit as this page knows it: another one is another tab's. */
  private known: string | undefined
  /** Whether MicroPython has answered already, and whether CPython has put it right. */
  private answered = false
  private corrected = false
  /** What runs now, if anything does; whatever an earlier one still tells is not heard. */
  private running: Program | undefined
  /** Which button the reader has pressed last to run the code. */
  private action: "run" | "check" = "run"
  private readonly listing: HTMLElement
  private readonly status: HTMLElement
  private readonly result: Result

  constructor(
    private readonly bar: HTMLElement,
    private readonly id: string,
    private readonly data: BlockData,
    private readonly texts: Texts,
    private readonly python: Python,
  ) {
    this.listing = document.getElementById(id) as HTMLElement
    this.status = bar.querySelector<HTMLElement>("[role=status]") as HTMLElement
    this.result = new Result(this.listing, data.output, texts)
  }

  async act(action: string): Promise<void> {
    if (action === "run") this.run()
    if (action === "check") this.check()
    if (action === "stop") this.stop()
    if (action === "edit") await this.edit()
    if (action === "reset") this.reset()
    if (action === "link") await this.copyLink()
    if (action === "keep") this.adopt()
    if (action === "other") this.other()
  }

  /* ------------------------------------------------------------------ editing */

  /** What the page shows at this moment, and nothing else. */
  private get code(): string {
    return this.editor ? `${this.editor.code}\n` : (yoursIn(this.listing) ?? this.data.code)
  }

  private async edit(): Promise<void> {
    if (this.editor) return this.editor.focus()
    const { openEditor } = await load<typeof import("./editor")>("./editor")
    this.editor = openEditor({
      // No empty line at the end of what is edited; it is there in what is run.
      code: this.code.replace(/\n$/, ""),
      label: say(this.texts, "editor"),
      onChange: () => this.remember(),
      onRun: () => (this.data.check === undefined ? this.run() : this.check()),
      onLeave: () => this.button("run").focus(),
    })
    showPages(this.listing)
    this.listing.querySelector("pre")?.replaceWith(this.editor.element)
    this.listing.querySelector(".dl-copy")?.remove()
    this.listing.classList.add("dl-editing")
    this.bar.classList.add("dl-bar--open")
    this.known = readEdit(this.data.key)?.code
    onChangeElsewhere(this.data.key, () => this.tellOfOtherTab())
    this.tellOfChange()
    this.editor.focus()
  }

  /** What else the reader has had here. */
  private get others(): readonly string[] {
    return readEdit(this.data.key)?.others ?? []
  }

  /** Keeps what the page shows, and what another tab has written in its place. */
  private remember(): void {
    const { code, data, others } = this
    const kept = readEdit(data.key)?.code
    const own = code === data.code ? undefined : code
    const elsewhere = this.editor && kept !== this.known && kept !== own ? kept : undefined
    this.known = own
    this.keep({ code: own, original: data.code, others: withOther(others, elsewhere, data.code) })
  }

  private keep(edit: Edit): void {
    if (!writeEdit(this.data.key, edit)) this.say("quiet", say(this.texts, "not_kept"))
    this.bar.classList.toggle("dl-bar--edited", edit.code !== undefined)
    this.bar.classList.toggle("dl-bar--other", edit.others.length > 0)
  }

  private tellOfOtherTab(): void {
    if (readEdit(this.data.key)?.code !== this.known) this.say("quiet", this.tellOther("changed_elsewhere"))
  }

  private tellOther(name: string): string {
    return say(this.texts, name, { other: say(this.texts, "other") })
  }

  /** Shows other code in place of what is there, which can be had back. */
  private replace(code: string, others = withOther(this.others, this.code, this.data.code)): void {
    this.bar.classList.remove("dl-bar--outdated")
    const own = code === this.data.code ? undefined : code
    if (this.editor) {
      this.known = own
      // Its listener keeps what it is told of, and is told before that is shown.
      this.editor.setCode(code.replace(/\n$/, ""))
    }
    this.keep({ code: own, original: this.data.code, others: others.filter((each) => each !== code) })
    if (!this.editor) showEdit(this.bar)
    this.clear()
  }

  /** Shows the version before this one, and this one again after all others. */
  private other(): void {
    const [next, ...rest] = this.others
    if (next === undefined) return
    const { code } = this
    this.replace(next, code === this.data.code ? rest : [...rest, code])
    this.say("quiet", say(this.texts, "other_shown"))
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
  private adopt(): void {
    this.bar.classList.remove("dl-bar--outdated")
    this.remember()
    this.say("quiet", "")
  }

  private reset(): void {
    this.replace(this.data.code)
    this.say("quiet", this.others.length > 0 ? this.tellOther("reset_beside") : say(this.texts, "reset_done"))
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
    // Loaded again, the page shows what has become of the code.
    history.replaceState(null, "", `#${this.id}`)
    if (code === undefined) return this.say("bad", say(this.texts, "link_damaged"))
    const mine = this.code
    const isOther = mine !== this.data.code && mine !== code
    this.replace(code)
    await this.edit()
    this.say("quiet", isOther ? this.tellOther("link_opened_beside") : say(this.texts, "link_opened"))
  }

  /* ------------------------------------------------------------------ running */

  private run(): void {
    const { before, code, data } = this
    const changed = before !== data.before || code !== data.code
    const { micropython, output } = data
    const proven = micropython ? { micropython, expected: output } : {}
    const unproven = mayBeTried(code) ? { micropython: "first" as const } : {}
    this.begin("run", { before, code, ...(changed ? unproven : proven) })
  }

  /** What the code stands on: the reader's own answer to an exercise, once it is right. */
  private get before(): string {
    const { before, own } = this.data
    const edit = own && readEdit(own.key)
    return own && edit?.passed && edit.code !== undefined ? `${before.slice(0, own.from)}${edit.code}${before.slice(own.to)}` : before
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
        return this.busy("loading", { percent, megabytes })
      }
      case "starting":
        return this.busy("starting")
      case "started":
        this.say("busy", say(this.texts, "running"))
        return
      case "output":
        return this.result.add(event.text)
      case "dropped":
        return this.result.drop(event.characters)
      case "anew":
        return this.result.anew()
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
        return this.end("bad", say(this.texts, event.begun ? "died" : "not_loaded"), event.reason)
    }
  }

  /** Says what CPython is about before it runs, beside what has been answered already. */
  private busy(name: string, values: Readonly<Record<string, number | string>> = {}): void {
    const told = say(this.texts, name, values)
    this.say("busy", this.answered ? `${say(this.texts, "answered")} ${told}` : told)
  }

  private compare(remark = ""): void {
    const { printed } = this.result
    const same = printed === this.data.output
    const edited = this.code !== this.data.code
    const own = this.running?.before !== this.data.before
    const name = same ? (printed ? "same" : "same_silent") : edited ? "differs_edited" : own ? "differs_own" : "differs"
    const told = [remark, own && same ? say(this.texts, "own") : "", say(this.texts, name)]
    this.end(same ? "good" : "differs", told.filter(Boolean).join(" "))
  }

  private judge(finding: Finding): void {
    if ("passed" in finding) {
      const { code, others } = this
      // What has been written since has not been checked.
      if (this.running?.code === code) writeEdit(this.data.key, { code, original: this.data.code, passed: true, others })
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

  private end(status: Status, text: string, details = ""): void {
    this.setRunning(undefined)
    this.result.end(details)
    this.say(status, text)
  }

  /* ------------------------------------------------------------------ showing */

  private clear(): void {
    this.answered = this.corrected = false
    this.result.clear()
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
}
