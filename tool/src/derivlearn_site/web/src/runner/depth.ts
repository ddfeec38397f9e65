/** How deep a program may go: what would break Python is to be an error of the program. */

import type { PyodideAPI } from "pyodide"
import type { PyCallable } from "pyodide/ffi"
import type { Report } from "./protocol"

/** Whether a browser can suspend Python; those that can give it a stack twice as large. */
const SUSPENDS = "Suspending" in WebAssembly
/**
 * How much of CPython's own stack may be used, in bytes.
 *
 * CPython raises a RecursionError before that is full; but the browser keeps a second
 * stack, of which it tells nothing and whose end nobody survives. In Chromium, which has
 * the smallest, that one is full when some functions have used 310,000 bytes of the
 * first, and half as much where it cannot suspend. WebKit, which cannot, has a larger one.
 */
const DEEPEST = SUSPENDS || callsToTheEnd() > 30_000 ? 290_000 : 150_000

/** Returns how deep a function of JavaScript can go: Chromium says 10,000, WebKit 60,000. */
function callsToTheEnd(): number {
  let calls = 0
  const call = (): void => {
    calls += 1
    call()
  }
  try {
    call()
  } catch {
    // That is its end.
  }
  return calls
}

/** What is used of Pyodide's inner life: CPython's own functions, by their names. */
interface Inner {
  readonly _module: {
    _PyThreadState_Get(): number
    _PyUnstable_ThreadState_SetStackProtection(state: number, start: number, size: number): void
    _emscripten_stack_get_base(): number
  }
}

/** Returns what calls a function of Python, with its arguments, as deep as it may go. */
export function guard(pyodide: PyodideAPI): (...given: unknown[]) => unknown {
  const { _module: inner } = pyodide as unknown as Inner
  const limit = (): void => {
    const start = inner._emscripten_stack_get_base() - DEEPEST
    inner._PyUnstable_ThreadState_SetStackProtection(inner._PyThreadState_Get(), start, DEEPEST)
  }
  // The limit holds for the stack that it is set on.
  const limited: PyCallable = pyodide.runPython("lambda limit, call, *given: (limit(), call(*given))[1]")
  return (...given) => (SUSPENDS ? limited.callPromising(limit, ...given) : limited(limit, ...given))
}

const DUMP = "Stack (most recent call first):\n"

/** What comes past Python's `stdout`: a program's text, or what CPython says when it breaks. */
export class Said {
  /** Where CPython was when it broke. */
  dump = ""
  private readonly decoder = new TextDecoder()
  private line = ""

  constructor(private readonly write: (text: string) => void) {}

  add(byte: number): void {
    this.line += this.decoder.decode(Uint8Array.of(byte), { stream: true })
    if (!this.line.endsWith("\n")) return
    if (this.dump || this.line === DUMP) this.dump += this.line
    else this.write(this.line)
    this.line = ""
  }
}

const CODE = /File "<code>", line (\d+)/

/** Returns what is told of a Python that has broken because a program went too deep. */
export function fatal(error: unknown, { dump }: Said): Report | undefined {
  // Chromium and WebKit, Firefox.
  if (!/call stack|recursion/.test(String(error))) return undefined
  const line = CODE.exec(dump)?.[1]
  const frames = dump.split("\n").filter((frame) => /"<(code|before|call)>"|\/book\//.test(frame) && !frame.includes("runner.py"))
  return {
    type: "failed",
    failure: {
      type: "RecursionError",
      message: "maximum recursion depth exceeded",
      traceback: [DUMP.trim(), ...frames].join("\n"),
      line: line === undefined ? null : Number(line),
      about: "too_deep",
      words: {},
    },
  }
}
