// SPDX-License-Identifier: EUPL-1.2
/** What came back, beside the draft that will take its place: the mediator's words, and each marked passage. */
import type { Mark } from "../../protocol/note_words.ts"
import type { NoteText } from "../../relay/letters.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Marked } from "../elements/marked/marked.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import { MediatorNote } from "./mediator-note.tsx"

/** The passages that the last return marked. */
export function marksOf(notes: readonly NoteText[]): readonly Mark[] {
  const said = notes.findLast(({ said: { kind } }) => kind === "marked")?.said
  return said?.kind === "marked" ? said.marks : []
}

type ReturnedProperties = {
  readonly manifest: string
  /** What may be done with it now. */
  readonly hint: string
}

export function Returned({ manifest, hint }: ReturnedProperties) {
  const found = useLoaded(async () => (await actions().letters()).readReturned(signedIn(), manifest))
  const { value } = found
  if (value === null) return <Trouble code={found.trouble} again={found.again} />
  const marks = marksOf(value.notes)
  return (
    <section class="stack part" aria-labelledby="returned-title">
      <h2 id="returned-title">{say("write-returned-title")}</h2>
      <p class="soft">{hint}</p>
      {value.notes.map((note) => (
        <MediatorNote key={`${note.by}-${note.day}-${note.said.words}`} note={note} />
      ))}
      {marks.length > 0 && (
        <Marked
          text={value.text}
          language={value.language}
          label={say("write-returned-words")}
          marks={marks}
        />
      )}
    </section>
  )
}
