// SPDX-License-Identifier: EUPL-1.2
/**
 * What a manager sees of the programme in counts, and closing a case: the next version of its policy, with no channels.
 *
 * That a case asks is what the relay says; what was asked and why lies sealed with its mediators. So a
 * manager talks with them first, and what was closed can be opened again. Source: docs/adr/0019.
 */
import type { SupervisionView } from "../protocol/wire_office.ts"
import { changePolicy, fetchOffice, type Office, policyOf } from "./managing.ts"
import { type Desk, managingOf } from "./office.ts"

/** A case whose mediators ask for it to be closed. */
export type ClosingAsked = {
  readonly case: string
  readonly mediator: string
  /** Seconds since 1970. */
  readonly at: number
  readonly closed: boolean
}

export type Supervised = {
  readonly counts: SupervisionView
  readonly closings: readonly ClosingAsked[]
}

/** True when nothing can be sent in a case, by its policy. */
export function isClosed(office: Office, caseId: string): boolean {
  return policyOf(office, caseId).body.channels.length === 0
}

/** Fetch this week's counts, and which cases ask to be closed. Throws as `fetchOffice`. */
export async function supervise(desk: Desk): Promise<Supervised> {
  const { client } = desk.session.ports
  const [counts, asked, office] = await Promise.all([
    client.supervision(),
    client.closings(),
    fetchOffice(managingOf(desk)),
  ])
  const closings = asked.closings
    .filter((one) => office.policies.has(one.case))
    .map((one) => ({ ...one, closed: isClosed(office, one.case) }))
  return { counts, closings }
}

/**
 * Sign the next version of a case's policy with no channels, and hand it in.
 *
 * Throws as `changePolicy`; `not-found` too when the programme's list does not name the case.
 */
export async function closeCase(desk: Desk, caseId: string): Promise<void> {
  const at = managingOf(desk)
  const office = await fetchOffice(at)
  await changePolicy(at, office, { ...policyOf(office, caseId).body, channels: [] })
}
