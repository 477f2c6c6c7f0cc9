// SPDX-License-Identifier: EUPL-1.2
/** Taking back: one letter, or one's whole part. No reason is asked; the receipt is checked. */
import { b64u } from "../crypto/encoding.ts"
import { fromEnvelope, type Sign, type Statement, statementHash, toEnvelope } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { signStatement } from "../protocol/heard.ts"
import { verifyReceipt } from "../protocol/receipt.ts"
import type { MessageView, Receipt } from "../protocol/wire.ts"
import { WITHDRAWAL } from "../protocol/withdrawal.ts"
import { today, wholeSecond } from "./clock.ts"
import { withNumber } from "./numbers.ts"
import type { Session } from "./session.ts"

export type Proof = {
  /** The service key's signature over this very destruction was verified. */
  readonly verified: boolean
  /** Seconds since 1970. */
  readonly at: number
}

/**
 * Take one letter back, by its own key: needs nothing but the id and the person's master.
 *
 * No picture of trust, number or bundle stands in the way; where there is a picture, the receipt is
 * held against its service key. What somebody else made of one's words has another's key: that is
 * taken back with one's own, under the next number.
 */
export async function takeBack(session: Session, id: string): Promise<Proof> {
  const { view } = await session.ports.client.message(id)
  if (view.maker !== null) {
    return withNumber(session, (number) => takenBack(session, view, { sign: session.keyring.sign, number }))
  }
  return takenBack(session, view, { sign: session.keyring.signAsMessage(id), number: 1 })
}

type By = { readonly sign: Sign; readonly number: number }

async function takenBack(session: Session, view: MessageView, { sign, number }: By): Promise<Proof> {
  const { message, case: place } = view
  const statement = await signStatement(WITHDRAWAL, sign, {
    programme: session.programme,
    case: place,
    scope: "message",
    message,
    manifest: session.trust.seenManifest(message) ?? view.manifest,
    participant: session.person,
    number,
    reason: null,
    day: today(session.ports.clock),
  })
  const receipt = await session.ports.client.withdraw(message, { statement: toEnvelope(statement) })
  return proofOf(session, receipt, statement)
}

/** Pause taking part, resume, or leave for good (which takes back everything of one's own). */
export async function changeTakingPart(
  session: Session,
  caseId: string,
  scope: "pause" | "resume" | "leave",
): Promise<Proof> {
  return withNumber(session, async (number) => {
    const statement = await signStatement(WITHDRAWAL, session.keyring.sign, {
      programme: session.programme,
      case: caseId,
      scope,
      message: null,
      manifest: null,
      participant: session.person,
      number,
      reason: null,
      day: today(session.ports.clock),
    })
    const receipt = await session.ports.client.changeTakingPart(caseId, { statement: toEnvelope(statement) })
    return proofOf(session, receipt, statement)
  })
}

/** Hold a receipt against what was sent and against the service key of the directory. */
export async function proofOf(session: Session, { receipt }: Receipt, sent: Statement): Promise<Proof> {
  const withdrawal = b64u(await statementHash(WITHDRAWAL.kind, sent.body))
  try {
    const { directory } = await session.trust.picture()
    const { body } = await verifyReceipt(fromEnvelope(receipt), { directory, withdrawal })
    return { verified: true, at: body.at }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { verified: false, at: wholeSecond(session.ports.clock) }
  }
}
