// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealing a message, once: parts, header, manifest and its signature by `wk`.
 *
 * Every random byte is an argument, drawn for this message alone. What is sealed goes into a file,
 * and sending or resuming only ever reads that file: never two plaintexts under one key and nonce.
 * Twin: `relay/protocol/sealing.py`. Source: protocol.md §4.
 */
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

/** What is sent: the signed manifest with its hash, the header's box, and the stored parts. */
export type SealedMessage = {
  readonly manifest: Statement
  /** What wraps, approvals and readiness name. */
  readonly hash: string
  readonly header: Bytes
  readonly parts: readonly StoredPart[]
}

/** Seal part `part` of a message. */
export async function sealPart(
  message: MessageContext,
  content: Content,
  { contentKey, part }: { readonly contentKey: Uint8Array; readonly part: number },
): Promise<{ readonly claim: Part; readonly stored: StoredPart }> {
  const keys = await partKeys(contentKey, { salt: content.salt, context: partContext(message, part) })
  const chunks: Bytes[] = []
  for await (const chunk of sealStream(keys, pad(content.content, { letter: isLetter(message) })))
    chunks.push(chunk)
  const leaves = await Promise.all(chunks.map(leafHash))
  const claim = {
    salt: b64u(content.salt),
    commitment: b64u(keys.commitment),
    count: chunks.length,
    root: b64u(await rootOf(leaves)),
  }
  return { claim, stored: { table: joined(leaves), stored: joined(chunks) } }
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

/** Seal a message whose parts are already in their normal form. */
export async function sealMessage(
  outline: Outline,
  contents: readonly Content[],
  sealing: Sealing,
): Promise<SealedMessage> {
  const { words, contentKey, signAsAuthor, signAsMessage } = sealing
  const sealed = await Promise.all(
    contents.map((content, part) => sealPart(outline, content, { contentKey, part })),
  )
  const core = { ...outline, parts: sealed.map(({ claim }) => claim) }
  const signed = await signStatement(SENDER, signAsAuthor, {
    programme: outline.programme,
    case: outline.case,
    core: await coreHash(core),
    parts: contents.map(({ type, content, duration_ms }) => ({ type, length: content.length, duration_ms })),
    ...words,
  })
  const header = await sealHeader(contentKey, signed, { message: outline, salt: sealing.headerSalt })
  const manifest = await signStatement(MANIFEST, signAsMessage, {
    ...core,
    header_hash: await headerHash(header),
  })
  const { hash } = await hear(MANIFEST, manifest)
  return { manifest, hash, header, parts: sealed.map(({ stored }) => stored) }
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
