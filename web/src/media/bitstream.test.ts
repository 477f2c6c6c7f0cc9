// SPDX-License-Identifier: EUPL-1.2
/** What a stream says beside its pictures and sounds is not passed on; what a decoder needs is, as it was. */
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../crypto/bytes.ts"
import { bareOf } from "./bitstream.ts"

const TOLD = utf8("+45.5017-073.5673 Pomme Phone 15")
const bytes = (...values: readonly number[]) => new Uint8Array(values)
const sized = (unit: Uint8Array) => concat(bytes(unit.length >> 8, unit.length & 0xff), unit)
const unit = (...head: readonly number[]) => concat(bytes(...head), TOLD)
const noted = (length: number, ...head: readonly number[]) => concat(bytes(...head), new Uint8Array(length))

describe("H.264", () => {
  const set = noted(8, 0x67)
  const picture = noted(4, 0x68)
  const head = [1, 66, 0, 30, 0xfd]
  const record = concat(bytes(...head, 0xe1), sized(set), bytes(1), sized(picture))

  test("what follows the parameter sets is not passed on", () => {
    const { description } = bareOf("avc", concat(record, TOLD))
    expect(description).toEqual(record)
  })

  test("a high profile keeps its colours and depths, and no further sets", () => {
    const high = concat(bytes(1, 100, 0, 30, 0xfd, 0xe1), sized(set), bytes(1), sized(picture))
    const { description } = bareOf("avc", concat(high, bytes(0xfd, 0xf8, 0xf8, 1), sized(unit(0x6d))))
    expect(description).toEqual(concat(high, bytes(0xfd, 0xf8, 0xf8, 0)))
  })

  test("of a packet only pictures and their sets are kept, in their order", () => {
    const { packet } = bareOf("avc", record)
    const slice = sized(noted(20, 0x65))
    const words = [0x06, 0x0c, 0x18, 0x1e].map((head) => sized(unit(head)))
    expect(packet(concat(sized(set), ...words, slice))).toEqual(concat(sized(set), slice))
    expect(packet(concat(...words))).toHaveLength(0)
  })

  test("what stands behind the last unit is not passed on", () => {
    const { packet } = bareOf("avc", record)
    const slice = sized(noted(20, 0x65))
    expect(packet(concat(slice, bytes(0x7f, 0xff), TOLD))).toEqual(slice)
  })

  test("a record that ends early is refused", () => {
    expect(() => bareOf("avc", record.slice(0, -2))).toThrow(expect.objectContaining({ code: "media-codec" }))
  })
})

describe("HEVC", () => {
  const array = (type: number, one: Uint8Array) => concat(bytes(type, 0, 1), sized(one))
  const sets = [32, 33, 34].map((type) => array(0x80 | type, noted(6, type << 1, 1)))
  const head = concat(new Uint8Array(21), bytes(0xfd))
  const note = array(0x80 | 39, unit(39 << 1, 1))

  test("notes in the record are not passed on, and the sets are", () => {
    const { description } = bareOf("hevc", concat(head, bytes(4), ...sets, note, TOLD))
    expect(description).toEqual(concat(head, bytes(3), ...sets))
  })

  test("of a packet the pictures of the first view are kept", () => {
    const { packet } = bareOf("hevc", concat(head, bytes(3), ...sets))
    const slice = sized(noted(20, 19 << 1, 1))
    const words = [39, 40, 38, 62].map((type) => sized(unit(type << 1, 1)))
    const secondView = sized(unit(1 << 1, (1 << 3) | 1))
    expect(packet(concat(...words, slice, secondView))).toEqual(slice)
  })
})

test("of a Vorbis description the words are gone, and a length over 255 is read", () => {
  const said = (kind: number, rest: Uint8Array) => concat(bytes(kind), utf8("vorbis"), rest)
  const first = said(1, new Uint8Array(23))
  const words = said(3, concat(...Array.from({ length: 20 }, () => TOLD)))
  const setup = said(5, new Uint8Array(40))
  const laced = bytes(2, first.length, 255, 255, words.length - 510)
  const { description } = bareOf("vorbis", concat(laced, first, words, setup))
  const silent = said(3, bytes(0, 0, 0, 0, 0, 0, 0, 0, 1))
  expect(description).toEqual(concat(bytes(2, first.length, silent.length), first, silent, setup))
})

test("of a FLAC description one block stays, and is the last", () => {
  const facts = concat(bytes(0, 0, 0, 34), new Uint8Array(34))
  const { description } = bareOf("flac", concat(utf8("fLaC"), facts, bytes(0x84, 0, 0, TOLD.length), TOLD))
  expect(description).toEqual(concat(utf8("fLaC"), bytes(0x80, 0, 0, 34), new Uint8Array(34)))
})

test("what follows an Opus head is not passed on", () => {
  const head = concat(utf8("OpusHead"), bytes(1, 2), new Uint8Array(9))
  expect(bareOf("opus", concat(head, TOLD)).description).toEqual(head)
})

describe("AAC", () => {
  const bare = (...description: readonly Uint8Array[]) => bareOf("aac", concat(...description)).description

  test.each([
    ["low complexity", bytes(0x12, 0x10)],
    ["at a rate that has no number", bytes(0x17, 0x80, 0x5d, 0xc0, 0x08)],
    ["doubled (SBR), said at once", bytes(0x2b, 0x92, 0x08, 0x00)],
    ["doubled (SBR), said behind it", bytes(0x13, 0x10, 0x56, 0xe5, 0x98)],
    ["doubled (SBR and stereo), said behind it", bytes(0x13, 0x08, 0x56, 0xe5, 0x9d, 0x48, 0x80)],
  ])("%s stays as it is, and what stands behind it does not", (_, description) => {
    expect(bare(description)).toEqual(description)
    expect(bare(description, TOLD)).toEqual(description)
  })

  test("the comment on its channels is not passed on", () => {
    const [channels, behind] = [bytes(0x11, 0x80, 4, 0xc4, 4, 0, 0x21, 0x10), bytes(0x56, 0xe5, 0)]
    const silent = concat(channels, bytes(0), behind)
    expect(bare(channels, bytes(TOLD.length), TOLD, behind)).toEqual(silent)
    expect(bare(silent)).toEqual(silent)
  })

  test.each([
    ["nothing", bytes()],
    ["half of one", bytes(0x12)],
    ["a comment that ends early", bytes(0x11, 0x80, 4, 0xc4, 4, 0, 0x21, 0x10, 200, 65)],
    ["a kind that is not read here", bytes(0xf9, 0x48, 0x40, 0x00)],
    ["more than a few bytes", concat(...Array.from({ length: 20 }, () => TOLD))],
  ])("%s is refused", (_, description) => {
    expect(() => bare(description)).toThrow(expect.objectContaining({ code: "media-codec" }))
  })
})

test("of a description that is not known nothing is passed on", () => {
  expect(bareOf("vp8", TOLD).description).toBeUndefined()
})
