/** The reader's own versions of blocks, kept on their device. */

/** Another book may lie at the same host. */
const prefix = (): string => `${document.getElementById("dl-runner")?.dataset["book"] ?? ""}:`

/** How many earlier versions of a block are kept. */
const MOST = 9

export interface Edit {
  /** What the reader has made of the code; nothing where they see the book's. */
  readonly code?: string | undefined
  /** The book's code at the time of the edit. */
  readonly original: string
  /** Whether it is an exercise's, and its check has found nothing wrong. */
  readonly passed?: boolean
  /** What else the reader has had there, the latest first. */
  readonly others: readonly string[]
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
    const edit = JSON.parse(localStorage.getItem(prefix() + key) ?? "null") as Partial<Edit> | null
    if (!edit || typeof edit.original !== "string") return undefined
    const { code, original, passed, others } = edit
    const texts = (Array.isArray(others) ? others : []).filter((each): each is string => typeof each === "string")
    return { code: typeof code === "string" ? code : undefined, original, passed: passed === true, others: texts }
  } catch {
    return undefined
  }
}

/**
 * Keeps an edit, or forgets it where nothing of it is the reader's. Returns whether it did:
 * where the browser forbids it, or has no room, the page works all the same.
 */
export function writeEdit(key: string, edit: Edit): boolean {
  try {
    if (edit.code !== undefined || edit.others.length > 0) localStorage.setItem(prefix() + key, JSON.stringify(edit))
    else localStorage.removeItem(prefix() + key)
    return true
  } catch {
    return false
  }
}

/** Returns earlier versions with one more, unless it is among them or is that of the page. */
export function withOther(others: readonly string[], code: string | undefined, page: string): readonly string[] {
  if (code === undefined || code === page || code.trim() === "") return others
  return [code, ...others.filter((each) => each !== code)].slice(0, MOST)
}

/** Calls back when another tab has changed a block. */
export function onChangeElsewhere(key: string, changed: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === prefix() + key) changed()
  })
}
