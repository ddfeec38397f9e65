/** What is used of MicroPython, which brings no types of its own. */

declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  interface MicroPython {
    readonly FS: {
      mkdir(path: string): void
      writeFile(path: string, text: string): void
    }
    runPython(code: string): unknown
    pyimport(name: "begin"): { run(before: string, code: string): void }
  }

  export function loadMicroPython(options: {
    /** Where its code lies. */
    readonly url: string
    /** In bytes. */
    readonly heapsize: number
    readonly linebuffer: boolean
    /** Without a buffer it is given byte by byte. */
    readonly stdout: (bytes: Uint8Array) => void
  }): Promise<MicroPython>
}
