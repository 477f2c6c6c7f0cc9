// SPDX-License-Identifier: EUPL-1.2
/** Opening a case: its first policy, over the consent text that its people will be shown. */
import { CONSENT_TEXT } from "../protocol/consent_text.ts"
import { hear, signStatement } from "../protocol/heard.ts"
import { checkLetter, normaliseLetter } from "../protocol/letter.ts"
import type { Policy } from "../protocol/policy.ts"
import { type Office, openCase } from "./managing.ts"
import { type Desk, managingOf } from "./office.ts"
import { freshId } from "./random.ts"

/** What a manager decides about a case; the rest of its policy follows. */
export type CaseRules = Pick<Policy, "mediators" | "quorum" | "cooling_seconds" | "channels" | "retention">

/** Return the retention classes that the relay's settings know. */
export async function retentionClasses({ session }: Desk): Promise<readonly string[]> {
  return (await session.ports.client.programme()).retention
}

/** The text that people agree to, in both languages, as somebody wrote it. */
export type ConsentWords = { readonly en: string; readonly fr: string }

/**
 * Sign the consent text and a new case's first policy over it, and publish both.
 *
 * Line ends and spaces of the text are brought into form. Returns the case's fresh id and what stands
 * afterwards. Throws `hidden-text`, `not-normal`, `wrong-shape` (empty, or too long), and as `openCase`.
 */
export async function newCase(
  desk: Desk,
  office: Office,
  { rules, consent }: { readonly rules: CaseRules; readonly consent: ConsentWords },
): Promise<{ readonly case: string; readonly office: Office }> {
  const fresh = freshId(desk.session.ports.random)
  const at = managingOf(desk)
  const words = { en: normaliseLetter(consent.en), fr: normaliseLetter(consent.fr) }
  for (const language of [words.en, words.fr]) checkLetter(language)
  const text = await signStatement(CONSENT_TEXT, at.sign, { programme: desk.session.programme, ...words })
  const policy: Policy = {
    ...rules,
    mediators: [...rules.mediators].sort(),
    channels: [...rules.channels].sort(),
    programme: desk.session.programme,
    case: fresh,
    version: 1,
    previous: null,
    participants: [],
    consent_text: (await hear(CONSENT_TEXT, text)).hash,
  }
  return { case: fresh, office: await openCase(at, office, { policy, text }) }
}
