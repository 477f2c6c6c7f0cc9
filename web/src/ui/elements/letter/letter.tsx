// SPDX-License-Identifier: EUPL-1.2
/** A person's words, as they wrote them: paragraphs on paper, never translated, never read as markup. */
import "./letter.css"

export type LetterProperties = {
  readonly paragraphs: readonly string[]
  /** The language it was written in. */
  readonly language: string
  /** Said to a screen reader before the words. */
  readonly label: string
}

export function Letter({ paragraphs, language, label }: LetterProperties) {
  return (
    <article class="letter" aria-label={label}>
      <div lang={language} translate={false} class="letter-words" dir="auto">
        {paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  )
}
