// SPDX-License-Identifier: EUPL-1.2
/** Our own way into libsodium: published answers, lengths that are refused, and nothing left in its memory. */
import start from "libsodium-sumo"
import { expect, test } from "vitest"
import { utf8 } from "./bytes.ts"
import { over } from "./sodium.ts"

const bytes = (hex: string) => Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))

/** RFC 8032, section 7.1, the third test. */
const SEED = bytes("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
const PUBLIC_KEY = bytes("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
const MESSAGE = bytes("af82")
const SIGNATURE = bytes(
  "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
)

async function started() {
  const library = await start({ getRandomValue: () => 4 })
  return { library, sodium: over(library) }
}

test("it signs as the published answer says, and takes no other message or key for it", async () => {
  const { sodium } = await started()
  const { publicKey, secretKey } = sodium.keyPairOf(SEED)
  expect(publicKey).toEqual(PUBLIC_KEY)
  expect(sodium.signDetached(MESSAGE, secretKey)).toEqual(SIGNATURE)
  expect(sodium.verifyDetached(SIGNATURE, MESSAGE, PUBLIC_KEY)).toBe(true)
  expect(sodium.verifyDetached(SIGNATURE, bytes("af83"), PUBLIC_KEY)).toBe(false)
  expect(sodium.verifyDetached(SIGNATURE, MESSAGE, SEED)).toBe(false)
})

test("what is too short is refused before anything is read beyond its end", async () => {
  const { sodium } = await started()
  const short = new Uint8Array(31)
  const how = { length: 32, salt: new Uint8Array(15), passes: 3, memoryBytes: 2 ** 26 }
  expect(() => sodium.keyPairOf(short)).toThrow(TypeError)
  expect(() => sodium.signDetached(MESSAGE, short)).toThrow(TypeError)
  expect(() => sodium.verifyDetached(short, MESSAGE, PUBLIC_KEY)).toThrow(TypeError)
  expect(() => sodium.verifyDetached(SIGNATURE, MESSAGE, short)).toThrow(TypeError)
  expect(() => sodium.argon2id(MESSAGE, how)).toThrow(TypeError)
})

test("seeds and words that were laid in its memory do not stay there, also after it grew", async () => {
  const { library, sodium } = await started()
  const words = utf8("six words that nobody else may have")
  const before = library.HEAPU8.length
  sodium.argon2id(words, { length: 32, salt: SEED.slice(16), passes: 3, memoryBytes: 2 ** 26 })
  const { secretKey } = sodium.keyPairOf(SEED)
  sodium.signDetached(MESSAGE, secretKey)
  expect(library.HEAPU8.length).toBeGreaterThan(before)
  const memory = Buffer.from(library.HEAPU8)
  expect([SEED, words].map((one) => memory.indexOf(one))).toEqual([-1, -1])
})
