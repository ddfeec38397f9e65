/** A link that carries code in its fragment: `#block-3~<code>`. It never runs it. */

const LINK = /^#(block-\d+)~(.*)$/

/** Nobody sends more code than this; a short link can unpack to any length. */
const LONGEST = 1_000_000

/** Returns the id of the block that a fragment carries code for. */
export const blockOfLink = (hash: string): string | undefined => LINK.exec(hash)?.[1]

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (let length = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    chunks.push(value)
    length += value.length
    if (length > LONGEST) throw new RangeError("too long")
  }
}

export async function fragmentOf(block: string, code: string): Promise<string> {
  const packed = await through(new TextEncoder().encode(code), new CompressionStream("deflate-raw"))
  // One by one: a call takes only so many arguments.
  const base64 = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""))
  return `#${block}~${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`
}

/** Returns the code of a fragment, or nothing where it is damaged. */
export async function codeOf(hash: string): Promise<string | undefined> {
  const packed = LINK.exec(hash)?.[2]
  if (!packed) return undefined
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const code = await through(bytes, new DecompressionStream("deflate-raw"))
    return new TextDecoder("utf-8", { fatal: true }).decode(code)
  } catch {
    return undefined
  }
}
