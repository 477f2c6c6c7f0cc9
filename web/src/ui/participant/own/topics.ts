// SPDX-License-Identifier: EUPL-1.2
/** What a need may be about, as it is asked. */
import type { Topic } from "../../../relay/record_words.ts"

/** What everybody is asked, in this order. */
const ASKED: readonly Topic[] = ["answers", "facts", "impact", "apology", "repair", "meeting", "other"]

/** To forgive, in what people here write in: whoever uses one of these words has raised it themselves. */
const RAISED = /forgiv|forgave|pardon/iu

/**
 * The topics to tick: forgiveness stands last, and only for somebody who wrote of it or ticked it before.
 *
 * It is never asked of anybody who did not bring it up (R3).
 */
export function topicsToAsk(words: string, ticked: readonly Topic[]): readonly Topic[] {
  return RAISED.test(words) || ticked.includes("forgiveness") ? [...ASKED, "forgiveness"] : ASKED
}
