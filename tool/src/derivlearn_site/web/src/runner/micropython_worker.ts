/** Runs one program in MicroPython, away from the page: it is there at once, and knows less. */

import { Batches } from "./batches"
import { fetched } from "./fetched"
import { prepare } from "./micropython.js"
import type { Library, Run } from "./micropython.js"
import type { Order, Report } from "./protocol"

// A program may change whatever it finds by its name.
const post = postMessage.bind(globalThis)
const tell = (report: Report): void => post(report)
const batches = new Batches(tell)

const own = (name: string): Promise<Response> => fetched(new URL(name, import.meta.url))

/** Unpacks what no server has to know how to compress. */
async function unpacked(name: string): Promise<string> {
  const { body } = await own(name)
  if (!body) throw new Error(`${name} is empty`)
  const stream = new Response(body.pipeThrough(new DecompressionStream("deflate-raw")))
  const bytes = await stream.arrayBuffer()
  return URL.createObjectURL(new Blob([bytes], { type: "application/wasm" }))
}

async function start(): Promise<Run> {
  const library = own("library.json").then((response) => response.json() as Promise<Library>)
  const [code, texts] = await Promise.all([unpacked("micropython.bin"), library])
  const run = await prepare(code, texts, (text) => batches.add(text))
  URL.revokeObjectURL(code)
  return run
}

const ready = start()
ready.then(
  () => tell({ type: "ready" }),
  (error: unknown) => tell({ type: "died", reason: String(error) }),
)

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  if (data.type !== "run") return
  const run = await ready
  tell({ type: "begun", packages: [] })
  const begun = performance.now()
  try {
    run(data.program.before, data.program.code)
    batches.end()
    tell({ type: "done", milliseconds: performance.now() - begun })
  } catch (error) {
    // Whatever it is, it is told in CPython's words.
    tell({ type: "unable", reason: String(error) })
  }
})
