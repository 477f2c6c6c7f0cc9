// SPDX-License-Identifier: EUPL-1.2
/** A letter with passages marked in it, each with its number, and under it what was said about each. */
import { type Mark, paragraphsAt, piecesOf, pointsOf, wordsIn } from "../../../review/passages.ts"
import { say } from "../../language.ts"
import "../letter/letter.css"
import "./marked.css"

export type MarkedProperties = {
  readonly text: string
  readonly language: string
  /** Said to a screen reader before the words. */
  readonly label: string
  readonly marks: readonly Mark[]
}

/** The number of a mark's passage: a superscript that a screen reader says as well. */
function PassageNumber({ number }: { readonly number: number }) {
  return (
    <sup class="marked-number">
      <span class="unseen">{say("mark-number", { number })}</span>
      <span aria-hidden="true">{number}</span>
    </sup>
  )
}

export function Marked({ text, language, label, marks }: MarkedProperties) {
  const all = pointsOf(text)
  return (
    <div class="stack near">
      <article class="letter" aria-label={label}>
        <div lang={language} translate={false} class="letter-words" dir="auto">
          {paragraphsAt(all).map((paragraph) => (
            <p key={paragraph.from}>
              {piecesOf(paragraph, marks).map((piece) =>
                piece.over === null ? (
                  wordsIn(all, piece)
                ) : (
                  <mark key={piece.from} class="marked">
                    {wordsIn(all, piece)}
                    {piece.to === piece.over.to && <PassageNumber number={marks.indexOf(piece.over) + 1} />}
                  </mark>
                ),
              )}
            </p>
          ))}
        </div>
      </article>
      {marks.length > 0 && (
        <ol class="marked-notes" aria-label={say("mark-notes")}>
          {marks.map((mark) => (
            <li key={mark.from} translate={false} dir="auto">
              {mark.words === "" ? <span class="soft">{say("mark-no-words")}</span> : mark.words}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
