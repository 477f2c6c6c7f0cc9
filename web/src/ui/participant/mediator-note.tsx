// SPDX-License-Identifier: EUPL-1.2
/** What a mediator wrote for this person, and how they suggest that something is read. */

import type { Conditions } from "../../protocol/note_words.ts"
import type { NoteText } from "../../relay/letters.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { say, writtenDate } from "../language.ts"

function sentences({ company, parts, kiosk, expires }: Conditions): readonly string[] {
  return [
    company === "mediator" ? say("reading-with-mediator") : "",
    company === "support" ? say("reading-with-support") : "",
    parts ? say("reading-in-parts") : "",
    kiosk ? "" : say("reading-not-kiosk"),
    expires === null ? "" : say("reading-open-until", { day: writtenDate(expires) }),
  ].filter((sentence) => sentence !== "")
}

function Reading({
  contentNote,
  conditions,
}: {
  readonly contentNote: string
  readonly conditions: Conditions
}) {
  const suggested = sentences(conditions)
  return (
    <>
      {contentNote !== "" && (
        <p class="note-words" translate={false} dir="auto">
          {contentNote}
        </p>
      )}
      {suggested.length > 0 && (
        <ul>
          {suggested.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}

export function MediatorNote({ note: { said, day } }: { readonly note: NoteText }) {
  return (
    <Notice title={say("sent-notes-title")}>
      {said.words !== "" && (
        <p class="note-words" translate={false} dir="auto">
          {said.words}
        </p>
      )}
      {said.kind === "offer" && <Reading contentNote={said.content_note} conditions={said.conditions} />}
      <p class="small soft">{say("sent-note-day", { day: writtenDate(day) })}</p>
    </Notice>
  )
}
