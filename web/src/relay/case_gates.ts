// SPDX-License-Identifier: EUPL-1.2
/**
 * The gates of a case, judged on this device from signed records: whatever the server calls open.
 *
 * The same judgement as the server's (`protocol/gates`), over what this client verified itself. A record
 * that does not verify is no reason to let something through: nothing is offered then.
 */
import { fromEnvelope } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { verifyOffer } from "../protocol/approval.ts"
import { type FirstOffer, type Known, requireOpen, type Shut, shutGates } from "../protocol/gates.ts"
import { hear, insist } from "../protocol/heard.ts"
import { clearOf, type GateClear, type PaceClear, RECORD } from "../protocol/record.ts"
import type { MessageView } from "../protocol/wire.ts"
import { messagesOf } from "./case_messages.ts"
import { today } from "./clock.ts"
import { type Consents, consentsOf } from "./consent.ts"
import { believable, type FetchedMessage, heldAgainst, nowOrThen, statementsOf } from "./message.ts"
import type { CasePicture } from "./picture.ts"
import { type RecordList, type RefusedRecord, recordsOf } from "./records.ts"
import type { Session } from "./session.ts"

/** What a case's gates hang on. */
export type GateRecords = { readonly gates: readonly GateClear[]; readonly paces: readonly PaceClear[] }

/**
 * Refuse to offer or release a message while a gate between its people is shut.
 *
 * Throws the code of the first one, as the server would: `consent-missing`, `no-contact`,
 * `assessment-due`, `overlap`, `pace`; or why a record or consent is not believed.
 */
export async function requireGates(session: Session, fetched: FetchedMessage): Promise<void> {
  const { known, asked } = await judgedBy(session, fetched)
  for (const one of asked) requireOpen(known, one)
}

/** Every gate that is shut for a message now. Throws why a record or consent is not believed. */
export async function shutFor(session: Session, fetched: FetchedMessage): Promise<readonly Shut[]> {
  const { known, asked } = await judgedBy(session, fetched)
  return asked.flatMap((one) => shutGates(known, one))
}

/** What a message's gates are judged from, and what is asked of them: once for each addressee. */
async function judgedBy(session: Session, { manifest, place }: FetchedMessage) {
  const { case: caseId, message, sender, channel, addressees } = manifest.body
  const [gates, paces, consents] = await Promise.all([
    recordsOf(session, caseId, "gate"),
    recordsOf(session, caseId, "pace"),
    consentsOf(session, caseId),
  ])
  const records = await gateRecords([gates, paces])
  const [doubted] = consents.refused
  if (doubted !== undefined) throw new RelayError(doubted, "a consent that does not verify")
  const known = await knownOf(session, place, { records, consents })
  const side = sideOf(place, sender)
  const day = today(session.ports.clock)
  return { known, asked: addressees.map((addressee) => ({ message, channel, sender, side, addressee, day })) }
}

/** Gather what the gates say. A revoked mediator's is shut; throws what else is not believed. */
export async function gateRecords(
  lists: readonly Pick<RecordList<"gate" | "pace">, "records" | "refused">[],
): Promise<GateRecords> {
  const records = lists.flatMap((list) => list.records)
  const refused = lists.flatMap((list) => list.refused)
  return {
    gates: [
      ...records.flatMap((one) => clearOf(one, "gate") ?? []),
      ...(await Promise.all(refused.map(shutAgain))).flat(),
    ],
    paces: records.flatMap((one) => clearOf(one, "pace") ?? []),
  }
}

/** What a revoked mediator said of a gate opens nothing, and shuts what they may have called open. */
async function shutAgain({ view, code }: RefusedRecord): Promise<readonly GateClear[]> {
  if (code !== "revoked") throw new RelayError(code, "a record that does not verify")
  const { body } = await hear(RECORD, fromEnvelope(view.statement))
  const gate = clearOf(body, "gate")
  return gate === undefined ? [] : [{ ...gate, shut: true, until: null }]
}

/** Put together what the gates are judged from. First offers are looked for only where a pace counts them. */
export async function knownOf(
  session: Session,
  place: CasePicture,
  { records, consents }: { readonly records: GateRecords; readonly consents: Consents },
): Promise<Known> {
  return {
    consent_text: place.policy.body.consent_text,
    consents: consents.believed.map(({ body }) => body),
    ...records,
    offers: records.paces.length === 0 ? [] : await firstOffers(session, place),
  }
}

const OFFERED: readonly MessageView["state"][] = ["offered", "kept", "released", "opened"]

/** On which day each message of a case was first offered, by the mediators' own signatures. */
async function firstOffers(session: Session, place: CasePicture): Promise<readonly FirstOffer[]> {
  const views = await messagesOf(session, place.policy.body.case)
  const found: FirstOffer[] = []
  for (const view of views.filter(({ state }) => OFFERED.includes(state))) {
    const detail = await session.ports.client.message(view.message)
    const day = await firstOffer(await heldAgainst(session, view.message, detail))
    if (day !== null) found.push({ message: view.message, side: sideOf(place, view.sender), day })
  }
  return found
}

async function firstOffer(fetched: FetchedMessage): Promise<string | null> {
  const { manifest, place } = fetched
  const offers = statementsOf(fetched, "offer").map((statement) =>
    nowOrThen(place, (policy) => verifyOffer(statement, { manifest, policy })),
  )
  const days = (await believable(offers)).map(({ body }) => body.day).sort()
  return days[0] ?? null
}

/** Return the side on which somebody stands. Throws `wrong-context`: nobody of this case. */
export function sideOf({ policy }: CasePicture, person: string): "harmed" | "responsible" {
  const entry = policy.body.participants.find(({ participant }) => participant === person)
  insist(entry !== undefined, "wrong-context", "nobody of this case")
  return entry.side
}
