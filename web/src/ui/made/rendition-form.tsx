// SPDX-License-Identifier: EUPL-1.2
/** The same words in another language or form: written by a mediator, or by an interpreter who was let in to them. */
import { useState } from "preact/hooks"
import { CAPTIONS } from "../../locales/captions.ts"
import type { MadeFrom, ToMake } from "../../relay/making.ts"
import type { Spoken } from "../../relay/spoken.ts"
import { captionsFrom } from "../../review/captioning.ts"
import { CaptionsError, type Cue } from "../../review/captions.ts"
import { Button } from "../elements/button/button.tsx"
import type { CaptioningProperties } from "../elements/captioning/captioning.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import type { Remote } from "../elements/player/remote.ts"
import { say } from "../language.ts"
import { lazily } from "../lazy.tsx"
import { LookOver } from "./look-over.tsx"
import { ReadAloud } from "./read-aloud.tsx"
import type { Sending } from "./sending.ts"
import { WrittenIn } from "./written-in.tsx"

const Captioning = lazily<CaptioningProperties>([CAPTIONS], () =>
  import("../elements/captioning/captioning.tsx").then((module) => module.Captioning),
)

export type RenditionFormProperties = {
  readonly from: MadeFrom
  readonly caseId: string
  /** The language in which somebody is most likely to write. */
  readonly language: string
  readonly sending: Sending
  /** A hand on the film that stands beside it; null where there is none, and so no captions. */
  readonly remote: Remote | null
}

type Typed = {
  readonly text: string
  readonly cues: readonly Cue[]
  readonly spoken: Spoken | null
  readonly language: string
  readonly contentNote: string
}

type Asked = { readonly missing: boolean; readonly what: boolean; readonly fault: CaptionsError | null }

const NOT_ASKED: Asked = { missing: false, what: false, fault: null }

/** What stands in the way of looking it over. */
function judge({ text, contentNote, cues, spoken }: Typed, lasts: number | undefined): Asked {
  const what = contentNote.trim() === ""
  try {
    const nothing = text.trim() === "" && captionsFrom(cues, lasts) === null && spoken === null
    return { missing: nothing, what, fault: null }
  } catch (error) {
    if (!(error instanceof CaptionsError)) throw error
    return { missing: false, what, fault: error }
  }
}

export function RenditionForm(properties: RenditionFormProperties) {
  const { from, caseId, language, sending } = properties
  const [typed, setTyped] = useState<Typed>({ text: "", cues: [], spoken: null, language, contentNote: "" })
  const [asked, setAsked] = useState(NOT_ASKED)
  const [looking, setLooking] = useState(false)
  const lasts = from.lasts ?? undefined
  const proceed = () => {
    const found = judge(typed, lasts)
    setAsked(found)
    setLooking(!found.missing && !found.what && found.fault === null)
  }
  if (looking) {
    const { cues, ...words } = typed
    const captions = captionsFrom(cues, lasts)
    const toMake: ToMake = { case: caseId, kind: "rendition", from, ...words, captions }
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
      <Writing
        {...properties}
        typed={typed}
        asked={asked}
        onType={(part) => setTyped((before) => ({ ...before, ...part }))}
      />
      <div class="row">
        <Button kind="main" ends>
          {say("making-look")}
        </Button>
      </div>
    </Form>
  )
}

type WritingProperties = Pick<RenditionFormProperties, "remote"> & {
  readonly typed: Typed
  readonly asked: Asked
  readonly onType: (part: Partial<Typed>) => void
}

function Writing({ remote, typed, asked, onType }: WritingProperties) {
  return (
    <>
      <Field
        label={say("making-form-what")}
        hint={say("making-form-what-hint")}
        problem={asked.what ? say("making-form-what-missing") : undefined}
        value={typed.contentNote}
        onWrite={(contentNote) => onType({ contentNote })}
      />
      <WrittenIn value={typed.language} onChoose={(language) => onType({ language })} />
      {remote !== null && (
        <Captioning
          remote={remote}
          cues={typed.cues}
          onChange={(cues) => onType({ cues })}
          fault={asked.fault}
        />
      )}
      <ReadAloud spoken={typed.spoken} onChange={(spoken) => onType({ spoken })} />
      <Field
        label={say(remote === null ? "making-form-label" : "making-form-label-film")}
        hint={say(remote === null ? "making-form-hint" : "making-form-hint-film")}
        problem={asked.missing ? say("making-empty") : undefined}
        lines={remote === null ? 14 : 8}
        value={typed.text}
        onWrite={(text) => onType({ text })}
      />
    </>
  )
}
