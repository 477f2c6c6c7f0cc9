// SPDX-License-Identifier: EUPL-1.2
/** What is said about each marked passage, in the order of the letter. */
import {
  type Mark,
  MOST_MARKS,
  type Points,
  withoutMark,
  withWords,
  wordsIn,
} from "../../../review/passages.ts"
import { say } from "../../language.ts"
import { Button } from "../button/button.tsx"
import { Field } from "../field/field.tsx"
import "./notes.css"

/** Enough to know the passage again. */
const SHOWN = 120

function beginning(words: string): string {
  const points = Array.from(words.replace(/\n/g, " "))
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join("")}…` : points.join("")
}

export type MarkNotesProperties = {
  readonly all: Points
  readonly marks: readonly Mark[]
  readonly onMark: (marks: readonly Mark[]) => void
  /** False where passages are only chosen, and nothing is said about each. */
  readonly words?: boolean
  readonly language: string
}

export function MarkNotes({ all, marks, onMark, words = true, language }: MarkNotesProperties) {
  if (marks.length === 0) return <p class="soft">{say("mark-none")}</p>
  return (
    <>
      <ol class="mark-notes" aria-label={say("mark-list")}>
        {marks.map((mark, at) => (
          <li key={mark.from} class="stack near">
            <p class="mark-quote" lang={language} translate={false} dir="auto">
              {beginning(wordsIn(all, mark))}
            </p>
            {words && (
              <Field
                label={say("mark-words", { number: at + 1 })}
                lines={2}
                value={mark.words}
                onWrite={(written) => onMark(withWords(marks, mark.from, written))}
              />
            )}
            <Button kind="quiet" onPress={() => onMark(withoutMark(marks, mark.from))}>
              {say("mark-let-go", { number: at + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      {marks.length >= MOST_MARKS && <p>{say("mark-most", { most: MOST_MARKS })}</p>}
    </>
  )
}
