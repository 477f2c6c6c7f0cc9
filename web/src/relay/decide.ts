// SPDX-License-Identifier: EUPL-1.2
/** What a mediator signs about one message: yes, not yet, back to you, no; offered, released, taken back. */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { type Statement, toEnvelope } from "../crypto/signing.ts"
import { wrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import {
  APPROVAL,
  checkReviewedByAnother,
  countApprovals,
  DECISION,
  OFFER,
  type VerifiedApproval,
  verifyApproval,
  verifyDecision,
} from "../protocol/approval.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import type { Conditions, Mark, NoteWords } from "../protocol/note_words.ts"
import { referencesOf } from "../protocol/policy.ts"
import { requireReady } from "../protocol/readiness.ts"
import { RELEASE, refuseWithdrawn, wrapHash } from "../protocol/release.ts"
import type { MessageView, StatementPost, Wrap } from "../protocol/wire.ts"
import { WITHDRAWAL } from "../protocol/withdrawal.ts"
import { requireGates } from "./case_gates.ts"
import type { StatementPath } from "./client.ts"
import { today } from "./clock.ts"
import { type DeskItem, itemOf, type Review } from "./desk.ts"
import { isConfirmed } from "./made.ts"
import {
  believable,
  certificatesOf,
  type FetchedMessage,
  fetchMessage,
  openHeaderAs,
  statementsOf,
  withContentKey,
} from "./message.ts"
import { readersOf, type SealedNote, writeNote } from "./notes.ts"
import { withNumber } from "./numbers.ts"
import { refuseLeftOut, rememberSaid } from "./own_said.ts"
import { certificateOf, participantKeyId } from "./picture.ts"
import type { Session } from "./session.ts"
import { type Proof, proofOf } from "./take_back.ts"

/** How a message is to be read, with words: for colleagues beside an approval, for the addressee beside an offer. */
export type Reading = {
  readonly words: string
  readonly contentNote: string
  readonly conditions: Conditions
}

export type Yes = Reading & {
  /** What was looked at: ids of checks. */
  readonly checks: readonly string[]
}

/** Say yes to this very manifest. What is said with it is for the mediators of the case. */
export async function approve(session: Session, review: Review, yes: Yes): Promise<DeskItem> {
  insist(review.confirmed, "not-confirmed", "its author has not said yes to this version")
  const fetched = await sameManifest(session, review)
  const checks = [...new Set(yes.checks)].sort()
  const sealed = await noteFor(session, fetched, { kind: "review", ...readingOf(yes), checks }, [])
  const { policy } = fetched.place
  return posted(session, { item: review.item, path: "approvals", sealed }, (number) =>
    signStatement(APPROVAL, session.keyring.sign, {
      ...about(session, fetched),
      addressees: fetched.manifest.body.addressees,
      ...referencesOf(policy),
      number,
      note: sealed?.hash ?? null,
    }),
  )
}

/** Keep it until a UTC day, `YYYY-MM-DD`. The note is for the mediators of the case. */
export async function hold(
  session: Session,
  review: Review,
  until: string,
  words: string,
): Promise<DeskItem> {
  return decide(session, review, { decision: "hold", until, words, forAuthor: false })
}

/** Give it back to its author with words for them, and passages that are marked in their text. */
export async function giveBack(
  session: Session,
  review: Review,
  { words, marks }: { readonly words: string; readonly marks: readonly Mark[] },
): Promise<DeskItem> {
  return decide(session, review, { decision: "return", until: null, words, marks, forAuthor: true })
}

/** Do not pass it on; the words are for its author. */
export async function decline(session: Session, review: Review, words: string): Promise<DeskItem> {
  return decide(session, review, { decision: "decline", until: null, words, forAuthor: true })
}

/** Stop and raise a safety matter. The note is for the mediators of the case. */
export async function escalate(session: Session, review: Review, note: string): Promise<DeskItem> {
  return decide(session, review, { decision: "escalate", until: null, words: note, forAuthor: false })
}

/** Ask for another mediator's yes beside one's own, whatever the quorum. The note is for the mediators. */
export async function askSecond(session: Session, review: Review, words: string): Promise<DeskItem> {
  return decide(session, review, { decision: "second", until: null, words, forAuthor: false })
}

/** Take back what was just approved, while nothing may be offered yet. */
export async function undoApproval(session: Session, review: Review, words = ""): Promise<DeskItem> {
  return decide(session, review, { decision: "reopen", until: null, words, forAuthor: false })
}

type Verdict = {
  readonly decision: "hold" | "return" | "decline" | "escalate" | "second" | "reopen"
  readonly until: string | null
  readonly words: string
  readonly marks?: readonly Mark[]
  readonly forAuthor: boolean
}

async function decide(session: Session, review: Review, verdict: Verdict): Promise<DeskItem> {
  const { decision, until, words, marks, forAuthor } = verdict
  const fetched = await sameManifest(session, review)
  const readers = forAuthor ? [fetched.manifest.body.sender] : []
  const said = marks === undefined ? ({ kind: "plain", words } as const) : marked(words, marks)
  const sealed = await noteFor(session, fetched, said, readers)
  return posted(session, { item: review.item, path: "decisions", sealed }, (number) =>
    signStatement(DECISION, session.keyring.sign, {
      ...about(session, fetched),
      decision,
      until,
      number,
      note: sealed?.hash ?? null,
    }),
  )
}

function marked(words: string, marks: readonly Mark[]): NoteWords {
  return { kind: "marked", words, marks: [...marks].sort((one, other) => one.from - other.from) }
}

function readingOf({ words, contentNote, conditions }: Reading) {
  return { words, content_note: contentNote, conditions }
}

/**
 * Tell the addressee that something waits. `words`: who, what kind, how long, what is in it.
 *
 * Throws as `requireGates`: no offer is signed while a gate is shut, whatever the server says; and
 * `film-needs-form` for a film that not every browser plays.
 */
export async function offer(session: Session, item: DeskItem, reading: Reading): Promise<DeskItem> {
  const fetched = await sameManifest(session, { item, manifest: item.manifest })
  await requireGates(session, fetched)
  await requireForm(session, fetched)
  const addressee = addresseeOf(fetched)
  const sealed = await noteFor(session, fetched, { kind: "offer", ...readingOf(reading) }, [addressee])
  return posted(session, { item, path: "offers", sealed }, (number) =>
    signStatement(OFFER, session.keyring.sign, {
      ...about(session, fetched),
      addressee,
      number,
      note: sealed?.hash ?? null,
    }),
  )
}

/**
 * Hand the key to a ready addressee. Everything is verified anew: approvals, readiness, certificate.
 *
 * Throws `not-ready`, `not-approved` (too few, or a mediator has since said otherwise), `withdrawn`,
 * `cooling-off`, a shut gate (as `requireGates`), `film-needs-form`, `directory-stale`, `revoked`, …
 */
export async function release(session: Session, item: DeskItem): Promise<DeskItem> {
  const fetched = await sameManifest(session, { item, manifest: item.manifest })
  const { manifest, place } = fetched
  const { daysLeft } = await session.trust.picture()
  insist(daysLeft >= 0, "directory-stale", "the directory is past its date")
  await requireGates(session, fetched)
  await requireForm(session, fetched)
  const addressee = addresseeOf(fetched)
  const certificate = certificateOf(place, addressee)
  const { identity, kem, epoch } = certificate.body
  const approvals = await countApprovals(statementsOf(fetched, "approval", "decision"), {
    manifest,
    policy: place.policy,
  })
  await refuseOverruled(session, fetched)
  await refuseUnconfirmed(session, fetched, approvals)
  const ready = await requireReady(statementsOf(fetched, "readiness"), {
    manifest,
    participant: addressee,
    identity,
  })
  const certificates = await certificatesOf(place, manifest.body.sender)
  await refuseWithdrawn(statementsOf(fetched, "withdrawal"), { manifest, policy: place.policy, certificates })
  const released = { purpose: "release" as const, subject: unb64u(manifest.hash) }
  const wrapped = await withContentKey(session, fetched, "review", (key) => wrap(unb64u(kem), key, released))
  const { mediator: _, ...named } = about(session, fetched)
  const statement = await signStatement(RELEASE, session.keyring.sign, {
    ...named,
    addressee,
    certificate: certificate.hash,
    epoch,
    readiness: ready.hash,
    approvals: approvals.map(({ hash }) => hash),
    wrap: await wrapHash(wrapped),
    ...referencesOf(place.policy),
  })
  const handed: Wrap = {
    purpose: "release",
    recipient: await participantKeyId(place, addressee),
    wrap: b64u(wrapped),
  }
  const post = { statement: toEnvelope(statement), version: item.version, wrap: handed }
  return shown(session, item, await session.ports.client.state(item.id, "releases", post))
}

/** Take a message back for safety; the reason is sealed for the mediators of the case. */
export async function withdrawForSafety(session: Session, item: DeskItem, reason: string): Promise<Proof> {
  const fetched = await fetchMessage(session, item.id)
  const sealed = await noteFor(session, fetched, { kind: "plain", words: reason }, [])
  const { programme, case: place, sender, message } = fetched.manifest.body
  return withNumber(session, async (number) => {
    const statement = await signStatement(WITHDRAWAL, session.keyring.sign, {
      programme,
      case: place,
      scope: "message",
      message,
      manifest: fetched.manifest.hash,
      participant: sender,
      number,
      reason: sealed?.hash ?? null,
      day: today(session.ports.clock),
    })
    const post = { statement: toEnvelope(statement), ...noted(sealed) }
    return proofOf(session, await session.ports.client.withdraw(message, post), statement)
  })
}

/** Fetch anew and hold against what was looked at. Throws `stale-version`: it is not the same any more. */
async function sameManifest(
  session: Session,
  looked: { readonly item: DeskItem; readonly manifest: string },
): Promise<FetchedMessage> {
  const fetched = await fetchMessage(session, looked.item.id)
  await refuseLeftOut(session, fetched.manifest.body, fetched.detail)
  insist(fetched.manifest.hash === looked.manifest, "fork", "another manifest than the one that was opened")
  insist(
    fetched.view.version === looked.item.version,
    "stale-version",
    "somebody acted on it since it was opened",
  )
  return fetched
}

function about(session: Session, { manifest }: FetchedMessage) {
  const { programme, case: place, message } = manifest.body
  const day = today(session.ports.clock)
  return { programme, case: place, mediator: session.person, message, manifest: manifest.hash, day }
}

function addresseeOf({ manifest }: FetchedMessage): string {
  const [only, ...more] = manifest.body.addressees
  insist(only !== undefined && more.length === 0, "unsupported", "one addressee at a time")
  return only
}

/** What looks into films is fetched only where there may be one. Throws `film-needs-form`. */
async function requireForm(session: Session, fetched: FetchedMessage): Promise<void> {
  if (fetched.manifest.body.channel !== "video") return
  await (await import("./plays.ts")).requirePlays(session, fetched)
}

/** Decisions that say nothing against the message: they only ask for more approvals, or for new ones. */
const NO_REFUSALS: readonly string[] = ["second", "reopen"]

/** Refuse made words without their author's yes, or without another mediator's than who made them. */
async function refuseUnconfirmed(
  session: Session,
  fetched: FetchedMessage,
  approvals: readonly VerifiedApproval[],
): Promise<void> {
  const { class: kind } = fetched.manifest.body
  if (kind === "original") return
  const { signer } = await openHeaderAs(session, fetched, "review")
  checkReviewedByAnother(approvals, signer)
  const confirmed = kind === "rendition" || (await isConfirmed(session, fetched, "review"))
  insist(confirmed, "not-confirmed", "its author has not said yes to this version")
}

/** Refuse while another assigned mediator's last word is not a yes; a hold ends with its day. */
async function refuseOverruled(session: Session, fetched: FetchedMessage): Promise<void> {
  const claim = { manifest: fetched.manifest, policy: fetched.place.policy }
  const decisions = await believable(
    statementsOf(fetched, "decision").map((one) => verifyDecision(one, claim)),
  )
  const approvals = await approvalsBySigner(fetched)
  const day = today(session.ports.clock)
  const standing = decisions.filter(({ signer, body }) => {
    if (NO_REFUSALS.includes(body.decision)) return false
    const over = body.until !== null && body.until <= day
    return !over && body.number > (approvals.get(signer) ?? 0)
  })
  insist(standing.length === 0, "not-approved", "a mediator's last word is not a yes")
}

/** The highest number among each mediator's valid approvals. */
async function approvalsBySigner(fetched: FetchedMessage): Promise<ReadonlyMap<string, number>> {
  const claim = { manifest: fetched.manifest, policy: fetched.place.policy }
  const approvals = await believable(
    statementsOf(fetched, "approval").map((one) => verifyApproval(one, claim)),
  )
  const highest = new Map<string, number>()
  for (const { signer, body } of approvals)
    highest.set(signer, Math.max(highest.get(signer) ?? 0, body.number))
  return highest
}

/** Seal a note for the case's mediators and these participants; nothing said, no note. */
async function noteFor(
  session: Session,
  { place, note }: FetchedMessage,
  said: NoteWords,
  participants: readonly string[],
): Promise<SealedNote | null> {
  if (said.kind === "plain" && said.words.trim() === "") return null
  const readers = await readersOf(place, participants)
  return writeNote(said, { place: note, readers, random: session.ports.random })
}

function noted(sealed: SealedNote | null): Pick<StatementPost, "note"> {
  return sealed === null ? {} : { note: sealed.note }
}

type Post = {
  readonly item: DeskItem
  readonly path: StatementPath
  readonly sealed: SealedNote | null
}

async function posted(
  session: Session,
  { item, path, sealed }: Post,
  sign: (number: number) => Promise<Statement>,
): Promise<DeskItem> {
  return withNumber(session, async (number) => {
    const statement = toEnvelope(await sign(number))
    const post = { statement, version: item.version, ...noted(sealed) }
    const view = await session.ports.client.state(item.id, path, post)
    await rememberSaid(session, { case: item.case, message: item.id }, statement.sig)
    return shown(session, item, view)
  })
}

function shown(session: Session, { id }: DeskItem, view: MessageView): DeskItem {
  if (view.message !== id) throw new RelayError("wrong-context", "an answer about another message")
  return itemOf(session, view)
}
