// SPDX-License-Identifier: EUPL-1.2
/**
 * Where what an author left of a film ends, by its edit lists.
 *
 * Whoever cuts a film on a phone often only notes it, and what was cut stays in the file. One passage with a
 * beginning and an end is honoured. More of them, or one that is shown at another speed, would have to be encoded
 * anew: such a film is refused.
 */
import { RelayError } from "../errors.ts"
import { afterTimes, type Edit, EMPTY, editsIn, NORMAL_SPEED } from "./edit_list.ts"
import type { RandomAccess } from "./random_access.ts"
import { boxes, type Held, named } from "./tracks.ts"

/** A film's box of edits has one or two rows, and no phone writes a hundred. */
const MOST_EDITS_BYTES = 4096

type Box = Held<string>

/** Return the second at which each track ends, by its number, where it says so. Throws `media-edited`, `media-broken`. */
export async function endsOf(film: RandomAccess): Promise<ReadonlyMap<number, number>> {
  const ends = new Map<number, number>()
  const movie = await firstIn(film, { start: 0, end: film.size }, "moov")
  if (movie === null) return ends
  const ticks = await numberIn(film, movie, "mvhd")
  for await (const track of named(boxes(film, movie), "trak")) {
    const end = endIn(await editsOf(film, track))
    if (end !== null) ends.set(await numberIn(film, track, "tkhd"), end / ticks)
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

/** The clock of a film (`mvhd`), in ticks a second; the number of a track (`tkhd`). */
async function numberIn(film: RandomAccess, within: Box, name: "mvhd" | "tkhd"): Promise<number> {
  const head = await firstIn(film, within, name)
  const found = head === null ? 0 : afterTimes(await viewOf(film, head))
  return found > 0 ? found : broken()
}

async function editsOf(film: RandomAccess, track: Box): Promise<readonly Edit[]> {
  const edits = await firstIn(film, track, "edts")
  const list = edits === null ? null : await firstIn(film, edits, "elst")
  return list === null ? [] : (editsIn(await viewOf(film, list)) ?? broken())
}

/** When the one passage ends, in the film's ticks; null where it says none, or goes on to the end. */
function endIn(edits: readonly Edit[]): number | null {
  let before = 0
  let end: number | null = null
  for (const { lasts, from, speed } of edits) {
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

function broken(): never {
  throw new RelayError("media-broken", "edits, or the clock that they go by, are cut short")
}

function refuse(): never {
  throw new RelayError("media-edited", "edits that only encoding anew can honour")
}
