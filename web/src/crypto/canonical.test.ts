// SPDX-License-Identifier: EUPL-1.2
/** P23: one encoding per value, and a reader that takes no variant of it. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RelayError } from "../errors.ts"
import { utf8 } from "./bytes.ts"
import { decode, encode, type Json } from "./canonical.ts"

// Characters newer than Unicode 14 are refused, which a test of its own shows.
const known = (text: string) => codeOf(JSON.stringify(text)) === "ok"
const word = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((text) => text.normalize("NFC"))
  .filter(known)
const scalar = fc.oneof(word, fc.maxSafeInteger(), fc.boolean(), fc.constant(null))
const flat = fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(word, scalar, { maxKeys: 4 }))
const value = fc.dictionary(word, flat, { maxKeys: 6 }).map((made) => made as Json)

function codeOf(text: string | Uint8Array): string {
  try {
    decode(typeof text === "string" ? utf8(text) : text)
    return "ok"
  } catch (error) {
    if (error instanceof RelayError) return error.code
    throw error
  }
}

test("p23 what was encoded decodes to the same value and encodes to the same bytes", () => {
  fc.assert(
    fc.property(value, (made) => {
      const body = encode(made)
      const read = decode(body)
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(new TextDecoder().decode(body)))
      expect(encode(read)).toEqual(body)
    }),
  )
})

test("p23 changed bytes are refused, or are the one encoding of another value", () => {
  fc.assert(
    fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (made, place, change) => {
      const body = encode(made)
      const at = place % body.length
      body[at] = (body[at] ?? 0) ^ change
      if (codeOf(body) === "ok") expect(encode(decode(body))).toEqual(body)
    }),
    { numRuns: 500 },
  )
})

test("p23 no bytes at all make the reader fail otherwise than by a refusal", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(["ok", "malformed", "not-canonical"]).toContain(codeOf(bytes))
    }),
    { numRuns: 500 },
  )
})

describe("p23 a variant is refused", () => {
  test.each([
    ["a name that stands twice", '{"a":1,"a":1}', "not-canonical"],
    ["names out of order", '{"b":1,"a":1}', "not-canonical"],
    ["a space", '{"a": 1}', "not-canonical"],
    ["a fraction", '{"a":1.0}', "not-canonical"],
    ["an exponent", '{"a":1e2}', "not-canonical"],
    ["minus zero", '{"a":-0}', "not-canonical"],
    ["a leading zero", '{"a":01}', "malformed"],
    ["an integer past 2^53", '{"a":9007199254740992}', "not-canonical"],
    ["an escaped slash", '{"a":"\\/"}', "not-canonical"],
    ["an escape that is not needed", '{"a":"\\u0061"}', "not-canonical"],
    ["capital hexadecimal digits", '{"a":"\\u001F"}', "not-canonical"],
    ["a lone surrogate", '{"a":"\\ud800"}', "not-canonical"],
    ["text that is not NFC", '{"a":"e\u0301"}', "not-canonical"],
    ["a name that is not NFC", '{"e\u0301":1}', "not-canonical"],
    ["marks that Unicode 14 does not know", '{"a":"\u{1E4EE}\u0301"}', "not-canonical"],
    ["a face that Unicode 14 does not know", '{"a":"\u{1FAE8}"}', "not-canonical"],
    ["a noncharacter", '{"a":"\uFFFF"}', "not-canonical"],
    ["a byte order mark", "\uFEFF{}", "malformed"],
    ["a control character", '{"a":"\u0001"}', "malformed"],
    ["nothing", "", "malformed"],
    ["two values", "{}{}", "malformed"],
    ["NaN", '{"a":NaN}', "malformed"],
    ["a comma at the end", '{"a":1,}', "malformed"],
    ["five levels", '{"a":[[[[]]]]}', "malformed"],
    ["single quotes", "{'a':1}", "malformed"],
  ])("%s", (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })
})

test("p23 bytes that are not UTF-8 are refused", () => {
  expect(codeOf(Uint8Array.of(0x22, 0xc0, 0x80, 0x22))).toBe("malformed")
  expect(codeOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe("malformed")
})

test("p23 __proto__ is a name like any other", () => {
  const read = decode(utf8('{"__proto__":{"a":1}}')) as { readonly a?: number }
  expect(Object.keys(read)).toEqual(["__proto__"])
  expect(read.a).toBeUndefined()
})

test("four levels are read, and a body of more than 64 KiB is not", () => {
  expect(codeOf('{"a":[[[]]]}')).toBe("ok")
  expect(codeOf(`"${"a".repeat(65_535)}"`)).toBe("too-large")
})

test("names are sorted by UTF-16 code units, as RFC 8785 says", () => {
  expect(new TextDecoder().decode(encode({ "\uFB00": 1, "\u{1F600}": 2, a: 3 }))).toBe(
    '{"a":3,"\u{1F600}":2,"\uFB00":1}',
  )
})
