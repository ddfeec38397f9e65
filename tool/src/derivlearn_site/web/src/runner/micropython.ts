/** Gives each program a MicroPython of its own, in the browser and in Node. */

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs"

/** Texts of modules by their paths. */
export type Library = Readonly<Record<string, string>>

/** A program that is larger is left to CPython. */
const HEAP = 16 * 1024 * 1024
const LINE_END = 10
/** How long the beginning of a line waits for its end, in milliseconds. */
const PATIENCE = 50

/** Hands on what is printed, which comes byte by byte. */
class Lines {
  private readonly decoder = new TextDecoder()
  private readonly bytes: number[] = []
  private since = 0

  constructor(private readonly write: (text: string) => void) {}

  add(byte: number): void {
    if (this.bytes.length === 0) this.since = performance.now()
    this.bytes.push(byte)
    if (byte === LINE_END || performance.now() - this.since > PATIENCE) this.send()
  }

  send(): void {
    const text = this.decoder.decode(Uint8Array.from(this.bytes.splice(0)), { stream: true })
    if (text) this.write(text)
  }
}

/** Runs a program to its end, and throws what it throws. */
export type Run = (before: string, code: string) => void

/**
 * Makes a MicroPython ready for one program.
 *
 * @param url Where its code lies.
 * @param library What the program may import.
 */
export async function prepare(url: string, library: Library, write: (text: string) => void): Promise<Run> {
  const lines = new Lines(write)
  const python = await loadMicroPython({ url, heapsize: HEAP, linebuffer: false, stdout: ([byte]) => lines.add(byte as number) })
  const made = new Set<string>()
  for (const [path, text] of Object.entries(library)) {
    const names = `/book/${path}`.split("/")
    for (let depth = 2; depth < names.length; depth += 1) {
      const folder = names.slice(0, depth).join("/")
      if (!made.has(folder)) python.FS.mkdir(folder)
      made.add(folder)
    }
    python.FS.writeFile(`/book/${path}`, text)
  }
  python.runPython("import sys; sys.path[:] = ['/book', '.frozen']")
  const begin = python.pyimport("begin")
  return (before, code) => {
    try {
      begin.run(before, code)
    } finally {
      lines.send()
    }
  }
}
