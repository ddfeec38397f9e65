/** What is loaded with a reader's first Run or Edit: the page's blocks, and Python. */

import { BlockView } from "./block"
import type { BlockData } from "./block"
import { fetched, PATIENCE } from "./fetched"
import { keepOffline } from "./kept"
import { codeOf } from "./link"
import type { PythonEvent } from "./python"
import { Pythons } from "./pythons"
import type { Texts } from "../texts"
import { Workers } from "./workers"

interface Page {
  readonly blocks: Readonly<Record<string, BlockData>>
  readonly texts: Texts
}

async function read<T>(url: URL): Promise<T> {
  const response = await fetched(url, { signal: AbortSignal.timeout(PATIENCE) })
  return (await response.json()) as T
}

const pages = new Map<string, Promise<Page>>()
const views = new WeakMap<HTMLElement, BlockView>()

/** What the page says to the runner, on the element of its script. */
const runnerOf = (name: string): string => document.getElementById("dl-runner")?.dataset[name] ?? ""

function thePage(): Promise<Page> {
  const folder = new URL(".", location.href).href
  const known = pages.get(folder)
  if (known) return known
  const page = Promise.all([
    read<Page["blocks"]>(new URL("blocks.json", folder)),
    read<Texts>(new URL(runnerOf("texts"), location.href)),
  ]).then(([blocks, texts]) => ({ blocks, texts }))
  // The next click tries again.
  page.catch(() => pages.delete(folder))
  pages.set(folder, page)
  return page
}

const workers = (name: string): Workers => new Workers(new URL(`./${name}_worker.js`, import.meta.url), keepOffline)
const micropython = workers("micropython")

/** One pair of Pythons for all blocks of the page. */
const pythons = new Pythons(micropython, workers("pyodide"))

async function viewOf(bar: HTMLElement): Promise<BlockView> {
  const { blocks, texts } = await thePage()
  const id = bar.dataset["for"] ?? ""
  const data = blocks[id]
  if (!data) throw new Error(`blocks.json knows no ${id}`)
  // Of what a block stands on, what prints is left out.
  const lines = new Set(data.before.split("\n"))
  const isThere = ({ code }: BlockData): boolean => code.split("\n").some((line) => /^\S/.test(line) && lines.has(line))
  const earlier = Object.values(blocks).filter((other) => other !== data && isThere(other))
  const view = views.get(bar) ?? new BlockView(bar, id, data, texts, pythons, earlier)
  views.set(bar, view)
  return view
}

/** Does what a button of a block says, or opens it where its code was pressed. */
export async function act(bar: HTMLElement, action: string, at?: number): Promise<void> {
  // Whoever runs or changes a block sees what it prints.
  if (action === "run" || action === "edit") bar.parentElement?.dispatchEvent(new CustomEvent("dl:uncover", { bubbles: true }))
  // The reader should not have to wait for the one and then for the other.
  if (action === "run") micropython.prepare()
  const view = await viewOf(bar)
  await view.act(action, at)
}

/** Judges other code as a block's own is; returns what stops it. */
export async function judge(id: string, code: string, tell: (event: PythonEvent) => void): Promise<() => void> {
  const { blocks } = await thePage()
  const { before = "", check = "" } = blocks[id] ?? {}
  const program = { before, code, check }
  pythons.run(program, tell)
  return () => pythons.stop(program)
}

/** Puts the code of a link into its block's editor, and runs nothing. */
export async function openLink(bar: HTMLElement, hash: string): Promise<void> {
  const view = await viewOf(bar)
  await view.openShared(await codeOf(hash))
}
