// SPDX-License-Identifier: EUPL-1.2
/** Choosing what to leave out, sentence by sentence: words can be taken away, and none can be put in. */
import { type Passage, type Points, wordsIn } from "../../../review/passages.ts"
import "../letter/letter.css"
import "./cutting.css"

export type CuttingProperties = {
  readonly all: Points
  readonly pieces: readonly (readonly Passage[])[]
  readonly language: string
  readonly question: string
  readonly isKept: (piece: Passage) => boolean
  readonly onChange: (piece: Passage, kept: boolean) => void
}

export function Cutting({ all, pieces, language, question, isKept, onChange }: CuttingProperties) {
  return (
    <fieldset class="cutting">
      <legend class="choice-question">{question}</legend>
      <div class="letter stack" lang={language} translate={false}>
        {pieces.map((paragraph) => (
          <div key={paragraph[0]?.from ?? 0} class="cutting-paragraph">
            {paragraph.map((piece) => (
              <label key={piece.from} class={isKept(piece) ? "cutting-piece" : "cutting-piece cutting-out"}>
                <input
                  type="checkbox"
                  checked={isKept(piece)}
                  onChange={(event) => onChange(piece, event.currentTarget.checked)}
                />
                <span dir="auto">{wordsIn(all, piece)}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
