// SPDX-License-Identifier: EUPL-1.2
/** The gates of the invented case, opened by whoever may: consent by each person, the rest by the mediator. */
import type { GateClear } from "../src/protocol/record.ts"
import { giveConsent } from "../src/relay/consent.ts"
import { caseOf } from "../src/relay/picture.ts"
import { type Before, historyOf, type Written, writeRecord } from "../src/relay/records.ts"
import type { Session } from "../src/relay/session.ts"
import { CASE } from "./office.ts"

export const ORDER_WORDS = { evidence: "Seen on paper.", reason: "Nobody here exists." }
export const ASSESSMENT_WORDS = { safety: "", privacy: "", wellbeing: "", reason: "Nobody here exists." }
/** Within the last day of the invented directory. */
export const UNTIL = "2027-02-20"

/** Have these people agree to every channel of the case, and the mediator clear and assess each. */
export async function openGates(people: readonly Session[], mediator: Session): Promise<void> {
  const { channels } = caseOf(await mediator.trust.picture(), CASE).policy.body
  for (const session of people) {
    const text = await textOf(session)
    for (const channel of channels) await giveConsent(session, CASE, { channel, given: true, text })
    await setGate(mediator, { gate: "no-contact", participant: session.person, shut: false, until: null })
    await setGate(mediator, { gate: "assessment", participant: session.person, shut: false, until: UNTIL })
  }
}

/** The hash of the text that this person's picture of the case names. */
export async function textOf(session: Session): Promise<string> {
  return caseOf(await session.trust.picture(), CASE).policy.body.consent_text
}

/** Write a gate, on top of the version that stands. */
export async function setGate(mediator: Session, clear: GateClear): Promise<Written<"gate">> {
  const words = clear.gate === "assessment" ? ASSESSMENT_WORDS : ORDER_WORDS
  const draft = { type: "gate", clear, words } as const
  const first = await writeRecord(mediator, CASE, draft, null)
  if (first.kind === "written") return first
  return writeRecord(mediator, CASE, draft, first.now)
}

/** The version of a record that stands. */
export async function standing(session: Session, record: string): Promise<Before> {
  const [last] = (await historyOf(session, CASE, record)).slice(-1)
  if (last === undefined) throw new TypeError("no such record")
  return last
}
