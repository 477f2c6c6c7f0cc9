// SPDX-License-Identifier: EUPL-1.2
/**
 * What a decoder needs of a film's own stream: pictures, sounds and how to read them, and no words beside them.
 *
 * A camera may write where it was between two pictures (SEI), an encoder what it is called and how it was set,
 * and a phone a second view. Lists of what may be there, as in `boxes.ts`. Sources: ISO/IEC 14496-10 and
 * 23008-2 (units), 14496-15 (their records), RFC 9639, RFC 7845, the Vorbis I specification.
 */
import { type Bytes, concat } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"
import { bareAac } from "./aac.ts"

export type Bare = {
  /** What the decoder is told before the first packet. */
  readonly description: Bytes | undefined
  /** A packet without what is not needed; empty where nothing is left. */
  readonly packet: (data: Uint8Array) => Uint8Array
}

type Keeps = (unit: Uint8Array) => boolean

/** Slices (1 to 5), parameter sets (7, 8, 13), and where a picture or the stream begins or ends (9 to 11). */
const KEPT_OF_H264: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13])
const LAST_SLICE_OF_HEVC = 21
/** Parameter sets (32 to 34), and where a picture or the stream begins or ends (35 to 37). */
const LAST_KEPT_OF_HEVC = 37
const FIRST_SET_OF_HEVC = 32
const LAST_SET_OF_HEVC = 34

const keptOfH264: Keeps = ([head = 0]) => KEPT_OF_H264.has(head & 0x1f)
const keptOfHevc: Keeps = ([head = 0, next = 0]) => {
  const [type, layer] = [(head >> 1) & 0x3f, ((head & 1) << 5) | (next >> 3)]
  const known = type <= LAST_SLICE_OF_HEVC || (type >= FIRST_SET_OF_HEVC && type <= LAST_KEPT_OF_HEVC)
  return layer === 0 && known
}

/** An AAC description has a few bytes, and a comment of 255 at most. */
const MOST_AAC_BYTES = 320
/** In an H.264 record: how long lengths are, then the sets themselves. */
const H264_LENGTHS_AT = 4
/** High and above: they say their colours and depths in the record, too. */
const DEEP_PROFILES: ReadonlySet<number> = new Set([100, 110, 122, 144])
const HEVC_LENGTHS_AT = 21
const HEVC_ARRAYS_AT = 22
const FLAC_HEAD_BYTES = 8
const FLAC_FACTS_BYTES = 34
const OPUS_HEAD_BYTES = 19

/** Return how a stream is laid bare. Throws `media-codec`: a description that cannot be read. */
export function bareOf(codec: string, description: Uint8Array | undefined): Bare {
  const asItIs = (data: Uint8Array) => data
  if (description === undefined) return { description, packet: asItIs }
  switch (codec) {
    case "avc":
      return { description: ofH264(description), packet: unitsOf(description, H264_LENGTHS_AT, keptOfH264) }
    case "hevc":
      return { description: ofHevc(description), packet: unitsOf(description, HEVC_LENGTHS_AT, keptOfHevc) }
    case "vorbis":
      return { description: ofVorbis(description), packet: asItIs }
    case "flac":
      return { description: ofFlac(description), packet: asItIs }
    case "opus":
      return { description: ofOpus(description), packet: asItIs }
    case "aac":
      return { description: ofAac(description), packet: asItIs }
    default:
      return { description: undefined, packet: asItIs }
  }
}

function unreadable(): never {
  throw new RelayError("media-codec", "a description that cannot be read")
}

/** Take units of known kinds out of a packet; each stands behind its length. A length that lies ends it. */
function unitsOf(description: Uint8Array, at: number, keeps: Keeps) {
  const lengthBytes = ((description[at] ?? 0) & 3) + 1
  return (data: Uint8Array): Uint8Array => {
    const kept: Uint8Array[] = []
    for (const unit of unitsIn(data, lengthBytes)) if (keeps(unit.subarray(lengthBytes))) kept.push(unit)
    return concat(...kept)
  }
}

/** Units with their lengths before them, as long as they fit. */
function* unitsIn(data: Uint8Array, lengthBytes: number): Generator<Uint8Array> {
  let from = 0
  while (from + lengthBytes < data.length) {
    const length = data.subarray(from, from + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0)
    const end = from + lengthBytes + length
    if (end > data.length) return
    yield data.subarray(from, end)
    from = end
  }
}

type Reading = {
  readonly take: (bytes: number) => Uint8Array
  readonly number: (bytes: number) => number
  readonly rest: () => Uint8Array
}

/** Read a record from its beginning; what it does not hold makes it unreadable. */
function reading(record: Uint8Array): Reading {
  let at = 0
  const take = (bytes: number) => {
    if (at + bytes > record.length) unreadable()
    at += bytes
    return record.subarray(at - bytes, at)
  }
  const number = (bytes: number) => take(bytes).reduce((sum, byte) => sum * 256 + byte, 0)
  return { take, number, rest: () => record.subarray(at) }
}

/** As many sets as are announced, each behind two bytes of length. */
function setsOf({ take, number }: Reading, count: number, keeps: Keeps): readonly Uint8Array[] {
  return Array.from({ length: count }, () => take(number(2))).filter(keeps)
}

const bytes = (...values: readonly number[]): Bytes => new Uint8Array(values)
const behindLength = (set: Uint8Array) => concat(bytes(set.length >> 8, set.length & 0xff), set)

function ofH264(record: Uint8Array): Bytes {
  const from = reading(record)
  const head = from.take(H264_LENGTHS_AT + 1)
  const sequences = setsOf(from, from.number(1) & 0x1f, keptOfH264)
  const pictures = setsOf(from, from.number(1), keptOfH264)
  const [chroma, luma, colour] = from.rest()
  const deep = DEEP_PROFILES.has(head[1] ?? 0) && colour !== undefined
  return concat(
    head,
    bytes(0xe0 | sequences.length),
    ...sequences.map(behindLength),
    bytes(pictures.length),
    ...pictures.map(behindLength),
    deep ? bytes(0xfc | (chroma ?? 0), 0xf8 | (luma ?? 0), 0xf8 | colour, 0) : bytes(),
  )
}

function ofHevc(record: Uint8Array): Bytes {
  const from = reading(record)
  const head = from.take(HEVC_ARRAYS_AT)
  const arrays: Uint8Array[] = []
  for (let left = from.number(1); left > 0; left--) {
    const type = from.number(1)
    const sets = setsOf(from, from.number(2), keptOfHevc)
    const known = (type & 0x3f) >= FIRST_SET_OF_HEVC && (type & 0x3f) <= LAST_SET_OF_HEVC
    if (!known || sets.length === 0) continue
    arrays.push(concat(bytes(type, sets.length >> 8, sets.length & 0xff), ...sets.map(behindLength)))
  }
  return concat(head, bytes(arrays.length), ...arrays)
}

/** Three headers, the lengths of the first two before them; the second one is words, of which none stay. */
function ofVorbis(record: Uint8Array): Bytes {
  const { take, number, rest } = reading(record)
  if (number(1) !== 2) unreadable()
  const [first, second] = [laced(number), laced(number)]
  const identity = take(first)
  take(second)
  const silent = concat(bytes(3), new TextEncoder().encode("vorbis"), new Uint8Array(8), bytes(1))
  if (first > LACED - 1) unreadable()
  return concat(bytes(2, first, silent.length), identity, silent, rest())
}

const LACED = 255

/** A length in as many bytes as it takes; the last one is below 255. */
function laced(number: Reading["number"]): number {
  const part = number(1)
  return part < LACED ? part : part + laced(number)
}

function ofAac(record: Uint8Array): Bytes {
  if (record.length > MOST_AAC_BYTES) unreadable()
  return bareAac(record) ?? unreadable()
}

/** The mark, and the one block that says how the sound is read, as the last one. */
function ofFlac(record: Uint8Array): Bytes {
  const facts = record.slice(0, FLAC_HEAD_BYTES + FLAC_FACTS_BYTES)
  const [kind = 1] = facts.subarray(4)
  if (facts.length < FLAC_HEAD_BYTES + FLAC_FACTS_BYTES || (kind & 0x7f) !== 0) unreadable()
  facts[4] = 0x80
  return facts
}

function ofOpus(record: Uint8Array): Bytes {
  if (record.length < OPUS_HEAD_BYTES) unreadable()
  const [channels = 0, family = 0] = [record[9], record[18]]
  return record.slice(0, OPUS_HEAD_BYTES + (family === 0 ? 0 : 2 + channels))
}
