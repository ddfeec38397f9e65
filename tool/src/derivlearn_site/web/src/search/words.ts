/** What counts as a word, in any script, and which words count as the same. */

/** Folds case and width, one character for one, so that places stay the same. */
export const fold = (text: string): string =>
  text.replace(/[^ -@[-`{-~\u3040-\u30ff\u4e00-\u9fff]/g, (char) => {
    const folded = char.normalize("NFKC").toLowerCase()
    return folded.length === char.length ? folded : char
  })

/** Makes a query of what was typed: whole characters, and formulas as the pages have them. */
export const typed = (text: string): string =>
  fold(text.normalize("NFKC"))
    .replace(/(?<=\w)(\^|\*\*)(?=\w)/g, "")
    .replace(/(?<=\b[a-z])'(?!\w)/g, "′")
    .trim()

/** A number, a sign, a word in katakana, Japanese without spaces, or any other word. */
const PIECE =
  /\d+(?:\.\d+)+|[@∂∇∑⊙]|(?<katakana>[ァ-ヺー]+)|(?<japanese>[\p{sc=Han}々ぁ-ゖ]+)|(?:(?![\p{sc=Han}々ぁ-ゖァ-ヺー])[\p{L}\p{N}\p{M}])+(?:'(?=[a-z])[a-z]+|′+)?/gu

const HAN = /[\p{sc=Han}々]/u
const PARTICLE = /[のをはへにがでともや]/

/** Whether a word is letters with spaces around it, in whatever language. */
export const isSpelled = (word: string): boolean => /^[^ァ-ヺ\P{L}]+$/u.test(word)
export const isKatakana = (word: string): boolean => /^[ァ-ヺ]+$/.test(word)

/** Words that ask, but for nothing in particular. */
const ASKING_IN_JAPANESE =
  "なぜ|なに|どうして|どっち|どちら|とは|いつ|について|という|わかり|できない|ください|意味|方法|やり方|読み方|使い方|書き方|決め方|求め方|違い|理由|入門|解説"
const WITHIN = new RegExp(ASKING_IN_JAPANESE, "g")
const ASKING = new Set(
  `a|an|the|is|are|was|be|do|does|did|can|could|should|will|would|i|my|me|we|you|it|its|this|that|of|to|in|on|for|with|from|by|at|as|and|or|if|so|not|no|vs|versus|what|why|how|when|where|which|who|mean|means|meaning|explain|explained|explanation|example|tutorial|please|help|get|use|using|used|${ASKING_IN_JAPANESE}`.split(
    "|",
  ),
)

export const asksForNothing = (word: string): boolean => ASKING.has(word)

/** Takes from an English word its ending and what is only a matter of spelling. */
export function stem(word: string): string {
  word = word.replace(/'s$/, "")
  if (!/^[a-z]{4,}$/.test(word)) return word
  if (word.length > 6) word = word.replace(/is(?=(e[drs]?|ers?|ing|ations?)$)/, "iz")
  if (word.length > 5) word = word.replace(/our/, "or").replace(/tre$/, "ter")
  word = word
    .replace(/ies$/, "y")
    .replace(/trices$/, "trix")
    .replace(/(?<=ss|x|z|ch|sh|ias)es$|(?<![sui]|ia)s$/, "")
  const short = word
    .replace(/(?<=ion|ic)al(ly)?$/, "")
    .replace(/i(cation|ed)$/, "y")
    .replace(/iz(e[dr]?|ers?|ing|ation)$/, "")
    .replace(/(at(ion|ing|ed?|ive)|ion|ing|(?<=.{4})ive|ed?)$/, "")
  return short.length > 2 && /[aeiouy]/.test(short) ? short.replace(/([bdfgmnprt])\1$/, "$1") : word
}

/** Writes a word of katakana as others do, too: without the marks of long vowels. */
const sound = (word: string): string => word.replace(/(?<=.)ー/g, "").replace(/ヴ[ァィェォ]/g, "バ")

/** A word that can be looked up, and where it stands in the text. */
export interface Word {
  key: string
  start: number
  end: number
}

/** Yields those words of a folded text that have an end. */
export function* words(text: string): Generator<Word> {
  for (const { 0: piece, index: start, groups } of text.matchAll(PIECE))
    if (!groups?.["japanese"])
      yield { key: groups?.["katakana"] ? sound(piece) : stem(piece), start, end: start + piece.length }
}

/** What a query or a name is looked up by. */
export interface Feature {
  key: string
  /** Whether it is a word of its own; else it is found wherever its characters stand in a row. */
  whole: boolean
  /** The piece that it comes from. */
  piece: string
}

/** Splits a folded query or name into what it can be found by. */
export function features(text: string): Feature[] {
  const found = new Map<string, Feature>()
  for (const { 0: piece, groups } of text.replace(WITHIN, " $& ").matchAll(PIECE)) {
    const whole = !groups?.["japanese"]
    const keys = !whole ? parts(piece) : [groups?.["katakana"] ? sound(piece) : stem(piece)]
    for (const key of keys) if (!found.has(key)) found.set(key, { key, whole, piece })
  }
  return [...found.values()]
}

/**
 * Splits Japanese without spaces into overlapping pairs, which needs no dictionary.
 *
 * Of the kana, those count that belong to a kanji, and those that come first.
 */
function parts(run: string): string[] {
  if (ASKING.has(run)) return [run]
  const found = (/^[ぁ-ゖ]{2,}/.exec(run) ?? []).map((kana) => kana.replace(/(?<=..)[のをはにがでと]$/, ""))
  let covered = -1
  for (let i = 0; i < run.length; i++) {
    const [before = "", here = "", next = ""] = [run[i - 1], run[i], run[i + 1]]
    const joins = HAN.test(here)
      ? HAN.test(next) || (next && !PARTICLE.test(next))
      : HAN.test(before) && HAN.test(next) && !PARTICLE.test(here)
    if (joins) {
      found.push(here + next)
      covered = i + 1
    } else if (HAN.test(here) && covered < i) found.push(here)
  }
  return found
}

/** Turns katakana into hiragana. */
export const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 96))

/** Counts the letters that are wrong, missing, too many or swapped; no further than `most` + 1. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const at = (counts: number[], j: number): number => counts[j] ?? 0
  let before: number[] = []
  let row = [...Array(b.length + 1).keys()]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        at(row, j) + 1,
        at(next, j - 1) + 1,
        swapped && i > 1 && j > 1 ? at(before, j - 2) + 1 : Infinity,
      )
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return at(row, b.length)
}
