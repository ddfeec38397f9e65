/** Which lines of two texts differ. */

export interface Line {
  readonly text: string
  readonly mark: "same" | "new" | "gone"
}

/** More lines than this are compared one by one, not by their longest common part. */
const LIMIT = 400

/** Returns the lines of `now`, with those that only `before` had among them. */
export function difference(before: string, now: string): Line[] {
  const a = linesOf(before)
  const b = linesOf(now)
  if (a.length > LIMIT || b.length > LIMIT)
    return b.map((text, i) => ({ text, mark: text === a[i] ? "same" : "new" }))
  // common[i][j]: how many lines a[i…] and b[j…] have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: Line[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [old, text] = [a[i], b[j]]
    if (old !== undefined && old === text) {
      lines.push({ text, mark: "same" })
      i++, j++
    } else if (old !== undefined && (text === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ text: old, mark: "gone" })
      i++
    } else if (text !== undefined) {
      lines.push({ text, mark: "new" })
      j++
    }
  }
  return lines
}

/** How many numbers are told one by one. */
const FEW = 3
const NUMBER = /[-−+]?(?:\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?|\binf\b|\bnan\b)/gi

/** Returns the numbers in which two texts differ, where they are few and all else is the same. */
export function numbersApart(before: string, now: string): { readonly now: string; readonly page: string }[] {
  const words = (text: string): string => text.replace(NUMBER, "0").replace(/[ \t]+/g, " ")
  if (words(before) !== words(now)) return []
  const old = before.match(NUMBER) ?? []
  const pairs = (now.match(NUMBER) ?? []).map((number, i) => ({ now: number, page: old[i] ?? "" }))
  const apart = pairs.filter((pair) => pair.now !== pair.page)
  return apart.length <= FEW ? apart : []
}

export const linesOf = (text: string): string[] => text.replace(/\n$/, "").split("\n")
