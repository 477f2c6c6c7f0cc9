// SPDX-License-Identifier: EUPL-1.2
/** An invented hand-over: one mediator who has just come, and another who left. */
import type { Counts, HandedOver, HandoverOptions, HandoverPlan } from "../../relay/handover.ts"
import type { MediatorsHistory, PastHandover } from "../../relay/mediators.ts"
import { CASE, DAY, HASH, MED, NOON, OTHER_MED } from "./records.ts"

const NOTHING: Counts = { message: 0, note: 0, record: 0 }

/** What the other mediator of the invented case cannot open. */
export function planFor(counts: Counts | undefined): HandoverPlan {
  const some = counts ?? NOTHING
  const item = { kind: "message" as const, of: CASE, subject: HASH, version: null }
  return {
    case: CASE,
    to: { person: OTHER_MED, keyId: HASH, kem: "" },
    items: Array.from({ length: some.message + some.note + some.record }, () => item),
    counts: some,
  }
}

/** Half of it goes over, and then the rest. */
export async function handAll(
  _: unknown,
  { items }: HandoverPlan,
  { onProgress }: HandoverOptions,
): Promise<HandedOver> {
  const of = items.length
  onProgress?.({ done: Math.ceil(of / 2), of })
  await Promise.resolve()
  return { handed: of, passedOver: 0, stopped: false }
}

export const HISTORY: MediatorsHistory = {
  changes: [
    { left: [MED], came: [], version: 4, at: NOON },
    { left: [], came: [OTHER_MED], version: 3, at: NOON - 6 * DAY },
  ],
  whole: true,
}

export const LINES: readonly PastHandover[] = [
  { giver: MED, to: OTHER_MED, keys: 12, day: "2026-11-18" },
  { giver: MED, to: OTHER_MED, keys: 1, day: "2026-11-17" },
]
