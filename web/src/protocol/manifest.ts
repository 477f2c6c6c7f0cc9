// SPDX-License-Identifier: EUPL-1.2
/**
 * The manifest: everything about a message that the server may see, under the key `wk`.
 *
 * One message id has one manifest, ever. What approvals, readiness and releases sign is its hash,
 * which covers every part's root, so that what was reviewed is what is read. Twin:
 * `relay/protocol/manifest.py`. Source: protocol.md §4.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { encode, type JsonObject } from "../crypto/canonical.ts"
import { SUITE, taggedHash } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import { openTable } from "../crypto/tree.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import {
  type Body,
  binary,
  day,
  hashed,
  ident,
  integer,
  kindOf,
  listOf,
  oneOf,
  optional,
  publicKey,
  recordOf,
  setOf,
} from "./shape.ts"

export const MAX_PARTS = 64
export const MAX_ADDRESSEES = 8
export const MAX_CHUNKS = 131_072

export const MANIFEST = kindOf("manifest", {
  case: ident,
  message: ident,
  sender: ident,
  addressees: setOf(ident, { least: 1, most: MAX_ADDRESSEES }),
  channel: oneOf("letter", "video", "relayed"),
  class: oneOf("original", "relayed", "redaction", "excerpt", "rendition"),
  wk: publicKey,
  parts: listOf(
    recordOf({ salt: binary(32), commitment: binary(32), count: integer(1, MAX_CHUNKS), root: hashed }),
    { least: 1, most: MAX_PARTS },
  ),
  header_hash: hashed,
  supersedes: optional(hashed),
  derived_from: optional(hashed),
  directory: hashed,
  directory_epoch: integer(1),
  policy: hashed,
  policy_version: integer(1),
  day,
})
export type Manifest = Body<typeof MANIFEST>
export type Part = Manifest["parts"][number]
export type Channel = Manifest["channel"]

/** What binds a message's boxes and parts: the manifest has these fields, and they are known before sealing. */
export type MessageContext = Pick<
  Manifest,
  "addressees" | "case" | "channel" | "class" | "message" | "programme" | "sender"
>

/** A manifest under its own `wk`, with its hash. */
export type VerifiedManifest = Verified<Heard<Manifest>>

export type ManifestClaim = {
  readonly programme: string
  readonly case: string
  /** The hash of the manifest remembered for this message id, or null. */
  readonly seen: string | null
}

/**
 * Believe a manifest, or refuse.
 *
 * Throws `wrong-context`, `signature-wrong` (not signed by the `wk` it names) or `fork` (a second
 * manifest for one message id).
 */
export async function verifyManifest(statement: Statement, claim: ManifestClaim): Promise<VerifiedManifest> {
  const heard = await hear(MANIFEST, statement)
  const { body, hash } = heard
  const here = body.programme === claim.programme && body.case === claim.case
  insist(here, "wrong-context", "a manifest of another case")
  await checkSigned(heard, unb64u(body.wk))
  insist(claim.seen === null || claim.seen === hash, "fork", "a second manifest for one message")
  return believe(heard)
}

/** Whether parts are padded as a letter's (next 64 KiB) and not by Padmé. */
export function isLetter({ channel }: Pick<Manifest, "channel">): boolean {
  return channel !== "video"
}

function contextOf(message: MessageContext): JsonObject {
  const { addressees, channel, message: id, programme, sender } = message
  return {
    addressees,
    case: message.case,
    channel,
    class: message.class,
    message: id,
    programme,
    sender,
    suite: SUITE,
  }
}

/** Return the canonical context of the message's header and confirmation. */
export function messageContext(message: MessageContext): Bytes {
  return encode(contextOf(message))
}

/** Return the canonical context of part `part`, from 0. */
export function partContext(message: MessageContext, part: number): Bytes {
  return encode({ ...contextOf(message), part })
}

/**
 * Return `H("manifest-core", …)` over the manifest without its `header_hash`.
 *
 * The author's signature in the inner header covers it, so that nobody who once held the content
 * key can show the words under another manifest.
 */
export async function coreHash(manifest: Omit<Manifest, "header_hash">): Promise<string> {
  const { header_hash: _, ...core } = manifest as Manifest
  const body = encode({ ...(core as unknown as JsonObject), kind: MANIFEST.kind, suite: SUITE })
  return b64u(await taggedHash("manifest-core", body))
}

/** Return a part's leaves after comparing the table with the manifest. Throws `tree-wrong`. */
export async function checkTable(
  manifest: Manifest,
  part: number,
  table: Uint8Array,
): Promise<readonly Bytes[]> {
  const claim = manifest.parts[part]
  insist(claim !== undefined, "tree-wrong", "no such part")
  return openTable(table, { count: claim.count, root: unb64u(claim.root) })
}
