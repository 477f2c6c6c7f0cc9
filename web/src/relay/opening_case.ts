// SPDX-License-Identifier: EUPL-1.2
/** Opening a case: its first policy, over the consent text that its people will be shown. */
import { sha256 } from "../crypto/derive.ts"
import { b64u } from "../crypto/encoding.ts"
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

/**
 * Sign a new case's first policy and publish it; `consent`: the bytes of the consent text.
 *
 * Returns the case's fresh id and what stands afterwards. Throws as `openCase`.
 */
export async function newCase(
  desk: Desk,
  office: Office,
  { rules, consent }: { readonly rules: CaseRules; readonly consent: Uint8Array },
): Promise<{ readonly case: string; readonly office: Office }> {
  const fresh = freshId(desk.session.ports.random)
  const policy: Policy = {
    ...rules,
    mediators: [...rules.mediators].sort(),
    channels: [...rules.channels].sort(),
    programme: desk.session.programme,
    case: fresh,
    version: 1,
    previous: null,
    participants: [],
    consent_text: b64u(await sha256(consent)),
  }
  return { case: fresh, office: await openCase(managingOf(desk), office, policy) }
}
