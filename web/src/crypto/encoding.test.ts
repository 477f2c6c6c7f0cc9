// SPDX-License-Identifier: EUPL-1.2
/** Byte strings and their one text. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { compare, concat, same, u64be } from "./bytes.ts"
import { b64u, unb64u } from "./encoding.ts"

test("base64url is what everybody else writes, and reads back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = b64u(bytes)
      expect(text).toBe(Buffer.from(bytes).toString("base64url"))
      expect(unb64u(text)).toEqual(concat(bytes))
    }),
  )
})

test.each(["AA==", "AB", "A", "AAB", "A A", "AA+/", "AÀ", "AA\n"])("p23 %j is refused", (text) => {
  expect(() => unb64u(text)).toThrow(expect.objectContaining({ code: "not-canonical" }))
})

test("a text of another length than the asked one is of the wrong shape", () => {
  expect(() => unb64u("AAAA", 4)).toThrow(expect.objectContaining({ code: "wrong-shape" }))
})

test("byte strings are equal when every byte is, and are ordered byte by byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ maxLength: 6 }), (one, other) => {
      const order = Buffer.compare(one, other)
      expect(Math.sign(compare(one, other))).toBe(order)
      expect(same(one, other)).toBe(order === 0)
    }),
  )
})

test("a counter is written in eight bytes, the most significant first", () => {
  expect([...u64be(2 ** 40 + 3)]).toEqual([0, 0, 1, 0, 0, 0, 0, 3])
})
