// SPDX-License-Identifier: EUPL-1.2
/** How a letter is called on a participant's pages: their own, or what somebody made of their words. */

import type { Letter } from "../../relay/letters.ts"
import { say, writtenDate } from "../language.ts"
import { sortOf } from "../sort.ts"

/** The head of one letter in a list. */
export function titleOf(letter: Pick<Letter, "kind" | "mine" | "day" | "channel">): string {
  const { kind, mine } = letter
  const day = writtenDate(letter.day)
  switch (kind) {
    case "original":
      return say("home-sent-item", { day, what: sortOf(letter) })
    case "relayed":
      return say(mine ? "made-told-mine" : "made-told-theirs", { day })
    case "rendition":
      return say(mine ? "made-form-mine" : "made-form-theirs", { day })
    default:
      return say(mine ? "made-shorter-mine" : "made-shorter-theirs", { day })
  }
}

/** Who made it and who said yes to it, to the person whose words they are; nothing where they wrote it. */
export function madeWords({ kind, state }: Pick<Letter, "kind" | "state">): string {
  switch (kind) {
    case "original":
      return ""
    case "rendition":
      return say("made-form-how")
    default:
      return say(state === "proposed" ? "made-waits" : `made-${kind === "relayed" ? "told" : "shorter"}-how`)
  }
}
