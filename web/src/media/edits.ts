// SPDX-License-Identifier: EUPL-1.2
/**
 * Where what an author left of a film ends, by its edit lists.
 *
 * Whoever cuts a film on a phone often only notes it, and what was cut stays in the file. One passage with a
 * beginning and an end is honoured. More of them, or one that is shown at another speed, would have to be encoded
 * anew: such a film is refused. Source: ISO/IEC 14496-12, 8.6.6.
 */
import { RelayError } from "../errors.ts"
import type { RandomAccess } from "./random_access.ts"
import { boxes, type Held, named } from "./tracks.ts"

/** A film's box of edits has one or two rows, and no phone writes a hundred. */
const MOST_EDITS_BYTES = 4096
const HEAD_BYTES = 4
const EMPTY = -1
const NORMAL_SPEED = 0x1_0000

type Box = Held<string>

/** Return the second at which each track ends, by its number, where it says so. Throws `media-edited`. */
export async function endsOf(film: RandomAccess): Promise<ReadonlyMap<number, number>> {
  const ends = new Map<number, number>()
  const movie = await firstIn(film, { start: 0, end: film.size }, "moov")
  if (movie === null) return ends
  const ticks = await ticksIn(film, movie)
  for await (const track of named(boxes(film, movie), "trak")) {
    const list = await editsIn(film, track)
    const end = list === null ? null : endIn(list)
    if (end !== null) ends.set(await numberOf(film, track), end / ticks)
  }
  return ends
}

/** The first of its name: the one that the film is read by. */
async function firstIn(
  film: RandomAccess,
  within: { readonly start: number; readonly end: number },
  name: string,
): Promise<Box | null> {
  for await (const box of named(boxes(film, within), name)) return box
  return null
}

async function viewOf(film: RandomAccess, { start, end }: Box): Promise<DataView> {
  if (end - start > MOST_EDITS_BYTES) refuse()
  const bytes = await film.read(start, end)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Times of this many bytes stand before what is looked for, twice: when it was made, and changed. */
const timeBytes = (box: DataView) => (box.getUint8(0) === 1 ? 8 : 4)

async function ticksIn(film: RandomAccess, movie: Box): Promise<number> {
  const head = await firstIn(film, movie, "mvhd")
  if (head === null) return refuse()
  const box = await viewOf(film, head)
  return box.getUint32(HEAD_BYTES + 2 * timeBytes(box))
}

async function numberOf(film: RandomAccess, track: Box): Promise<number> {
  const head = await firstIn(film, track, "tkhd")
  if (head === null) return refuse()
  const box = await viewOf(film, head)
  return box.getUint32(HEAD_BYTES + 2 * timeBytes(box))
}

async function editsIn(film: RandomAccess, track: Box): Promise<DataView | null> {
  const edits = await firstIn(film, track, "edts")
  const list = edits === null ? null : await firstIn(film, edits, "elst")
  return list === null ? null : viewOf(film, list)
}

type Edit = { readonly lasts: number; readonly from: number; readonly speed: number }

function* rowsOf(list: DataView): Generator<Edit> {
  const wide = list.getUint8(0) === 1
  const bytes = wide ? 20 : 12
  const count = list.getUint32(HEAD_BYTES)
  for (let row = 0, at = 2 * HEAD_BYTES; row < count; row++, at += bytes) {
    yield {
      lasts: wide ? Number(list.getBigUint64(at)) : list.getUint32(at),
      from: wide ? Number(list.getBigInt64(at + 8)) : list.getInt32(at + 4),
      speed: list.getInt32(at + bytes - 4),
    }
  }
}

/** When the one passage ends, in the film's ticks; null where it says none, or goes on to the end. */
function endIn(list: DataView): number | null {
  let before = 0
  let end: number | null = null
  for (const { lasts, from, speed } of rowsOf(list)) {
    if (from === EMPTY) {
      before += lasts
      continue
    }
    if (end !== null || from < 0 || speed !== NORMAL_SPEED) refuse()
    // A film that is written piece by piece does not know yet how long it lasts.
    end = lasts === 0 ? Number.POSITIVE_INFINITY : before + lasts
  }
  return end
}

function refuse(): never {
  throw new RelayError("media-edited", "edits that only encoding anew can honour")
}
