// SPDX-License-Identifier: EUPL-1.2
/** What others did while the mediator was writing: said, with what was written still there. */
import type { Change } from "../../../relay/changes.ts"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { nowSeconds, stateWords, whoWords } from "../naming.ts"
import { saidBy, whatWords } from "../review/earlier.tsx"

function wordsOf(change: Change): string {
  switch (change.kind) {
    case "state":
      return say("meanwhile-state", { state: stateWords(change.item, nowSeconds()) })
    case "claim":
      return change.by === null
        ? say("meanwhile-let-go")
        : say("meanwhile-claim", { person: whoWords(change.by, "mediator") })
    case "said":
      return say("meanwhile-said", { what: whatWords(change.statement), by: saidBy(change.statement) })
    case "author-key":
      return say("meanwhile-key")
    case "other":
      return say("meanwhile-other")
  }
}

export function Meanwhile({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <Notice tone="care" live="now" title={say("meanwhile-title")}>
      <ul>
        {changes.map((change) => (
          <li key={wordsOf(change)}>{wordsOf(change)}</li>
        ))}
      </ul>
      <p>{say("meanwhile-kept")}</p>
    </Notice>
  )
}
