/** The reader's own versions of blocks, kept on their device: see `versions.ts`. */

import type { Step, Versions } from "./versions"

/** Another book may lie at the same host. */
const prefix = (): string => `${document.getElementById("dl-runner")?.dataset["book"] ?? ""}:`

/** Returns the blocks of which there is an edit. Storage may be forbidden. */
export function keysOfEdits(): Set<string> {
  try {
    const start = prefix()
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(start))
    return new Set(keys.map((key) => key.slice(start.length)))
  } catch {
    return new Set()
  }
}

/** Returns what the reader has made of a block. Storage may be forbidden. */
export function readEdit(key: string): Versions | undefined {
  try {
    const edit: unknown = JSON.parse(localStorage.getItem(prefix() + key) ?? "null")
    if (!isStep(edit)) return undefined
    const { before, after } = edit as Partial<Versions>
    return { ...edit, before: stepsOf(before), after: stepsOf(after) }
  } catch {
    return undefined
  }
}

/**
 * Keeps an edit, or forgets it where nothing of it is the reader's. Returns whether it did:
 * where the browser forbids it, or has no room, the page works all the same.
 */
export function writeEdit(key: string, edit: Versions): boolean {
  try {
    const some = [edit, ...edit.before, ...edit.after].some(({ code }) => code !== undefined)
    if (some) localStorage.setItem(prefix() + key, JSON.stringify(edit))
    else localStorage.removeItem(prefix() + key)
    return true
  } catch {
    return false
  }
}

/** Calls back when another tab has changed a block. */
export function onChangeElsewhere(key: string, changed: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === prefix() + key) changed()
  })
}

const stepsOf = (found: unknown): readonly Step[] => (Array.isArray(found) ? found.filter(isStep) : [])

function isStep(found: unknown): found is Step {
  const { code, original } = (found ?? {}) as Partial<Record<"code" | "original", unknown>>
  return typeof original === "string" && (code === undefined || typeof code === "string")
}
