// SPDX-License-Identifier: EUPL-1.2
/** Byte strings as text: base64url without padding, exactly one form each. Twin: `relay/crypto/encoding.py`. */
import { RelayError } from "../errors.ts"
import type { Bytes } from "./bytes.ts"

const FORM = /^[A-Za-z0-9_-]*$/
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]))

/** Encode bytes as base64url without padding. */
export function b64u(raw: Uint8Array): string {
  let text = ""
  for (let at = 0; at < raw.length; at += 3) {
    const group = ((raw[at] ?? 0) << 16) | ((raw[at + 1] ?? 0) << 8) | (raw[at + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) text += ALPHABET.charAt((group >> shift) & 63)
  }
  return text.slice(0, Math.ceil((raw.length * 4) / 3))
}

/**
 * Decode base64url without padding.
 *
 * Throws `not-canonical` for padding, foreign characters or stray bits at the end, and
 * `wrong-shape` for another length than `size`.
 */
export function unb64u(text: string, size?: number): Bytes {
  if (!FORM.test(text) || text.length % 4 === 1) {
    throw new RelayError("not-canonical", "not base64url without padding")
  }
  const raw = decoded(text)
  if (b64u(raw) !== text) throw new RelayError("not-canonical", "base64url with stray bits")
  if (size !== undefined && raw.length !== size) {
    throw new RelayError("wrong-shape", `${raw.length} bytes where ${size} belong`)
  }
  return raw
}

function decoded(text: string): Bytes {
  const raw = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let at = 0, from = 0; from < text.length; from += 4) {
    let group = 0
    for (let step = 0; step < 4; step++) group = (group << 6) | (VALUES.get(text.charAt(from + step)) ?? 0)
    for (let shift = 16; shift >= 0 && at < raw.length; shift -= 8) raw[at++] = (group >> shift) & 0xff
  }
  return raw
}
