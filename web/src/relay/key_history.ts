// SPDX-License-Identifier: EUPL-1.2
/** A person's keys over time: which, since when, and who said that they are theirs. */

import { certificatesOf } from "./message.ts"
import { caseOf, personOf } from "./picture.ts"
import type { Session } from "./session.ts"

/** One key of a person, as a mediator of the programme certified it. */
export type KeyOfPerson = {
  /** The first is 1. */
  readonly epoch: number
  /** Day of the certificate, UTC. */
  readonly day: string
  /** Id of the mediator who certified it. */
  readonly by: string
  /** The certificate's hash. */
  readonly certificate: string
  /** True for the one that stands. */
  readonly current: boolean
}

/**
 * Every key that the case's policy names for a person, newest first. What does not verify is left out.
 *
 * Throws as `trust.picture`, and `policy-mismatch`.
 */
export async function keyHistory(
  { trust }: Pick<Session, "trust">,
  caseId: string,
  person: string,
): Promise<readonly KeyOfPerson[]> {
  const place = caseOf(await trust.picture(), caseId)
  const certificates = await certificatesOf(place, person)
  return certificates
    .map(({ body, hash, signer, current }) => ({
      epoch: body.epoch,
      day: body.day,
      by: personOf(signer),
      certificate: hash,
      current,
    }))
    .sort((one, other) => other.epoch - one.epoch)
}
