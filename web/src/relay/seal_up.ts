// SPDX-License-Identifier: EUPL-1.2
/**
 * What letters and films have in common when they are sealed: outline, header, manifest, and the wraps.
 *
 * The content key lives from `freshSealing` to `sealUp`; it leaves only as ciphertext and wraps.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { b64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES } from "../crypto/wrapping.ts"
import { insist } from "../protocol/heard.ts"
import type { Channel } from "../protocol/manifest.ts"
import { referencesOf } from "../protocol/policy.ts"
import {
  type Outline,
  type Recipient,
  type SealedPart,
  sealMessage,
  wrapContentKey,
} from "../protocol/sealing.ts"
import type { NewMessage } from "../protocol/wire.ts"
import { addresseeFor } from "./addressee.ts"
import { today } from "./clock.ts"
import { type CasePicture, caseOf, mediatorsOf } from "./picture.ts"
import type { Session } from "./session.ts"

/** What an author says of a message, whatever it consists of. */
export type Told = {
  readonly case: string
  /** Id of the one it is for; null: the only one it can be for (`addressee.ts`). */
  readonly addressee: string | null
  /** `en`, `fr`, … 2 to 8 of `a-z-`. */
  readonly language: string
  /** What the reader should know first; at most 2,000 bytes; may be empty. */
  readonly contentNote: string
  /** The manifest hash of the returned message that this one replaces. */
  readonly supersedes: string | null
}

/** One message about to be sealed: its outline, and the key under which its parts and its header are. */
export type FreshSealing = {
  readonly place: CasePicture
  readonly outline: Outline
  /** 32 random bytes, for this message alone. */
  readonly contentKey: Bytes
}

/** Draw a content key and outline a message under an id that was never used. */
export async function freshSealing(
  session: Session,
  id: string,
  { channel, ...told }: Told & { readonly channel: Channel },
): Promise<FreshSealing> {
  const { keyring, ports, person, programme } = session
  const place = caseOf(await session.trust.picture(), told.case)
  const outline: Outline = {
    programme,
    case: told.case,
    message: id,
    sender: person,
    addressees: [told.addressee ?? (await addresseeFor(session, told.case))],
    channel,
    class: "original",
    wk: b64u(await keyring.messageKey(id)),
    supersedes: told.supersedes,
    derived_from: null,
    ...referencesOf(place.policy),
    day: today(ports.clock),
  }
  return { place, outline, contentKey: ports.random(WRAPPED_KEY_BYTES) }
}

/** Seal header and manifest over sealed parts, wrap the content key, and forget it. */
export async function sealUp(
  session: Session,
  { place, outline, contentKey }: FreshSealing,
  {
    parts,
    language,
    contentNote,
  }: Pick<Told, "language" | "contentNote"> & { readonly parts: readonly SealedPart[] },
): Promise<{ readonly manifest: string; readonly post: NewMessage }> {
  const { keyring, ports } = session
  const { certificate } = session.trust.me(place)
  const sealed = await sealMessage(outline, parts, {
    words: { language, content_note: contentNote, certificate },
    contentKey,
    signAsAuthor: keyring.sign,
    signAsMessage: keyring.signAsMessage(outline.message),
    headerSalt: ports.random(SALT_BYTES),
  })
  const wraps = await wrapContentKey(contentKey, sealed.hash, recipients(session, place))
  contentKey.fill(0)
  return {
    manifest: sealed.hash,
    post: {
      manifest: toEnvelope(sealed.manifest),
      header: b64u(sealed.header),
      wraps: wraps.map(({ purpose, recipient, wrap }) => ({ purpose, recipient, wrap: b64u(wrap) })),
    },
  }
}

/** The assigned mediators and the author; never the addressee. */
function recipients({ keyring }: Session, place: CasePicture): readonly Recipient[] {
  const review = mediatorsOf(place).map(({ keyId, kem }): Recipient => ({ keyId, kem, purpose: "review" }))
  insist(review.length > 0, "revoked", "no active mediator stands in the policy")
  return [...review, { keyId: keyring.keyId, kem: b64u(keyring.kem), purpose: "self" }]
}
