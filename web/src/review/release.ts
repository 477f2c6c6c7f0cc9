// SPDX-License-Identifier: EUPL-1.2
/**
 * Nothing is shown without a verified release.
 *
 * A screen takes `Shown`, and only `show` makes one: the whole order of docs/format.md §6 has passed
 * by then, from the root of trust to the last code point. There is no other way to words.
 */
import type { Unwrap } from "../crypto/wrapping.ts"
import { insist } from "../protocol/heard.ts"
import { openReleased, readText, type StoredPart } from "../protocol/opening.ts"
import { type Delivery, type ReleaseClaim, type VerifiedRelease, verifyRelease } from "../protocol/release.ts"

declare const proof: unique symbol

/** A letter's words, every check passed. */
export type Shown = {
  readonly [proof]: true
  readonly text: string
  /** The same, paragraph by paragraph: a reader may stop at any. */
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly contentNote: string
  /** Id of the author, whose signature was verified. */
  readonly author: string
  readonly day: string
  /** Hash of the manifest, to remember. */
  readonly manifest: string
}

/** What the words are opened with, fetched only after the release was verified. */
export type Contents = {
  readonly unwrap: Unwrap
  /** The inner header's box. */
  readonly header: Uint8Array
  readonly confirmation: Uint8Array | null
  readonly fetchParts: (verified: VerifiedRelease) => Promise<readonly StoredPart[]>
}

/** Verify, open, and only then show. Throws the first check that fails. */
export async function show(delivery: Delivery, claim: ReleaseClaim, contents: Contents): Promise<Shown> {
  const verified = await verifyRelease(delivery, claim)
  const { header, confirmation, unwrap } = contents
  const stored = { header, parts: await contents.fetchParts(verified), confirmation }
  const opened = await openReleased(verified, stored, { unwrap, original: null })
  const [words] = opened.parts
  const isText = opened.sender.parts[0]?.type === "text/plain"
  insist(words !== undefined && isText, "unsupported", "not a letter")
  const text = readText(words)
  const { body, hash } = verified.manifest
  return {
    text,
    paragraphs: paragraphsOf(text),
    language: opened.sender.language,
    contentNote: opened.sender.content_note,
    author: body.sender,
    day: body.day,
    manifest: hash,
  } as Shown
}

/** Split a letter in normal form at its empty lines. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split("\n\n")
}
