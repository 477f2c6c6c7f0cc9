// SPDX-License-Identifier: EUPL-1.2
/**
 * Codes that people copy by hand: Crockford base32 with check characters.
 *
 * Read case-blind, with I and L as 1, O as 0, and dashes and spaces ignored; a slip of the pen is
 * told apart from a wrong code. Tickets, kits and links hold 16 bytes, account numbers seven random
 * characters. Twin: `relay/crypto/codes.py`. Source: Crockford, Base 32.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, utf8 } from "./bytes.ts"
import { taggedHash } from "./derive.ts"

export type CodeKind = "ticket" | "kit"

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
export const SECRET_BYTES = 16
export const ACCOUNT_CHARACTERS = 8
const ACCOUNT_RANDOM_BYTES = 5
const SECRET_CHARACTERS = 26
const CODE_CHARACTERS = 28
const SPARE_BITS = 2
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["I", "1"],
  ["L", "1"],
  ["O", "0"],
])

function characters(value: bigint, count: number): string {
  let text = ""
  for (let at = count - 1; at >= 0; at--) text += ALPHABET.charAt(Number((value >> BigInt(5 * at)) & 31n))
  return text
}

function number(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

function read(text: string, count: number): string {
  const typed = text.replace(/[- ]/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase())
  const code = Array.from(typed, (character) => ALIKE.get(character) ?? character)
  if (code.length !== count || code.some((character) => !ALPHABET.includes(character))) {
    throw new RelayError("code-wrong", `not ${count} characters of a code`)
  }
  return code.join("")
}

async function secretCheck(kind: CodeKind, secret: Uint8Array): Promise<string> {
  const digest = await taggedHash(`${kind}-check`, secret)
  return characters(number(digest.subarray(0, 2)) >> 6n, 2)
}

/** Write 16 bytes as 28 characters, ungrouped. */
export async function writeCode(secret: Uint8Array, kind: CodeKind): Promise<string> {
  if (secret.length !== SECRET_BYTES) throw new TypeError("a code holds 16 bytes")
  const value = number(secret) << BigInt(SPARE_BITS)
  return characters(value, SECRET_CHARACTERS) + (await secretCheck(kind, secret))
}

/** Show a code in groups of four with dashes. */
export function groupCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, "$&-")
}

/**
 * Read 28 typed characters into 16 bytes.
 *
 * Throws `code-wrong`: another length, a foreign character, stray bits, or check characters that do
 * not fit.
 */
export async function readCode(text: string, kind: CodeKind): Promise<Bytes> {
  const code = read(text, CODE_CHARACTERS)
  const value = Array.from(code.slice(0, SECRET_CHARACTERS)).reduce(
    (sum, character) => (sum << 5n) | BigInt(ALPHABET.indexOf(character)),
    0n,
  )
  if ((value & 3n) !== 0n) throw new RelayError("code-wrong", "stray bits in a code")
  const secret = new Uint8Array(SECRET_BYTES)
  for (let at = 0; at < SECRET_BYTES; at++) secret[at] = Number((value >> BigInt(122 - 8 * at)) & 255n)
  if ((await secretCheck(kind, secret)) !== code.slice(SECRET_CHARACTERS)) {
    throw new RelayError("code-wrong", "the check characters do not fit")
  }
  return secret
}

async function accountCheck(code: string): Promise<string> {
  const digest = await taggedHash("account-check", utf8(code))
  return ALPHABET.charAt((digest[0] ?? 0) >> 3)
}

/** Make an account number from 5 random bytes: seven characters and a check. */
export async function newAccount(random: Uint8Array): Promise<string> {
  if (random.length !== ACCOUNT_RANDOM_BYTES) throw new TypeError("an account number takes 5 random bytes")
  const code = characters(number(random) >> 5n, ACCOUNT_CHARACTERS - 1)
  return code + (await accountCheck(code))
}

/**
 * Read a typed account number into its one form, eight characters.
 *
 * Throws `code-wrong`: another length, a foreign character, or a check that does not fit.
 */
export async function readAccount(text: string): Promise<string> {
  const code = read(text, ACCOUNT_CHARACTERS)
  if ((await accountCheck(code.slice(0, -1))) !== code.slice(-1)) {
    throw new RelayError("code-wrong", "the check character does not fit")
  }
  return code
}
