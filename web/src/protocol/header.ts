// SPDX-License-Identifier: EUPL-1.2
/**
 * The inner header: what the author says of the parts, signed, sealed under the content key.
 *
 * The server's disk therefore holds no signature of a person over their words, and the signature
 * covers the manifest's core, so that nobody who once held the content key can show the words under
 * another manifest. Always 16 KiB, so its size says nothing. Twin: `relay/protocol/header.py`.
 * Source: protocol.md §4.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import { type Bytes, u64be } from "../crypto/bytes.ts"
import { taggedHash } from "../crypto/derive.ts"
import { b64u } from "../crypto/encoding.ts"
import { framedLength, LENGTH_BYTES } from "../crypto/padding.ts"
import { decodeEnvelope, encodeEnvelope, type Statement } from "../crypto/signing.ts"
import { insist } from "./heard.ts"
import { hiddenAt } from "./letter.ts"
import { MAX_PARTS, type Manifest, type MessageContext, messageContext } from "./manifest.ts"
import {
  type Body,
  freeText,
  hashed,
  ident,
  integer,
  kindOf,
  listOf,
  oneOf,
  optional,
  type Reader,
  recordOf,
  text,
} from "./shape.ts"

export const HEADER_LABEL = "header"
export const HEADER_BYTES = 16_384
export const MAX_NOTE_BYTES = 2000
export const TEXT_TYPE = "text/plain"
export const MEDIA_TYPES = [
  TEXT_TYPE,
  "text/vtt",
  "image/jpeg",
  "image/png",
  "image/webp",
  "audio/mp4",
  "audio/ogg",
  "audio/webm",
  "video/mp4",
  "video/webm",
] as const

/** Reads the content note: it is shown, so it may hold nothing that a reader cannot see. */
const seenText: Reader<string> = (value) => {
  const found = freeText(MAX_NOTE_BYTES)(value)
  insist(hiddenAt(found) === null, "wrong-shape", "a content note with hidden text")
  return found
}

/** Whether a part is a film, or sound alone: watched as it is fetched, and never opened whole. */
export function isFilm(type: string): boolean {
  return type.startsWith("video/") || type.startsWith("audio/")
}

export const SENDER = kindOf("sender", {
  case: ident,
  core: hashed,
  parts: listOf(
    recordOf({ type: oneOf(...MEDIA_TYPES), length: integer(), duration_ms: optional(integer()) }),
    {
      least: 1,
      most: MAX_PARTS,
    },
  ),
  language: text(/^[a-z-]{2,8}$/),
  content_note: seenText,
  certificate: optional(hashed),
})

/** What the author (or maker) signs; `certificate` is null for a mediator's. */
export type Sender = Body<typeof SENDER>
/** A part's media type, true length in bytes, and duration in milliseconds if it has one. */
export type SenderPart = Sender["parts"][number]

/** Return `H("header", box)`, as the manifest names it. */
export async function headerHash(box: Uint8Array): Promise<string> {
  return b64u(await taggedHash("header", box))
}

/**
 * Seal a signed `sender` statement into a box of 16,464 bytes; the salt is 32 fresh bytes.
 *
 * Throws `size-wrong`: the statement does not fit into 16 KiB.
 */
export async function sealHeader(
  contentKey: Uint8Array,
  statement: Statement,
  { message, salt }: { readonly message: MessageContext; readonly salt: Uint8Array },
): Promise<Bytes> {
  const envelope = encodeEnvelope(statement)
  insist(envelope.length <= HEADER_BYTES - LENGTH_BYTES, "size-wrong", "the header does not fit into 16 KiB")
  const padded = new Uint8Array(HEADER_BYTES)
  padded.set(u64be(envelope.length))
  padded.set(envelope, LENGTH_BYTES)
  return sealBox(contentKey, padded, { label: HEADER_LABEL, context: messageContext(message), salt })
}

/**
 * Open the inner header; the signature in it is not verified yet.
 *
 * Throws `seal-broken` (not the box that the manifest names, or changed), `commitment-wrong`,
 * `size-wrong` (not exactly 16 KiB, or padding that is not zero), or as `decodeEnvelope`.
 */
export async function openHeader(
  contentKey: Uint8Array,
  box: Uint8Array,
  { manifest }: { readonly manifest: Manifest },
): Promise<Statement> {
  insist(
    (await headerHash(box)) === manifest.header_hash,
    "seal-broken",
    "not the header that the manifest names",
  )
  const context = messageContext(manifest)
  const padded = await openBox(contentKey, box, { label: HEADER_LABEL, context })
  insist(padded.length === HEADER_BYTES, "size-wrong", "a header has 16 KiB")
  const end = LENGTH_BYTES + framedLength(padded)
  insist(end <= HEADER_BYTES, "size-wrong", "a header has 16 KiB")
  insist(
    padded.subarray(end).every((byte) => byte === 0),
    "size-wrong",
    "padding that is not zero",
  )
  return decodeEnvelope(padded.subarray(LENGTH_BYTES, end))
}
