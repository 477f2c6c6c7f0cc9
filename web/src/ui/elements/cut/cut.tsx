// SPDX-License-Identifier: EUPL-1.2
/** A person's words with what a shorter version leaves out struck through, and said so to who does not see it. */
import { type Passage, paragraphsAt, pointsOf, wordsIn } from "../../../review/passages.ts"
import "../letter/letter.css"
import "./cut.css"

export type CutProperties = {
  readonly text: string
  readonly language: string
  /** Said to a screen reader before the words. */
  readonly label: string
  readonly left: readonly Passage[]
  /** Said to a screen reader before what is left out, and after it. */
  readonly begins: string
  readonly ends: string
}

type Stretch = Passage & { readonly out: boolean }

/** A paragraph in stretches that stay and stretches that are left out. */
function stretchesOf(paragraph: Passage, left: readonly Passage[]): readonly Stretch[] {
  const inside = left
    .map(({ from, to }) => ({ from: Math.max(from, paragraph.from), to: Math.min(to, paragraph.to) }))
    .filter(({ from, to }) => from < to)
  let at = paragraph.from
  const found: Stretch[] = []
  for (const gap of inside) {
    if (gap.from > at) found.push({ from: at, to: gap.from, out: false })
    found.push({ ...gap, out: true })
    at = gap.to
  }
  return at < paragraph.to ? [...found, { from: at, to: paragraph.to, out: false }] : found
}

export function Cut({ text, language, label, left, begins, ends }: CutProperties) {
  const all = pointsOf(text)
  return (
    <article class="letter" aria-label={label}>
      <div lang={language} translate={false} class="letter-words" dir="auto">
        {paragraphsAt(all).map((paragraph) => (
          <p key={paragraph.from}>
            {stretchesOf(paragraph, left).map((stretch) =>
              stretch.out ? (
                <del key={stretch.from} class="cut">
                  <span class="unseen">{begins} </span>
                  {wordsIn(all, stretch)}
                  <span class="unseen"> {ends}</span>
                </del>
              ) : (
                wordsIn(all, stretch)
              ),
            )}
          </p>
        ))}
      </div>
    </article>
  )
}
