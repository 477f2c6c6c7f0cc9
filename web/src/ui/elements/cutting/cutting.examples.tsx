// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: each sentence is the label of its own box; what is left out is struck through as well. */
import { useState } from "preact/hooks"
import { type Passage, pointsOf } from "../../../review/passages.ts"
import { piecesOf } from "../../../review/shortening.ts"
import type { Examples } from "../../examples/examples.ts"
import { Cutting } from "./cutting.tsx"

const ALL = pointsOf("I am sorry. I live on Elm Street now.\n\nI think of you.")
const PIECES = piecesOf(ALL, "en")

function Choosing() {
  const [out, setOut] = useState<readonly Passage[]>(PIECES[0]?.slice(1) ?? [])
  return (
    <Cutting
      all={ALL}
      pieces={PIECES}
      language="en"
      question="What stays in?"
      isKept={(piece) => !out.includes(piece)}
      onChange={(piece, kept) => setOut(kept ? out.filter((one) => one !== piece) : [...out, piece])}
    />
  )
}

export const examples: Examples = { choosing: () => <Choosing /> }
