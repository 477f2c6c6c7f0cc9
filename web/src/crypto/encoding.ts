// SPDX-License-Identifier: EUPL-1.2
/** Byte strings as text: base64url without padding, exactly one form each. Twin: `relay/crypto/encoding.py`. */
import { RelayError } from "../errors.ts"
import type { Bytes } from "./bytes.ts"

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
  if (text.length % 4 === 1) throw new RelayError("not-canonical", "not base64url without padding")
  const raw = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const character of text) {
    const value = VALUES.get(character)
    if (value === undefined) throw new RelayError("not-canonical", "not base64url without padding")
    held = ((held << 6) | value) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    raw[at++] = (held >> bits) & 0xff
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new RelayError("not-canonical", "base64url with stray bits")
  if (size !== undefined && raw.length !== size) {
    throw new RelayError("wrong-shape", `${raw.length} bytes where ${size} belong`)
  }
  return raw
}
