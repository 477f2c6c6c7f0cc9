// SPDX-License-Identifier: EUPL-1.2
/**
 * The author's yes to words that somebody else wrote down, hid or cut: to that very manifest.
 *
 * A box under the derived message's content key, beside its header, so the server holds no person's
 * signature over words. Twin: `relay/protocol/confirmation.py`. Source: protocol.md §5.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { decodeEnvelope, encodeEnvelope, type Statement } from "../crypto/signing.ts"
import { checkSigned, hear, insist } from "./heard.ts"
import { type MessageContext, messageContext, type VerifiedManifest } from "./manifest.ts"
import { type Body, day, hashed, ident, integer, kindOf } from "./shape.ts"

export const CONFIRMATION_LABEL = "confirmation"

export const CONFIRMATION = kindOf("confirmation", {
  case: ident,
  message: ident,
  manifest: hashed,
  participant: ident,
  number: integer(1),
  day,
})
export type Confirmation = Body<typeof CONFIRMATION>

export type ConfirmationClaim = {
  /** Of the derived message; its `sender` is the author. */
  readonly manifest: VerifiedManifest
  /** The author's certified identity key, 32 bytes. */
  readonly identity: Uint8Array
}

/**
 * Refuse anything but the author's confirmation of that very manifest; returns its hash.
 *
 * Throws `not-confirmed` (of another manifest, or by another person) or `signature-wrong`.
 */
export async function checkConfirmation(statement: Statement, claim: ConfirmationClaim): Promise<string> {
  const { manifest, identity } = claim
  const heard = await hear(CONFIRMATION, statement)
  const { body } = heard
  const words = manifest.body
  const here = body.programme === words.programme && body.case === words.case
  const about = body.message === words.message && body.manifest === manifest.hash
  const theirs = body.participant === words.sender
  insist(here && about && theirs, "not-confirmed", "a confirmation of something else")
  await checkSigned(heard, identity)
  return heard.hash
}

export type SealedUnder = { readonly message: MessageContext; readonly salt: Uint8Array }

/** Seal a signed confirmation under the message's content key; the salt is 32 fresh bytes. */
export async function sealConfirmation(
  contentKey: Uint8Array,
  statement: Statement,
  { message, salt }: SealedUnder,
): Promise<Bytes> {
  const context = messageContext(message)
  return sealBox(contentKey, encodeEnvelope(statement), { label: CONFIRMATION_LABEL, context, salt })
}

/** Open a sealed confirmation; nothing is verified yet. Throws `commitment-wrong`, `seal-broken`, or as `decodeEnvelope`. */
export async function openConfirmation(
  contentKey: Uint8Array,
  box: Uint8Array,
  { message }: { readonly message: MessageContext },
): Promise<Statement> {
  const context = messageContext(message)
  return decodeEnvelope(await openBox(contentKey, box, { label: CONFIRMATION_LABEL, context }))
}
