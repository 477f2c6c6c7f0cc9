// SPDX-License-Identifier: EUPL-1.2
/**
 * Asking to take part, by somebody who has no account and no key: sealed here, for the programme alone.
 *
 * The key that it is sealed to comes from the relay and is believed only against the root's fingerprint
 * that the page was given. Nothing is kept on the device, and nothing can be looked up afterwards.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES } from "../crypto/wrapping.ts"
import { insist } from "../protocol/heard.ts"
import { sealIntake, wrapIntake } from "../protocol/intake.ts"
import { intakeRecipient, verifyIntakeKey } from "../protocol/intake_key.ts"
import { type Asking, buildAsking, LINE_BYTES, receiptNumber, WORDS_BYTES } from "../protocol/intake_words.ts"
import { normaliseLetter } from "../protocol/letter.ts"
import { verifyRoot } from "../protocol/root.ts"
import type { IntakePost } from "../protocol/wire_office.ts"
import { today } from "./clock.ts"
import type { Ports } from "./ports.ts"
import { freshId } from "./random.ts"

export type { Asking } from "../protocol/intake_words.ts"

/** Whom a request is sealed to. */
export type Programme = { readonly programme: string; readonly kem: Uint8Array }

/**
 * Fetch the programme's intake key, and believe it.
 *
 * Throws `not-found` (no requests are taken here), `root-wrong`, `signer-not-allowed`, `revoked`,
 * `signature-wrong` or `expired` (nothing must be sealed to it), `offline`.
 */
export async function programmeToAsk(ports: Ports, fingerprint: string): Promise<Programme> {
  const view = await ports.client.intakeKey()
  const day = today(ports.clock)
  const root = await verifyRoot(fromEnvelope(view.root), { fingerprint, today: day, seenEpoch: 0 })
  const { body } = await verifyIntakeKey(fromEnvelope(view.intake), { root, today: day })
  return { programme: body.programme, kem: unb64u(body.intake) }
}

/** A request that is sealed: handing it in twice is handing it in once. */
export type SealedAsking = { readonly post: IntakePost; readonly receipt: string }

/**
 * Seal what somebody wrote; spaces and line ends are put in order first.
 *
 * Throws `hidden-text` (a character that a reader would not see) or `too-large`.
 */
export async function sealAsking(
  ports: Pick<Ports, "random">,
  { programme, kem }: Programme,
  asking: Asking,
): Promise<SealedAsking> {
  const intake = freshId(ports.random)
  const key = ports.random(WRAPPED_KEY_BYTES)
  const salt = ports.random(SALT_BYTES)
  const box = await sealIntake(key, buildAsking(ordered(asking)), { place: { programme, intake }, salt })
  const wrap = await wrapIntake(kem, key, box)
  key.fill(0)
  const wrapped = { purpose: "intake", recipient: await intakeRecipient(kem), wrap: b64u(wrap) } as const
  return { post: { intake, box: b64u(box), wrap: wrapped }, receipt: receiptNumber(intake) }
}

/** Hand a sealed request in. Throws `too-many-tries`, `storage-full`, `wrong-context` (the key has changed), `offline`. */
export async function handIn(ports: Pick<Ports, "client">, { post }: SealedAsking): Promise<void> {
  await ports.client.askToTakePart(post)
}

function ordered(asking: Asking): Asking {
  const texts = Object.entries(asking).map(([name, value]) => {
    if (typeof value !== "string") return [name, value]
    const words = normaliseLetter(value)
    insist(utf8(words).length <= longestOf(name), "too-large", `${name} is too long`)
    return [name, words]
  })
  return Object.fromEntries(texts) as Asking
}

function longestOf(name: string): number {
  return name === "words" || name === "responsibility" ? WORDS_BYTES : LINE_BYTES
}
