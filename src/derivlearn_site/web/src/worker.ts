/** Runs Pyodide, away from the page. */

import type { PyodideAPI } from "pyodide"
import type { PyProxy } from "pyodide/ffi"
import { Batches } from "./batches"
import type { Failure } from "./python"
import type { Order, Report, Source } from "./protocol"

const tell = (report: Report): void => postMessage(report)

let pyodide: PyodideAPI
let runner: PyProxy

/** Counts what is fetched while Python starts. */
function countFetches(): void {
  const plain = globalThis.fetch
  let bytes = 0
  globalThis.fetch = async (...request) => {
    const response = await plain(...request)
    if (!response.ok || !response.body) return response
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength
          tell({ type: "loading", bytes })
          controller.enqueue(chunk)
        },
      }),
    )
    const { status, statusText, headers } = response
    return new Response(counted, { status, statusText, headers })
  }
}

async function start(source: Source): Promise<void> {
  countFetches()
  const archive = fetch(source.derivlearn).then((response) => {
    if (!response.ok) throw new Error(`${source.derivlearn}: ${response.status}`)
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
  tell({ type: "ready" })
}

/** Fetches the packages that a program imports; returns one that cannot be had. */
async function fetchPackages(text: string): Promise<string | undefined> {
  const wanted: string[] = runner["packages_of"](text).toJs()
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

async function run({ before, code }: { before: string; code: string }): Promise<void> {
  const missing = await fetchPackages(`${before}\n${code}`)
  if (missing) return tell({ type: "missing", name: missing })
  const batches = new Batches(tell)
  const begun = performance.now()
  const failure: PyProxy | undefined = runner["run"](before, code, (text: string) => batches.add(text))
  batches.end()
  if (failure)
    tell({ type: "failed", failure: failure.toJs({ dict_converter: Object.fromEntries }) as Failure })
  else tell({ type: "done", milliseconds: performance.now() - begun })
}

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    await (data.type === "start" ? start(data.source) : run(data.program))
  } catch (error) {
    tell({ type: "died", reason: String(error) })
  }
})
