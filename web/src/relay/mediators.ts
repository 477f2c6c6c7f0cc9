// SPDX-License-Identifier: EUPL-1.2
/**
 * Who has looked after a case, and who came and went: read back from policy to policy.
 *
 * Each policy names the hash of the one before it and the current one is verified, so the relay can
 * neither invent nor leave out a version; it can only withhold the end of the chain, and that shows.
 */
import { fromEnvelope, type Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { HANDOVER, type VerifiedHandover, verifyHandover } from "../protocol/handover.ts"
import { hear, insist } from "../protocol/heard.ts"
import { POLICY, type VerifiedPolicy, verifyPastPolicy } from "../protocol/policy.ts"
import { readStatement } from "../protocol/shape.ts"
import type { PolicyHistory } from "../protocol/wire_handover.ts"
import { believable } from "./message.ts"
import { type CasePicture, caseOf, personOf } from "./picture.ts"
import type { Session } from "./session.ts"

/** One version of a case's policy, verified. */
export type PastPolicy = {
  readonly policy: VerifiedPolicy
  /** When the relay took it: its own word, seconds since 1970. */
  readonly at: number
}

/** Who left and who came, by id. */
export type Comings = { readonly left: readonly string[]; readonly came: readonly string[] }

export type MediatorsChange = Comings & { readonly version: number; readonly at: number }

export type MediatorsHistory = {
  /** The latest first. */
  readonly changes: readonly MediatorsChange[]
  /** False where older versions were not shown. */
  readonly whole: boolean
}

/**
 * Verify a case's past policies against the current one: each is the one that its successor names.
 *
 * Throws `policy-mismatch` where the relay shows another chain.
 */
export async function chainOf(
  current: VerifiedPolicy,
  { policies }: Pick<PolicyHistory, "policies">,
): Promise<readonly PastPolicy[]> {
  const [first, ...rest] = policies
  const shown = first === undefined ? null : await hear(POLICY, fromEnvelope(first.statement))
  const here = first !== undefined && shown?.hash === current.hash
  insist(here, "policy-mismatch", "not even the current policy was shown")
  const chain: PastPolicy[] = [{ policy: current, at: first.at }]
  let successor = current
  for (const { statement, at } of rest) {
    successor = await verifyPastPolicy(fromEnvelope(statement), successor)
    chain.push({ policy: successor, at })
  }
  return chain
}

/** Say who left and who came between two sets of key ids. */
export function comings(before: readonly string[], after: readonly string[]): Comings {
  return {
    left: before.filter((keyId) => !after.includes(keyId)).map(personOf),
    came: after.filter((keyId) => !before.includes(keyId)).map(personOf),
  }
}

/** True when somebody left or came. */
export function isChange({ left, came }: Comings): boolean {
  return left.length + came.length > 0
}

/** Who came and went in a case, verified. Throws as `chainOf`, and what the relay refuses. */
export async function mediatorsHistory(
  { trust, ports }: Pick<Session, "trust" | "ports">,
  caseId: string,
): Promise<MediatorsHistory> {
  const { policy } = caseOf(await trust.picture(), caseId)
  const history = await ports.client.policies(caseId)
  const chain = await chainOf(policy, history)
  const changes = chain.flatMap((after, at): readonly MediatorsChange[] => {
    const before = chain[at + 1]
    if (before === undefined) return []
    const moved = comings(before.policy.body.mediators, after.policy.body.mediators)
    return isChange(moved) ? [{ ...moved, version: after.policy.body.version, at: after.at }] : []
  })
  return { changes, whole: !history.more && chain.at(-1)?.policy.body.version === 1 }
}

/** Who came and went, and whether a case that was closed then is open now. */
export type Since = { readonly moved: Comings; readonly reopened: boolean }

/**
 * What changed since a policy that was seen before, named by its hash; null: the relay does not say.
 *
 * Never throws a refusal: that it was not shown is itself worth telling.
 */
export async function changesSince(
  { client }: Pick<Session["ports"], "client">,
  policy: VerifiedPolicy,
  seen: string,
): Promise<Since | null> {
  try {
    const chain = await chainOf(policy, await client.policies(policy.body.case))
    const then = chain.find(({ policy: { hash } }) => hash === seen)
    if (then === undefined) return null
    const [before, after] = [then.policy.body, policy.body]
    return {
      moved: comings(before.mediators, after.mediators),
      reopened: before.channels.length === 0 && after.channels.length > 0,
    }
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}

export type PastHandover = {
  /** Id of the giver. */
  readonly giver: string
  /** Id of the mediator who got the keys. */
  readonly to: string
  readonly keys: number
  readonly day: string
}

/**
 * The hand-overs of a case, the latest first, each verified under the policy that it names; what does not
 * verify, or is told a second time, is left out. A participant sees their own. Throws as `chainOf`, and what the relay refuses.
 */
export async function pastHandovers(
  { trust, ports }: Pick<Session, "trust" | "ports">,
  caseId: string,
): Promise<readonly PastHandover[]> {
  const place = caseOf(await trust.picture(), caseId)
  const chain = await chainOf(place.policy, await ports.client.policies(caseId))
  const { handovers } = await ports.client.handovers(caseId)
  const statements = handovers.map((envelope) => fromEnvelope(envelope))
  const found = await believable(statements.map((statement) => underItsPolicy(statement, chain, place)))
  return onceEach(found)
    .map(({ body }) => ({
      giver: body.giver,
      to: personOf(body.to),
      keys: body.items.length,
      day: body.day,
    }))
    .reverse()
}

/** A statement that is shown again hands over nothing again. */
function onceEach(found: readonly VerifiedHandover[]): readonly VerifiedHandover[] {
  return [...new Map(found.map((one) => [one.hash, one])).values()]
}

async function underItsPolicy(
  statement: Statement,
  chain: readonly PastPolicy[],
  place: CasePicture,
): Promise<VerifiedHandover> {
  const { policy: named, giver } = readStatement(HANDOVER, statement.body)
  const then = chain.find(({ policy }) => policy.hash === named)
  insist(then !== undefined, "policy-mismatch", "made under a policy that is not shown")
  const certificate = place.people.get(giver) ?? null
  return verifyHandover(statement, { policy: then.policy, certificate, seenNumber: 0 })
}
