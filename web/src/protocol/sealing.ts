// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealing a message, once: parts, header, manifest and its signature by `wk`.
 *
 * Every random byte is an argument, drawn for this message alone. What is sealed goes into a file,
 * and sending or resuming only ever reads that file: never two plaintexts under one key and nonce.
 * Twin: `relay/protocol/sealing.py`. Source: protocol.md §4.
 */
import type { SealKeys } from "../crypto/box.ts"
import { type Bytes, joined } from "../crypto/bytes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { pad } from "../crypto/padding.ts"
import type { Sign, Statement } from "../crypto/signing.ts"
import { partKeys, sealStream } from "../crypto/stream.ts"
import { leafHash, rootOf } from "../crypto/tree.ts"
import { type Purpose, wrap } from "../crypto/wrapping.ts"
import { headerHash, SENDER, type SenderPart, sealHeader } from "./header.ts"
import { hear, signStatement } from "./heard.ts"
import {
  coreHash,
  isLetter,
  MANIFEST,
  type Manifest,
  type MessageContext,
  type Part,
  partContext,
} from "./manifest.ts"
import type { StoredPart } from "./opening.ts"
import { wrapHash } from "./release.ts"

/** A part before sealing: its media type, bytes, duration, and 32 fresh random bytes. */
export type Content = {
  readonly type: SenderPart["type"]
  readonly content: Uint8Array
  readonly duration_ms: number | null
  readonly salt: Uint8Array
}

/** What the author says of the whole, and which certificate speaks for them. */
export type Words = {
  readonly language: string
  readonly content_note: string
  /** Hash of the author's certificate; null for the words that a mediator made. */
  readonly certificate: string | null
}

/** A manifest before its parts and header are known. */
export type Outline = Omit<Manifest, "parts" | "header_hash">

/** A part that is sealed, wherever its ciphertext lies: what the manifest and the header say of it. */
export type SealedPart = { readonly claim: Part; readonly said: SenderPart }

/** A part whose ciphertext is at hand: a letter's, a picture's, never a film's. */
export type SealedContent = SealedPart & { readonly stored: StoredPart }

/** What is sent beside the parts: the signed manifest with its hash, and the header's box. */
export type SealedMessage = {
  readonly manifest: Statement
  /** What wraps, approvals and readiness name. */
  readonly hash: string
  readonly header: Bytes
}

/** What a manifest says of a part that was sealed under `keys`, from its leaves in order. */
export async function claimOf(
  keys: SealKeys,
  salt: Uint8Array,
  leaves: readonly Uint8Array[],
): Promise<Part> {
  const root = b64u(await rootOf(leaves))
  return { salt: b64u(salt), commitment: b64u(keys.commitment), count: leaves.length, root }
}

/** Seal part `part` of a message. */
export async function sealPart(
  message: MessageContext,
  { type, content, duration_ms, salt }: Content,
  { contentKey, part }: { readonly contentKey: Uint8Array; readonly part: number },
): Promise<SealedContent> {
  const keys = await partKeys(contentKey, { salt, context: partContext(message, part) })
  const chunks: Bytes[] = []
  for await (const chunk of sealStream(keys, pad(content, { letter: isLetter(message) }))) chunks.push(chunk)
  const leaves = await Promise.all(chunks.map(leafHash))
  return {
    claim: await claimOf(keys, salt, leaves),
    said: { type, length: content.length, duration_ms },
    stored: { table: joined(leaves), stored: joined(chunks) },
  }
}

/** Seal parts that are at hand, in their order from part 0. */
export function sealParts(
  message: MessageContext,
  contents: readonly Content[],
  contentKey: Uint8Array,
): Promise<readonly SealedContent[]> {
  return Promise.all(contents.map((content, part) => sealPart(message, content, { contentKey, part })))
}

export type Sealing = {
  readonly words: Words
  /** 32 fresh random bytes. */
  readonly contentKey: Uint8Array
  /** The author's signature, or that of the mediator who made the words. */
  readonly signAsAuthor: Sign
  /** The signature of this message's `wk`, which the outline names. */
  readonly signAsMessage: Sign
  /** 32 fresh random bytes. */
  readonly headerSalt: Uint8Array
}

/** Seal what holds a message together: header and manifest over parts that are sealed already, under this key. */
export async function sealMessage(
  outline: Outline,
  parts: readonly SealedPart[],
  sealing: Sealing,
): Promise<SealedMessage> {
  const { words, contentKey, signAsAuthor, signAsMessage } = sealing
  const core = { ...outline, parts: parts.map(({ claim }) => claim) }
  const signed = await signStatement(SENDER, signAsAuthor, {
    programme: outline.programme,
    case: outline.case,
    core: await coreHash(core),
    parts: parts.map(({ said }) => said),
    ...words,
  })
  const header = await sealHeader(contentKey, signed, { message: outline, salt: sealing.headerSalt })
  const manifest = await signStatement(MANIFEST, signAsMessage, {
    ...core,
    header_hash: await headerHash(header),
  })
  const { hash } = await hear(MANIFEST, manifest)
  return { manifest, hash, header }
}

/** Somebody whom a content key is wrapped for, named by the key id of their signing key. */
export type Recipient = { readonly keyId: string; readonly kem: string; readonly purpose: Purpose }

/** A content key wrapped for one recipient. */
export type KeyWrap = {
  readonly recipient: string
  readonly purpose: Purpose
  readonly wrap: Bytes
  /** SHA-256 of the wrap, as a release names it. */
  readonly hash: string
}

/** Wrap a message's content key for recipients: the assigned mediators and the author, never the addressee. */
export async function wrapContentKey(
  contentKey: Uint8Array,
  manifestHash: string,
  recipients: readonly Recipient[],
): Promise<readonly KeyWrap[]> {
  const subject = unb64u(manifestHash)
  const wraps = recipients.map(async ({ keyId, kem, purpose }) => {
    const wrapped = await wrap(unb64u(kem), contentKey, { purpose, subject })
    return { recipient: keyId, purpose, wrap: wrapped, hash: await wrapHash(wrapped) }
  })
  return Promise.all(wraps)
}
