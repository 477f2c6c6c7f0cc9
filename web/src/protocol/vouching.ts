// SPDX-License-Identifier: EUPL-1.2
/**
 * A voucher on its way: one of a mediator's two signatures, carried to who signs the second.
 *
 * The voucher inside is all that the directory will hold, and it says neither when nor to whom it was
 * given. Around it the signer says the day, so that a file that lay about for months is not signed on, and
 * a changed one is told from a whole one. Twin: `relay/protocol/vouching.py`. Source: docs/adr/0019.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { type Sign, type Statement, verify } from "../crypto/signing.ts"
import { dayNumber } from "./day.ts"
import { type Directory, vouch, voucherBody, voucherKey } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, signStatement, type Verified } from "./heard.ts"
import type { VerifiedRoot } from "./root.ts"
import { type Body, day, kemKey, kindOf, publicKey, signature } from "./shape.ts"

/** As long as a ticket lasts: after that its mediator would have to begin anew. */
export const DAYS = 14

/** For whom a manager or the root vouched, on which day; `sig` is the voucher's. */
export const VOUCHING = kindOf("vouching", { mediator: publicKey, kem: kemKey, sig: signature, day })
export type Vouching = Body<typeof VOUCHING>

type Keys = { readonly key: string; readonly kem: string }

/** A vouching that may be believed: the mediator, and the voucher for the directory. */
export type VerifiedVouching = Verified<
  Heard<Vouching> & { readonly mediator: Keys; readonly voucher: Directory["vouchers"][number] }
>

export type VouchingFor = { readonly programme: string; readonly mediator: Keys; readonly today: string }

/** Vouch for a mediator, to be carried to who signs the second time. */
export async function signVouching(
  sign: Sign,
  { programme, mediator, today }: VouchingFor,
): Promise<Statement> {
  const { sig } = await vouch(sign, programme, mediator)
  const { key, kem } = mediator
  return signStatement(VOUCHING, sign, { programme, mediator: key, kem, sig, day: today })
}

/**
 * Believe a vouching, or refuse.
 *
 * Throws `wrong-context` (another programme), `signer-not-allowed`, `revoked` or `signature-wrong` (neither an
 * active manager's nor the root's, or the voucher inside does not verify), `expired` (older than 14 days, or
 * of a day to come).
 */
export async function verifyVouching(
  statement: Statement,
  { root, today }: { readonly root: VerifiedRoot; readonly today: string },
): Promise<VerifiedVouching> {
  const heard = await hear(VOUCHING, statement)
  const { programme, mediator: key, kem, sig, day: signed } = heard.body
  insist(programme === root.body.programme, "wrong-context", "a vouching of another programme")
  const known = heard.signer === root.fingerprint || root.managers.has(heard.signer)
  insist(known, "signer-not-allowed", "not a manager of this programme")
  const signing = voucherKey(heard.signer, root)
  insist(signing !== undefined, "revoked", "a revoked manager")
  await checkSigned(heard, unb64u(signing))
  const inner = { body: voucherBody(programme, { key, kem }), key: statement.key, sig: unb64u(sig) }
  await verify(inner, "mediator", unb64u(signing))
  const age = dayNumber(today) - dayNumber(signed)
  // A day ahead: whose clock is right nobody knows.
  insist(age >= -1 && age <= DAYS, "expired", "a vouching that has lain about")
  const voucher = { mediator: b64u(await keyId(unb64u(key))), key: heard.signer, sig }
  return believe({ ...heard, mediator: { key, kem }, voucher })
}
