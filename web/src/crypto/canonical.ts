// SPDX-License-Identifier: EUPL-1.2
/**
 * One encoding per value: RFC 8785 for objects, arrays, strings, integers and booleans.
 *
 * `JSON.parse` keeps the last of two equal names, takes `1.0`, `-0` and `1e2`, and gives `__proto__`
 * a meaning; two readers that differ in such a corner let one signature say two things. So the
 * reader is our own. Rules of reading, in this order, the same in both languages: size, UTF-8
 * without a byte order mark, JSON syntax with nesting at most 4, then integers only and within
 * ±(2^53−1), no lone surrogates, no code point that Unicode 14 does not know, every string NFC, and at
 * last the same bytes again when encoded.
 * Twin: `relay/crypto/canonical.py`. Source: RFC 8785.
 */
import { RelayError } from "../errors.ts"
import { ASSIGNED } from "./assigned_table.ts"
import { type Bytes, utf8 } from "./bytes.ts"

/** What a statement may hold: no floats, no negative zero. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [name: string]: Json }

export const MAX_STATEMENT_BYTES = 65_536
export const MAX_NESTING = 4

const ASCII = /^[\u0000-\u007F]*$/
// Normalisation is stable for what is assigned and for nothing else: a newer runtime reorders marks
// that an older one has never heard of.
const NOT_ASSIGNED = new RegExp(`[^${ASSIGNED.trim().replace(/([0-9a-f]+)(-?)\s*/g, "\\u{$1}$2")}]`, "u")
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const INTEGER = /^(?:0|-?[1-9][0-9]*)$/
const SPACE = /[ \t\n\r]*/y
const PLAIN = /[^"\\\u0000-\u001F]*/y
const HEX = /[0-9a-fA-F]{4}/y
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
])
const LITERALS: ReadonlyMap<string, null | boolean> = new Map([
  ["null", null],
  ["true", true],
  ["false", false],
])

/** Tell whether a value is an object, neither null nor an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/**
 * Encode our own value as RFC 8785 bytes.
 *
 * Throws `not-canonical` for what has no canonical form: a float, a lone surrogate or unknown code point,
 * text that is not NFC, or an integer beyond 2^53−1.
 */
export function encode(value: Json): Bytes {
  return utf8(encoded(value))
}

/**
 * Read canonical bytes, or refuse.
 *
 * Throws `too-large` (longer than `maxBytes`), `malformed` (not UTF-8, a byte order mark, nested
 * deeper than 4, not JSON) or `not-canonical` (readable, but not in the one permitted encoding).
 */
export function decode(body: Uint8Array, maxBytes: number = MAX_STATEMENT_BYTES): Json {
  if (body.length > maxBytes) throw new RelayError("too-large", `${body.length} bytes, at most ${maxBytes}`)
  const reader: Reader = { text: textOf(body), at: 0 }
  const value = readValue(reader, 1)
  take(reader, SPACE)
  if (reader.at !== reader.text.length) throw new RelayError("malformed", "more after the value")
  if (encoded(value) !== reader.text)
    throw new RelayError("not-canonical", "another encoding of the same value")
  return value
}

function encoded(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "number") return encodedInteger(value)
  if (typeof value === "string") return encodedText(value)
  if (isObject(value)) return encodedObject(value)
  return `[${value.map(encoded).join(",")}]`
}

function encodedInteger(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
  throw new RelayError("not-canonical", "a number that is not a safe integer")
}

function encodedText(value: string): string {
  if (!ASCII.test(value) && NOT_ASSIGNED.test(value)) {
    throw new RelayError("not-canonical", "a surrogate, or a code point that Unicode 14 does not know")
  }
  if (value.normalize("NFC") !== value) throw new RelayError("not-canonical", "text that is not NFC")
  // RFC 8785 §3.2.2.2 takes its escapes from ECMAScript's own.
  return JSON.stringify(value)
}

function encodedObject(value: JsonObject): string {
  // RFC 8785 §3.2.3 sorts by UTF-16 code units, as the default order of strings does.
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${encodedText(name)}:${encoded(value[name] ?? null)}`).join(",")}}`
}

type Reader = { readonly text: string; at: number }

function textOf(body: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)
  } catch (cause) {
    throw new RelayError("malformed", "not UTF-8", { cause })
  }
  if (text.startsWith("\uFEFF")) throw new RelayError("malformed", "byte order mark")
  return text
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  if (found !== undefined) reader.at += found.length
  return found
}

function takeMark(reader: Reader, mark: string): boolean {
  take(reader, SPACE)
  if (reader.text[reader.at] !== mark) return false
  reader.at += 1
  return true
}

function expectMark(reader: Reader, mark: string): void {
  if (!takeMark(reader, mark)) throw new RelayError("malformed", `no ${mark} at ${reader.at}`)
}

function readValue(reader: Reader, depth: number): Json {
  take(reader, SPACE)
  const first = reader.text[reader.at]
  if (first === '"') return readText(reader)
  if (first !== "{" && first !== "[") return readWord(reader)
  if (depth > MAX_NESTING) throw new RelayError("malformed", "nested too deep")
  return first === "{" ? readObject(reader, depth) : readArray(reader, depth)
}

function readObject(reader: Reader, depth: number): JsonObject {
  // Without a prototype `__proto__` is a name like any other. A name that stands twice is found
  // when the value is encoded again.
  const object = Object.create(null) as Record<string, Json>
  expectMark(reader, "{")
  if (takeMark(reader, "}")) return object
  do {
    const name = readText(reader)
    expectMark(reader, ":")
    object[name] = readValue(reader, depth + 1)
  } while (takeMark(reader, ","))
  expectMark(reader, "}")
  return object
}

function readArray(reader: Reader, depth: number): readonly Json[] {
  const items: Json[] = []
  expectMark(reader, "[")
  if (takeMark(reader, "]")) return items
  do {
    items.push(readValue(reader, depth + 1))
  } while (takeMark(reader, ","))
  expectMark(reader, "]")
  return items
}

function readWord(reader: Reader): null | boolean | number {
  for (const [word, value] of LITERALS) {
    if (!reader.text.startsWith(word, reader.at)) continue
    reader.at += word.length
    return value
  }
  const digits = take(reader, NUMBER)
  if (digits === undefined) throw new RelayError("malformed", `no value at ${reader.at}`)
  // NaN has no encoding: it is refused after the syntax of the whole was judged.
  return INTEGER.test(digits) ? Number(digits) : Number.NaN
}

function readText(reader: Reader): string {
  expectMark(reader, '"')
  let text = ""
  for (;;) {
    text += take(reader, PLAIN) ?? ""
    const mark = reader.text[reader.at++]
    if (mark === '"') return text
    if (mark !== "\\")
      throw new RelayError("malformed", "text that does not end, or holds a control character")
    text += readEscape(reader)
  }
}

function readEscape(reader: Reader): string {
  const mark = reader.text[reader.at++] ?? ""
  const plain = ESCAPES.get(mark)
  if (plain !== undefined) return plain
  const digits = mark === "u" ? take(reader, HEX) : undefined
  if (digits === undefined) throw new RelayError("malformed", "an unknown escape")
  return String.fromCharCode(Number.parseInt(digits, 16))
}
