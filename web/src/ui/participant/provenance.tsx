// SPDX-License-Identifier: EUPL-1.2
/** How words came to be that their author did not write themselves: on a screen and on paper. */
import type { ReadLetter } from "../../relay/read.ts"
import { say } from "../language.ts"
import { sortOf } from "../sort.ts"

type ProvenanceProperties = { readonly letter: Pick<ReadLetter, "kind" | "channel"> }

/** Nothing where the author wrote them. */
export function Provenance({ letter }: ProvenanceProperties) {
  const { kind } = letter
  if (kind === "original") return null
  if (kind === "redaction" || kind === "excerpt") {
    return <p>{say(`read-from-${kind}`, { what: sortOf(letter) })}</p>
  }
  return <p>{say(`read-from-${kind}`)}</p>
}
