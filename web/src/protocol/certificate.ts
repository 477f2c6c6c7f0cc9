// SPDX-License-Identifier: EUPL-1.2
/**
 * A certificate: a mediator says which keys are a pseudonymous person's in one case.
 *
 * Alone it proves nothing: it counts when the case policy names its hash. Twin:
 * `relay/protocol/certificate.py`.
 */
import { unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedDirectory } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkCase, findParticipant, type VerifiedPolicy } from "./policy.ts"
import { type Body, day, ident, integer, kemKey, kindOf, publicKey } from "./shape.ts"

export const CERTIFICATE = kindOf("certificate", {
  case: ident,
  participant: ident,
  epoch: integer(1),
  identity: publicKey,
  kem: kemKey,
  day,
})
export type Certificate = Body<typeof CERTIFICATE>
/** A certificate that the policy names; `current` unless it is a former one. */
export type VerifiedCertificate = Verified<Heard<Certificate> & { readonly current: boolean }>

/**
 * Believe a person's certificate, or refuse.
 *
 * A retired mediator's certificates go on counting while the policy names them; a revoked one's do
 * not. Throws `wrong-context`, `certificate-wrong` (another person's, or not one that the policy
 * names), `signer-not-allowed`, `revoked` or `signature-wrong`.
 */
export async function verifyCertificate(
  statement: Statement,
  { policy, participant }: { readonly policy: VerifiedPolicy; readonly participant: string },
): Promise<VerifiedCertificate> {
  const heard = await hear(CERTIFICATE, statement)
  const { body, hash } = heard
  checkCase(heard, policy)
  insist(body.participant === participant, "certificate-wrong", "another person's certificate")
  const entry = findParticipant(policy, participant)
  const current = entry.certificate === hash && entry.epoch === body.epoch
  insist(
    current || entry.former.includes(hash),
    "certificate-wrong",
    "not a certificate that the policy names",
  )
  await checkCertifier(heard, policy.directory)
  return believe({ ...heard, current })
}

/** Refuse a certificate that no mediator of the programme signed. */
export async function checkCertifier(heard: Heard<Certificate>, directory: VerifiedDirectory): Promise<void> {
  const mediator = directory.mediators.get(heard.signer)
  insist(mediator !== undefined, "signer-not-allowed", "not a mediator of this programme")
  insist(mediator.status !== "revoked", "revoked", "certified by a revoked mediator")
  await checkSigned(heard, unb64u(mediator.key))
}
