// SPDX-License-Identifier: EUPL-1.2
/** Being told that something waits, and answering: ready, not now, never, or keep it for me. */
import { toEnvelope } from "../crypto/signing.ts"
import { verifyOffer } from "../protocol/approval.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { referencesOf } from "../protocol/policy.ts"
import { READINESS, verifyReadiness } from "../protocol/readiness.ts"
import type { MessageView } from "../protocol/wire.ts"
import { answersIn } from "../review/machine.ts"
import { today } from "./clock.ts"
import type { NoteText } from "./letters.ts"
import { believable, type FetchedMessage, fetchMessage, statementsOf } from "./message.ts"
import { readNoteIfAny } from "./notes.ts"
import { withNumber } from "./numbers.ts"
import type { Session } from "./session.ts"

export type Answer = NonNullable<MessageView["answer"]>

export type OpenedOffer = {
  readonly id: string
  readonly case: string
  readonly channel: MessageView["channel"]
  readonly state: MessageView["state"]
  /** What the mediator wrote for this person: who it is from, what kind, what is in it. */
  readonly note: NoteText | null
  /** Own latest answer, by one's own signature. */
  readonly answer: Answer | null
  /** The answers that can be given now. */
  readonly answers: readonly Answer[]
  readonly version: number
}

/** Open the offer of one message: verified to come from an assigned mediator. No word of the letter is in it. */
export async function openOffer(session: Session, id: string): Promise<OpenedOffer> {
  const fetched = await fetchMessage(session, id)
  checkAddressed(session, fetched)
  await session.trust.remember(id, fetched.manifest.hash)
  return offerOf(session, fetched)
}

function checkAddressed({ person }: Session, { manifest }: FetchedMessage): void {
  insist(manifest.body.addressees.includes(person), "not-addressed", "not an addressee of this message")
}

async function offerOf(session: Session, fetched: FetchedMessage): Promise<OpenedOffer> {
  const { view } = fetched
  return {
    id: view.message,
    case: view.case,
    channel: view.channel,
    state: view.state,
    note: await latestNote(session, fetched),
    answer: await ownAnswer(session, fetched),
    answers: answersIn(view.state),
    version: view.version,
  }
}

async function latestNote(session: Session, fetched: FetchedMessage): Promise<NoteText | null> {
  const { detail, place, manifest, note } = fetched
  const about = { manifest, policy: place.policy }
  const verified = await believable(
    statementsOf(fetched, "offer").map((statement) => verifyOffer(statement, about)),
  )
  const mine = verified.filter(({ body }) => body.addressee === session.person)
  // Numbers rise per mediator only; the server lists statements as they came.
  const latest = mine.at(-1)
  if (latest === undefined) return null
  const { note: named, mediator, day } = latest.body
  const said = await readNoteIfAny(session.keyring, { notes: detail.notes, named, place: note })
  return said === null ? null : { kind: "offer", decision: null, said, by: mediator, day }
}

async function ownAnswer(session: Session, fetched: FetchedMessage): Promise<Answer | null> {
  const { manifest, place } = fetched
  const claim = { manifest, ...session.trust.me(place) }
  const answers = await believable(
    statementsOf(fetched, "readiness").map((statement) => verifyReadiness(statement, claim)),
  )
  const [latest] = [...answers].sort((one, other) => other.body.number - one.body.number)
  return latest?.body.answer ?? null
}

/** Answer; every answer can be changed later. Throws `stale-version`, `not-allowed`. */
export async function answerOffer(
  session: Session,
  { id, version }: OpenedOffer,
  answer: Answer,
): Promise<OpenedOffer> {
  const fetched = await fetchMessage(session, id)
  checkAddressed(session, fetched)
  await withNumber(session, async (number) => {
    const statement = await signStatement(READINESS, session.keyring.sign, {
      programme: session.programme,
      case: fetched.view.case,
      message: id,
      manifest: fetched.manifest.hash,
      participant: session.person,
      answer,
      number,
      plan: null,
      ...referencesOf(fetched.place.policy),
      day: today(session.ports.clock),
    })
    return session.ports.client.state(id, "readiness", { statement: toEnvelope(statement), version })
  })
  return offerOf(session, await fetchMessage(session, id))
}
