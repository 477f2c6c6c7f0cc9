// SPDX-License-Identifier: EUPL-1.2
/** The mediator's desk: what waits, taking it up, and opening it with everything verified first. */
import type { Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { type AboutClaim, verifyApproval, verifyDecision, verifyOffer } from "../protocol/approval.ts"
import { insist } from "../protocol/heard.ts"
import type { NoteWords } from "../protocol/note_words.ts"
import { findParticipant } from "../protocol/policy.ts"
import { verifyReadiness } from "../protocol/readiness.ts"
import type { MessageView } from "../protocol/wire.ts"
import { type Media, mediaIn, textIn } from "../review/contents.ts"
import { type Permitted, permitted } from "../review/machine.ts"
import { paragraphsOf } from "../review/release.ts"
import { type Provenance, provenanceOf } from "./made.ts"
import { believable, type FetchedMessage, fetchMessage, nowOrThen, openAs, statementsOf } from "./message.ts"
import { readNoteIfAny } from "./notes.ts"
import { refuseLeftOut } from "./own_said.ts"
import { certificateOf } from "./picture.ts"
import type { Session } from "./session.ts"

export type DeskItem = {
  readonly id: string
  readonly case: string
  readonly state: MessageView["state"]
  readonly channel: MessageView["channel"]
  readonly kind: MessageView["kind"]
  readonly sender: string
  readonly addressee: string
  readonly senderSide: "harmed" | "responsible" | null
  readonly day: string
  readonly coolingUntil: number | null
  readonly holdUntil: string | null
  readonly approvals: number | null
  readonly quorum: number | null
  readonly answer: MessageView["answer"]
  /** Seconds since 1970. */
  readonly waitingSince: number | null
  readonly claimedByMe: boolean
  readonly claimedBy: string | null
  /** Seconds since 1970: when the claim ends by itself. */
  readonly claimedUntil: number | null
  /** Seconds since 1970: until when the approval may be taken back, and nothing is offered. */
  readonly undoUntil: number | null
  readonly manifest: string
  readonly version: number
  readonly may: Permitted
}

export type QueueFilter = {
  /** All of one's cases unless given. */
  readonly case?: string
  /** One state, or several with commas between. */
  readonly state?: string
  /** From the page before. */
  readonly after?: string
  /** At most so many; 50 unless given. */
  readonly limit?: number
}

export type QueuePage = { readonly items: readonly DeskItem[]; readonly next: string | null }

/** One page of the queue, longest waiting first. */
export async function queuePage(session: Session, filter: QueueFilter = {}): Promise<QueuePage> {
  const { messages, next } = await session.ports.client.messages(filter)
  return { items: messages.map((view) => itemOf(session, view)), next }
}

/** Read a view as an item of this mediator's desk. */
export function itemOf(
  { person, role, trust }: Pick<Session, "person" | "role" | "trust">,
  view: MessageView,
): DeskItem {
  const sender = trust.members(view.case).find((member) => member.person === view.sender)
  return {
    id: view.message,
    case: view.case,
    state: view.state,
    channel: view.channel,
    kind: view.kind,
    sender: view.sender,
    addressee: view.addressee,
    senderSide: sender?.side ?? null,
    day: view.day,
    coolingUntil: view.cooling_until,
    holdUntil: view.hold_until,
    approvals: view.approvals,
    quorum: view.quorum,
    answer: view.answer,
    waitingSince: view.waiting_since,
    claimedByMe: view.claimed_by === person,
    claimedBy: view.claimed_by,
    claimedUntil: view.claimed_until,
    undoUntil: view.undo_until,
    manifest: view.manifest,
    version: view.version,
    may: permitted(view, role),
  }
}

/**
 * Take an item up for review, for half an hour.
 *
 * Throws `claimed` while another mediator is at it, `stale-version` when somebody acted meanwhile.
 */
export async function claim(session: Session, item: DeskItem): Promise<DeskItem> {
  return claimed(session, item, false)
}

/** Take an item over from the mediator who is at it. That leaves a trace. Throws as `claim`. */
export async function takeOver(session: Session, item: DeskItem): Promise<DeskItem> {
  return claimed(session, item, true)
}

/** Hold on to one's own claim for another half hour, while one is at it. Throws as `claim`. */
export async function renewClaim(session: Session, item: DeskItem): Promise<DeskItem> {
  return claimed(session, item, false)
}

/** Put an item down, so that another mediator finds it free. Throws `claimed` when it is another's. */
export async function letGo(session: Session, { id, version }: DeskItem): Promise<DeskItem> {
  return sameItem(session, id, await session.ports.client.unclaim(id, { version }))
}

async function claimed(session: Session, { id, version }: DeskItem, takeOver: boolean): Promise<DeskItem> {
  const { view } = await session.ports.client.claim(id, { version, take_over: takeOver })
  return sameItem(session, id, view)
}

function sameItem(session: Session, id: string, view: MessageView): DeskItem {
  insist(view.message === id, "wrong-context", "another message than was asked for")
  return itemOf(session, view)
}

export type EarlierStatement = {
  readonly kind: "approval" | "decision" | "offer" | "readiness"
  /** A decision's or an answer's word. */
  readonly what: string | null
  /** Id of the signer. */
  readonly by: string
  readonly number: number
  readonly day: string
  /** A hold's day. */
  readonly until: string | null
  /** The sealed note, where it was sealed for this mediator too. */
  readonly note: NoteWords | null
}

/** A message opened for review: everything of it was verified before a word was shown. */
export type Review = Provenance & {
  readonly item: DeskItem
  readonly text: string
  readonly paragraphs: readonly string[]
  readonly language: string
  /** Films, pictures and captions; shown after the words. */
  readonly media: Media
  readonly contentNote: string
  /** Whose words they are; where they were made, `maker` says by whom. */
  readonly author: {
    readonly person: string
    readonly side: "harmed" | "responsible"
    /** The certificate that the policy names; its key signed these words, or who made them names it. */
    readonly certificate: string
    readonly keyEpoch: number
    /** More than one key stood for this person. */
    readonly keyChanged: boolean
  }
  readonly earlier: readonly EarlierStatement[]
  readonly manifest: string
  /** The manifest of the version that this one takes the place of. */
  readonly supersedes: string | null
}

/** Verify and open. Throws the first check that failed; nothing is shown then. */
export async function openForReview(session: Session, id: string): Promise<Review> {
  const fetched = await fetchMessage(session, id)
  const { manifest, place, view } = fetched
  await refuseLeftOut(session, manifest.body, fetched.detail)
  const opened = await openAs(session, fetched, "review")
  await session.trust.remember(id, manifest.hash)
  const { author, sender } = opened
  const certificate = author ?? certificateOf(place, manifest.body.sender)
  const entry = findParticipant(place.policy, manifest.body.sender)
  const text = textIn(opened)
  return {
    item: itemOf(session, view),
    text,
    paragraphs: paragraphsOf(text),
    language: sender.language,
    media: mediaIn(opened),
    contentNote: sender.content_note,
    author: {
      person: manifest.body.sender,
      side: entry.side,
      certificate: certificate.hash,
      keyEpoch: certificate.body.epoch,
      keyChanged: entry.former.length > 0,
    },
    earlier: await earlierOf(session, fetched),
    manifest: manifest.hash,
    supersedes: manifest.body.supersedes,
    ...(await provenanceOf(session, fetched, { opened, purpose: "review" })),
  }
}

/** What was decided about a message, without opening its words. */
export async function decisionsOn(session: Session, id: string): Promise<readonly EarlierStatement[]> {
  return earlierOf(session, await fetchMessage(session, id))
}

type Shown = Omit<EarlierStatement, "note"> & { readonly named: string | null }

/** What was said of this manifest before, in the order of days and numbers; what does not verify is not shown. */
async function earlierOf(session: Session, fetched: FetchedMessage): Promise<readonly EarlierStatement[]> {
  const { detail, note } = fetched
  const said = [...(await mediatorsSaid(fetched)), ...(await addresseeSaid(fetched))]
  const inOrder = said.sort((one, other) =>
    one.day === other.day ? one.number - other.number : one.day < other.day ? -1 : 1,
  )
  return Promise.all(
    inOrder.map(async ({ named, ...shown }) => ({
      ...shown,
      note: await readNoteIfAny(session.keyring, { notes: detail.notes, named, place: note }),
    })),
  )
}

async function mediatorsSaid(fetched: FetchedMessage): Promise<readonly Shown[]> {
  const said = <T>(kind: string, verify: (statement: Statement, about: AboutClaim) => Promise<T>) =>
    believable(
      statementsOf(fetched, kind).map((statement) =>
        nowOrThen(fetched.place, (policy) => verify(statement, { manifest: fetched.manifest, policy })),
      ),
    )
  const [approvals, decisions, offers] = await Promise.all([
    said("approval", verifyApproval),
    said("decision", verifyDecision),
    said("offer", verifyOffer),
  ])
  return [
    ...approvals.map(({ body }) => shownAs("approval", body, null)),
    ...decisions.map(({ body }) => ({ ...shownAs("decision", body, body.decision), until: body.until })),
    ...offers.map(({ body }) => shownAs("offer", body, null)),
  ]
}

type Said = {
  readonly mediator: string
  readonly number: number
  readonly day: string
  readonly note: string | null
}

function shownAs(kind: EarlierStatement["kind"], body: Said, what: string | null): Shown {
  return { kind, what, by: body.mediator, number: body.number, day: body.day, until: null, named: body.note }
}

async function addresseeSaid(fetched: FetchedMessage): Promise<readonly Shown[]> {
  const { manifest } = fetched
  const claims = manifest.body.addressees.flatMap((participant) => {
    const identity = identityOrNothing(fetched, participant)
    return identity === undefined ? [] : [{ manifest, participant, identity }]
  })
  const checked = statementsOf(fetched, "readiness").flatMap((statement) =>
    claims.map((one) => verifyReadiness(statement, one)),
  )
  return (await believable(checked)).map(({ body }) => ({
    kind: "readiness",
    what: body.answer,
    by: body.participant,
    number: body.number,
    day: body.day,
    until: null,
    named: body.plan,
  }))
}

function identityOrNothing({ place }: FetchedMessage, participant: string): string | undefined {
  try {
    return certificateOf(place, participant).body.identity
  } catch (error) {
    if (error instanceof RelayError) return undefined
    throw error
  }
}
