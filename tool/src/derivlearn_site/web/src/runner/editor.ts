/** The editor, loaded with the first Edit. */

import { defaultKeymap, indentLess, indentMore } from "@codemirror/commands"
import { python } from "@codemirror/lang-python"
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language"
import { EditorState, StateEffect, StateField } from "@codemirror/state"
import { Decoration, EditorView, drawSelection, keymap, lineNumbers, placeholder } from "@codemirror/view"
import type { DecorationSet, ViewUpdate } from "@codemirror/view"
import { tags } from "@lezer/highlight"
import { styled } from "../styled"
import style from "../styles/editor.css"

styled(style)

export interface Editor {
  readonly element: HTMLElement
  readonly code: string
  /** Puts other code in place, and tells nobody. */
  setCode(code: string): void
  /** Marks the line with the error, or none. */
  mark(line: number | null): void
  /** Takes the focus; `at` is where in the code. */
  focus(at?: number): void
  close(): void
}

interface Options {
  readonly code: string
  readonly label: string
  /** What stands where nothing has been written yet. */
  readonly empty: string
  /** Told of each change, and whether it takes away what may be wanted back. */
  readonly onChange: (much: boolean) => void
  readonly onRun: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onLeave: () => void
}

const color = (name: string): string => `var(--md-code-hl-${name}-color)`
const highlight = HighlightStyle.define([
  { tag: tags.keyword, color: color("keyword") },
  { tag: [tags.string, tags.special(tags.string)], color: color("string") },
  { tag: tags.number, color: color("number") },
  { tag: tags.comment, color: color("comment") },
  { tag: [tags.bool, tags.null], color: color("constant") },
  { tag: tags.function(tags.definition(tags.variableName)), color: color("function") },
])

const setError = StateEffect.define<number | null>()
const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setError)) {
        const { doc } = transaction.state
        if (effect.value === null || effect.value > doc.lines) return Decoration.none
        const line = Decoration.line({ class: "dl-editor__error" })
        return Decoration.set([line.range(doc.line(effect.value).from)])
      }
    return transaction.docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** So many characters are more than what one key takes away. */
const MUCH = 3

/** Returns how many characters a change takes away, and how many it brings. */
function extentOf({ changes }: ViewUpdate): { gone: number; come: number } {
  let [gone, come] = [0, 0]
  changes.iterChanges((from, to, start, end) => {
    gone = Math.max(gone, to - from)
    come += end - start
  })
  return { gone, come }
}

/** Returns the smallest change from one text to another, so that the cursor stays where it can. */
function changeOf(now: string, then: string): { from: number; to: number; insert: string } {
  let from = 0
  let end = 0
  const most = Math.min(now.length, then.length)
  while (from < most && now[from] === then[from]) from += 1
  while (end < most - from && now[now.length - 1 - end] === then[then.length - 1 - end]) end += 1
  return { from, to: now.length - end, insert: then.slice(from, then.length - end) }
}

export function openEditor({ code, label, empty, onChange, onRun, onUndo, onRedo, onLeave }: Options): Editor {
  const does = (act: () => void) => (): boolean => (act(), true)
  let silent = false
  let writing = false
  const change = (update: ViewUpdate): void => {
    const { gone, come } = extentOf(update)
    // An input method writes each word many times over.
    const much = !update.view.composing && (gone > MUCH || (gone > 0 && (writing || come > 0)))
    writing = come > 0
    onChange(much)
  }
  const view = new EditorView({
    state: EditorState.create({
      doc: code,
      extensions: [
        lineNumbers(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        python(),
        syntaxHighlighting(highlight),
        errorLine,
        empty ? placeholder(empty) : [],
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) change(update)
        }),
        // What a phone asks for by itself, with a gesture or a menu.
        EditorView.domEventHandlers({
          beforeinput: ({ inputType }) =>
            inputType === "historyUndo" ? does(onUndo)() : inputType === "historyRedo" && does(onRedo)(),
        }),
        keymap.of([
          { key: "Mod-Enter", run: does(onRun) },
          { key: "Mod-z", run: does(onUndo), preventDefault: true },
          { key: "Mod-y", mac: "Mod-Shift-z", run: does(onRedo), preventDefault: true },
          { key: "Mod-Shift-z", run: does(onRedo), preventDefault: true },
          { key: "Escape", run: does(onLeave) },
          // Tab indents; Esc is the way out for those who use the keyboard alone.
          { key: "Tab", run: indentMore, shift: indentLess },
          ...defaultKeymap,
        ]),
      ],
    }),
  })
  return {
    element: view.dom,
    get code() {
      return view.state.doc.toString()
    },
    setCode(text) {
      silent = true
      const changes = changeOf(view.state.doc.toString(), text)
      view.dispatch({ changes, selection: { anchor: changes.from + changes.insert.length }, scrollIntoView: true })
      silent = false
    },
    mark: (line) => view.dispatch({ effects: setError.of(line) }),
    focus(at) {
      if (at !== undefined) view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) } })
      view.focus()
    },
    close: () => view.destroy(),
  }
}
