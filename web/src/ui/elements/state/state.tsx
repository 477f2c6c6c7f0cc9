// SPDX-License-Identifier: EUPL-1.2
/** Where a letter is, in words, and what happens next. */
import type { MessageView } from "../../../protocol/wire.ts"
import { say } from "../../language.ts"
import "./state.css"

export type StateProperties = {
  readonly state: MessageView["state"]
  readonly mine: boolean
}

/** The state's own words: an author and a reader see different ones. */
export function StateTag({ state, mine }: StateProperties) {
  return <Tag words={say(mine ? `state-${state}` : `theirs-${state}`)} />
}

/** A few words with a line around them. */
export function Tag({ words }: { readonly words: string }) {
  return <span class="state">{words}</span>
}
