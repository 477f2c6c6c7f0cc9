// SPDX-License-Identifier: EUPL-1.2
/** The same words in another language or form: written by a mediator, or by an interpreter who was let in to them. */
import { useState } from "preact/hooks"
import type { MadeFrom, ToMake } from "../../relay/making.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { say } from "../language.ts"
import { LookOver } from "./look-over.tsx"
import type { Sending } from "./sending.ts"
import { WrittenIn } from "./written-in.tsx"

export type RenditionFormProperties = {
  readonly from: MadeFrom
  readonly caseId: string
  /** The language in which somebody is most likely to write. */
  readonly language: string
  readonly sending: Sending
}

type Typed = { readonly text: string; readonly language: string; readonly contentNote: string }

export function RenditionForm({ from, caseId, language, sending }: RenditionFormProperties) {
  const [typed, setTyped] = useState<Typed>({ text: "", language, contentNote: "" })
  const [asked, setAsked] = useState(false)
  const [looking, setLooking] = useState(false)
  const missing = { text: typed.text.trim() === "", what: typed.contentNote.trim() === "" }
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const proceed = () => {
    setAsked(true)
    if (!missing.text && !missing.what) setLooking(true)
  }
  if (looking) {
    const toMake: ToMake = { case: caseId, kind: "rendition", from, ...typed }
    return (
      <LookOver
        toMake={toMake}
        sending={sending}
        label={say("making-form-words")}
        about={say("making-form-about")}
        go={say("making-form-send")}
        onBack={() => setLooking(false)}
      />
    )
  }
  return (
    <Form onSend={proceed} label={say("making-form-title")}>
      <Field
        label={say("making-form-what")}
        hint={say("making-form-what-hint")}
        problem={asked && missing.what ? say("making-form-what-missing") : undefined}
        value={typed.contentNote}
        onWrite={(contentNote) => change({ contentNote })}
      />
      <WrittenIn value={typed.language} onChoose={(chosen) => change({ language: chosen })} />
      <Field
        label={say("making-form-label")}
        hint={say("making-form-hint")}
        problem={asked && missing.text ? say("making-empty") : undefined}
        lines={14}
        value={typed.text}
        onWrite={(text) => change({ text })}
      />
      <div class="row">
        <Button kind="main" ends>
          {say("making-look")}
        </Button>
      </div>
    </Form>
  )
}
