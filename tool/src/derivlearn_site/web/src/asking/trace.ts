/** What a program did, line by line; `code/trace.py` says what each part means. */

type Values = Readonly<Record<string, string>>
/** A loop around a line: where it begins, which pass this is, and of how many, or 0. */
export type Loop = readonly [line: number, pass: number, passes: number]

export interface Step {
  readonly line?: number
  readonly left?: number
  readonly out?: string
  readonly pop?: number
  readonly call?: readonly string[]
  readonly set?: Values
  readonly gone?: readonly string[]
  readonly up?: Readonly<Record<string, Values>>
  readonly loops?: readonly Loop[]
  readonly taken?: 0 | 1
  readonly gives?: string
  readonly def?: string
  readonly fails?: 1
}

export interface Trace {
  readonly given: Values
  readonly steps: readonly Step[]
}

export interface Level {
  /** Nothing for the program itself. */
  readonly name: string
  readonly values: ReadonlyMap<string, string>
}

/** What is so after a step. */
export interface State {
  readonly levels: readonly Level[]
  readonly loops: readonly Loop[]
  /** All that has been printed, in characters. */
  readonly printed: number
}

/** Returns what is so before the first step, and after each. */
export function states({ given, steps }: Trace): readonly State[] {
  let state: State = { levels: [{ name: "", values: new Map(Object.entries(given)) }], loops: [], printed: 0 }
  return [state, ...steps.map((step) => (state = after(state, step)))]
}

function after({ levels: before, loops, printed }: State, step: Step): State {
  const { out = "", pop = 0, call = [], set = {}, gone = [], up = {} } = step
  const levels = [...before.slice(0, before.length - pop), ...call.map((name) => ({ name, values: new Map<string, string>() }))]
  const put = (depth: number, values: Values): void => {
    const level = levels[depth]
    if (level) levels[depth] = { ...level, values: new Map([...level.values, ...Object.entries(values)]) }
  }
  for (const [depth, values] of Object.entries(up)) put(+depth, values)
  const inner = levels.length - 1
  put(inner, set)
  const values = levels[inner]?.values as Map<string, string>
  for (const name of gone) values.delete(name)
  return { levels, loops: step.loops ?? loops, printed: printed + out.length }
}
