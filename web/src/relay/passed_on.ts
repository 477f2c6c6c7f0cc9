// SPDX-License-Identifier: EUPL-1.2
/**
 * What a mediator gets of the first words of their cases: requests that a manager passed on to them.
 *
 * The relay alone could bring any request to any case: so nothing is opened without a manager's signature
 * over this very box and this case.
 */
import { unb64u } from "../crypto/encoding.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { openIntakeWith } from "../protocol/intake.ts"
import { verifyAssignment } from "../protocol/intake_key.ts"
import { type Asking, parseAsking, receiptNumber } from "../protocol/intake_words.ts"
import type { IntakeView } from "../protocol/wire_office.ts"
import { caseOf } from "./picture.ts"
import type { Session } from "./session.ts"

export type PassedOn = {
  readonly id: string
  readonly case: string
  readonly receipt: string
  /** Seconds since 1970: when it was asked. */
  readonly at: number
  /** Null where it does not verify or open: see `trouble`. */
  readonly asking: Asking | null
  readonly trouble: ErrorCode | null
}

/** Return the requests that were passed on to this mediator. */
export async function passedOn(session: Session): Promise<readonly PassedOn[]> {
  const { intakes } = await session.ports.client.intakes({})
  const mine = intakes.filter((view): view is Assigned => view.case !== null)
  return Promise.all(mine.map((view) => passedOnIn(session, view)))
}

type Assigned = IntakeView & { readonly case: string }

async function passedOnIn(session: Session, view: Assigned): Promise<PassedOn> {
  const { intake, at, case: place } = view
  const plain = { id: intake, case: place, receipt: receiptNumber(intake), at }
  try {
    return { ...plain, asking: await askingOf(session, view), trouble: null }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { ...plain, asking: null, trouble: error.code }
  }
}

async function askingOf({ trust, programme, keyring }: Session, view: Assigned): Promise<Asking> {
  const { box, wrap, assignment, intake, case: place } = view
  const picture = await trust.picture()
  caseOf(picture, place)
  insist(assignment !== null, "signer-not-allowed", "no manager passed it on")
  insist(box !== null && wrap !== null, "not-found", "its words were erased")
  const sealed = unb64u(box)
  await verifyAssignment(fromEnvelope(assignment), { root: picture.root, case: place, intake, box: sealed })
  const at = { wrapped: unb64u(wrap), place: { programme, intake } }
  return parseAsking(await openIntakeWith(keyring.unwrap, sealed, at))
}
