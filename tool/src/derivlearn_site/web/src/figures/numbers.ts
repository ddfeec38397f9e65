/** Numbers as the pictures and the pages write them. */

const WIDEST = 16

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

function written(value: number, scientific: string, widest: number): string {
  if (value === 0) return "0"
  const [, sign = "", first = "", rest = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e(.+)$/.exec(scientific) ?? []
  return signed(sign + layOut((first + rest).replace(/0+$/, "") || first, Number(exponent), widest))
}

/** The shortest decimal that is this float, as Python prints it, without a final `.0`. */
export const exact = (value: number): string => written(value, value.toExponential(), WIDEST)

/** A number in ten digits at most: what rounding has done to the last ones is left out. */
export const precise = (value: number): string => written(value, value.toExponential(9), WIDEST)

/** A short number, with six digits at most: `%g`. */
export const plain = (value: number): string => written(value, value.toExponential(5), 6)

/** A number in three digits at most, for where there is little room. */
export const brief = (value: number): string => plain(Number(value.toPrecision(3)))

/** A number for where there is hardly any room: all of its whole part, or three digits and four decimals at most. */
export function compact(value: number): string {
  const power = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(6)))))
  if (value === 0 || (power >= -3 && power < 5)) return rounded(value, value === 0 ? 0 : Math.min(4, Math.max(0, 2 - power)))
  return signed(value.toExponential(1).replace(".0", ""))
}

/** A number with so many decimals. */
export const fixed = (value: number, decimals: number): string => signed((Number(value.toFixed(decimals)) + 0).toFixed(decimals))

/** A short number with so many decimals at most. */
export const rounded = (value: number, decimals: number): string => plain(Number(value.toFixed(decimals)))

/** A number behind a sign: a negative one is in brackets. */
const behind = (value: number): string => (value < 0 ? `(${exact(value)})` : exact(value))

/** A difference quotient with its numbers; 0 ÷ 0 is left as it is. */
export function quotient([above, below]: readonly [number, number], [end, start]: readonly [number, number]): string {
  const [rise, run] = [above - below, end - start]
  const parts = [`(${exact(above)} − ${behind(below)}) ÷ (${exact(end)} − ${behind(start)})`, `${exact(rise)} ÷ ${behind(run)}`]
  return [...parts, ...(run === 0 ? [] : [exact(rise / run)])].join(" = ")
}

/** Reads what a reader has typed, with whatever minus and whatever width of digits. */
export function read(text: string): number | undefined {
  const plainText = text.normalize("NFKC").replaceAll("−", "-").trim()
  const value = Number(plainText)
  return plainText && Number.isFinite(value) ? value : undefined
}

/** The one of the values that is closest. */
export const closest = (values: readonly number[], value: number): number =>
  values.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best))
