// SPDX-License-Identifier: EUPL-1.2
/**
 * Opening a message: steps 10 to 16 of docs/format.md §6, closed on any failure.
 *
 * A key is compared with its commitment before anything is opened, a chunk with its leaf before a
 * byte reaches a decoder, and words are shown only when they are in normal form. Twin:
 * `relay/protocol/opening.py`.
 */
import type { SealKeys } from "../crypto/box.ts"
import { type Bytes, joined, same } from "../crypto/bytes.ts"
import { unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { CHUNK_BYTES, paddedSize, unpad } from "../crypto/padding.ts"
import type { Statement } from "../crypto/signing.ts"
import { checkCommitment, openChunk, partKeys, splitStored } from "../crypto/stream.ts"
import { checkChunk } from "../crypto/tree.ts"
import type { Purpose, Unwrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { checkReviewedByAnother, type VerifiedApproval } from "./approval.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { checkConfirmation, openConfirmation } from "./confirmation.ts"
import { findInterpreter } from "./directory.ts"
import { believedGrants, requireMadeUnder } from "./grant.ts"
import { isFilm, openHeader, SENDER, type Sender, TEXT_TYPE } from "./header.ts"
import { checkSigned, type Heard, hear, insist } from "./heard.ts"
import { checkLetter } from "./letter.ts"
import { checkTable, coreHash, isLetter, partContext, type VerifiedManifest } from "./manifest.ts"
import { assignedMediator, madeUnder, type VerifiedPolicy } from "./policy.ts"
import type { VerifiedRelease } from "./release.ts"

/** A part as it lies on the server: its leaf table and its stored chunks. */
export type StoredPart = { readonly table: Uint8Array; readonly stored: Uint8Array }

/**
 * Fetch one part, once the header says of which type it is. Null leaves a film closed: it is opened
 * chunk by chunk while it is watched (`media/seekable.ts`).
 */
export type FetchPart = (message: OpenMessage, part: number) => Promise<StoredPart | null>

/** What the server keeps of a message beside its manifest: all of it sealed. */
export type StoredMessage = {
  /** The inner header's box. */
  readonly header: Uint8Array
  /** Called for each of the manifest's parts. */
  readonly fetchPart: FetchPart
  /** The sealed confirmation, where the class needs one. */
  readonly confirmation: Uint8Array | null
  /** Of what a rendition renders, for the interpreter who made it. */
  readonly grants: readonly Statement[]
}

/** A message whose key, header and signer are right; its parts are not opened yet. */
export type OpenMessage = {
  readonly manifest: VerifiedManifest
  readonly policy: VerifiedPolicy
  readonly contentKey: Uint8Array
  readonly keys: readonly SealKeys[]
  readonly sender: Sender
  /** Key id of who signed the inner header. */
  readonly signer: string
  readonly author: VerifiedCertificate | null
}

/** What may be shown: who signed it, what they say of it, and each part's content. */
export type Opened = {
  readonly sender: Sender
  readonly signer: string
  readonly author: VerifiedCertificate | null
  readonly manifest: VerifiedManifest
  /** Each part's, compared with its commitment: what a film is watched with. */
  readonly keys: readonly SealKeys[]
  /** Null for a film that was left closed. */
  readonly parts: readonly (Bytes | null)[]
}

/** What a message is opened with, beside its key. */
export type HeaderClaim = {
  readonly policy: VerifiedPolicy
  /** The author's, current and former. */
  readonly certificates: readonly VerifiedCertificate[]
  /** The inner header's box. */
  readonly header: Uint8Array
}

/**
 * Step 10: return the content key from a wrap bound to this manifest. Throws `wrap-broken`.
 */
export async function unwrapKey(
  manifest: VerifiedManifest,
  wrap: Uint8Array,
  { unwrap, purpose }: { readonly unwrap: Unwrap; readonly purpose: Purpose },
): Promise<Bytes> {
  return unwrap(wrap, { purpose, subject: unb64u(manifest.hash) })
}

/**
 * Steps 11 and 12: commitments of every part, then header, signer, core and lengths.
 *
 * Throws `commitment-wrong`, `seal-broken`, `size-wrong`, `certificate-wrong`, `signer-not-allowed`,
 * `revoked`, `signature-wrong`, or `wrong-context` (signed for another manifest).
 */
export async function openMessage(
  manifest: VerifiedManifest,
  contentKey: Uint8Array,
  claim: HeaderClaim,
): Promise<OpenMessage> {
  const { policy, certificates, header } = claim
  const keys = await keysOfParts(manifest, contentKey)
  const heard = await hear(SENDER, await openHeader(contentKey, header, { manifest: manifest.body }))
  const sender = heard.body
  const here = sender.programme === manifest.body.programme && sender.case === manifest.body.case
  insist(here, "wrong-context", "a header of another case")
  const author = certificates.find(({ hash }) => hash === sender.certificate) ?? null
  await checkSigned(heard, unb64u(signingKey(heard, { manifest, policy, author })))
  insist(sender.core === (await coreHash(manifest.body)), "wrong-context", "signed for another manifest")
  checkLengths(sender, manifest)
  checkChannel(sender, manifest)
  return { manifest, policy, contentKey, keys, sender, signer: heard.signer, author }
}

async function keysOfParts(manifest: VerifiedManifest, contentKey: Uint8Array): Promise<readonly SealKeys[]> {
  const derived = manifest.body.parts.map(async ({ salt, commitment }, part) => {
    const keys = await partKeys(contentKey, { salt: unb64u(salt), context: partContext(manifest.body, part) })
    checkCommitment(keys, unb64u(commitment))
    return keys
  })
  return Promise.all(derived)
}

type Signing = Pick<OpenMessage, "manifest" | "policy" | "author">

/** Return the key that must have signed: the author's, or its maker's for made words. */
function signingKey(heard: Heard<Sender>, { manifest, policy, author }: Signing): string {
  if (manifest.body.class === "original") {
    const theirs = author?.body.participant === manifest.body.sender
    insist(theirs, "certificate-wrong", "the author's certificate is not one that the policy names")
    return author.body.identity
  }
  const made = heard.body.certificate === null
  insist(made, "signer-not-allowed", "made words are signed by who made them")
  if (manifest.body.class === "rendition") {
    const interpreter = findInterpreter(policy.directory, heard.signer)
    if (interpreter !== null) return interpreter.key
  }
  const { policy: named, directory_epoch: epoch } = manifest.body
  return assignedMediator(madeUnder(policy, named), heard.signer, epoch).key
}

function checkLengths(sender: Sender, { body }: VerifiedManifest): void {
  insist(sender.parts.length === body.parts.length, "size-wrong", "the header speaks of other parts")
  const letter = isLetter(body)
  const fits = body.parts.every(({ count }, part) => {
    return paddedSize(sender.parts[part]?.length ?? -1, { letter }) === count * CHUNK_BYTES
  })
  insist(fits, "size-wrong", "a part of another size than its header says")
}

/** Refuse a film in a letter: its reader may have said yes to letters, and "not now" to films. */
function checkChannel(sender: Sender, { body }: VerifiedManifest): void {
  if (body.channel === "video") return
  const readAloud = body.class === "rendition"
  const films = sender.parts.filter(({ type }) => isFilm(type) && !(readAloud && type.startsWith("audio/")))
  insist(films.length === 0, "wrong-context", "a film in another channel than the one for films")
}

/** Where a stored chunk stands, and the leaves from `checkTable`. */
export type PartChunk = {
  readonly part: number
  readonly index: number
  readonly leaves: readonly Uint8Array[]
}

/**
 * Step 14: open one stored chunk of 65,552 bytes, its leaf checked before it is decrypted.
 *
 * Throws `tree-wrong` or `seal-broken`: not the chunk that belongs there.
 */
export async function openPartChunk(message: OpenMessage, chunk: Uint8Array, at: PartChunk): Promise<Bytes> {
  const { part, index, leaves } = at
  const [leaf, keys] = [leaves[index], message.keys[part]]
  insist(leaf !== undefined && keys !== undefined, "tree-wrong", "no such chunk")
  await checkChunk(chunk, { leaf })
  return openChunk(keys, chunk, { index, last: index === leaves.length - 1 })
}

/**
 * Steps 13 and 14 for a whole part: table to root, every chunk, then padding and length.
 *
 * Throws `tree-wrong`, `seal-broken` or `size-wrong`.
 */
export async function openPart(
  message: OpenMessage,
  part: number,
  { table, stored }: StoredPart,
): Promise<Bytes> {
  const { body } = message.manifest
  const leaves = await checkTable(body, part, table)
  const opened: Bytes[] = []
  for (const [index, chunk] of splitStored(stored, leaves.length).entries()) {
    opened.push(await openPartChunk(message, chunk, { part, index, leaves }))
  }
  const content = unpad(joined(opened), { letter: isLetter(body) })
  const fits = content.length === message.sender.parts[part]?.length
  insist(fits, "size-wrong", "a part of another length than its header says")
  return content
}

export type ClassClaim = {
  /** Those that count. */
  readonly approvals: readonly VerifiedApproval[]
  /** The author's. */
  readonly certificates: readonly VerifiedCertificate[]
  /** The sealed confirmation, if one came along. */
  readonly confirmation: Uint8Array | null
  /** The verified manifest of what a rendition renders; for a reader, of what was released to them, too. */
  readonly original: VerifiedManifest | null
  /** Those of the original, as received, for a rendition by an interpreter. */
  readonly grants: readonly Statement[]
}

/**
 * Step 15: changed or relayed words need their author's yes, renditions their original.
 *
 * Throws `not-confirmed`, `not-approved` (its maker is the only approver), `grant-over` (an
 * interpreter made it under no grant), or as a broken confirmation does.
 */
export async function checkClass(message: OpenMessage, claim: ClassClaim): Promise<void> {
  const { body } = message.manifest
  if (body.class === "original") return
  checkReviewedByAnother(claim.approvals, message.signer)
  return body.class === "rendition" ? checkRendition(message, claim) : checkConfirmed(message, claim)
}

/**
 * Refuse a rendition without its original, or by an interpreter without a grant for it.
 *
 * Throws `not-confirmed` (another original than the one it renders, or none) or `grant-over` (no
 * grant lasted until the day on which it was made).
 */
export async function checkRendition(
  { manifest, policy, signer }: Pick<OpenMessage, "manifest" | "policy" | "signer">,
  { original, grants }: Pick<ClassClaim, "original" | "grants">,
): Promise<void> {
  const beside = original !== null && original.hash === manifest.body.derived_from
  insist(beside, "not-confirmed", "a rendition is shown beside its original only")
  if (findInterpreter(policy.directory, signer) === null) return
  const own = await believedGrants(grants, { manifest: original, policy, interpreter: signer })
  requireMadeUnder(own, manifest.body.day)
}

/**
 * Refuse changed or relayed words that their author did not confirm, by a key that was theirs.
 *
 * Throws `not-confirmed` (there is none, or it is of something else), or as a broken one does.
 */
export async function checkConfirmed(
  { manifest, contentKey }: Pick<OpenMessage, "manifest" | "contentKey">,
  { certificates, confirmation }: Pick<ClassClaim, "certificates" | "confirmation">,
): Promise<void> {
  const identities = certificates.map(({ body }) => unb64u(body.identity))
  const [first] = identities
  insist(confirmation !== null && first !== undefined, "not-confirmed", "its author has not confirmed it")
  const statement = await openConfirmation(contentKey, confirmation, { message: manifest.body })
  let identity = first
  for (const known of identities) if (same(await keyId(known), statement.key)) identity = known
  await checkConfirmation(statement, { manifest, identity })
}

/**
 * Step 16: text is UTF-8 in the letter's normal form.
 *
 * Throws `malformed`, `hidden-text` or `not-normal`.
 */
export function checkWords(message: OpenMessage, part: number, content: Uint8Array): void {
  if (message.sender.parts[part]?.type !== TEXT_TYPE) return
  checkLetter(readText(content))
}

/** Return the text of a letter's bytes. Throws `malformed`. */
export function readText(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content)
  } catch (cause) {
    throw new RelayError("malformed", "a letter that is not UTF-8", { cause })
  }
}

export type ReleasedClaim = {
  readonly unwrap: Unwrap
  /** The verified release of the original, for a rendition. */
  readonly original: VerifiedRelease | null
}

/**
 * Open a released message whole, or show nothing (steps 10 to 16).
 *
 * `verified` is made by `verifyRelease` alone. Throws the first check that fails.
 */
export async function openReleased(
  verified: VerifiedRelease,
  stored: StoredMessage,
  { unwrap, original }: ReleasedClaim,
): Promise<Opened> {
  const contentKey = await unwrapKey(verified.manifest, verified.wrap, { unwrap, purpose: "release" })
  const { header, confirmation, grants } = stored
  const message = await openMessage(verified.manifest, contentKey, { ...verified, header })
  const contents = await openParts(message, stored.fetchPart)
  const beside = original?.manifest ?? null
  await checkClass(message, { ...verified, confirmation, grants, original: beside })
  return shown(message, contents)
}

export type ReviewClaim = Omit<HeaderClaim, "header"> & {
  /** From the mediator's review wrap or the author's self wrap: see `unwrapKey`. */
  readonly contentKey: Uint8Array
}

/**
 * Open a message as its mediator or its author.
 *
 * The same checks as the addressee's, without the release that does not exist yet; so no mediator
 * approves what the addressee's client would refuse. Throws the first check that fails.
 */
export async function openForReview(
  manifest: VerifiedManifest,
  stored: StoredMessage,
  { contentKey, policy, certificates }: ReviewClaim,
): Promise<Opened> {
  const { header } = stored
  const message = await openMessage(manifest, contentKey, { policy, certificates, header })
  return shown(message, await openParts(message, stored.fetchPart))
}

async function openParts(message: OpenMessage, fetchPart: FetchPart): Promise<readonly (Bytes | null)[]> {
  const contents: (Bytes | null)[] = []
  for (const [part, { type }] of message.sender.parts.entries()) {
    const stored = await fetchPart(message, part)
    insist(stored !== null || isFilm(type), "size-wrong", "a part that is no film, and was not shown")
    contents.push(stored === null ? null : await openPart(message, part, stored))
  }
  return contents
}

function shown(message: OpenMessage, parts: readonly (Bytes | null)[]): Opened {
  for (const [part, content] of parts.entries()) if (content !== null) checkWords(message, part, content)
  const { sender, signer, author, manifest, keys } = message
  return { sender, signer, author, manifest, keys, parts }
}
