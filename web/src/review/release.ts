// SPDX-License-Identifier: EUPL-1.2
/**
 * Nothing is shown without a verified release.
 *
 * A screen takes `Shown`, and only `show` makes one: the whole order of docs/format.md §6 has passed
 * by then, from the root of trust to the last code point. There is no other way to words.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import type { Unwrap } from "../crypto/wrapping.ts"
import { insist } from "../protocol/heard.ts"
import type { Manifest } from "../protocol/manifest.ts"
import { type FetchPart, type Opened, openReleased } from "../protocol/opening.ts"
import type { VerifiedPolicy } from "../protocol/policy.ts"
import { type Delivery, type ReleaseClaim, verifyRelease } from "../protocol/release.ts"
import { type Media, mediaIn, textIn } from "./contents.ts"

declare const proof: unique symbol

/** Who wrote somebody's words down, cut them with their yes, or rendered them. */
export type Maker = { readonly person: string; readonly role: "mediator" | "interpreter" }

/** A message's words, and what else it holds, every check passed. */
export type Shown = {
  readonly [proof]: true
  readonly text: string
  /** The same, paragraph by paragraph: a reader may stop at any. */
  readonly paragraphs: readonly string[]
  /** Films, pictures and captions; shown after the words. */
  readonly media: Media
  readonly language: string
  readonly contentNote: string
  readonly kind: Manifest["class"]
  readonly channel: Manifest["channel"]
  /** Id of the person whose words these are: they signed them, or confirmed what their maker signed. */
  readonly author: string
  /** Null where its author wrote it. */
  readonly maker: Maker | null
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
  readonly fetchPart: FetchPart
  /** For a rendition: what it renders, released to the same person, and the grants of that. */
  readonly beside: { readonly original: Delivery; readonly claim: ReleaseClaim } | null
  readonly grants: readonly Statement[]
}

/** Verify, open, and only then show. Throws the first check that fails. */
export async function show(delivery: Delivery, claim: ReleaseClaim, contents: Contents): Promise<Shown> {
  const verified = await verifyRelease(delivery, claim)
  const { header, confirmation, fetchPart, unwrap, beside, grants } = contents
  const original = beside === null ? null : await verifyRelease(beside.original, beside.claim)
  const stored = { header, fetchPart, confirmation, grants }
  const opened = await openReleased(verified, stored, { unwrap, original })
  const [text, media] = [textIn(opened), mediaIn(opened)]
  const held = media.films.length + media.captions.length > 0
  insist(text !== "" || held, "unsupported", "nothing to read or to watch")
  const { body, hash } = verified.manifest
  return {
    text,
    paragraphs: paragraphsOf(text),
    media,
    language: opened.sender.language,
    contentNote: opened.sender.content_note,
    kind: body.class,
    channel: body.channel,
    author: body.sender,
    maker: makerOf(opened, verified.policy),
    day: body.day,
    manifest: hash,
  } as Shown
}

/** Return who made it, as the verified header says; null where that is its author. */
export function makerOf(
  { signer, manifest }: Pick<Opened, "signer" | "manifest">,
  policy: VerifiedPolicy,
): Maker | null {
  if (manifest.body.class === "original") return null
  const role = policy.directory.interpreters.has(signer) ? "interpreter" : "mediator"
  return { person: b64u(unb64u(signer).subarray(0, ID_BYTES)), role }
}

/** Split a letter in normal form at its empty lines; none where there are no words. */
export function paragraphsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split("\n\n")
}
