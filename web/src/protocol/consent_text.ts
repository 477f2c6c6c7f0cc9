// SPDX-License-Identifier: EUPL-1.2
/**
 * What people agree to: one text in English and French, which a case's policy names by its hash.
 *
 * A yes is over this very text (`consent.ts`), so a person's device shows it only when its hash is the one
 * that the policy names. Twin: `relay/protocol/consent_text.py`. Source: docs/format.md §4.
 */
import type { Statement } from "../crypto/signing.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkLetter } from "./letter.ts"
import type { VerifiedPolicy } from "./policy.ts"
import { type Body, freeText, kindOf } from "./shape.ts"

/** Of each language, in UTF-8. */
export const MAX_BYTES = 24_000

/** The same text in both languages, paragraphs between empty lines. */
export const CONSENT_TEXT = kindOf(
  "consent-text",
  { en: freeText(MAX_BYTES), fr: freeText(MAX_BYTES) },
  { fits: ({ en, fr }) => en !== "" && fr !== "" },
)
export type ConsentText = Body<typeof CONSENT_TEXT>

/** The text that a verified policy names. */
export type NamedConsentText = Verified<Heard<ConsentText>>

/**
 * Return the text that a verified policy names, or refuse.
 *
 * Throws `policy-mismatch` (another text), `wrong-shape`, `hidden-text` or `not-normal`.
 */
export async function namedConsentText(
  statement: Statement,
  policy: VerifiedPolicy,
): Promise<NamedConsentText> {
  const heard = await hear(CONSENT_TEXT, statement)
  for (const words of [heard.body.en, heard.body.fr]) checkLetter(words)
  const named = heard.hash === policy.body.consent_text
  insist(named, "policy-mismatch", "not the consent text that the policy names")
  return believe(heard)
}
