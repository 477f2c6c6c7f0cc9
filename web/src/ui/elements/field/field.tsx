// SPDX-License-Identifier: EUPL-1.2
/** One thing to write: a label above, a hint under it, and what is missing said in words next to it. */
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import "./field.css"

export type FieldProperties = {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what was written, and what to do. */
  readonly problem?: string | undefined
  readonly value: string
  readonly onWrite: (value: string) => void
  /** Several lines. */
  readonly lines?: number
  /** Codes: fixed width, no capitals put in by the keyboard. */
  readonly code?: boolean
  readonly type?: "text" | "password" | "date"
  readonly min?: string
}

/** Nothing typed here goes to a spelling service, a translator or a password store. */
const PRIVATE = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "none",
  spellcheck: false,
  translate: false,
  "data-gramm": "false",
  "data-lt-active": "false",
} as unknown as { readonly autocomplete: "off"; readonly spellcheck: false }

/** The types know one kind of field at a time; the browser does not mind. */
function asText(type: "text" | "password" | "date"): { readonly type: "text" } {
  return { type: type as "text" }
}

type AroundProperties = Pick<FieldProperties, "label" | "hint" | "problem"> & {
  readonly id: string
  readonly children: ComponentChildren
}

/** A label above, a hint and what is wrong under it, around any control. */
export function Around({ id, label, hint, problem, children }: AroundProperties) {
  return (
    <div class={problem ? "field field-troubled" : "field"}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}

/** What explains a field, and whether something is wrong with it, for who does not see it. */
export function described(id: string, { hint, problem }: Pick<FieldProperties, "hint" | "problem">) {
  const by = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ")
  return {
    ...(by ? { "aria-describedby": by } : {}),
    ...(problem ? { "aria-invalid": true } : {}),
  }
}

export function Field(properties: FieldProperties) {
  const { label, hint, problem, value, onWrite, lines, code, type = "text", min } = properties
  const id = useId()
  const shared = {
    id,
    value,
    class: code ? "field-input field-code" : "field-input",
    ...described(id, properties),
    ...PRIVATE,
  }
  return (
    <Around id={id} label={label} hint={hint} problem={problem}>
      {lines === undefined ? (
        <input
          {...shared}
          {...asText(type)}
          {...(min === undefined ? {} : { min })}
          onInput={(event) => onWrite(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => onWrite(event.currentTarget.value)} />
      )}
    </Around>
  )
}
