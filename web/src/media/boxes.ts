// SPDX-License-Identifier: EUPL-1.2
/**
 * Which boxes a cleaned MP4 may hold: those that say how to play it, and none that says who made it where or when.
 *
 * A list of what may be there holds against what nobody has thought of. `udta`, `meta`, `keys`, `uuid` and
 * the tracks of places and movements are not on it. Source: ISO/IEC 14496-12.
 */
import { RelayError } from "../errors.ts"

const HOLDS_BOXES: ReadonlySet<string> = new Set(["moov", "trak", "edts", "mdia", "minf", "dinf", "stbl"])
const HOLDS_FACTS: ReadonlySet<string> = new Set([
  ...["ftyp", "mdat", "free", "mvhd", "tkhd", "elst", "mdhd", "hdlr", "vmhd", "smhd", "dref"],
  ...["stsd", "stts", "stss", "stsz", "stsc", "stco", "co64", "ctts", "cslg", "sgpd", "sbgp"],
])
/** Each begins with its version (1 byte) and flags (3), then when it was made and changed: 4 or 8 bytes each. */
const HOLDS_TIMES: ReadonlySet<string> = new Set(["mvhd", "tkhd", "mdhd"])
const VERSION_BYTES = 4
const HEAD_BYTES = 8
const LONG_HEAD_BYTES = 16

/** Refuse bytes that are not boxes of the list. Throws `media-not-clean`. */
export function checkBoxes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at < bytes.length) {
    const { name, head, size } = boxAt(view, at)
    if (size < head || at + size > bytes.length) throw new RelayError("media-not-clean", "a box without end")
    checkBox(name, bytes.subarray(at + head, at + size))
    at += size
  }
}

function checkBox(name: string, inside: Uint8Array): void {
  if (HOLDS_BOXES.has(name)) checkBoxes(inside)
  else if (!HOLDS_FACTS.has(name)) throw new RelayError("media-not-clean", "a box that is not on the list")
  if (HOLDS_TIMES.has(name)) refuseTimes(inside)
}

function refuseTimes(inside: Uint8Array): void {
  const timesBytes = inside[0] === 1 ? 16 : 8
  const times = inside.subarray(VERSION_BYTES, VERSION_BYTES + timesBytes)
  if (times.some((byte) => byte !== 0)) throw new RelayError("media-not-clean", "it says when it was made")
}

function boxAt(view: DataView, at: number) {
  if (at + HEAD_BYTES > view.byteLength) throw new RelayError("media-not-clean", "half a box")
  const name = String.fromCharCode(...Array.from({ length: 4 }, (_, byte) => view.getUint8(at + 4 + byte)))
  const short = view.getUint32(at)
  if (short !== 1) return { name, head: HEAD_BYTES, size: short }
  if (at + LONG_HEAD_BYTES > view.byteLength) throw new RelayError("media-not-clean", "half a box")
  return { name, head: LONG_HEAD_BYTES, size: Number(view.getBigUint64(at + HEAD_BYTES)) }
}
