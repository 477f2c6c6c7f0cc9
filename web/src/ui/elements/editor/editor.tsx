// SPDX-License-Identifier: EUPL-1.2
/**
 * Where a letter is written: a plain text area that grows, and that tells no spelling service a word.
 *
 * Spelling help is off until the person turns it on, because some browsers send what is typed to
 * their maker.
 */
import type { ComponentChildren } from "preact"
import { useId, useState } from "preact/hooks"
import { say } from "../../language.ts"
import { Tick } from "../choice/choice.tsx"
import "./editor.css"

export type EditorProperties = {
  readonly label: string
  readonly hint?: string
  readonly text: string
  readonly language: string
  readonly onWrite: (text: string) => void
  /** Stands right under the words: whether they are saved. */
  readonly children?: ComponentChildren
}

const PRIVATE = { autocomplete: "off", "data-gramm": "false", "data-lt-active": "false" } as unknown as {
  readonly autocomplete: "off"
}

export function Editor({ label, hint, text, language, onWrite, children }: EditorProperties) {
  const id = useId()
  const [spelling, setSpelling] = useState(false)
  return (
    <div class="editor">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="editor-paper">
        <textarea
          id={id}
          class="editor-text"
          rows={12}
          value={text}
          lang={language}
          dir="auto"
          translate={false}
          spellcheck={spelling}
          aria-describedby={hint && `${id}-hint`}
          onInput={(event) => onWrite(event.currentTarget.value)}
          {...PRIVATE}
        />
      </div>
      {children}
      <Tick label={say("editor-spelling")} ticked={spelling} onTick={setSpelling} />
      {spelling && <p class="field-hint">{say("editor-spelling-hint")}</p>}
    </div>
  )
}
