// SPDX-License-Identifier: EUPL-1.2
/**
 * An interpreter's work: what they were let in to, opened in memory only, and what they made of it.
 *
 * Nothing is opened without a grant that stands today, by a mediator of the case: whatever a server
 * still hands out, or hands out again.
 */
import { fromEnvelope } from "../crypto/signing.ts"
import { believedGrants, GRANT, requireGranted } from "../protocol/grant.ts"
import { readStatement } from "../protocol/shape.ts"
import type { MessageView } from "../protocol/wire.ts"
import { lastsOf, type Media, mediaIn, textIn } from "../review/contents.ts"
import { paragraphsOf } from "../review/release.ts"
import { today } from "./clock.ts"
import type { MadeFrom } from "./making.ts"
import { fetchMessage, openAs, statementsOf } from "./message.ts"
import type { Session } from "./session.ts"

/** A message that may be opened now. */
export type GrantedItem = {
  readonly id: string
  readonly case: string
  /** The last day, UTC. */
  readonly until: string
  /** Id of the mediator who let this person in. */
  readonly by: string
}

/** A rendition of one's own: on its way, with the mediators, or ended. */
export type OwnRendition = {
  readonly id: string
  readonly case: string
  readonly day: string
  readonly state: MessageView["state"]
  readonly derivedFrom: string | null
}

export type Work = { readonly granted: readonly GrantedItem[]; readonly made: readonly OwnRendition[] }

/** What lies before an interpreter. Nothing of it is believed before it is opened. */
export async function listWork({ ports }: Session): Promise<Work> {
  const { grants, made } = await ports.client.grants()
  return {
    granted: grants.map(({ message, until, statement }) => {
      const { case: place, mediator } = readStatement(GRANT, fromEnvelope(statement).body)
      return { id: message, case: place, until, by: mediator }
    }),
    made: made.map((view) => ({
      id: view.message,
      case: view.case,
      day: view.day,
      state: view.state,
      derivedFrom: view.derived_from,
    })),
  }
}

/** The words that an interpreter renders. They stay in memory. */
export type GrantedWords = MadeFrom & {
  readonly id: string
  readonly case: string
  readonly paragraphs: readonly string[]
  /** Its films stop when the grant's last day is over. */
  readonly media: Media
  readonly language: string
  readonly contentNote: string
  readonly until: string
  readonly by: string
}

/** Open one. Throws `grant-over`, or the first check that fails. */
export async function openGranted(session: Session, id: string): Promise<GrantedWords> {
  const fetched = await fetchMessage(session, id)
  const { manifest, place, view } = fetched
  const interpreter = session.keyring.keyId
  const claim = { manifest, policy: place.policy, interpreter }
  const grants = await believedGrants(statementsOf(fetched, "grant"), claim)
  const { body } = requireGranted(grants, today(session.ports.clock))
  const opened = await openAs(session, fetched, "grant")
  await session.trust.remember(id, manifest.hash)
  const [text, media] = [textIn(opened), mediaIn(opened)]
  return {
    id,
    case: view.case,
    manifest: manifest.hash,
    channel: manifest.body.channel,
    author: manifest.body.sender,
    addressee: manifest.body.addressees[0] ?? view.addressee,
    text,
    paragraphs: paragraphsOf(text),
    media: mediaUntil(media, body.until),
    lasts: lastsOf(media),
    language: opened.sender.language,
    contentNote: opened.sender.content_note,
    until: body.until,
    by: body.mediator,
  }
}

function mediaUntil(media: Media, until: string): Media {
  return { ...media, films: media.films.map((film) => ({ ...film, until })) }
}
