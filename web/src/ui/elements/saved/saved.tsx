// SPDX-License-Identifier: EUPL-1.2
/** Whether what was written is safe, always in view, and where it is kept. */
import type { DraftState } from "../../../relay/drafts.ts"
import { clockTime, say } from "../../language.ts"
import "./saved.css"

/** Say where the draft is. */
export function savedWords(state: DraftState): string {
  if (state.where === "saved-server" || state.where === "saved-device") {
    const time = clockTime(state.at ?? 0)
    return say(`saved-${state.where}`, { time })
  }
  return say(`saved-${state.where}`)
}

export function Saved({ state }: { readonly state: DraftState }) {
  return (
    <p class={`saved saved-${state.where}`} role="status">
      {savedWords(state)}
    </p>
  )
}
