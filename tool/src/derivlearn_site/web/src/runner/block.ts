/** One block on the page: its buttons, its editor, what it prints. */

import { copy } from "./clipboard"
import { numbersApart } from "./difference"
import { onChangeElsewhere, readEdit, writeEdit } from "./edits"
import type { Editor } from "./editor"
import { fragmentOf, LONGEST } from "./link"
import { load } from "./load"
import type { Failure, Finding, Program, Python, PythonEvent } from "./python"
import { Result, save } from "./result"
import { mayBeTried } from "./stoppable"
import { say } from "../texts"
import type { Texts } from "../texts"
import { back, codeOf, forth, other, pages, put, settled, written } from "./versions"
import type { Versions } from "./versions"
import { show, tell, yoursIn } from "./yours"

/** After so long a pause, what is written is another step, in milliseconds. */
const PAUSE = 2000

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

/** A verdict is `former` as soon as the code is another than it was given for. */
/** Remarks go with the next key, but for one that is lasting: it goes when it holds no longer. */
type Status = "quiet" | "lasting" | "elsewhere" | "busy" | "ran" | "good" | "differs" | "bad" | "former"

export class BlockView {
  private editor: Editor | undefined
  /** What was in the editor before it was last written in. */
  private known = ""
  /** Whether what is written next is a step of its own, and when the last was. */
  private anew = true
  private wrote = 0
  /** What the reader has had here, where the browser keeps nothing. */
  private unkept: Versions | undefined
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
    /** The blocks of the page that this one stands on. */
    private readonly earlier: readonly BlockData[],
  ) {
    this.listing = document.getElementById(id) as HTMLElement
    this.status = bar.querySelector<HTMLElement>("[role=status]") as HTMLElement
    this.result = new Result(this.listing, data.output, texts)
    onChangeElsewhere(data.key, () => this.tellOfOtherTab())
  }

  /** Does what a button says; where code was pressed to open it, `at` says where. */
  async act(action: string, at?: number): Promise<void> {
    this.anew = true // whatever is pressed ends what was being written
    if (this.button(action).getAttribute("aria-disabled") === "true") return
    const focused = document.activeElement
    this.unfold(action === "more" && !this.bar.matches(".dl-bar--more"))
    if (action === "run") this.run()
    if (action === "check") this.check()
    if (action === "stop") this.stop()
    if (action === "edit") await this.edit(at)
    if (action === "done") this.close()
    if (action === "undo") this.show(back(this.versions))
    if (action === "redo") this.show(forth(this.versions))
    if (action === "reset") this.reset()
    if (action === "yours") this.other()
    if (action === "link") await this.copyLink()
    if (action === "keep") this.adopt()
    if (action === "hint") this.hint()
    // The focus must not fall to the page's start when its button goes.
    const { activeElement: now } = document
    const fell = now === document.body || (now === focused && !(now as HTMLElement).offsetParent)
    if (this.bar.contains(focused) && fell) this.button("edit", "done").focus()
  }

  /* ------------------------------------------------------------------ editing */

  /** What the page shows at this moment, and nothing else. */
  private get code(): string {
    return this.editor ? withEnd(this.editor.code) : (yoursIn(this.listing) ?? this.data.code)
  }

  /** What the reader has had here: what is in view last, whatever another tab has written. */
  private get versions(): Versions {
    const { data } = this
    const kept = this.unkept ?? readEdit(data.key) ?? pages(data.code)
    const code = this.editor ? this.known : this.code
    if (codeOf(kept, data.code) === code) return kept
    return put(kept, { code: code === data.code ? undefined : code, original: data.code })
  }

  private async edit(at?: number): Promise<void> {
    if (this.editor) return this.editor.focus()
    const { openEditor } = await load<typeof import("./editor")>("./editor")
    if (this.editor) return
    this.known = this.code
    this.anew = true
    this.editor = openEditor({
      // No empty line at the end of what is edited; it is there in what is run.
      code: withoutEnd(this.known),
      label: say(this.texts, matchMedia("(pointer: coarse)").matches ? "editor" : "editor_keys"),
      empty: this.listing.querySelector<HTMLElement>("pre > code")?.dataset["empty"] ?? "",
      onChange: (much) => this.remember(much),
      onRun: () => (this.data.check === undefined ? this.run() : this.check()),
      onUndo: () => void this.act("undo"),
      onRedo: () => void this.act("redo"),
      onLeave: () => this.button("check", "run").focus(),
    })
    this.listing.querySelector("pre")?.after(this.editor.element)
    this.listing.classList.add("dl-editing")
    this.bar.classList.add("dl-bar--open")
    this.tell(this.versions)
    this.editor.focus(at)
  }

  /** Shows what has been written as a listing. */
  private close(): void {
    if (!this.editor) return
    const versions = settled(this.versions)
    this.editor.close()
    this.editor = undefined
    this.listing.classList.remove("dl-editing")
    this.bar.classList.remove("dl-bar--open")
    this.keep(versions)
    show(this.bar, this.listing, versions, this.data.code)
  }

  /** Keeps what has been written, and what another tab has written in its place. */
  private remember(much: boolean): void {
    const now = performance.now()
    const anew = much || this.anew || now - this.wrote > PAUSE
    this.outdate()
    this.keep(written(this.versions, this.code, this.data.code, anew))
    this.known = this.code
    this.wrote = now
    this.anew = false
  }

  private keep(versions: Versions): void {
    this.unkept = writeEdit(this.data.key, versions) ? undefined : versions
    this.tell(versions)
  }

  /** Shows which code this is, and says for as long as it holds what a reader has to know of it. */
  private tell(versions: Versions): void {
    tell(this.bar, this.listing, versions, this.data.code)
    const { status } = this.status.dataset
    const isOutdated = this.bar.matches(".dl-bar--outdated")
    if (this.unkept) this.say("lasting", say(this.texts, "not_kept"))
    else if (isOutdated && (status === "lasting" || !this.status.textContent)) this.say("lasting", say(this.texts, "outdated"))
    else if (status === "lasting") this.say("quiet", "")
  }

  private tellOfOtherTab(): void {
    const kept = readEdit(this.data.key)
    const isOther = this.editor && kept && codeOf(kept, this.data.code) !== this.code
    if (isOther) this.say("elsewhere", this.withUndo("changed_elsewhere"))
    else if (this.status.dataset["status"] === "elsewhere") this.say("quiet", "")
  }

  private withUndo(name: string): string {
    return say(this.texts, name, { undo: say(this.texts, "undo") })
  }

  /** Shows other code in place of what is there, which can be had back. */
  private show(versions: Versions): void {
    const { data } = this
    this.known = codeOf(versions, data.code)
    this.anew = true
    this.clear()
    this.say("quiet", "")
    this.editor?.setCode(withoutEnd(this.known))
    this.keep(versions)
    if (!this.editor) show(this.bar, this.listing, versions, data.code)
  }

  /** Shows, on a phone, what is seldom done, over what lies below. */
  private unfold(open: boolean): void {
    this.bar.classList.toggle("dl-bar--more", open)
    this.bar.querySelector("[data-do=more]")?.setAttribute("aria-expanded", String(open))
    if (!open) return
    const closing = new AbortController()
    const close = (): void => (closing.abort(), this.unfold(false))
    const { signal } = closing
    document.addEventListener("pointerdown", ({ target }) => this.bar.contains(target as Node) || close(), { signal })
    this.bar.addEventListener("keydown", ({ key }) => key === "Escape" && (close(), this.button("more").focus()), { signal })
  }

  private other(): void {
    const { versions } = this
    const step = other(versions, this.data.code)
    if (step) this.show(put(settled(versions), step))
  }

  /** Takes the edit as one of the code that the book has now. */
  private adopt(): void {
    this.say("quiet", "")
    this.keep({ ...this.versions, original: this.data.code })
  }

  private reset(): void {
    this.show(put(settled(this.versions), { original: this.data.code }))
    this.say("quiet", this.withUndo("reset_done"))
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
    const { code: mine, data } = this
    if (code !== mine) this.show(put(settled(this.versions), { code: code === data.code ? undefined : code, original: data.code, from: "link" }))
    await this.edit()
    const beside = mine !== data.code && mine !== code
    this.say("quiet", this.withUndo(beside ? "link_opened_beside" : "link_opened"))
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
    this.anew = true
    if (this.versions.passing) this.keep(settled(this.versions))
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

  /** Whether the reader has changed a block that this one stands on: it runs the page's all the same. */
  private get standsOnPage(): boolean {
    return this.running?.before === this.data.before && this.earlier.some(({ key }) => readEdit(key)?.code !== undefined)
  }

  private compare(remark = ""): void {
    const { printed } = this.result
    if (!this.code.trim()) return this.end("ran", say(this.texts, "no_code"))
    const same = printed === this.data.output
    const stands = this.standsOnPage ? say(this.texts, "stands_on_page") : ""
    if (printed && !this.data.output) return this.end("ran", [remark, stands || say(this.texts, "ran")].filter(Boolean).join(" "))
    const edited = this.code !== this.data.code
    const own = this.running?.before !== this.data.before
    const name = same ? (printed ? "same" : "same_silent") : edited ? "differs_edited" : own ? "differs_own" : "differs"
    const pairs = same ? [] : numbersApart(this.data.output, printed).map((pair) => say(this.texts, "pair", { ...pair }))
    const numbers = say(this.texts, "differs_numbers", { pairs: pairs.join(say(this.texts, "pairs_between")) })
    const told = [remark, stands, own && same ? say(this.texts, "own") : "", pairs.length > 0 ? numbers : say(this.texts, name)]
    this.end(same ? "good" : "differs", told.filter(Boolean).join(" "))
  }

  private judge(finding: Finding): void {
    if ("passed" in finding) {
      // What has been written since has not been checked.
      if (this.running?.code === this.code) this.keep({ ...settled(this.versions), passed: true })
      this.end("good", say(this.texts, "check_passed", { cases: finding.passed }))
    } else {
      this.bar.classList.add("dl-bar--stuck")
      this.end("bad", say(this.texts, "check_failed", { ...finding }))
    }
  }

  private fail({ type, message, traceback, line, about, words }: Failure): void {
    const place = line === null ? "" : say(this.texts, "line", { line })
    const explained = about in this.texts ? say(this.texts, about, words) : ""
    this.bar.classList.toggle("dl-bar--stuck", this.action === "check")
    this.editor?.mark(line)
    this.end("bad", [place, explained].filter(Boolean).join(" "), traceback, `${type}: ${message}`)
  }

  /** Opens the next hint. */
  private hint(): void {
    const hint = hintOf(this.listing)
    if (!hint) return
    hint.open = true
    hint.querySelector("summary")?.focus()
  }

  private end(status: Status, text: string, details = "", raw = ""): void {
    const former = this.running?.code !== this.code
    this.setRunning(undefined)
    this.result.end(details)
    this.say(status, text, raw)
    if (former) this.outdate()
  }

  /** Takes back what was said of the code, now that it is another; the room is kept. */
  private outdate(): void {
    this.editor?.mark(null)
    const { status = "" } = this.status.dataset
    if (["quiet", "elsewhere"].includes(status)) return this.say("quiet", "")
    if (!["ran", "good", "differs", "bad"].includes(status)) return
    const { offsetHeight } = this.status
    this.say("former", say(this.texts, "former"))
    this.status.style.minHeight = `${offsetHeight}px`
    this.result.outdate()
  }

  /* ------------------------------------------------------------------ showing */

  private clear(): void {
    this.answered = this.corrected = false
    this.result.clear()
    this.editor?.mark(null)
    this.bar.classList.remove("dl-bar--stuck")
  }

  /** Returns the first of some buttons that there is, and that is shown. */
  private button(...actions: readonly string[]): HTMLElement {
    const all = actions.map((action) => this.bar.querySelector<HTMLElement>(`[data-do=${action}]`))
    return (all.find((each) => each?.offsetParent) ?? all.at(-1)) as HTMLElement
  }

  private setRunning(running: Program | undefined): void {
    // The focus must not fall to the page's start when its button goes.
    const focused = document.activeElement === this.button(this.running ? "stop" : this.action)
    this.running = running
    this.bar.classList.toggle("dl-bar--running", running !== undefined)
    if (focused) this.button(running ? "stop" : this.action).focus()
  }

  /** Says something, and below it what Python has said in its own words. */
  private say(status: Status, text: string, raw = ""): void {
    this.status.dataset["status"] = status
    this.status.style.minHeight = ""
    if (this.status.textContent === text + raw) return
    this.status.textContent = text || raw
    if (!text || !raw) return
    const line = document.createElement("code")
    line.textContent = raw
    this.status.append(line)
  }
}

const withEnd = (code: string): string => (code ? `${code}\n` : "")
const withoutEnd = (code: string): string => code.replace(/\n$/, "")

/** Returns the first hint of an exercise that is not open yet, or the last one. */
function hintOf(listing: HTMLElement): HTMLDetailsElement | undefined {
  let next = listing.nextElementSibling
  while (next?.matches(".dl-result")) next = next.nextElementSibling
  const hints = [...(next?.matches(".dl-hints") ? next.querySelectorAll<HTMLDetailsElement>("details.hint") : [])]
  return hints.find((hint) => !hint.open) ?? hints.at(-1)
}
