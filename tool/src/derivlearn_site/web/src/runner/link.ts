/** A link that carries code in its fragment: `#block-3~<code>`. It never runs it. */

const LINK = /^#(block-\d+)~([\w-]+)$/

/** Returns the id of the block that a fragment carries code for. */
export const blockOfLink = (hash: string): string | undefined => LINK.exec(hash)?.[1]

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

export async function fragmentOf(block: string, code: string): Promise<string> {
  const packed = await through(new TextEncoder().encode(code), new CompressionStream("deflate-raw"))
  const base64 = btoa(String.fromCharCode(...packed))
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
