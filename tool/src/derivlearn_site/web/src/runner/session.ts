/** What is loaded with a reader's first Run or Edit: the page's blocks, and Python. */

import { BlockView } from "./block"
import type { BlockData } from "./block"
import { Later } from "./later"
import { blockOfLink, codeOf } from "./link"
import type { Source } from "./protocol"
import { Pythons } from "./pythons"
import type { Texts } from "../texts"
import { Workers } from "./workers"

interface Page {
  readonly blocks: Readonly<Record<string, BlockData>>
  readonly texts: Texts
}

async function read<T>(url: URL): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`)
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

const script = (name: string): URL => new URL(`./${name}_worker.js`, import.meta.url)
const micropython = new Workers({ script: script("micropython"), source: null, bytes: 0 })

const cpython = new Later(async () => {
  const url = new URL("python.json", import.meta.url)
  const source = await read<Source>(url)
  const from = (path: string): string => new URL(path, url).href
  const { core, packages, archive, stdlib, bytes } = source
  const there = { core: from(core), packages: from(packages), archive: from(archive), ...(stdlib ? { stdlib: from(stdlib) } : {}) }
  return new Workers({ script: script("pyodide"), source: { ...source, ...there }, bytes })
})

/** One pair of Pythons for all blocks of the page. */
const pythons = new Pythons(micropython, cpython)

async function viewOf(bar: HTMLElement): Promise<BlockView> {
  const { blocks, texts } = await thePage()
  const id = bar.dataset["for"] ?? ""
  const data = blocks[id]
  if (!data) throw new Error(`blocks.json knows no ${id}`)
  const view = views.get(bar) ?? new BlockView(bar, id, data, texts, pythons)
  views.set(bar, view)
  return view
}

/** Does what a button of a block says. */
export async function act(bar: HTMLElement, action: string): Promise<void> {
  try {
    // The reader should not have to wait for the one and then for the other.
    if (action === "run") micropython.start()
    const view = await viewOf(bar)
    await view.act(action)
  } catch (error) {
    // Without the texts, too: the network is away, or the site has changed.
    const status = bar.querySelector<HTMLElement>("[role=status]")
    if (status) status.textContent = `${runnerOf("unreachable")} (${String(error)})`
  }
}

/** Puts the code of a link into its block's editor, and runs nothing. */
export async function openLink(hash: string): Promise<void> {
  const id = blockOfLink(hash)
  const bar = document.querySelector<HTMLElement>(`.dl-bar[data-for="${id}"]`)
  if (!bar) return
  const view = await viewOf(bar)
  await view.openShared(await codeOf(hash))
}
