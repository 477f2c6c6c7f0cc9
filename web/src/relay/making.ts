// SPDX-License-Identifier: EUPL-1.2
/**
 * What a mediator makes of what somebody said or wrote: told words, a shorter version, a rendition.
 *
 * It is a message of its own in the name of the person whose words it holds, sealed for the case's
 * mediators and for that person, signed by who made it. Told and shortened words are then proposed to
 * their author; nothing of theirs is passed on without their yes. An interpreter makes renditions only.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import { b64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES } from "../crypto/wrapping.ts"
import { inMemory } from "../media/stored.ts"
import { TEXT_TYPE } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { referencesOf } from "../protocol/policy.ts"
import {
  type Content,
  type Outline,
  type Recipient,
  sealMessage,
  sealParts,
  wrapContentKey,
} from "../protocol/sealing.ts"
import type { KindName, MessageView } from "../protocol/wire.ts"
import { CAPTIONS_TYPE, normalCaptions } from "../review/captions.ts"
import { isShortened } from "../review/shortening.ts"
import { today } from "./clock.ts"
import { preview, previewNote } from "./give.ts"
import { handIn, type SealedToSend } from "./hand_in.ts"
import { type CasePicture, caseOf, certificateOf, mediatorsOf, participantKeyId } from "./picture.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"
import type { Spoken } from "./spoken.ts"

/** What the new words are made from: opened here, as its reader or under a grant. */
export type MadeFrom = {
  readonly manifest: string
  readonly channel: MessageView["channel"]
  readonly author: string
  readonly addressee: string
  /** Its own words; empty where it has none. */
  readonly text: string
  /** How many milliseconds its film lasts, where it has one that says so. */
  readonly lasts: number | null
}

export type ToMake = {
  readonly case: string
  readonly text: string
  /** `en`, `fr`, … 2 to 8 of `a-z-`: for a translation, the new one. */
  readonly language: string
  /** What the reader should know first; for a rendition, what it is. May be empty. */
  readonly contentNote: string
} & (
  | { readonly kind: "relayed"; readonly author: string; readonly addressee: string }
  | { readonly kind: "redaction" | "excerpt"; readonly from: MadeFrom }
  | {
      readonly kind: "rendition"
      readonly from: MadeFrom
      /** WebVTT of what is said in a film or a recording; null for none. Then `text` may be empty. */
      readonly captions: string | null
      /** The words read aloud; null where nobody reads them. With them `text` may be empty, too. */
      readonly spoken: Spoken | null
    }
)

/**
 * Seal made words, once. Sending reads what is returned and nothing else, however often it is tried.
 *
 * Throws `CaptionsError`, `hidden-text`, `not-normal` or `too-large` before anything is sealed; `wrong-context`
 * for a shorter version that holds other words than its author's, and for captions of what is only read;
 * `certificate-wrong`: they have no key yet.
 */
export async function sealMade(session: Session, toMake: ToMake): Promise<SealedToSend> {
  const contents = contentsOf(session, toMake)
  const contentNote = previewNote(toMake.contentNote)
  await session.trust.refresh()
  const place = caseOf(await session.trust.picture(), toMake.case)
  const id = freshId(session.ports.random)
  const contentKey = session.ports.random(WRAPPED_KEY_BYTES)
  const outline = await outlineOf(session, place, { id, toMake })
  const parts = await sealParts(outline, contents, contentKey)
  const sealed = await sealMessage(outline, parts, {
    words: { language: toMake.language, content_note: contentNote, certificate: null },
    contentKey,
    signAsAuthor: session.keyring.sign,
    signAsMessage: session.keyring.signAsMessage(id),
    headerSalt: session.ports.random(SALT_BYTES),
  })
  const wraps = await wrapContentKey(contentKey, sealed.hash, await readersOf(place, outline.sender))
  contentKey.fill(0)
  await session.trust.remember(id, sealed.hash)
  return {
    id,
    manifest: sealed.hash,
    post: {
      manifest: toEnvelope(sealed.manifest),
      header: b64u(sealed.header),
      wraps: wraps.map(({ purpose, recipient, wrap }) => ({ purpose, recipient, wrap: b64u(wrap) })),
    },
    stored: parts.map(({ stored: { stored } }) => inMemory(stored)),
  }
}

/** Send what was sealed, and hand it in. Throws `offline`: try again with the same. */
export async function sendMade(
  session: Session,
  sealed: SealedToSend,
  onDone: (share: number) => void = () => {},
): Promise<void> {
  const total = sealed.stored.reduce((sum, { length }) => sum + length, 0)
  await handIn(session, sealed, { onBytes: (bytes) => onDone(bytes / total), signal: undefined })
}

/** What is heard first, then captions, then words. */
function contentsOf({ ports }: Session, toMake: ToMake): readonly Content[] {
  const salted = (type: Content["type"], content: string): Content => {
    return { type, content: utf8(content), duration_ms: null, salt: ports.random(SALT_BYTES) }
  }
  const captions = captionsIn(toMake)
  const spoken = toMake.kind === "rendition" ? toMake.spoken : null
  const said = [
    ...(spoken === null ? [] : [heard(spoken, ports.random(SALT_BYTES))]),
    ...(captions === null ? [] : [salted(CAPTIONS_TYPE, captions)]),
  ]
  if (said.length > 0 && toMake.text.trim() === "") return said
  const text = preview(toMake.text)
  if (toMake.kind === "redaction" || toMake.kind === "excerpt") {
    insist(isShortened(toMake.from.text, text), "wrong-context", "other words than the author's own")
  }
  return [...said, salted(TEXT_TYPE, text)]
}

function heard({ type, content, durationMs }: Spoken, salt: Content["salt"]): Content {
  return { type, content, duration_ms: durationMs, salt }
}

function captionsIn(toMake: ToMake): string | null {
  if (toMake.kind !== "rendition" || toMake.captions === null) return null
  insist(toMake.from.channel === "video", "wrong-context", "captions of what is only read")
  return normalCaptions(toMake.captions, toMake.from.lasts ?? undefined)
}

type Making = { readonly id: string; readonly toMake: ToMake }

async function outlineOf(session: Session, place: CasePicture, { id, toMake }: Making): Promise<Outline> {
  const { author, addressee } = toMake.kind === "relayed" ? toMake : toMake.from
  const channel = toMake.kind === "relayed" ? "relayed" : toMake.from.channel
  const kind: KindName = toMake.kind
  return {
    programme: session.programme,
    case: toMake.case,
    message: id,
    sender: author,
    addressees: [addressee],
    channel,
    class: kind,
    wk: b64u(await session.keyring.messageKey(id)),
    supersedes: null,
    derived_from: toMake.kind === "relayed" ? null : toMake.from.manifest,
    ...referencesOf(place.policy),
    day: today(session.ports.clock),
  }
}

/** The case's mediators and the author, whose own key it is: never the addressee, never who made it. */
async function readersOf(place: CasePicture, author: string): Promise<readonly Recipient[]> {
  const review = mediatorsOf(place).map(({ keyId, kem }): Recipient => ({ keyId, kem, purpose: "review" }))
  insist(review.length > 0, "revoked", "no active mediator stands in the policy")
  const { kem } = certificateOf(place, author).body
  return [...review, { keyId: await participantKeyId(place, author), kem, purpose: "self" }]
}
