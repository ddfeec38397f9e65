/** The editor, loaded with the first Edit. */

import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands"
import { python } from "@codemirror/lang-python"
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language"
import { EditorState, StateEffect, StateField } from "@codemirror/state"
import { Decoration, EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view"
import type { DecorationSet } from "@codemirror/view"
import { tags } from "@lezer/highlight"

export interface Editor {
  readonly element: HTMLElement
  readonly code: string
  setCode(code: string): void
  /** Marks the line with the error, or none. */
  mark(line: number | null): void
  focus(): void
  close(): void
}

interface Options {
  readonly code: string
  readonly label: string
  readonly onChange: () => void
  readonly onRun: () => void
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

export function openEditor({ code, label, onChange, onRun, onLeave }: Options): Editor {
  const run = (): boolean => (onRun(), true)
  const leave = (): boolean => (onLeave(), true)
  const view = new EditorView({
    state: EditorState.create({
      doc: code,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        python(),
        syntaxHighlighting(highlight),
        errorLine,
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange()
        }),
        keymap.of([
          { key: "Mod-Enter", run },
          { key: "Escape", run: leave },
          // Tab indents; Esc is the way out for those who use the keyboard alone.
          { key: "Tab", run: indentMore, shift: indentLess },
          ...historyKeymap,
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
    setCode: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (line) => view.dispatch({ effects: setError.of(line) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
