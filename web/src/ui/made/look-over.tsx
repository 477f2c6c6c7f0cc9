// SPDX-License-Identifier: EUPL-1.2
/** Made words as they will be read, before they are sealed and sent. */
import type { ComponentChildren } from "preact"
import type { ToMake } from "../../relay/making.ts"
import { paragraphsOf } from "../../review/release.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import type { Sending } from "./sending.ts"

export type MadeLetterProperties = {
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly contentNote: string
  readonly label: string
}

/** Made words with what the reader sees first. */
export function MadeLetter({ paragraphs, language, contentNote, label }: MadeLetterProperties) {
  return (
    <>
      {contentNote.trim() !== "" && (
        <Notice title={say("making-note-first")}>
          <p class="note-words" lang={language} translate={false}>
            {contentNote}
          </p>
        </Notice>
      )}
      <Letter paragraphs={paragraphs} language={language} label={label} />
    </>
  )
}

export type LookOverProperties = {
  readonly toMake: ToMake
  readonly sending: Sending
  readonly label: string
  /** What happens when it is sent, and who sees it. */
  readonly about: string
  /** What the button says that signs and sends it. */
  readonly go: string
  readonly onBack: () => void
  /** Draws the words; beside what they were made from, where that is not shown already. */
  readonly around?: (words: ComponentChildren) => ComponentChildren
}

export function LookOver({ toMake, sending, label, about, go, onBack, around }: LookOverProperties) {
  const shown = useLoaded(async () => (await actions().give()).preview(toMake.text))
  const { doing, send } = sending
  const { language, contentNote } = toMake
  const words = shown.value !== null && (
    <MadeLetter
      paragraphs={paragraphsOf(shown.value)}
      language={language}
      contentNote={contentNote}
      label={label}
    />
  )
  return (
    <>
      <Trouble code={shown.trouble} />
      {words !== false && (around === undefined ? words : around(words))}
      <p>{about}</p>
      <Trouble code={doing.trouble} />
      {doing.trouble !== null && <p>{say("making-kept")}</p>}
      <div class="row">
        {words !== false && (
          <Button kind="main" busy={doing.busy} onPress={() => send(toMake)}>
            {go}
          </Button>
        )}
        <Button busy={doing.busy} onPress={onBack}>
          {say("making-back")}
        </Button>
      </div>
    </>
  )
}
