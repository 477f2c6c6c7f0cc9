// SPDX-License-Identifier: EUPL-1.2
/**
 * No film is offered or released that not every browser plays, unless a form of it that does is approved.
 *
 * The server sees neither header nor film and cannot know: a mediator's own client looks at the film's
 * head, chunk by chunk against the signed tree, and at what was made of it in the case. ADR 0023.
 */
import { HASH_BYTES } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { RelayError } from "../errors.ts"
import { chunkwise, openSeekable } from "../media/seekable.ts"
import { checkReviewedByAnother, countApprovals } from "../protocol/approval.ts"
import { isFilm } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { isLetter } from "../protocol/manifest.ts"
import type { MessageView } from "../protocol/wire.ts"
import { messagesOf } from "./case_messages.ts"
import { type FetchedMessage, fetchMessage, openHeaderAs, statementsOf } from "./message.ts"
import type { Session } from "./session.ts"

/**
 * Throws `film-needs-form`: it holds a film that not every browser plays, and no approved form of it does.
 *
 * Throws as `openSeekable` where the film is not the one that was signed.
 */
export async function requirePlays(session: Session, fetched: FetchedMessage): Promise<void> {
  const { body, hash } = fetched.manifest
  if (isLetter(body) || body.class === "rendition") return
  const films = await filmsOf(session, fetched)
  if (films.every(({ plays }) => plays)) return
  const forms = (await messagesOf(session, fetched.view.case)).filter((view) => isFormOf(view, hash))
  for (const form of forms) if (await isApprovedForm(session, form, { manifest: hash, films })) return
  throw new RelayError("film-needs-form", "no approved form of it plays in every browser")
}

type Film = { readonly isVideo: boolean; readonly plays: boolean }

/** Return a message's films, and which of them every browser plays. */
async function filmsOf(session: Session, fetched: FetchedMessage): Promise<readonly Film[]> {
  const opened = await openHeaderAs(session, fetched, "review")
  const films: Film[] = []
  for (const [part, { type }] of opened.sender.parts.entries()) {
    if (!isFilm(type)) continue
    const plays = await partPlays(session, fetched, opened, part)
    films.push({ isVideo: type.startsWith("video/"), plays })
  }
  return films
}

/** A voice that reads a film's words aloud stands for no film, and one film not for two. */
function standFor(forms: readonly Film[], films: readonly Film[]): boolean {
  const videos = (those: readonly Film[]) => those.filter(({ isVideo }) => isVideo).length
  return forms.length >= films.length && videos(forms) >= videos(films)
}

type OpenedHeader = Awaited<ReturnType<typeof openHeaderAs>>

async function partPlays(
  { ports: { client } }: Session,
  { manifest: { body } }: FetchedMessage,
  { sender, keys: all }: OpenedHeader,
  part: number,
): Promise<boolean> {
  const [claim, said, keys] = [body.parts[part], sender.parts[part], all[part]]
  insist(claim !== undefined && said !== undefined && keys !== undefined, "malformed", "a part of its own")
  const sealed = {
    keys,
    claim: { count: claim.count, root: unb64u(claim.root) },
    length: said.length,
    letter: isLetter(body),
  }
  const table = await client.leaves(body.message, part, claim.count * HASH_BYTES)
  const film = await openSeekable(sealed, table, (first, end) =>
    client.partRange(body.message, part, {
      start: first * STORED_CHUNK_BYTES,
      end: end * STORED_CHUNK_BYTES,
    }),
  )
  // What reads a film is fetched only where there is one.
  const { playsEverywhere } = await import("../media/everywhere.ts")
  return playsEverywhere(chunkwise(film))
}

/** States in which it was approved, and nothing was said against it since. */
const STANDING: readonly MessageView["state"][] = ["approved", "offered", "released", "opened"]

function isFormOf(view: MessageView, manifest: string): boolean {
  return view.kind === "rendition" && view.derived_from === manifest && STANDING.includes(view.state)
}

type Original = { readonly manifest: string; readonly films: readonly Film[] }

/**
 * Whether a form was approved by as many as the policy asks and by another than who made it, and plays in
 * every browser. All of it as verified here: a list that calls another message a form of this one says nothing.
 */
async function isApprovedForm(session: Session, view: MessageView, original: Original): Promise<boolean> {
  try {
    const form = await fetchMessage(session, view.message)
    const { body } = form.manifest
    const here = body.class === "rendition" && body.derived_from === original.manifest
    insist(here, "wrong-context", "of another film")
    const claim = { manifest: form.manifest, policy: form.place.policy }
    const counted = await countApprovals(statementsOf(form, "approval", "decision"), claim)
    checkReviewedByAnother(counted, (await openHeaderAs(session, form, "review")).signer)
    const films = await filmsOf(session, form)
    return films.every(({ plays }) => plays) && standFor(films, original.films)
  } catch (error) {
    // A form that does not verify, or went meanwhile, stands for nothing; a line that is down is said.
    if (error instanceof RelayError && error.code !== "offline") return false
    throw error
  }
}
