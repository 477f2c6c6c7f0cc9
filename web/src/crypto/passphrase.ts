// SPDX-License-Identifier: EUPL-1.2
/**
 * Six generated words, and what is derived from them and from the other unlocking secrets.
 *
 * 6 × log2(7,776) = 77.5 bits before Argon2id. The words are kept in lists of plain letters, so that
 * no accent, capital or keyboard can lock a person out. Twin: `relay/crypto/passphrase.py`.
 * Sources: RFC 9106; protocol.md §3.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, utf8 } from "./bytes.ts"
import { derive } from "./derive.ts"
import { sodium } from "./sodium.ts"

export type Language = "en" | "fr"

export const WORD_COUNT = 6
export const LIST_LENGTH = 7776
export const PASSES = 3
export const LEAST_MEMORY_KIB = 65_536
export const MOST_MEMORY_KIB = 262_144
export const SALT_BYTES = 16
export const SECRET_BYTES = 32
/** What `generateWords` takes. */
export const WORDS_RANDOM_BYTES = 64
const DRAW_LIMIT = Math.floor(65_536 / LIST_LENGTH) * LIST_LENGTH
// Combining diacritical marks only: a fixed range, not a runtime's property class.
const MARKS = /[\u0300-\u036F]/g
const SPACES = /[ \t\r\n]+/g
const PLAIN = /^[\u0000-\u007F]*$/

/** Return the words of one list; the lists come when they are needed. */
export async function wordList(language: Language): Promise<readonly string[]> {
  if (language === "en") return (await import("./words_en.ts")).WORDS_EN
  return (await import("./words_fr.ts")).WORDS_FR
}

/**
 * Draw six words.
 *
 * `random` is 64 random bytes, read as 32 numbers of 16 bits; those from 62,208 up are skipped so
 * that every word is equally likely.
 */
export async function generateWords(random: Uint8Array, language: Language): Promise<string> {
  const fair: number[] = []
  for (let at = 0; at + 1 < random.length; at += 2) {
    const draw = (random[at] ?? 0) * 256 + (random[at + 1] ?? 0)
    if (draw < DRAW_LIMIT) fair.push(draw % LIST_LENGTH)
  }
  if (fair.length < WORD_COUNT) throw new TypeError("too few random bytes")
  const words = await wordList(language)
  return fair
    .slice(0, WORD_COUNT)
    .map((draw) => words[draw])
    .join(" ")
}

/**
 * Return what was typed as six plain words with single spaces.
 *
 * Throws `words-wrong`: not six words of one list.
 */
export async function normaliseWords(text: string): Promise<string> {
  const plain = text.normalize("NFKD").replace(MARKS, "")
  if (!PLAIN.test(plain)) throw new RelayError("words-wrong", "letters outside the lists")
  const words = plain.replace(SPACES, " ").replace(/^ | $/g, "").toLowerCase().split(" ")
  const lists = await Promise.all([wordList("en"), wordList("fr")])
  const known = lists.some((list) => {
    const set = new Set(list)
    return words.every((word) => set.has(word))
  })
  if (words.length !== WORD_COUNT || !known) throw new RelayError("words-wrong", "not six words of one list")
  return words.join(" ")
}

/** What an account's slot asks of Argon2id. */
export type Argon2 = { readonly passes: number; readonly memoryKib: number }

/**
 * Refuse Argon2id parameters that a client may not accept from a server.
 *
 * Throws `too-weak` for fewer passes or less memory than allowed, `wrong-shape` for more, which
 * would only block the device.
 */
export function checkArgon2({ passes, memoryKib }: Argon2): void {
  if (passes < PASSES || memoryKib < LEAST_MEMORY_KIB) {
    throw new RelayError("too-weak", "Argon2id below 3 passes and 64 MiB")
  }
  if (passes > PASSES || memoryKib > MOST_MEMORY_KIB) {
    throw new RelayError("wrong-shape", "Argon2id above 3 passes and 256 MiB")
  }
}

/**
 * Return the 32-byte secret of a passphrase; blocks its thread for a second or more.
 *
 * `words` as `normaliseWords` returns them, `salt` 16 bytes. Throws as `checkArgon2`.
 */
export async function stretchWords(words: string, salt: Uint8Array, parameters: Argon2): Promise<Bytes> {
  checkArgon2(parameters)
  if (salt.length !== SALT_BYTES) throw new RelayError("wrong-shape", "a salt has 16 bytes")
  const library = await sodium()
  const { passes, memoryKib } = parameters
  return library.argon2id(utf8(words), {
    ...{ length: SECRET_BYTES, salt, passes },
    memoryBytes: memoryKib * 1024,
  })
}

/** Return the 32-byte secret of a recovery kit or link: 128 bits need no stretching. */
export async function codeSecret(code: Uint8Array, salt: Uint8Array, slot: "kit" | "link"): Promise<Bytes> {
  return derive(code, slot, { salt })
}

/** Return the 32-byte key under which a slot holds the master. */
export async function keyEncryptionKey(secret: Uint8Array): Promise<Bytes> {
  return derive(secret, "kek")
}

/** Return the Ed25519 seed with which a slot signs in. */
export async function loginSeed(secret: Uint8Array): Promise<Bytes> {
  return derive(secret, "login")
}
