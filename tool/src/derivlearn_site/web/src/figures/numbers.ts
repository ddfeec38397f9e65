/** Numbers as the pictures and the pages write them: as `svg.py` and Python itself. */

import constants from "../../../figures/constants.json"

const WIDEST = 16
/** So many decimals has a number at most where there is no room for more. */
const { decimals: DECIMALS } = constants

const signed = (text: string): string => text.replaceAll("-", "−")

/** Lays digits out as Python does: an exponent of two digits at least, where it needs one. */
function layOut(digits: string, exponent: number, widest: number): string {
  if (exponent < -4 || exponent >= widest) {
    const rest = digits.slice(1)
    const sign = exponent < 0 ? "-" : "+"
    const power = String(Math.abs(exponent)).padStart(2, "0")
    return `${digits[0]}${rest && `.${rest}`}e${sign}${power}`
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`
  const whole = digits.padEnd(exponent + 1, "0")
  const fraction = whole.slice(exponent + 1)
  return whole.slice(0, exponent + 1) + (fraction && `.${fraction}`)
}

/** Whether a number lies exactly in the middle between two with so many decimals; of tens, there are −1. */
const isMiddle = (value: number, decimals: number): boolean =>
  Math.abs(value * 2 ** (decimals + 1)) % 2 === 1 && (decimals >= 0 || value % 5 ** -decimals === 0)

/** Rounds as Python does: from the middle to the even one, where JavaScript has taken the larger one. */
const even = (written: string, value: number, decimals: number): string =>
  isMiddle(value, decimals) ? written.replace(/^([^e]*)([13579])(?=e|$)/, (_, start: string, last: string) => start + (Number(last) - 1)) : written

/** A number in so many digits, with its exponent: 1.50e+3. */
const scientific = (value: number, digits: number): string =>
  even(value.toExponential(digits - 1), value, digits - 1 - Number(value.toExponential().split("e")[1]))

/** A number with so many decimals, as JavaScript would write it. */
const decimal = (value: number, decimals: number): string => even(value.toFixed(decimals), value, decimals)

/** A number that has been rounded to so many decimals. */
export const round = (value: number, decimals: number): number => Number(decimal(value, decimals))

/** A coordinate, which has two decimals at most. */
export const coordinate = (value: number): string => String(round(value, 2))

function written(value: number, scientific: string, widest: number): string {
  if (value === 0) return "0"
  const [, sign = "", first = "", rest = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e(.+)$/.exec(scientific) ?? []
  return signed(sign + layOut((first + rest).replace(/0+$/, "") || first, Number(exponent), widest))
}

/** The shortest decimal that is this float, as Python prints it, without a final `.0`. */
export const exact = (value: number): string => written(value, value.toExponential(), WIDEST)

/** A number in ten digits at most: what rounding has done to the last ones is left out. */
export const precise = (value: number): string => written(value, scientific(value, 10), WIDEST)

/** A short number, with six digits at most: `%g`. */
export const plain = (value: number): string => written(value, scientific(value, 6), 6)

/** A number in three digits at most, for where there is little room. */
export const brief = (value: number): string => plain(Number(scientific(value, 3)))

/** A number for where there is hardly any room: all of its whole part, or three digits and four decimals at most. */
export function compact(value: number): string {
  const power = Math.floor(Math.log10(Math.abs(Number(scientific(value, 6)))))
  if (value === 0 || (power >= -3 && power < 5)) return rounded(value, value === 0 ? 0 : Math.min(4, Math.max(0, 2 - power)))
  return signed(scientific(value, 2).replace(".0", ""))
}

/** A number with so many decimals, and a 0 without a sign. */
export const fixed = (value: number, decimals: number): string => signed(decimal(value, decimals).replace(/^-(?=[0.]+$)/, ""))

/** A short number with so many decimals at most. */
export const rounded = (value: number, decimals = DECIMALS): string => plain(round(value, decimals))

/** A number behind a sign: a negative one is in brackets. */
export const behind = (value: number, write = exact): string => (value < 0 ? `(${write(value)})` : write(value))

/** A difference quotient with its numbers; 0 ÷ 0 is left as it is. */
export function quotient([above, below]: readonly [number, number], [end, start]: readonly [number, number]): string {
  const [rise, run] = [above - below, end - start]
  const parts = [`(${exact(above)} − ${behind(below)}) ÷ (${exact(end)} − ${behind(start)})`, `${exact(rise)} ÷ ${behind(run)}`]
  return [...parts, ...(run === 0 ? [] : [exact(rise / run)])].join(" = ")
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** A fraction, or a whole number and one: 1/2, −1 1/2. */
const FRACTION = /^([+-]?)(?:(\d+) +)?(\d+)\/(\d+)$/

/** Reads a number as people write it: −3, ー３, 0,5, 1,000, 1/2, ½, 1e-5. */
export function read(text: string): number | undefined {
  // What input methods write for a minus, a point and a comma.
  const signs: readonly (readonly [RegExp, string])[] = [[/[‐‑‒–—−ー]/g, "-"], [/[。]/g, "."], [/[、]/g, ","], [/⁄/g, "/"]]
  const plainText = signs.reduce((read, [signs, sign]) => read.replace(signs, sign), text.replace(/[¼-¾⅐-⅞]/g, " $&").normalize("NFKC")).trim()
  const [, sign, whole = "0", above, below] = FRACTION.exec(plainText) ?? []
  if (above !== undefined) {
    const size = Number(whole) + Number(above) / Number(below)
    return Number.isFinite(size) ? (sign === "-" ? -size : size) : undefined
  }
  // Three digits behind a comma are thousands, unless nothing but a 0 stands before it.
  const written = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.|$)/.test(plainText) ? plainText.replaceAll(",", "") : plainText.replace(/^([^,.]*),([^,.]*)$/, "$1.$2")
  const value = DECIMAL.test(written) ? Number(written) : NaN
  return Number.isFinite(value) ? value : undefined
}

/** Several numbers by their names, all written in that way. */
export const writeEach = (values: Readonly<Record<string, number>>, write: (value: number) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]))

/** The lowest and the highest value. */
export const ends = (values: readonly number[]): [low: number, high: number] => [Math.min(...values), Math.max(...values)]

/** The one of the values that is closest. */
export const closest = (values: readonly number[], value: number): number =>
  values.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best))
