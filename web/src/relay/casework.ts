// SPDX-License-Identifier: EUPL-1.2
/**
 * A case's board: its people by side, what each needs, and which gates are shut, judged on this device.
 *
 * Whatever does not verify is named, and opens nothing. What the server alone calls shut is shown too: it
 * would refuse.
 */
import { type ErrorCode, RelayError } from "../errors.ts"
import { type Shut, shutInCase } from "../protocol/gates.ts"
import { clearOf, type GateClear, type RecordType } from "../protocol/record.ts"
import { gateRecords, knownOf } from "./case_gates.ts"
import { today } from "./clock.ts"
import { type ChannelConsent, type Consents, consentsOf, standingOf } from "./consent.ts"
import { type CasePicture, caseOf } from "./picture.ts"
import { TOPICS, type Topic } from "./record_words.ts"
import { type OpenedRecord, type RecordList, type RefusedRecord, recordsOf } from "./records.ts"
import type { Session } from "./session.ts"

export type Side = "harmed" | "responsible"

/** One person on the board. */
export type PersonOnBoard = {
  readonly person: string
  readonly side: Side
  readonly enrolled: boolean
  /** In their own words; without those that they took back. */
  readonly needs: readonly OpenedRecord<"need">[]
  /** What they named as a need: all else is not to be raised with them. */
  readonly topics: readonly Topic[]
  readonly consents: readonly ChannelConsent[]
  readonly gates: { readonly [gate in GateClear["gate"]]: OpenedRecord<"gate"> | null }
  /** The gates of this person that are shut now. */
  readonly shut: readonly Shut[]
}

export type Board = {
  readonly case: string
  /** Today, by which the gates were judged. */
  readonly day: string
  readonly people: readonly PersonOnBoard[]
  /** What may be sent; none once the case is closed. */
  readonly channels: readonly string[]
  /** The class of the policy that says how long its records are kept. */
  readonly retention: string
  readonly paces: { readonly [side in Side]: OpenedRecord<"pace"> | null }
  /** What the server calls shut, and this device does not. */
  readonly onlyServer: readonly Shut[]
  /** Why the gates cannot be judged: then nothing can be offered or released. Null: they were. */
  readonly doubt: ErrorCode | null
  readonly records: readonly OpenedRecord[]
  readonly refused: readonly RefusedRecord[]
}

/** Return a board's records of one type. */
export function ofType<T extends RecordType>(
  { records }: Pick<Board, "records">,
  type: T,
): readonly OpenedRecord<T>[] {
  return records.filter((one) => one.type === type) as unknown as readonly OpenedRecord<T>[]
}

/**
 * Whether something may be raised with a person: only what they named as a need themselves.
 *
 * Nobody is asked for forgiveness, an apology or a meeting who did not speak of it first.
 */
export function isTopicOpen(
  needs: readonly Pick<OpenedRecord<"need">, "by" | "clear" | "words">[],
  person: string,
  topic: Topic,
): boolean {
  return needs.some((need) => need.by === person && !need.clear.gone && need.words?.topics.includes(topic))
}

/** Everything of a case, verified. Throws `rollback` or `fork` for what is older than was seen. */
export async function openBoard(session: Session, caseId: string): Promise<Board> {
  const list = await recordsOf(session, caseId)
  const consents = await consentsOf(session, caseId)
  const place = caseOf(await session.trust.picture(), caseId)
  const day = today(session.ports.clock)
  const judged = await judge(session, place, { list, consents, day })
  const { gates } = await session.ports.client.shutGates(caseId)
  return {
    case: caseId,
    day,
    people: place.policy.body.participants.map(({ participant, side }) =>
      personOf(place, { person: participant, side }, { list, consents, shut: judged.shut }),
    ),
    channels: place.policy.body.channels,
    retention: place.policy.body.retention,
    paces: { harmed: paceOf(list, "harmed"), responsible: paceOf(list, "responsible") },
    onlyServer: gates.filter((one) => !judged.shut.some((mine) => isSame(mine, one))),
    doubt: judged.doubt,
    records: list.records,
    refused: list.refused,
  }
}

type Facts = { readonly list: RecordList; readonly consents: Consents; readonly day: string }
type Judged = { readonly shut: readonly Shut[]; readonly doubt: ErrorCode | null }

async function judge(session: Session, place: CasePicture, { list, consents, day }: Facts): Promise<Judged> {
  const { channels, participants } = place.policy.body
  const gating = {
    records: list.records.filter((one) => one.type === "gate" || one.type === "pace"),
    refused: list.refused.filter(({ view }) => view.type === "gate" || view.type === "pace"),
  }
  try {
    const [doubted] = consents.refused
    if (doubted !== undefined) throw new RelayError(doubted, "a consent that does not verify")
    const records = await gateRecords([gating])
    const known = await knownOf(session, place, { records, consents })
    return { shut: shutInCase(known, participants, { channels, day }), doubt: null }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { shut: [], doubt: error.code }
  }
}

function isSame(one: Shut, other: Shut): boolean {
  return one.code === other.code && one.participant === other.participant && one.channel === other.channel
}

type Found = {
  readonly list: RecordList
  readonly consents: Consents
  readonly shut: readonly Shut[]
}

function personOf(
  place: CasePicture,
  { person, side }: { readonly person: string; readonly side: Side },
  { list, consents, shut }: Found,
): PersonOnBoard {
  const needs = ofType(list, "need").filter((need) => need.by === person && !need.clear.gone)
  const gate = (named: GateClear["gate"]) =>
    ofType(list, "gate").find(({ clear }) => clear.gate === named && clear.participant === person) ?? null
  return {
    person,
    side,
    enrolled: place.people.has(person),
    needs,
    topics: TOPICS.filter((topic) => isTopicOpen(needs, person, topic)),
    consents: standingOf(consents, place, person),
    gates: {
      "no-contact": gate("no-contact"),
      assessment: gate("assessment"),
      overlap: gate("overlap"),
    },
    shut: shut.filter(({ participant }) => participant === person),
  }
}

function paceOf(list: RecordList, side: Side): OpenedRecord<"pace"> | null {
  return ofType(list, "pace").find(({ clear }) => clear.side === side) ?? null
}

/** The day on which a record asks for something, or ends; null where it does not. */
export function dueOf(record: OpenedRecord): string | null {
  return (
    clearOf(record, "task")?.due ?? clearOf(record, "gate")?.until ?? clearOf(record, "away")?.until ?? null
  )
}
