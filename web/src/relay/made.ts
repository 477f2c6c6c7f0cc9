// SPDX-License-Identifier: EUPL-1.2
/** What is to be known of made words before anybody judges them: who made them, their author's yes, their original. */
import { unb64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { checkConfirmed, checkRendition, type Opened } from "../protocol/opening.ts"
import { type Media, mediaIn, textIn } from "../review/contents.ts"
import { type Maker, makerOf, paragraphsOf } from "../review/release.ts"
import { findInCase } from "./case_messages.ts"
import {
  certificatesOf,
  type FetchedMessage,
  fetchMessage,
  openAs,
  type ReadingPurpose,
  statementsOf,
  withContentKey,
} from "./message.ts"
import type { Session } from "./session.ts"

/** The words that something was made from, opened and verified like any other. */
export type Original = {
  readonly id: string
  readonly manifest: string
  readonly text: string
  readonly paragraphs: readonly string[]
  readonly media: Media
  readonly language: string
}

export type Provenance = {
  /** Null where its author wrote it. */
  readonly maker: Maker | null
  /** What needs its author's yes to this very version has it; true for what needs none. */
  readonly confirmed: boolean
  /** Null for what was made from nothing, and where it can no longer be opened. */
  readonly original: Original | null
}

/**
 * Say where an opened message's words come from; everything said is verified.
 *
 * Throws as a broken confirmation does, `not-confirmed` for a rendition of something else, or
 * `grant-over` for one that an interpreter made under no grant.
 */
export async function provenanceOf(
  session: Session,
  fetched: FetchedMessage,
  { opened, purpose }: { readonly opened: Opened; readonly purpose: ReadingPurpose },
): Promise<Provenance> {
  const { manifest, place } = fetched
  const maker = makerOf(opened, place.policy)
  if (maker === null) return { maker, confirmed: true, original: null }
  const original = await originalOf(session, fetched, purpose)
  if (manifest.body.class !== "rendition") {
    return { maker, confirmed: await isConfirmed(session, fetched, purpose), original }
  }
  insist(original !== null, "not-confirmed", "a rendition is shown beside its original only")
  const source = await fetchMessage(session, original.id)
  const grants = [...statementsOf(fetched, "grant"), ...statementsOf(source, "grant")]
  const claim = { manifest, policy: place.policy, signer: opened.signer }
  await checkRendition(claim, { original: source.manifest, grants })
  return { maker, confirmed: true, original }
}

/** Whether the author said yes to this very version. Throws as a broken yes does. */
export async function isConfirmed(
  session: Session,
  fetched: FetchedMessage,
  purpose: ReadingPurpose,
): Promise<boolean> {
  const { detail, manifest, place } = fetched
  const { confirmation } = detail
  if (confirmation === null) return false
  const certificates = await certificatesOf(place, manifest.body.sender)
  await withContentKey(session, fetched, purpose, (contentKey) =>
    checkConfirmed({ manifest, contentKey }, { certificates, confirmation: unb64u(confirmation) }),
  )
  return true
}

/** Refusals that say that words are gone for good. */
const GONE = ["withdrawn", "key-destroyed", "not-found"]

async function originalOf(
  session: Session,
  { manifest, view }: FetchedMessage,
  purpose: ReadingPurpose,
): Promise<Original | null> {
  const { derived_from } = manifest.body
  if (derived_from === null) return null
  const found = await findInCase(session, view.case, (one) => one.manifest === derived_from)
  if (found === null) return null
  try {
    const source = await fetchMessage(session, found.message)
    insist(source.manifest.hash === derived_from, "wrong-context", "another original than the one it names")
    return originalIn(source, await openAs(session, source, purpose))
  } catch (error) {
    if (error instanceof RelayError && GONE.includes(error.code)) return null
    throw error
  }
}

function originalIn({ manifest }: FetchedMessage, opened: Opened): Original {
  const text = textIn(opened)
  return {
    id: manifest.body.message,
    manifest: manifest.hash,
    text,
    paragraphs: paragraphsOf(text),
    media: mediaIn(opened),
    language: opened.sender.language,
  }
}
