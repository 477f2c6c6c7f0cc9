// SPDX-License-Identifier: EUPL-1.2
/** What a participant says of themselves in a case: yes or no to each channel, and what they need. Verified, or refused. */
import { type ErrorCode, RelayError } from "../errors.ts"
import { type ChannelConsent, consentsOf, standingOf } from "./consent.ts"
import { caseOf } from "./picture.ts"
import { type OpenedRecord, recordsOf } from "./records.ts"
import type { Session } from "./session.ts"

/** How one stands oneself to every channel of a case. Throws `rollback`, or why a word of one's own is not believed. */
export async function ownConsents(session: Session, caseId: string): Promise<readonly ChannelConsent[]> {
  const consents = await consentsOf(session, caseId)
  const [doubted] = consents.refused
  if (doubted !== undefined) throw new RelayError(doubted, "a consent of one's own that does not verify")
  return standingOf(consents, caseOf(await session.trust.picture(), caseId), session.person)
}

export type OwnNeeds = {
  /** Without those that were taken back. */
  readonly needs: readonly OpenedRecord<"need">[]
  /** Why something that was shown as one's own is not believed. */
  readonly refused: readonly ErrorCode[]
}

/** What one said that one needs. Throws as `recordsOf`. */
export async function ownNeeds(session: Session, caseId: string): Promise<OwnNeeds> {
  const { records, refused } = await recordsOf(session, caseId, "need")
  return {
    needs: records.filter(({ by, clear }) => by === session.person && !clear.gone),
    refused: refused.map(({ code }) => code),
  }
}
