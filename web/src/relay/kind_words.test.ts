// SPDX-License-Identifier: EUPL-1.2
/** Words that could hurt are drawn again. */
import { expect, test } from "vitest"
import { WORDS_RANDOM_BYTES, wordList } from "../crypto/passphrase.ts"
import { kindWords } from "./kind_words.ts"

/** Random bytes that draw one word six times. */
function drawing(at: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(WORDS_RANDOM_BYTES)
  for (let pair = 0; pair < bytes.length; pair += 2) bytes.set([at >> 8, at & 255], pair)
  return bytes
}

test.each([
  ["fr", "terreur", "violon"],
  ["en", "battered", "violet"],
] as const)("a %s phrase with %s in it is drawn again", async (language, hurtful, kind) => {
  const list = await wordList(language)
  const draws = [hurtful, kind].map((word) => drawing(list.indexOf(word)))
  const random = () => draws.shift() ?? new Uint8Array()
  expect(await kindWords({ random }, language)).toBe(Array(6).fill(kind).join(" "))
})
