// SPDX-License-Identifier: EUPL-1.2
/**
 * A person's own yes or no to one way of exchanging words; theirs to change at any time.
 *
 * A statement and no record, because the person gives it and the server must count it. It is over one
 * wording of the consent text: a new text asks again. Only the person's current key speaks for them:
 * whoever gets a new key is asked again. Twin: `relay/protocol/consent.py`. Source: docs/adr/0015.
 */
import { unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkCase, type VerifiedPolicy } from "./policy.ts"
import { type Body, boolean, day, hashed, ident, integer, kindOf, oneOf } from "./shape.ts"

export const CONSENT = kindOf("consent", {
  case: ident,
  participant: ident,
  channel: oneOf("letter", "video", "relayed", "meeting"),
  given: boolean,
  text: hashed,
  number: integer(1),
  day,
})
export type Consent = Body<typeof CONSENT>

/** A consent by the person's own current key. */
export type VerifiedConsent = Verified<Heard<Consent>>

/**
 * Believe a person's consent, or refuse; `certificate` is that of the person it must be of.
 *
 * Throws `wrong-context` (another case, or in another person's name), `signer-not-allowed` (the
 * certificate is a former one) or `signature-wrong`.
 */
export async function verifyConsent(
  statement: Statement,
  { policy, certificate }: { readonly policy: VerifiedPolicy; readonly certificate: VerifiedCertificate },
): Promise<VerifiedConsent> {
  const heard = await hear(CONSENT, statement)
  checkCase(heard, policy)
  const theirs = heard.body.participant === certificate.body.participant
  insist(theirs, "wrong-context", "a consent in another person's name")
  insist(certificate.current, "signer-not-allowed", "a former key consents to nothing")
  await checkSigned(heard, unb64u(certificate.body.identity))
  return believe(heard)
}
