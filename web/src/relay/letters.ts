// SPDX-License-Identifier: EUPL-1.2
/** A participant's letters: what there is, what may be done with each, and one's own words again. */
import { RelayError } from "../errors.ts"
import { verifyDecision } from "../protocol/approval.ts"
import type { NoteWords } from "../protocol/note_words.ts"
import type { MessageView } from "../protocol/wire.ts"
import { type Media, mediaIn, textIn } from "../review/contents.ts"
import { type Permitted, permitted } from "../review/machine.ts"
import type { MessageQuery } from "./client.ts"
import { today } from "./clock.ts"
import { type Access, accessIn } from "./granting.ts"
import { believable, type FetchedMessage, fetchMessage, openAs, statementsOf } from "./message.ts"
import { readNoteIfAny } from "./notes.ts"
import type { Session } from "./session.ts"

/** One letter in a list. What people read for `state` stands in the catalogues. */
export type Letter = {
  readonly id: string
  readonly case: string
  readonly mine: boolean
  readonly state: MessageView["state"]
  readonly channel: MessageView["channel"]
  readonly kind: MessageView["kind"]
  /** Who made it, where that was not its author; unknown for what is another's. */
  readonly maker: string | null
  /** Id of the other person. */
  readonly other: string
  /** UTC day on which it was sealed. */
  readonly day: string
  /** Seconds since 1970; until then only its author holds it back. */
  readonly coolingUntil: number | null
  readonly answer: MessageView["answer"]
  readonly manifest: string
  readonly supersedes: string | null
  /** The manifest of what it was made from. */
  readonly derivedFrom: string | null
  readonly version: number
  /** Which buttons make sense. */
  readonly may: Permitted
}

const MOST_PAGES = 200

/** All of one's letters, newest first; of one case or of all. */
export async function listLetters(session: Session, caseId?: string): Promise<readonly Letter[]> {
  const found: MessageView[] = []
  const only = caseId === undefined ? {} : { case: caseId }
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: MessageQuery = after === null ? only : { ...only, after }
    const { messages, next } = await session.ports.client.messages(query)
    found.push(...messages)
    after = next
    if (after === null) return found.map((view) => letterOf(session, view)).sort(newestFirst)
  }
  throw new RelayError("too-large", "a list without end")
}

function newestFirst(one: Letter, other: Letter): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1
  return (other.coolingUntil ?? 0) - (one.coolingUntil ?? 0)
}

/** Read a view as a letter of this person's. */
export function letterOf({ role }: Pick<Session, "role">, view: MessageView): Letter {
  return {
    id: view.message,
    case: view.case,
    mine: view.mine,
    state: view.state,
    channel: view.channel,
    kind: view.kind,
    maker: view.maker,
    other: view.mine ? view.addressee : view.sender,
    day: view.day,
    coolingUntil: view.cooling_until,
    answer: view.answer,
    manifest: view.manifest,
    supersedes: view.supersedes,
    derivedFrom: view.derived_from,
    version: view.version,
    may: permitted(view, role),
  }
}

/** A note that a mediator sealed for this person. */
export type NoteText = {
  readonly kind: "decision" | "offer"
  /** For a decision: hold, return, decline. */
  readonly decision: string | null
  readonly said: NoteWords
  /** Id of the mediator who signed. */
  readonly by: string
  readonly day: string
}

export type OwnLetter = {
  readonly letter: Letter
  readonly text: string
  /** Films, pictures and captions that were given with it. */
  readonly media: Media
  readonly language: string
  readonly contentNote: string
  readonly notes: readonly NoteText[]
  /** Interpreters who were let in to these words. */
  readonly access: readonly Access[]
}

/** One's own sent words, opened from the self wrap, with what the mediator wrote back. */
export async function readOwn(session: Session, id: string): Promise<OwnLetter> {
  const fetched = await fetchMessage(session, id)
  const opened = await openAs(session, fetched, "self")
  await session.trust.remember(id, fetched.manifest.hash)
  return {
    letter: letterOf(session, fetched.view),
    text: textIn(opened),
    media: mediaIn(opened),
    language: opened.sender.language,
    contentNote: opened.sender.content_note,
    notes: await decisionNotes(session, fetched),
    access: await accessIn(fetched, today(session.ports.clock)),
  }
}

/** Open the returned letter that a draft will take the place of; null when it is no longer there. */
export async function readReturned(session: Session, manifest: string): Promise<OwnLetter | null> {
  const letters = await listLetters(session)
  const found = letters.find((letter) => letter.mine && letter.manifest === manifest)
  return found?.state === "returned" ? readOwn(session, found.id) : null
}

async function decisionNotes(session: Session, fetched: FetchedMessage): Promise<readonly NoteText[]> {
  const { place, manifest, detail, note } = fetched
  const about = { manifest, policy: place.policy }
  const decisions = await believable(
    statementsOf(fetched, "decision").map((statement) => verifyDecision(statement, about)),
  )
  const notes: NoteText[] = []
  for (const { body } of [...decisions].sort((one, other) => one.body.number - other.body.number)) {
    const said = await readNoteIfAny(session.keyring, { notes: detail.notes, named: body.note, place: note })
    if (said === null) continue
    notes.push({ kind: "decision", decision: body.decision, said, by: body.mediator, day: body.day })
  }
  return notes
}
