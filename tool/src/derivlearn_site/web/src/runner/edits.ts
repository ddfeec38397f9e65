/** The reader's own versions of blocks, kept on their device. */

/** Another book may lie at the same host. */
const prefix = (): string => `${document.getElementById("dl-runner")?.dataset["book"] ?? ""}:`

export interface Edit {
  readonly code: string
  /** The book's code at the time of the edit. */
  readonly original: string
  /** Whether it is an exercise's, and its check has found nothing wrong. */
  readonly passed?: boolean
}

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
export function readEdit(key: string): Edit | undefined {
  try {
    const text = localStorage.getItem(prefix() + key)
    if (text === null) return undefined
    const edit = JSON.parse(text) as Partial<Edit>
    return typeof edit.code === "string" && typeof edit.original === "string"
      ? { code: edit.code, original: edit.original, passed: edit.passed === true }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps an edit, or forgets it where it is the book's code again. Returns whether it did:
 * where the browser forbids it, or has no room, the page works all the same.
 */
export function writeEdit(key: string, edit: Edit | undefined): boolean {
  try {
    if (edit) localStorage.setItem(prefix() + key, JSON.stringify(edit))
    else localStorage.removeItem(prefix() + key)
    return true
  } catch {
    return false
  }
}
