/** A link that carries code in its fragment: `#block-3~<code>`. It never runs it. */

/** How much code a link carries, in characters: what any browser's address bar takes. */
export const LONGEST = 20_000
const MOST_BYTES = 4 * LONGEST // of UTF-8

const LINK = /^#((?:block|cell)-[\w-]+)~([\w-]+)$/

/** Returns the id of the block that a fragment carries code for. */
export const blockOfLink = (hash: string): string | undefined => LINK.exec(hash)?.[1]

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/** Unpacks no more than a link may carry: some bytes can be the whole of a gigabyte. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader()
  const all: number[] = []
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (all.length + (value?.length ?? 0) > MOST_BYTES) throw new Error("the code of the link is too long")
    for (const byte of value ?? []) all.push(byte)
  }
  return Uint8Array.from(all)
}

export async function fragmentOf(block: string, code: string): Promise<string> {
  const bytes = await packed(new TextEncoder().encode(code))
  const base64 = btoa(String.fromCharCode(...bytes))
  return `#${block}~${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`
}

/** Returns the code of a fragment, or nothing where it is damaged. */
export async function codeOf(hash: string): Promise<string | undefined> {
  const base64 = LINK.exec(hash)?.[2]
  if (!base64) return undefined
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const code = await unpacked(bytes)
    return new TextDecoder("utf-8", { fatal: true }).decode(code)
  } catch {
    return undefined
  }
}
