// SPDX-License-Identifier: EUPL-1.2
/** Telltales are found wherever the pieces are cut, and a box that is not on the list is refused. */
import { expect, test } from "vitest"
import { concat, utf8 } from "../crypto/bytes.ts"
import { checkBoxes } from "./boxes.ts"
import { scan, TELLTALES } from "./scan.ts"

function scanned(bytes: Uint8Array, cut: number): void {
  const looking = scan()
  looking.next(bytes.subarray(0, cut))
  looking.next(bytes.subarray(cut))
}

test.each(TELLTALES)("%j is found at every cut", (told) => {
  const film = concat(new Uint8Array(20).fill(1), utf8(told), new Uint8Array(20))
  for (let cut = 0; cut <= film.length; cut++) {
    expect(() => scanned(film, cut)).toThrow(expect.objectContaining({ code: "media-not-clean" }))
  }
})

test("a telltale that comes byte by byte is found too", () => {
  const looking = scan()
  expect(() => {
    for (const byte of utf8("xx ISO6709 xx")) looking.next(Uint8Array.of(byte))
  }).toThrow(expect.objectContaining({ code: "media-not-clean" }))
})

test("what tells nothing passes", () => {
  expect(() => scanned(utf8("locatio n com.appl e ISO 6709"), 7)).not.toThrow()
})

const box = (name: string, ...inside: readonly Uint8Array[]) => {
  const body = concat(...inside)
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, 8 + body.length)
  return concat(
    head,
    Uint8Array.from(name, (letter) => letter.charCodeAt(0)),
    body,
  )
}

test.each(["udta", "meta", "uuid", "keys", "\u00a9xyz", "gmhd"])(
  "a %s box is refused at any depth",
  (name) => {
    const refused = expect.objectContaining({ code: "media-not-clean" })
    expect(() => checkBoxes(box(name))).toThrow(refused)
    expect(() => checkBoxes(box("moov", box("mvhd"), box("trak", box("tkhd"), box(name))))).toThrow(refused)
  },
)

test.each([
  ["mvhd", 0, 4],
  ["mvhd", 0, 11],
  ["tkhd", 0, 8],
  ["mdhd", 1, 19],
])("a %s box (version %i) that says when it was made is refused", (name, version, at) => {
  const inside = new Uint8Array(100)
  inside[0] = version
  expect(() => checkBoxes(box("moov", box(name, inside)))).not.toThrow()
  inside[at] = 1
  expect(() => checkBoxes(box("moov", box(name, inside)))).toThrow(
    expect.objectContaining({ code: "media-not-clean" }),
  )
})

test("boxes that overlap, end early or have no end are refused", () => {
  const refused = expect.objectContaining({ code: "media-not-clean" })
  for (const bytes of [
    box("moov").subarray(0, 7),
    Uint8Array.of(0, 0, 0, 4, 109, 111, 111, 118),
    utf8("\0\0\0\x20moov"),
  ]) {
    expect(() => checkBoxes(bytes)).toThrow(refused)
  }
  expect(() => checkBoxes(box("moov", box("mvhd", new Uint8Array(100))))).not.toThrow()
})
