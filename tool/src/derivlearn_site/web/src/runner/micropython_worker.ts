/** Runs MicroPython, away from the page: it is there at once, and knows less. */

import { Batches } from "./batches"
import { run } from "./micropython.js"
import type { Library } from "./micropython.js"
import type { Order, Report } from "./protocol"

const tell = (report: Report): void => postMessage(report)

let code = ""
let library: Library = {}

async function fetched(name: string): Promise<Response> {
  const response = await fetch(new URL(name, import.meta.url))
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response
}

/** Unpacks what no server has to know how to compress. */
async function unpacked(name: string): Promise<string> {
  const { body } = await fetched(name)
  if (!body) throw new Error(`${name} is empty`)
  const stream = new Response(body.pipeThrough(new DecompressionStream("deflate-raw")))
  const bytes = await stream.arrayBuffer()
  return URL.createObjectURL(new Blob([bytes], { type: "application/wasm" }))
}

async function start(): Promise<void> {
  const texts = fetched("library.json").then((response) => response.json() as Promise<Library>)
  ;[code, library] = await Promise.all([unpacked("micropython.bin"), texts])
  tell({ type: "ready" })
}

addEventListener("message", async ({ data }: MessageEvent<Order<null>>) => {
  try {
    if (data.type === "start") return await start()
  } catch (error) {
    return tell({ type: "died", reason: String(error) })
  }
  const batches = new Batches(tell)
  const begun = performance.now()
  try {
    await run(code, library, data.program.before, data.program.code, (text) => batches.add(text))
    batches.end()
    tell({ type: "done", milliseconds: performance.now() - begun })
  } catch (error) {
    // Whatever it is, it is told in CPython's words.
    tell({ type: "unable", reason: String(error) })
  }
})
