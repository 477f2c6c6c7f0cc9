// SPDX-License-Identifier: EUPL-1.2
/**
 * An interpreter's access to one message, until a day: who gave it, and when it is over.
 *
 * Only what an interpreter made while a grant lasted counts as theirs; and once it is over, their own
 * client opens nothing, whatever wrap a server still hands out. Twin: `relay/protocol/grant.py`.
 * Source: protocol.md §5.
 */
import type { Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { type AboutClaim, checkAbout, checkNamesItsSigner } from "./approval.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkOnceAssigned } from "./policy.ts"
import { type Body, boolean, day, hashed, ident, integer, kindOf, optional } from "./shape.ts"

export const GRANT = kindOf(
  "grant",
  {
    case: ident,
    mediator: ident,
    message: ident,
    manifest: hashed,
    interpreter: hashed,
    until: day,
    given: boolean,
    wrap: optional(hashed),
    number: integer(1),
    day,
  },
  // A grant names its wrap, and its end names none; none is over before it begins.
  { fits: (body) => body.given === (body.wrap !== null) && !(body.given && body.until < body.day) },
)
export type Grant = Body<typeof GRANT>

/** A grant, or the end of one, by an assigned mediator. */
export type VerifiedGrant = Verified<Heard<Grant>>

/**
 * Believe a grant or its end, or refuse. `manifest`: of the message that is to be rendered.
 *
 * Throws `wrong-context` (about another message), `signer-not-allowed`, `revoked` or `signature-wrong`.
 */
export async function verifyGrant(
  statement: Statement,
  { manifest, policy }: AboutClaim,
): Promise<VerifiedGrant> {
  const heard = await hear(GRANT, statement)
  checkAbout(heard, manifest)
  checkNamesItsSigner(heard)
  await checkOnceAssigned(heard, policy)
  return believe(heard)
}

/** Return what verifies of one interpreter's grants and their ends; rubbish gains nothing. */
export async function believedGrants(
  statements: readonly Statement[],
  { interpreter, ...claim }: AboutClaim & { readonly interpreter: string },
): Promise<readonly VerifiedGrant[]> {
  const found: VerifiedGrant[] = []
  for (const statement of statements) {
    try {
      const grant = await verifyGrant(statement, claim)
      if (grant.body.interpreter === interpreter) found.push(grant)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
    }
  }
  return found
}

/**
 * Return the grant that stands today.
 *
 * Throws `grant-over`: there is none, its last day has passed, or a mediator ended it.
 */
export function requireGranted(grants: readonly VerifiedGrant[], today: string): VerifiedGrant {
  const standing = grants.find(
    (grant) => grant.body.given && today <= grant.body.until && endsOf(grants, grant).length === 0,
  )
  insist(standing !== undefined, "grant-over", "no grant stands")
  return standing
}

/**
 * Return the grant under which something was made on a day, whether or not it still stands.
 *
 * Throws `grant-over`: none lasted until then.
 */
export function requireMadeUnder(grants: readonly VerifiedGrant[], madeOn: string): VerifiedGrant {
  const lasted = grants.find((grant) => {
    const lasts = [grant.body.until, ...endsOf(grants, grant).map(({ body }) => body.day)]
    return grant.body.given && lasts.every((last) => madeOn <= last)
  })
  insist(lasted !== undefined, "grant-over", "made under no grant")
  return lasted
}

/** What ends a grant: a later word of its giver, or a colleague's of that day or after. */
function endsOf(grants: readonly VerifiedGrant[], grant: VerifiedGrant): readonly VerifiedGrant[] {
  return grants.filter((other) => {
    if (other.body.given) return false
    if (other.signer === grant.signer) return other.body.number > grant.body.number
    return other.body.day >= grant.body.day
  })
}
