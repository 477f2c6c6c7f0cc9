// SPDX-License-Identifier: EUPL-1.2
/**
 * A letter with hints in it: what may be worth a second look, marked in the words, with its reason.
 *
 * The reason comes with the pointer, the focus or a tap, stays until another comes, and goes with
 * Escape (WCAG 1.4.13). Nothing of it is a verdict.
 */
import { useId, useState } from "preact/hooks"
import {
  type Group,
  grouped,
  type Passage,
  paragraphsAt,
  piecesOf,
  pointsOf,
  wordsIn,
} from "../../../review/passages.ts"
import { say } from "../../language.ts"
import "../letter/letter.css"
import "./hints.css"

/** A stretch of the letter with what it may be, and why. */
export type Hint = Passage & { readonly title: string; readonly why: string }

export type HintedProperties = {
  readonly text: string
  readonly language: string
  /** Said to a screen reader before the words. */
  readonly label: string
  /** By where they begin; they may overlap. */
  readonly hints: readonly Hint[]
}

type Found = Group<Hint>

function reasonsOf({ all }: Found): string {
  return all.map(({ title, why }) => say("hint-reason", { title, why })).join(" ")
}

type StretchProperties = {
  readonly found: Found
  readonly words: string
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
}

/** The words of a hint: to point at, to focus, to tap. */
function Stretch({ found, words, shown, onShow }: StretchProperties) {
  const id = useId()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " " && event.key !== "Escape") return
    if (event.key !== "Escape") event.preventDefault()
    onShow(event.key !== "Escape" && !shown)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button element would not wrap with the words */}
      <span
        class="hint"
        role="button"
        tabIndex={0}
        aria-describedby={id}
        aria-expanded={shown}
        data-hint={found.from}
        onFocus={() => onShow(true)}
        onPointerEnter={() => onShow(true)}
        onClick={() => onShow(true)}
        onKeyDown={onKey}
      >
        {words}
      </span>
      <span id={id} hidden>
        {reasonsOf(found)}
      </span>
    </>
  )
}

export function Hinted({ text, language, label, hints }: HintedProperties) {
  const [shown, setShown] = useState<Found | null>(null)
  const all = pointsOf(text)
  const groups = grouped(hints)
  return (
    <article class="letter" aria-label={label}>
      <div lang={language} translate={false} class="letter-words" dir="auto">
        {paragraphsAt(all).map((paragraph) => (
          <p key={paragraph.from}>
            {piecesOf(paragraph, groups).map((piece) => {
              const { over } = piece
              if (over === null) return wordsIn(all, piece)
              const words = wordsIn(all, piece)
              return (
                <Stretch
                  key={piece.from}
                  found={over}
                  words={words}
                  shown={shown?.from === over.from}
                  onShow={(show) => setShown(show ? over : null)}
                />
              )
            })}
          </p>
        ))}
      </div>
      {shown !== null && (
        <div class="hint-reason">
          {shown.all.map(({ title, why, from }) => (
            <p key={`${from}${title}`} class="small">
              <strong>{title}</strong> {why}
            </p>
          ))}
        </div>
      )}
    </article>
  )
}
