// SPDX-License-Identifier: EUPL-1.2
/** One sentence to mark: an option of the list, with the marks that lie over it. */
import {
  type Mark,
  overlaps,
  type Passage,
  type Points,
  piecesOf,
  wordsIn,
} from "../../../review/passages.ts"
import { FROM } from "./selection.ts"

/** A sentence with the blanks up to the next one: together they are the whole paragraph. */
export function extentOf(sentences: readonly Passage[], at: number, paragraph: Passage): Passage {
  const [before, sentence, after] = [sentences[at - 1], sentences[at], sentences[at + 1]]
  const isFirst = before === undefined || !overlaps(before, paragraph)
  const isLast = after === undefined || !overlaps(after, paragraph)
  return {
    from: isFirst ? paragraph.from : (sentence?.from ?? paragraph.from),
    to: isLast ? paragraph.to : after.from,
  }
}

export type SentenceProperties = {
  readonly id: string
  readonly all: Points
  readonly sentence: Passage
  readonly whole: Passage
  readonly marks: readonly Mark[]
  /** Where the keys are. */
  readonly now: boolean
  readonly onTap: () => void
}

export function Sentence({ id, all, sentence, whole, marks, now, onTap }: SentenceProperties) {
  const marked = marks.some((mark) => overlaps(mark, sentence))
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the option that is meant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <span
      id={id}
      role="option"
      class={now ? "sentence sentence-now" : "sentence"}
      aria-selected={marked}
      onClick={onTap}
    >
      {piecesOf(whole, marks).map((piece) => (
        <span key={piece.from} {...{ [FROM]: piece.from }} class={piece.over === null ? undefined : "marked"}>
          {wordsIn(all, piece)}
        </span>
      ))}
    </span>
  )
}
