// SPDX-License-Identifier: EUPL-1.2
/**
 * Accessibility: a list of sentences that keeps the focus; arrows, Home and End move, Enter and Space mark; a mark has a line under it.
 */
import { useState } from "preact/hooks"
import { pointsOf } from "../../../review/passages.ts"
import type { Examples } from "../../examples/examples.ts"
import { MARKS, TEXT } from "../../examples/records.ts"
import { Marking } from "./marking.tsx"
import { MarkNotes } from "./notes.tsx"

function Both() {
  const [marks, setMarks] = useState(MARKS)
  return (
    <>
      <Marking text={TEXT} language="en" label="Choose passages" marks={marks} onMark={setMarks} />
      <MarkNotes all={pointsOf(TEXT)} marks={marks} onMark={setMarks} language="en" />
    </>
  )
}

export const examples: Examples = {
  marking: Both,
  nothing: () => <MarkNotes all={pointsOf(TEXT)} marks={[]} onMark={() => undefined} language="en" />,
}
