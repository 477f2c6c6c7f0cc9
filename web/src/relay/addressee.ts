// SPDX-License-Identifier: EUPL-1.2
/**
 * For whom a letter is when its writer did not say: never a guess between two people.
 *
 * The one enrolled participant on the other side; where there are several, the one with whom this
 * person has exchanged letters, if that is one.
 */
import { insist } from "../protocol/heard.ts"
import { listLetters } from "./letters.ts"
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
  const others = await possibleAddressees(session, caseId)
  const [only] = others.length === 1 ? others : await correspondents(session, caseId, others)
  insist(only !== undefined, "not-addressed", "say for whom it is")
  return only
}

/** Return the single one of several with whom letters were exchanged, or nobody. */
async function correspondents(
  session: Session,
  caseId: string,
  among: readonly string[],
): Promise<readonly string[]> {
  if (among.length === 0) return []
  const letters = await listLetters(session, caseId)
  const known = new Set(letters.map(({ other }) => other).filter((other) => among.includes(other)))
  return known.size === 1 ? [...known] : []
}
