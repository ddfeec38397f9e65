/** Runs Pyodide, which is CPython, away from the page. */

import type { PyodideAPI } from "pyodide"
import type { PyProxy } from "pyodide/ffi"
import { Batches } from "./batches"
import type { Failure, Finding, Program } from "./python"
import type { Order, Report, Source } from "./protocol"

const tell = (report: Report): void => postMessage(report)

let pyodide: PyodideAPI
let runner: PyProxy
let book: Pick<Source, "package" | "modules">

/** Counts what is fetched while Python starts. */
function countFetches(): void {
  const plain = globalThis.fetch
  let bytes = 0
  globalThis.fetch = async (...request) => {
    const response = await plain(...request)
    // A copy is counted: only of the response itself can a browser keep what it compiles.
    void response
      .clone()
      .body?.pipeTo(
        new WritableStream({
          write(chunk) {
            bytes += chunk.byteLength
            tell({ type: "loading", bytes })
          },
        }),
      )
      .catch(() => undefined)
    return response
  }
}

async function start(source: Source): Promise<void> {
  countFetches()
  book = source
  const archive = fetch(source.archive).then((response) => {
    if (!response.ok) throw new Error(`${source.archive}: ${response.status}`)
    return response.arrayBuffer()
  })
  // Awaited below; until then a failure must not count as unhandled.
  archive.catch(() => undefined)
  const { loadPyodide } = (await import(`${source.core}pyodide.mjs`)) as typeof import("pyodide")
  pyodide = await loadPyodide({
    indexURL: source.core,
    packageBaseUrl: source.packages,
    ...(source.stdlib ? { stdLibURL: source.stdlib } : {}),
  })
  pyodide.unpackArchive(await archive, "zip", { extractDir: "/book" })
  pyodide.runPython("import sys; sys.path.insert(0, '/book')")
  runner = pyodide.pyimport("runner")
  // No program gets hold of what runs and judges it.
  pyodide.runPython("import os; del sys.modules['runner']; os.remove('/book/runner.py')")
  tell({ type: "ready" })
}

// A program must not end the worker that it runs in: nobody would be told, and the next
// one would wait for ever.
globalThis.close = () => undefined

/** Fetches the packages that a program imports; returns one that cannot be had. */
async function fetchPackages(text: string): Promise<string | undefined> {
  const wanted: string[] = runner["packages_of"](text, pyodide.toPy(book.modules)).toJs()
  for (const name of wanted) {
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
const failed = (failure: Failure): Report => ({ type: "failed", failure: { ...failure, line: failure.line ?? null } })

async function run({ before, code, check }: Program): Promise<void> {
  const missing = (await fetchPackages(`${before}\n${code}`)) ?? (check && (await fetchPackages(check)))
  if (missing) return tell({ type: "missing", name: missing })
  const batches = new Batches(tell)
  const begun = performance.now()
  const write = (text: string): void => batches.add(text)
  if (check !== undefined) {
    const told = fromPython<Finding | { failure: Failure }>(runner["check"](before, code, check, write, book.package))
    batches.end()
    return tell("failure" in told ? failed(told.failure) : { type: "checked", finding: told })
  }
  const failure: PyProxy | undefined = runner["run"](before, code, write, book.package)
  batches.end()
  if (failure) tell(failed(fromPython(failure)))
  else tell({ type: "done", milliseconds: performance.now() - begun })
}

addEventListener("message", async ({ data }: MessageEvent<Order<Source>>) => {
  try {
    await (data.type === "start" ? start(data.source) : run(data.program))
  } catch (error) {
    tell({ type: "died", reason: String(error) })
  }
})
