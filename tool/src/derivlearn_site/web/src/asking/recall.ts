/** Questions of earlier chapters that come back: the ones that were wrong, skipped, or long ago. */

import { update, today } from "../memory/store.js"
import { chapterOf, pageOf } from "../spine/place"
import { styled } from "../styled"
import style from "../styles/asking.css"
import { say } from "../texts"
import type { Texts } from "../texts"
import { json, texts, View } from "./asking.js"
import type { Question, Questions } from "./asking"
import { enliven } from "./live"
import type { Labels } from "./live"

// The page itself may ask nothing.
styled(style)

interface Block {
  readonly code: string
  readonly output: string
}

const made = (name: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(...children)
  return element
}

/** What another page has beside it, fetched once; nothing, where it has none. */
const pages = new Map<string, Promise<unknown>>()
function beside<T>(slug: string, name: string): Promise<T | undefined> {
  const address = `${pageOf(slug)}${name}`
  const known = pages.get(address) ?? json<T>(address)
  pages.set(address, known)
  return known.catch(() => {
    pages.delete(address)
    return undefined
  }) as Promise<T | undefined>
}

/** Returns the first questions that the book still has, with their code and their places. */
export async function questions(keys: readonly string[], most: number): Promise<HTMLElement[]> {
  const said = await texts()
  const slugs = [...new Set(keys.map((key) => key.split("#")[0] ?? ""))]
  const all = await Promise.all(slugs.map((slug) => beside<Questions>(slug, "questions.json")))
  if (all.every((each) => each === undefined)) throw new Error(slugs.join(", "))
  const found = keys.flatMap((key) => {
    const [slug = "", id = ""] = key.split("#")
    const question = all[slugs.indexOf(slug)]?.[id]
    return question ? [{ key, slug, id, question }] : []
  })
  const shown = await Promise.all(found.slice(0, most).map(({ key, slug, id, question }) => one(key, slug, id, question, said)))
  return shown.length > 0 ? shown.flat() : [made("p", "", say(said, "recall_none"))]
}

/** Returns a question with the code that it is about, as the page shows both. */
async function one(key: string, slug: string, id: string, question: Question, said: Texts): Promise<HTMLElement[]> {
  const blocks = question.covers ? await beside<Record<string, Block>>(slug, "blocks.json") : undefined
  const block = question.covers ? blocks?.[question.covers] : undefined
  const box = made("div", "dl-ask")
  box.id = `recall-${slug}-${id}`
  box.dataset["kind"] = question.kind
  if (block) box.dataset["covers"] = ""
  box.dataset["room"] = question.room
  const asked = made("p", "")
  asked.innerHTML = question.ask
  box.append(asked)
  if (question.answers) {
    const list = made("ul", "")
    for (const { label } of question.answers) list.appendChild(document.createElement("li")).innerHTML = label
    box.append(list)
  }
  enliven(box, { skip: said["ask_skip"], answer: said["ask_do"] } as unknown as Labels)
  const view = new View(box, question, said, ({ said }) => keepAgain(key, said))
  box.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button")
    if (button?.type === "button") view.act(button)
  })
  box.addEventListener("submit", (event) => {
    event.preventDefault()
    view.act(event.target as HTMLElement)
  })
  const link = made("a", "", say(said, "recall_place", { chapter: titleOf(slug) })) as HTMLAnchorElement
  link.href = `${pageOf(slug)}#ask-${id}`
  return [
    ...(block ? [listing("highlight", "", block.code)] : []),
    box,
    ...(block ? [listing("highlight output dl-covered", said["pages"] ?? "", block.output)] : []),
    made("p", "", link),
  ]
}

function listing(className: string, label: string, text: string): HTMLElement {
  const pre = made("pre", "", made("code", "", text))
  pre.tabIndex = 0
  return made("div", className, ...(label ? [made("p", "dl-output", label)] : []), pre)
}

/** The title of a chapter, as the navigation has it. */
function titleOf(slug: string): string {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".md-nav--primary a:has(.dl-number)")]
  const link = links.find((each) => chapterOf(each.pathname) === slug)?.cloneNode(true) as HTMLElement | undefined
  for (const each of link?.querySelectorAll(".dl-number, .dl-mark") ?? []) each.remove()
  return link?.textContent?.trim() || slug
}

/** Keeps the first answer of today, beside the one that was first of all. */
function keepAgain(key: string, said: string): void {
  const on = today()
  update((memory) => {
    const kept = memory.answers[key]
    if (!kept || kept.again?.on === on) return memory
    return { ...memory, answers: { ...memory.answers, [key]: { ...kept, again: { said, on } } } }
  })
}
