// SPDX-License-Identifier: EUPL-1.2
/**
 * How a statement's fields are read: exactly the kind's names, types, lengths and ranges.
 *
 * Values stay what they are in JSON: byte strings keep their base64url text, of which there is one
 * per byte string, so comparing texts compares bytes. Whatever is wrong with a field is
 * `wrong-shape`, so the verdict does not hang on the order in which two languages look. Twin:
 * `relay/protocol/shape.py`.
 */
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import {
  decode,
  encode,
  isObject,
  type Json,
  type JsonObject,
  MAX_STATEMENT_BYTES,
} from "../crypto/canonical.ts"
import { HASH_BYTES, SUITE } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { ID_BYTES, KEM_KEY_BYTES, SIGNING_KEY_BYTES } from "../crypto/keys.ts"
import { SIGNATURE_BYTES } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { isDay } from "./day.ts"

/** Reads one value, or throws `wrong-shape`. */
export type Reader<T> = (value: Json) => T
/** The fixed names of an object, with the reader of each. */
export type Readers = { readonly [name: string]: Reader<unknown> }
/** What an object of these readers holds. */
export type Read<R extends Readers> = { readonly [name in keyof R]: ReturnType<R[name]> }

function refuse(detail: string): never {
  throw new RelayError("wrong-shape", detail)
}

function anyText(value: Json): string {
  return typeof value === "string" ? value : refuse("text belongs here")
}

/** Read base64url text of `size` bytes. */
export function binary(size: number): Reader<string> {
  return (value) => {
    const found = anyText(value)
    try {
      unb64u(found, size)
    } catch (cause) {
      throw new RelayError("wrong-shape", `not ${size} bytes of base64url`, { cause })
    }
    return found
  }
}

export const ident = binary(ID_BYTES)
export const hashed = binary(HASH_BYTES)
export const publicKey = binary(SIGNING_KEY_BYTES)
export const kemKey = binary(KEM_KEY_BYTES)
export const signature = binary(SIGNATURE_BYTES)

/** Read text that fits a regular expression, anchored at both ends. */
export function text(pattern: RegExp): Reader<string> {
  return (value) => {
    const found = anyText(value)
    return pattern.test(found) ? found : refuse("text of another form")
  }
}

/** Read any text of at most `maxBytes` bytes in UTF-8. */
export function freeText(maxBytes: number): Reader<string> {
  return (value) => {
    const found = anyText(value)
    return utf8(found).length <= maxBytes ? found : refuse(`text of more than ${maxBytes} bytes`)
  }
}

/** Read one of a few words. */
export function oneOf<const Words extends readonly string[]>(...words: Words): Reader<Words[number]> {
  return (value) => {
    const found = anyText(value)
    return words.includes(found) ? found : refuse("not one of the known words")
  }
}

/** Read an integer from `least` to `most`. */
export function integer(least = 0, most: number = Number.MAX_SAFE_INTEGER): Reader<number> {
  return (value) => {
    if (typeof value !== "number") return refuse("an integer belongs here")
    return value >= least && value <= most ? value : refuse(`an integer outside ${least} to ${most}`)
  }
}

/** Read true or false. */
export const boolean: Reader<boolean> = (value) => {
  return typeof value === "boolean" ? value : refuse("true or false belongs here")
}

/** Read `YYYY-MM-DD`, a real date. */
export const day: Reader<string> = (value) => {
  const found = anyText(value)
  return isDay(found) ? found : refuse("no such day")
}

/** Read null, or what `reader` reads. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : reader(value))
}

export type Bounds<T> = {
  readonly least?: number
  readonly most?: number
  /** What of an item rises strictly from each to the next, by code units. */
  readonly rising?: (item: T) => string
}

/** Read an array of `least` to `most` items. */
export function listOf<T>(reader: Reader<T>, bounds: Bounds<T> = {}): Reader<readonly T[]> {
  const { least = 0, most = MAX_STATEMENT_BYTES, rising } = bounds
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return refuse(`a list of ${least} to ${most} items belongs here`)
    }
    const items = value.map((item: Json) => reader(item))
    if (rising !== undefined) refuseDisorder(items.map(rising))
    return items
  }
}

function refuseDisorder(ranks: readonly string[]): void {
  const inOrder = ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? "") < rank)
  if (!inOrder) refuse("a list out of order, or with one thing twice")
}

/** Read an array of texts in strictly rising order of code units. */
export function setOf<T extends string>(reader: Reader<T>, bounds: Bounds<T> = {}): Reader<readonly T[]> {
  return listOf(reader, { ...bounds, rising: (item) => item })
}

/** Read an object with exactly these fields. */
export function recordOf<R extends Readers>(readers: R): Reader<Read<R>> {
  return (value) => readFields(value, readers)
}

/** Read an object's own fields, exactly those of `readers`. Throws `wrong-shape`. */
export function readFields<R extends Readers>(value: Json, readers: R): Read<R> {
  if (!isObject(value)) return refuse("not an object")
  const names = Object.keys(readers)
  const own = Object.keys(value)
  if (own.length !== names.length || !names.every((name) => Object.hasOwn(value, name))) {
    return refuse("other fields than this kind has")
  }
  const read = Object.entries(readers).map(([name, reader]) => [name, reader(value[name] ?? null)])
  return Object.fromEntries(read) as Read<R>
}

/** Look at the suite of something that is no statement, and return its other fields. Throws `unknown-suite`. */
export function readSuite(value: Json): JsonObject {
  if (!isObject(value)) return refuse("not an object")
  const { suite, ...content } = value
  if (suite !== SUITE) throw new RelayError("unknown-suite", `not of suite ${SUITE}`)
  return content
}

/** How one kind of statement is read. */
export type Kind<K extends string, R extends Readers> = {
  readonly kind: K
  readonly readers: R
  readonly maxBytes: number
  /** What no single field can say: true when the fields fit each other. */
  readonly fits: (read: Read<R>) => boolean
}

/** What a body of a kind holds, beside suite and kind. */
export type Body<T> = T extends Kind<string, infer R> ? { readonly programme: string } & Read<R> : never

type Extras<K extends string, R extends Readers> = Partial<Pick<Kind<K, R>, "maxBytes" | "fits">>

/** Describe a kind. */
export function kindOf<K extends string, R extends Readers>(
  kind: K,
  readers: R,
  { maxBytes = MAX_STATEMENT_BYTES, fits = () => true }: Extras<K, R> = {},
): Kind<K, R> {
  return { kind, readers, maxBytes, fits }
}

/**
 * Read a statement's canonical body: every field but suite and kind.
 *
 * Suite and kind are looked at before the rest. Throws `too-large`, `malformed`, `not-canonical`,
 * `unknown-suite` or `wrong-shape`.
 */
export function readStatement<K extends string, R extends Readers>(
  kind: Kind<K, R>,
  body: Uint8Array,
): { readonly programme: string } & Read<R> {
  const value = decode(body, kind.maxBytes)
  if (!isObject(value)) return refuse("a statement is an object")
  const { suite, kind: named, ...content } = value
  if (suite !== SUITE || named !== kind.kind) {
    throw new RelayError("unknown-suite", `not a ${kind.kind} of suite ${SUITE}`)
  }
  const { programme, ...read } = readFields(content, { programme: ident, ...kind.readers })
  const fields = read as unknown as Read<R>
  if (!kind.fits(fields)) return refuse(`fields of a ${kind.kind} that do not fit each other`)
  return { programme, ...fields } as { readonly programme: string } & Read<R>
}

/** Write a body, and read it back, so that nothing is signed that a reader would refuse. */
export function writeStatement<K extends string, R extends Readers>(
  kind: Kind<K, R>,
  fields: { readonly programme: string } & Read<R>,
): Bytes {
  const body = encode({ ...(fields as unknown as JsonObject), suite: SUITE, kind: kind.kind })
  readStatement(kind, body)
  return body
}
