// SPDX-License-Identifier: EUPL-1.2
/** A sealed note beside a statement, whatever its kind: its words, what was looked at, how it is to be read. */
import type { NoteWords } from "../../../protocol/note_words.ts"
import { CHECKS } from "../../../review/checklist.ts"
import { say, writtenDate } from "../../language.ts"
import { conditionsInWords } from "../decide/conditions.tsx"

function Own({ words }: { readonly words: string }) {
  if (words === "") return null
  return (
    <p class="note-words" translate={false} dir="auto">
      {words}
    </p>
  )
}

/** What colleagues looked at, in the order of the list; a word that this version does not know is left out. */
function Looked({ checks }: { readonly checks: readonly string[] }) {
  const known = CHECKS.filter((check) => checks.includes(check))
  if (known.length === 0) return null
  return (
    <>
      <p class="small">{say("earlier-checks")}</p>
      <ul class="small">
        {known.map((check) => (
          <li key={check}>{say(`check-${check}`)}</li>
        ))}
      </ul>
    </>
  )
}

function Marks({ count }: { readonly count: number }) {
  return count > 0 ? <p class="small soft">{say("earlier-marks", { count })}</p> : null
}

export function NoteShown({ note }: { readonly note: NoteWords }) {
  const { words } = note
  if (note.kind === "plain") return <Own words={words} />
  if (note.kind === "marked") {
    return (
      <>
        <Own words={words} />
        <Marks count={note.marks.length} />
      </>
    )
  }
  return (
    <>
      <Own words={words} />
      <Own words={note.content_note} />
      <p class="small soft">{conditionsInWords(note.conditions, writtenDate).join(" · ")}</p>
      {note.kind === "review" && <Looked checks={note.checks} />}
    </>
  )
}
