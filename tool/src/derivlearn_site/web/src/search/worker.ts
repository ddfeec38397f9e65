/**
 * Finds what a reader types.
 *
 * The theme starts this worker on every page and speaks its own four messages with it.
 * The texts, and what looks through them, are fetched when the search box is first
 * focused, never before.
 */

import type { answering } from "./answer"
import type { Texts } from "./texts"

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/** Where the texts are: told by the page in this worker's own address. */
const TEXTS = new URL(new URLSearchParams(location.search).get("index") ?? "", location.href)

type Answering = ReturnType<typeof answering>

/** What answers from the texts, once asked for. */
let book: Promise<Answering> | undefined
/** The last query, while it waits for an answer. */
let latest: string | undefined

async function load(): Promise<Answering> {
  const [{ answering }, response] = await Promise.all([import("./answer.js"), fetch(TEXTS)])
  if (!response.ok) throw new Error(`${TEXTS.href}: ${response.status}`)
  return answering((await response.json()) as Texts)
}

/** Answers the last query, once the texts are there. */
async function answer(): Promise<void> {
  try {
    book ??= load()
    const answers = await book
    if (latest === undefined) return
    const typed = latest
    latest = undefined
    postMessage({ type: RESULT, data: { items: answers(typed) } })
  } catch (error) {
    book = undefined // the next key tries again
    console.warn(error)
  }
}

addEventListener("message", ({ data: { type, data } }: MessageEvent<{ type: number; data: string }>) => {
  if (type === SETUP) postMessage({ type: READY })
  if (type === QUERY) {
    latest = data
    // The theme asks for nothing when a page opens; nobody is searching yet.
    if (data.trim() || book) void answer()
  }
})

// The page tells when the search box is focused: its reader is about to type.
new BroadcastChannel(location.href).addEventListener("message", () => void answer())
