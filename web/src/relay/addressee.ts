// SPDX-License-Identifier: EUPL-1.2
/** For whom something is: the one enrolled participant on the other side, and never a guess between two people. */
import { insist } from "../protocol/heard.ts"
import { caseOf } from "./picture.ts"
import type { Session } from "./session.ts"

/** Return the ids of those on the other side who can be written to. */
export async function possibleAddressees(session: Session, caseId: string): Promise<readonly string[]> {
  const { policy, people } = caseOf(await session.trust.picture(), caseId)
  const own = policy.body.participants.find(({ participant }) => participant === session.person)
  return policy.body.participants
    .filter(({ side, participant }) => side !== own?.side && people.has(participant))
    .map(({ participant }) => participant)
}

/** Return the one it is for. Throws `not-addressed`: nobody, or more than one it could be. */
export async function addresseeFor(session: Session, caseId: string): Promise<string> {
  const [only, ...others] = await possibleAddressees(session, caseId)
  insist(only !== undefined && others.length === 0, "not-addressed", "say for whom it is")
  return only
}
