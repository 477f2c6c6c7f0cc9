// SPDX-License-Identifier: EUPL-1.2
/** The text that people of a case agree to, shown only when it is the one that the case's policy names. */
import { fromEnvelope } from "../crypto/signing.ts"
import { type ConsentText, namedConsentText } from "../protocol/consent_text.ts"
import { caseOf } from "./picture.ts"
import type { Session } from "./session.ts"

/** The text in both languages, and the hash that a yes to it names. */
export type ShownText = Pick<ConsentText, "en" | "fr"> & { readonly hash: string }

/**
 * Fetch a case's consent text.
 *
 * Throws `not-found` (it was never handed in), `policy-mismatch` (another text than the policy names), or
 * why it does not verify.
 */
export async function consentTextOf(
  { trust, ports }: Pick<Session, "trust" | "ports">,
  caseId: string,
): Promise<ShownText> {
  const { statement } = await ports.client.consentText(caseId)
  const { policy } = caseOf(await trust.picture(), caseId)
  const { body, hash } = await namedConsentText(fromEnvelope(statement), policy)
  return { en: body.en, fr: body.fr, hash }
}
