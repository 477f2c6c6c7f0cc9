// SPDX-License-Identifier: EUPL-1.2
/** What the mediator was writing about a letter that is gone: still theirs to copy. */
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import type { Work } from "../decide/work.ts"

function written({ notes, marks, contentNote }: Work): readonly string[] {
  return [...Object.values(notes), contentNote, ...marks.map(({ words }) => words)].filter(
    (words) => words.trim() !== "",
  )
}

export function Unsent({ work }: { readonly work: Work }) {
  const all = written(work)
  if (all.length === 0) return null
  return (
    <Notice title={say("unsent-title")}>
      {all.map((words, at) => (
        <p key={at} class="note-words" translate={false} dir="auto">
          {words}
        </p>
      ))}
    </Notice>
  )
}
