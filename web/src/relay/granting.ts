// SPDX-License-Identifier: EUPL-1.2
/** A mediator lets an interpreter open one message until a day, and ends that. */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { wrap } from "../crypto/wrapping.ts"
import { believedGrants, GRANT, requireGranted, type VerifiedGrant } from "../protocol/grant.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { wrapHash } from "../protocol/release.ts"
import type { Wrap } from "../protocol/wire.ts"
import { today } from "./clock.ts"
import { type FetchedMessage, fetchMessage, statementsOf, withContentKey } from "./message.ts"
import { withNumber } from "./numbers.ts"
import { personOf } from "./picture.ts"
import { passCode } from "./refusals.ts"
import type { Session } from "./session.ts"

/** A grant is for one piece of work: the server takes no longer ones. */
export const MOST_DAYS = 92

export type InterpreterKey = { readonly person: string; readonly keyId: string }

/** Somebody who may, or might, open a message. */
export type Access = InterpreterKey & {
  /** The last day, UTC. */
  readonly until: string
  /** Id of the mediator who gave it. */
  readonly by: string
  readonly stands: boolean
}

/** Everybody whom the directory calls an active interpreter. */
export async function interpreters(session: Session): Promise<readonly InterpreterKey[]> {
  const { directory } = await session.trust.picture()
  return [...directory.interpreters]
    .filter(([, { status }]) => status === "active")
    .map(([keyId]) => ({ keyId, person: personOf(keyId) }))
}

/** Who was ever let in to a message, each with the last word about it. */
export async function accessTo(session: Session, id: string): Promise<readonly Access[]> {
  return accessIn(await fetchMessage(session, id), today(session.ports.clock))
}

/** The same for a message that is already here. */
export async function accessIn(fetched: FetchedMessage, day: string): Promise<readonly Access[]> {
  const { manifest, place } = fetched
  const statements = statementsOf(fetched, "grant")
  const found: Access[] = []
  for (const keyId of place.policy.directory.interpreters.keys()) {
    const claim = { manifest, policy: place.policy, interpreter: keyId }
    const grants = await believedGrants(statements, claim)
    const latest = standing(grants, day) ?? grants.findLast(({ body }) => body.given)
    if (latest === undefined) continue
    const { until, mediator } = latest.body
    found.push({
      person: personOf(keyId),
      keyId,
      until,
      by: mediator,
      stands: standing(grants, day) !== null,
    })
  }
  return found
}

function standing(grants: readonly VerifiedGrant[], day: string): VerifiedGrant | null {
  try {
    return requireGranted(grants, day)
  } catch (error) {
    passCode("grant-over")(error)
    return null
  }
}

/** Let an interpreter in until a UTC day. Throws `signer-not-allowed`: no active interpreter of the directory. */
export async function giveAccess(session: Session, id: string, given: GivenTo): Promise<void> {
  const fetched = await fetchMessage(session, id)
  const { manifest, place, view } = fetched
  const entry = place.policy.directory.interpreters.get(given.keyId)
  insist(entry?.status === "active", "signer-not-allowed", "no active interpreter")
  const subject = unb64u(manifest.hash)
  const wrapped = await withContentKey(session, fetched, "review", (contentKey) =>
    wrap(unb64u(entry.kem), contentKey, { purpose: "grant", subject }),
  )
  const handed: Wrap = { purpose: "grant", recipient: given.keyId, wrap: b64u(wrapped) }
  const said = { interpreter: given.keyId, until: given.until, given: true, wrap: await wrapHash(wrapped) }
  await post(session, fetched, { said, version: view.version, wrap: handed })
}

export type GivenTo = { readonly keyId: string; readonly until: string }

/** End an interpreter's access at once. */
export async function endAccess(session: Session, id: string, { keyId, until }: GivenTo): Promise<void> {
  const fetched = await fetchMessage(session, id)
  const said = { interpreter: keyId, until, given: false, wrap: null }
  await post(session, fetched, { said, version: fetched.view.version, wrap: null })
}

type Said = {
  readonly said: {
    readonly interpreter: string
    readonly until: string
    readonly given: boolean
    readonly wrap: string | null
  }
  readonly version: number
  readonly wrap: Wrap | null
}

async function post(
  session: Session,
  { manifest }: FetchedMessage,
  { said, version, wrap: handed }: Said,
): Promise<void> {
  const { programme, case: place, message } = manifest.body
  await withNumber(session, async (number) => {
    const statement = await signStatement(GRANT, session.keyring.sign, {
      ...{ programme, case: place, mediator: session.person, message, manifest: manifest.hash },
      ...said,
      number,
      day: today(session.ports.clock),
    })
    const body = { statement: toEnvelope(statement), version }
    return session.ports.client.state(message, "grants", handed === null ? body : { ...body, wrap: handed })
  })
}
