// SPDX-License-Identifier: EUPL-1.2
/**
 * Asking to take part: words sealed to the programme before anybody has a key.
 *
 * No statement: whoever asks has nothing to sign with. One box, and one wrap of its key for the intake
 * key that the directory names. Twin: `relay/protocol/intake.py`. Source: docs/adr/0015.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { encode } from "../crypto/canonical.ts"
import { SUITE } from "../crypto/derive.ts"
import { type Unwrap, unwrapperOf, wrap } from "../crypto/wrapping.ts"
import { intakeSubject } from "./intake_key.ts"

export const INTAKE_LABEL = "intake"

/** Of which programme an intake is, and its random id. */
export type IntakePlace = { readonly programme: string; readonly intake: string }

/** Return the canonical context of an intake's box. */
export function intakeContext({ programme, intake }: IntakePlace): Bytes {
  return encode({ intake, programme, suite: SUITE })
}

/** Seal what somebody asks under a random key; the salt is 32 fresh bytes. */
export async function sealIntake(
  key: Uint8Array,
  content: Uint8Array,
  { place, salt }: { readonly place: IntakePlace; readonly salt: Uint8Array },
): Promise<Bytes> {
  return sealBox(key, content, { label: INTAKE_LABEL, context: intakeContext(place), salt })
}

/** Wrap an intake's key for the directory's intake key. Throws as `wrap`. */
export async function wrapIntake(kem: Uint8Array, key: Uint8Array, box: Uint8Array): Promise<Bytes> {
  return wrap(kem, key, { purpose: "intake", subject: await intakeSubject(box) })
}

/**
 * Open what somebody asks, with the intake key's 32-byte seed.
 *
 * Throws `wrap-broken` (changed, for another key, or of another box), `commitment-wrong` (another
 * programme or intake) or `seal-broken`.
 */
export async function openIntake(
  seed: Uint8Array,
  box: Uint8Array,
  { wrapped, place }: { readonly wrapped: Uint8Array; readonly place: IntakePlace },
): Promise<Bytes> {
  return openIntakeWith(unwrapperOf(seed), box, { wrapped, place })
}

/** Open what somebody asks with whatever opens wraps for the intake key. Throws as `openIntake`. */
export async function openIntakeWith(
  unwrap: Unwrap,
  box: Uint8Array,
  { wrapped, place }: { readonly wrapped: Uint8Array; readonly place: IntakePlace },
): Promise<Bytes> {
  const key = await unwrap(wrapped, { purpose: "intake", subject: await intakeSubject(box) })
  return openBox(key, box, { label: INTAKE_LABEL, context: intakeContext(place) })
}
