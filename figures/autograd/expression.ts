/** Reads an expression as Python reads it, and says in words what it cannot read. */

import { SUPERSCRIPTS } from "toolkit"

/** A number, a name, or an operation on others. */
export type Tree = number | string | Operated

export interface Operated {
  readonly operation: Operation
  readonly operands: readonly Tree[]
}

export const FUNCTIONS = ["exp", "log", "tanh", "sigmoid", "relu"] as const
export type Operation = "+" | "-" | "*" | "/" | "**" | "negative" | (typeof FUNCTIONS)[number]

export type Values = Readonly<Record<string, string | number>>

/** What is wrong, in sentences: texts of the page, each with its values. */
export class Mistake extends Error {
  readonly sentences: readonly (readonly [text: string, values: Values])[]

  constructor(...sentences: readonly (readonly [text: string, values?: Values])[]) {
    super(sentences.map(([text]) => text).join(", "))
    this.sentences = sentences.map(([text, values = {}]) => [text, values])
  }
}

const LONGEST = 200
/** Of what a reader has written by mistake, as much as this is said. */
const SAID = 12

type Kind = "number" | "name" | "sign" | "raised" | "strange" | "end"

interface Token {
  readonly kind: Kind
  readonly text: string
  /** Its place, counted from 1. */
  readonly at: number
}

const RAISED = `⁻${SUPERSCRIPTS}`
const SIGNS: Readonly<Record<string, string>> = { "×": "*", "·": "*", "⋅": "*", "・": "*", "÷": "/", "−": "-", "–": "-", "ー": "-" }
const TOKEN = new RegExp(
  [
    String.raw`\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)`,
    String.raw`(?<name>\p{L}[\p{L}\p{Nd}_]*)`,
    String.raw`(?<sign>\*\*|[-+*/^()])`,
    `(?<raised>[${RAISED}]+)`,
    String.raw`(?<strange>\S)|(?<end>$))`,
  ].join("|"),
  "uy",
)

/** Whatever width and whatever sign was typed; each character stays in its place. */
const plain = (text: string): string =>
  [...text.toLowerCase()].map((each) => (RAISED.includes(each) ? each : each.normalize("NFKC"))).map((each) => SIGNS[each] ?? each).join("")

function* tokens(text: string): Generator<Token> {
  const pattern = new RegExp(TOKEN)
  for (;;) {
    const found = pattern.exec(text)
    const [kind, word] = Object.entries(found?.groups ?? {}).find(([, each]) => each !== undefined) ?? ["end", ""]
    yield { kind: kind as Kind, text: word, at: [...text.slice(0, pattern.lastIndex - word.length)].length + 1 }
    if (kind === "end") return
  }
}

/** Reads an expression of the names; a mistake says where it is, and what was expected. */
export function parse(written: string, names: readonly string[]): Tree {
  const text = plain(written)
  if ([...text].length > LONGEST) throw new Mistake(["too-long", { longest: LONGEST }])
  const all = [...tokens(text)]
  let place = 0
  const now = (): Token => all[Math.min(place, all.length - 1)] as Token

  const takes = (...signs: readonly string[]): string | undefined => {
    const { kind, text: sign } = now()
    if (kind !== "sign" || !signs.includes(sign)) return undefined
    place += 1
    return sign
  }
  const stopped = (wanted: string, values: Values = {}): Mistake => {
    const { kind, text: found, at } = now()
    return new Mistake(kind === "end" ? ["stopped-at-end"] : ["stopped", { at, found: found.slice(0, SAID) }], [wanted, values])
  }

  const sum = (): Tree => chain(product, { "+": "+", "-": "-" })
  const product = (): Tree => chain(signed, { "*": "*", "/": "/" })
  function chain(part: () => Tree, operations: Readonly<Record<string, Operation>>): Tree {
    let tree = part()
    for (;;) {
      const operation = operations[takes(...Object.keys(operations)) ?? ""]
      if (!operation) return tree
      tree = { operation, operands: [tree, part()] }
    }
  }
  const signed = (): Tree => (takes("-") ? { operation: "negative", operands: [signed()] } : power())
  /** Powers bind more tightly than a minus before them, and less than one behind: -x ** -2. */
  function power(): Tree {
    let base = atom()
    for (; now().kind === "raised"; place += 1) {
      base = { operation: "**", operands: [base, Number(now().text.normalize("NFKC").replace("−", "-"))] }
    }
    return takes("**", "^") ? { operation: "**", operands: [base, signed()] } : base
  }
  function atom(): Tree {
    const token = now()
    if (token.kind === "number") {
      place += 1
      if (!Number.isFinite(Number(token.text))) throw new Mistake(["too-large", { step: token.text.slice(0, SAID) }])
      return Number(token.text)
    }
    if (token.kind === "name") return named(token.text)
    if (!takes("(")) throw stopped("want-operand")
    return closed()
  }
  function named(name: string): Tree {
    const operation = FUNCTIONS.find((each) => each === name)
    if (!operation && !names.includes(name)) throw new Mistake(["unknown", { name: name.length > SAID ? `${name.slice(0, SAID)}…` : name }])
    place += 1
    if (!operation) return name
    if (!takes("(")) throw stopped("want-opening", { name })
    return { operation, operands: [closed()] }
  }
  function closed(): Tree {
    const inside = sum()
    if (!takes(")")) throw stopped("want-closing")
    return inside
  }

  const tree = sum()
  if (now().kind !== "end") throw stopped("want-operator")
  return tree
}
