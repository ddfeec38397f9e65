/** Runs one program in Pyodide, which is CPython, away from the page. */

import type { PyodideAPI } from "pyodide"
import type { PyProxy } from "pyodide/ffi"
import { Batches } from "./batches"
import { fatal, guard, Said } from "./depth"
import { fetched } from "./fetched"
import type { Trace } from "../asking/trace"
import type { Failure, Finding, Program } from "./python"
import type { Order, Report, Source } from "./protocol"

// A program may change whatever it finds by its name.
const post = postMessage.bind(globalThis)
const tell = (report: Report): void => post(report)
const batches = new Batches(tell)
/** What is written past Python's own `stdout`. */
const said = new Said((text) => batches.add(text))

let pyodide: PyodideAPI
let runner: PyProxy
let call: ReturnType<typeof guard>
let book: Source

/** Tells how far it is while Python is fetched, and when all of it is there. */
function countFetches(total: number): void {
  const plain = globalThis.fetch
  let bytes = 0
  let open = 0
  globalThis.fetch = async (...request) => {
    open += 1
    const response = await plain(...request)
    // A copy is counted: only of the response itself can a browser keep what it compiles.
    void response
      .clone()
      .body?.pipeTo(
        new WritableStream({
          write(chunk) {
            bytes += chunk.byteLength
            tell({ type: "loading", bytes, total })
          },
        }),
      )
      .catch(() => undefined)
      .then(() => {
        open -= 1
        if (open === 0 && bytes >= total) tell({ type: "starting" })
      })
    return response
  }
}

async function prepare(packages: readonly string[]): Promise<void> {
  const from = new URL("python.json", import.meta.url)
  book = (await (await fetched(from)).json()) as Source
  countFetches(book.bytes)
  const archive = fetched(new URL(book.archive, from)).then((response) => response.arrayBuffer())
  // Awaited below; until then a failure must not count as unhandled.
  archive.catch(() => undefined)
  const core = new URL(book.core, from).href
  // Of what cannot be loaded Pyodide itself tells nobody, and would be waited for.
  addEventListener("unhandledrejection", notLoaded)
  const { loadPyodide } = (await import(`${core}pyodide.mjs`)) as typeof import("pyodide")
  pyodide = await loadPyodide({
    indexURL: core,
    packageBaseUrl: new URL(book.packages, from).href,
    ...(book.stdlib ? { stdLibURL: new URL(book.stdlib, from).href } : {}),
  })
  for (const set of [pyodide.setStdout, pyodide.setStderr]) set.call(pyodide, { raw: (byte) => said.add(byte) })
  // WebKit ends a worker only where it calls JavaScript; to look for a signal is such a call.
  pyodide.setInterruptBuffer(new Uint8Array(1))
  pyodide.unpackArchive(await archive, "zip", { extractDir: "/book" })
  pyodide.runPython("import sys; sys.path.insert(0, '/book')")
  runner = pyodide.pyimport("runner")
  // No program gets hold of what runs and judges it.
  pyodide.runPython("import os; del sys.modules['runner']; os.remove('/book/runner.py'); del os, sys")
  call = guard(pyodide)
  await fetchPackages(packages)
  removeEventListener("unhandledrejection", notLoaded)
  tell({ type: "ready" })
}

function notLoaded({ reason }: PromiseRejectionEvent): void {
  tell({ type: "died", reason: String(reason) })
}

// A program must not end the worker that it runs in: nobody would be told, and the page
// would wait for ever.
globalThis.close = () => undefined

/** Returns the packages that a program imports. */
async function packagesOf(text: string): Promise<string[]> {
  const found = (await call(runner["packages_of"], text, pyodide.toPy(book.modules))) as PyProxy
  return found.toJs() as string[]
}

/** Fetches packages; returns one that cannot be had. */
async function fetchPackages(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    try {
      await pyodide.loadPackage(name, { messageCallback: () => undefined })
    } catch {
      return name
    }
    if (!(name in pyodide.loadedPackages)) return name
  }
  return undefined
}

const fromPython = <T>(proxy: PyProxy): T => proxy.toJs({ dict_converter: Object.fromEntries }) as T

/** Python's None arrives as undefined. */
const whole = (failure: Failure): Failure => ({ ...failure, line: failure.line ?? null })
const failed = (failure: Failure): Report => ({ type: "failed", failure: whole(failure) })

/** What the steps of a program are told as. */
interface Traced {
  readonly trace: string
  readonly failure?: Failure
  readonly cut: boolean
}

async function run({ before, code, check, steps }: Program): Promise<Report> {
  const packages = await packagesOf(`${before}\n${code}`)
  if (check) packages.push(...(await packagesOf(check)))
  const missing = await fetchPackages(packages)
  if (missing) return { type: "missing", name: missing }
  tell({ type: "begun", packages })
  if (steps) {
    const { trace, failure, cut } = fromPython<Traced>((await call(runner["steps"], before, code, book.package)) as PyProxy)
    return { type: "traced", trace: JSON.parse(trace) as Trace, isCut: cut, ...(failure && { failure: whole(failure) }) }
  }
  const begun = performance.now()
  const write = (text: string): void => batches.add(text)
  const given = check === undefined ? [runner["run"], before, code] : [runner["check"], before, code, check]
  const told = (await call(...given, write, book.package)) as PyProxy | undefined
  if (!told) return { type: "done", milliseconds: performance.now() - begun }
  if (check === undefined) return failed(fromPython(told))
  const found = fromPython<Finding | { failure: Failure }>(told)
  return "failure" in found ? failed(found.failure) : { type: "checked", finding: found }
}

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    if (data.type === "prepare") return await prepare(data.packages)
    const report = await run(data.program)
    batches.end()
    tell(report)
  } catch (error) {
    batches.end()
    tell(fatal(error, said) ?? { type: "died", reason: String(error) })
  }
})
