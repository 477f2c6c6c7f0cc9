// SPDX-License-Identifier: EUPL-1.2
/** One message as the server shows it, held against the verified picture: the start of every act on it. */
import type { Bytes } from "../crypto/bytes.ts"
import { decode, isObject } from "../crypto/canonical.ts"
import { HASH_BYTES } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { fromEnvelope, type Statement } from "../crypto/signing.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { RelayError } from "../errors.ts"
import type { VerifiedCertificate } from "../protocol/certificate.ts"
import { isFilm } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { type VerifiedManifest, verifyManifest } from "../protocol/manifest.ts"
import {
  type FetchPart,
  type Opened,
  type OpenMessage,
  openForReview,
  openMessage,
  unwrapKey,
} from "../protocol/opening.ts"
import { type VerifiedPolicy, withPast } from "../protocol/policy.ts"
import type { NotePlace } from "../protocol/record.ts"
import { knownCertificates } from "../protocol/release.ts"
import type { MessageDetail, MessageView } from "../protocol/wire.ts"
import { type CasePicture, caseOf } from "./picture.ts"
import type { Session } from "./session.ts"

export type FetchedMessage = {
  readonly detail: MessageDetail
  readonly view: MessageView
  readonly place: CasePicture
  readonly manifest: VerifiedManifest
  /** Where a note about it belongs. */
  readonly note: NotePlace
}

/**
 * Fetch a message, then trust anew, then verify its manifest against both and against what is remembered.
 *
 * Throws `withdrawn` when there is nothing left of it, and as `verifyManifest`.
 */
export async function fetchMessage(session: Session, id: string): Promise<FetchedMessage> {
  const detail = await session.ports.client.message(id)
  await session.trust.refresh()
  return heldAgainst(session, id, detail)
}

/** The same for a detail that is already here. */
export async function heldAgainst(
  session: Session,
  id: string,
  detail: MessageDetail,
): Promise<FetchedMessage> {
  const { view } = detail
  insist(view.message === id, "wrong-context", "another message than was asked for")
  insist(view.state !== "withdrawn", "withdrawn", "the message was taken back")
  insist(detail.manifest !== null, "not-found", "no manifest was shown")
  const place = await placeOf(session, detail)
  const { programme } = place.policy.body
  const claim = { programme, case: view.case, seen: session.trust.seenManifest(id) }
  const manifest = await verifyManifest(fromEnvelope(detail.manifest), claim)
  const { body, hash } = manifest
  const kind = body.class === view.kind && body.channel === view.channel
  const same = body.message === id && hash === view.manifest && kind
  const fits = same && body.sender === view.sender && body.addressees.includes(view.addressee)
  insist(fits, "wrong-context", "another manifest than the view names")
  return { detail, view, place, manifest, note: { programme, case: view.case, message: id } }
}

/** The case of a message with its policies of before; looked up again where the relay has a newer one by now. */
async function placeOf(session: Session, { view, policies }: MessageDetail): Promise<CasePicture> {
  const past = policies.map((envelope) => fromEnvelope(envelope))
  const known = async () => {
    const here = caseOf(await session.trust.picture(), view.case)
    return { ...here, policy: await withPast(here.policy, past) }
  }
  try {
    return await known()
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "policy-mismatch") throw error
    await session.trust.refresh()
    return known()
  }
}

/** Return the statements of one kind, as received; nothing of them is believed yet. */
export function statementsOf(
  { detail }: Pick<FetchedMessage, "detail">,
  ...kinds: readonly string[]
): readonly Statement[] {
  return detail.statements
    .map((envelope) => fromEnvelope(envelope))
    .filter(({ body }) => kinds.includes(kindNamed(body)))
}

function kindNamed(body: Uint8Array): string {
  try {
    const value = decode(body)
    const kind = isObject(value) ? value["kind"] : undefined
    return typeof kind === "string" ? kind : ""
  } catch (error) {
    if (error instanceof RelayError) return ""
    throw error
  }
}

/** The most chunks of a part that is opened whole: 64 MiB. A film is watched piece by piece, whatever its size. */
const WHOLE_CHUNKS = 1024

/** Fetch a part's ciphertext and leaf table, no more bytes than the manifest names. A film stays closed. */
export function fetchPartWith({ ports }: Session): FetchPart {
  return async ({ manifest: { body }, sender }, part) => {
    const [claim, said] = [body.parts[part], sender.parts[part]]
    if (claim === undefined || said === undefined || isFilm(said.type)) return null
    insist(claim.count <= WHOLE_CHUNKS, "too-large", "no film, and more than is opened whole")
    const [stored, table] = await Promise.all([
      ports.client.part(body.message, part, claim.count * STORED_CHUNK_BYTES),
      ports.client.leaves(body.message, part, claim.count * HASH_BYTES),
    ])
    return { stored, table }
  }
}

/** Return a person's certificates that the policy names, current and former. */
export async function certificatesOf(
  place: CasePicture,
  person: string,
): Promise<readonly VerifiedCertificate[]> {
  return knownCertificates(place.offered, place.policy, person)
}

/** By which wrap somebody reads: a mediator, the author, an interpreter under a grant. */
export type ReadingPurpose = "review" | "self" | "grant"

/**
 * Use the content key for as long as `use` takes: from a mediator's wrap of then or the one handed over to
 * them since (`review`), the author's own (`self`), or a grant's.
 *
 * Throws `not-handed-over` where a mediator came later and nobody has handed it over yet, and `wrap-broken`.
 */
export async function withContentKey<T>(
  { keyring }: Pick<Session, "keyring">,
  { detail, manifest }: Pick<FetchedMessage, "detail" | "manifest">,
  purpose: ReadingPurpose,
  use: (contentKey: Bytes) => Promise<T>,
): Promise<T> {
  const { wrap } = detail
  if (purpose === "review") insist(wrap !== null, "not-handed-over", "sealed before this mediator came")
  const shown = purpose === "review" && detail.purpose === "handover" ? "handover" : purpose
  insist(wrap !== null && detail.purpose === shown, "wrap-broken", `no ${purpose} wrap was shown`)
  const contentKey = await unwrapKey(manifest, unb64u(wrap), { unwrap: keyring.unwrap, purpose: shown })
  try {
    return await use(contentKey)
  } finally {
    contentKey.fill(0)
  }
}

/** Open a message for one of its purposes. Throws the first check that fails. */
export async function openAs(
  session: Session,
  fetched: FetchedMessage,
  purpose: ReadingPurpose,
): Promise<Opened> {
  const { detail, place, manifest } = fetched
  const { header } = detail
  insist(header !== null, "wrap-broken", "no header was shown")
  const certificates = await certificatesOf(place, manifest.body.sender)
  return withContentKey(session, fetched, purpose, async (contentKey) => {
    const stored = {
      header: unb64u(header),
      fetchPart: fetchPartWith(session),
      confirmation: null,
      grants: [],
    }
    return openForReview(manifest, stored, { contentKey, policy: place.policy, certificates })
  })
}

/** Open only the header: who signed it, for what, and the keys of its parts. Throws the first check that fails. */
export async function openHeaderAs(
  session: Session,
  fetched: FetchedMessage,
  purpose: ReadingPurpose,
): Promise<Pick<OpenMessage, "signer" | "sender" | "keys">> {
  const { detail, place, manifest } = fetched
  const { header } = detail
  insist(header !== null, "wrap-broken", "no header was shown")
  const certificates = await certificatesOf(place, manifest.body.sender)
  const claim = { policy: place.policy, certificates, header: unb64u(header) }
  return withContentKey(session, fetched, purpose, (contentKey) => openMessage(manifest, contentKey, claim))
}

/**
 * Believe what a mediator said under the policy of now, or under one before it that came along.
 *
 * For what is shown and counted of the past: what a mediator said stays said when they have left. Throws why
 * it is not believed now.
 */
export async function nowOrThen<T>(
  { policy }: Pick<CasePicture, "policy">,
  check: (policy: VerifiedPolicy) => Promise<T>,
): Promise<T> {
  const [now, ...then] = await Promise.allSettled([policy, ...policy.past].map(check))
  for (const one of [now, ...then]) if (one?.status === "fulfilled") return one.value
  throw now?.status === "rejected" ? now.reason : new TypeError("no policy")
}

/** Believe what verifies, pass over the rest: for what is only shown. */
export async function believable<T>(checked: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(checked)
  return settled.flatMap((one) => {
    if (one.status === "fulfilled") return [one.value]
    if (one.reason instanceof RelayError) return []
    throw one.reason
  })
}
