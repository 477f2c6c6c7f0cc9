// SPDX-License-Identifier: EUPL-1.2
/**
 * A film is shown from its beginning to its end, in every browser.
 *
 * Of an edit list one browser plays the passages that it names, and another all that lies in the file: a mediator
 * would approve less than is seen, or other than is seen. A later beginning is the same everywhere, and is what
 * a decoder's lead needs; so one passage at normal speed that goes on to the end is let through, and no other.
 * How long the film is says its table of times, which every browser plays by. Source: ISO/IEC 14496-12, 8.6.
 */
import { RelayError } from "../errors.ts"
import { afterTimes, EMPTY, editsIn, HEAD_BYTES, NORMAL_SPEED } from "./edit_list.ts"
import type { RandomAccess } from "./random_access.ts"
import { exactBoxes, type Held, named } from "./tracks.ts"

type Box = Held<string>

const ROW_BYTES = 8
/** A time for each picture of four hours, sixty a second. */
const MOST_BYTES = 8 * 2 ** 20
/** What a recorder rounds away, or a codec fills its last sound up with. */
const BEARABLE_SECONDS = 0.5

/** Throws `film-unplayable`: a part of it lies in the file, and is shown in some browsers only. */
export async function requireShownWhole(film: RandomAccess, type: string): Promise<void> {
  if (type.endsWith("/webm")) return
  const whole = { name: "", start: 0, end: film.size }
  for (const movie of await all(film, [whole], "moov")) {
    for (const track of await all(film, [movie], "trak")) {
      const lists = await all(film, await all(film, [track], "edts"), "elst")
      for (const list of lists) requireToItsEnd(await viewOf(film, list), await lengthsOf(film, movie, track))
    }
  }
}

async function all(film: RandomAccess, within: readonly Box[], name: string): Promise<readonly Box[]> {
  const found: Box[] = []
  for (const box of within) for await (const one of named(exactBoxes(film, box), name)) found.push(one)
  return found
}

function refuse(): never {
  throw new RelayError("film-unplayable", "an edit list leaves some of it out")
}

async function viewOf(film: RandomAccess, { start, end }: Box): Promise<DataView> {
  if (end - start > MOST_BYTES || end - start < 2 * HEAD_BYTES) refuse()
  const bytes = await film.read(start, end)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The one box at the end of a path of names. */
async function only(film: RandomAccess, within: Box, ...names: readonly string[]): Promise<Box> {
  let here = within
  for (const name of names) {
    const [one, ...others] = await all(film, [here], name)
    here = one === undefined || others.length > 0 ? refuse() : one
  }
  return here
}

type Lengths = {
  /** Of the whole film's clock, in a second. */
  readonly ticks: number
  /** Of the track's own. */
  readonly beats: number
  /** How long its samples last, in the track's own; null where they come in fragments. */
  readonly lasts: number | null
}

async function lengthsOf(film: RandomAccess, movie: Box, track: Box): Promise<Lengths> {
  const ticks = clockIn(await viewOf(film, await only(film, movie, "mvhd")))
  const beats = clockIn(await viewOf(film, await only(film, track, "mdia", "mdhd")))
  if ((await all(film, [movie], "mvex")).length > 0) return { ticks, beats, lasts: null }
  const times = await viewOf(film, await only(film, track, "mdia", "minf", "stbl", "stts"))
  return { ticks, beats, lasts: sumOf(times) }
}

function clockIn(head: DataView): number {
  const found = afterTimes(head)
  return found > 0 ? found : refuse()
}

function sumOf(times: DataView): number {
  const count = times.getUint32(HEAD_BYTES)
  if (2 * HEAD_BYTES + count * ROW_BYTES > times.byteLength) refuse()
  let sum = 0
  for (let at = 2 * HEAD_BYTES; at < 2 * HEAD_BYTES + count * ROW_BYTES; at += ROW_BYTES) {
    sum += times.getUint32(at) * times.getUint32(at + 4)
  }
  return sum
}

function requireToItsEnd(list: DataView, { ticks, beats, lasts }: Lengths): void {
  const edits = editsIn(list) ?? refuse()
  const begins = edits.findIndex(({ from }) => from !== EMPTY)
  const [passage, ...more] = begins < 0 ? [] : edits.slice(begins)
  if (passage === undefined) return
  if (more.length > 0 || passage.from < 0 || passage.speed !== NORMAL_SPEED) refuse()
  // Zero: to the end, however long that is; a film that is written piece by piece does not know it yet.
  if (passage.lasts === 0) return
  const seconds = passage.lasts / ticks + BEARABLE_SECONDS
  if (lasts === null || (lasts - passage.from) / beats > seconds) refuse()
}
