// SPDX-License-Identifier: EUPL-1.2
/** A key file and its words: chosen and typed here, kept after a refusal, which is told in the office's own words. */
import { useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { KeyFileGiven } from "../../relay/office.ts"
import { Tick } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { FileChoice } from "../elements/file/file.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"

export type KeyFileTyped = { readonly file: File | null; readonly words: string }

export const NOTHING_TYPED: KeyFileTyped = { file: null, words: "" }

/** Read what was chosen; null: something is missing. */
export async function givenOf({ file, words }: KeyFileTyped): Promise<KeyFileGiven | null> {
  if (file === null || words.trim() === "") return null
  return { content: new Uint8Array(await file.arrayBuffer()), words }
}

export type KeyFileFieldsProperties = {
  readonly typed: KeyFileTyped
  readonly onType: (typed: KeyFileTyped) => void
  /** True once somebody tried: what is missing is said. */
  readonly asked: boolean
  readonly label: string
  readonly hint: string
}

export function KeyFileFields({ typed, onType, asked, label, hint }: KeyFileFieldsProperties) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <FileChoice
        label={label}
        hint={hint}
        onChoose={(file) => onType({ ...typed, file })}
        problem={asked && typed.file === null ? say("office-door-missing-file") : undefined}
      />
      <div class="stack near">
        <Field
          label={say("office-door-words")}
          hint={say("sign-in-words-hint")}
          type={shown ? "text" : "password"}
          value={typed.words}
          onWrite={(words) => onType({ ...typed, words })}
          problem={asked && typed.words.trim() === "" ? say("office-door-missing-words") : undefined}
        />
        <Tick label={say("sign-in-show")} ticked={shown} onTick={setShown} />
      </div>
    </>
  )
}

/** Refusals that mean something else at a key file than elsewhere. */
const OWN = [
  "commitment-wrong",
  "malformed",
  "wrong-shape",
  "too-large",
  "not-allowed",
  "not-vouched",
] as const

export function KeyFileTrouble({ code }: { readonly code: ErrorCode | null }) {
  const own = OWN.find((one) => one === code)
  if (own === undefined) return <Trouble code={code} />
  return <Notice tone="trouble" live="now" title={say(`office-key-${own}`)} />
}
