/** What a step did, in words. */

import { say as fill } from "../texts"
import type { Texts } from "../texts"
import type { State, Step } from "./trace"

/** Longer values stand in the list of variables alone. */
const LONGEST = 40

/** Returns a sentence for each thing that a step did, the line that did it first. */
export function happened(step: Step, before: State, now: State, texts: Texts): readonly string[] {
  const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string => fill(texts, `steps_${name}`, values)
  const { line = 0, left, out, pop = 0, call = [], set = {}, gone = [], up = {}, taken, gives, def, fails } = step
  if (left) return [say("left", { steps: left }), ...printed(out, say)]
  const told = [say("line", { line })]
  if (def) told.push(say("defines", { name: def }))
  const ended = pop ? (before.levels.at(-pop)?.name ?? "") : ""
  if (ended) told.push(say("back_from", { name: ended }))
  for (const name of call) told.push(say("calls", { name }))
  const depth = now.levels.length - 1
  for (const [at, values] of [...Object.entries(up), [String(depth), set] as const]) {
    // A function that was just called has nothing from before.
    const old = +at < before.levels.length - pop ? before.levels[+at]?.values : undefined
    for (const [name, value] of Object.entries(values)) {
      const was = old?.get(name)
      const isShort = value.length <= LONGEST && (was ?? "").length <= LONGEST
      told.push(isShort ? say(was === undefined ? "sets" : "changes", { name, value, was: was ?? "" }) : say("other", { name }))
    }
  }
  for (const name of gone) told.push(say("gone", { name }))
  const loop = now.loops.find(([first]) => first === line)
  const wasLoop = before.loops.some(([first]) => first === line)
  if (taken && loop) told.push(say(loop[2] ? "begins" : "begins_open", { pass: loop[1], passes: loop[2] }))
  else if (taken !== undefined) told.push(say(taken ? "into" : wasLoop ? "over" : "past"))
  if (gives !== undefined) told.push(gives.length <= LONGEST ? say("gives", { value: gives }) : say("gives_more"))
  told.push(...printed(out, say))
  if (fails) told.push(say("fails"))
  return told
}

const printed = (out: string | undefined, say: (name: string, values: Readonly<Record<string, string>>) => string): string[] =>
  out?.trim() ? [say("prints", { text: out.trim().replace(/\s*\n\s*/g, " / ") })] : []
