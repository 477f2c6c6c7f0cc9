// SPDX-License-Identifier: EUPL-1.2
/**
 * Words to look at: not selected, not copied or dragged, and not on paper. It hinders, and says so where
 * it stands; a photograph of the screen it cannot hinder.
 */
import "../letter/letter.css"
import "./look-only.css"

export type LookOnlyProperties = {
  readonly paragraphs: readonly string[]
  readonly language: string
  /** What its author wants to be known first; may be empty. */
  readonly contentNote: string
  /** Said to a screen reader before the words. */
  readonly label: string
}

function refuse(event: Event): void {
  event.preventDefault()
}

export function LookOnly({ paragraphs, language, contentNote, label }: LookOnlyProperties) {
  return (
    <article
      class="letter look-only no-print"
      aria-label={label}
      onCopy={refuse}
      onCut={refuse}
      onDragStart={refuse}
      onContextMenu={refuse}
    >
      <div lang={language} translate={false} class="letter-words" dir="auto">
        {contentNote !== "" && <p class="look-only-note">{contentNote}</p>}
        {paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  )
}
