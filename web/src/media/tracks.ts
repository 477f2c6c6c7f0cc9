// SPDX-License-Identifier: EUPL-1.2
/**
 * One picture, one sound, and nothing else: what a film may hold, so that whoever watches it sees the same.
 *
 * Of two sounds one browser plays the first and another the one in its reader's language; a mediator would
 * approve what they did not hear. Only the heads of boxes and elements are read, a few pieces of the film.
 * Sources: ISO/IEC 14496-12; RFC 8794 and 9559.
 */
import { RelayError } from "../errors.ts"
import type { RandomAccess } from "./random_access.ts"

/** More on one level than any film of a phone or a recorder has: whoever counts on is kept busy. */
const MOST_ON_A_LEVEL = 64
const BOX_HEAD_BYTES = 8
const LONG_BOX_HEAD_BYTES = 16
const MOST_HEAD_BYTES = 16
/** In `hdlr`: version and flags, a reserved field, then what kind of track it is. */
const KIND_AT = 8
/** In `stsd`: version and flags, then how many descriptions there are. */
const COUNT_AT = 4
const KINDS_OF_BOXES: Readonly<Record<string, string>> = { vide: "picture", soun: "sound" }
const KINDS_OF_ELEMENTS: Readonly<Record<number, string>> = { 1: "picture", 2: "sound" }

const HEAD = 0x1a45dfa3
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const TRACKS = 0x1654ae6b
const ENTRY = 0xae
const ENTRY_KIND = 0x83
const ENTRY_CODEC = 0x86
const ENTRY_DESCRIPTION = 0x63a2
const MOST_NUMBER_BYTES = 8

/** Throws `film-unplayable`: more than a picture and a sound, none of them, or no film at all. */
export async function requireOneOfEach(film: RandomAccess, type: string): Promise<void> {
  const kinds = await (type.endsWith("/webm") ? kindsOfElements(film) : kindsOfBoxes(film))
  const known = kinds.every((kind) => kind === "picture" || kind === "sound")
  if (kinds.length === 0 || !known || new Set(kinds).size !== kinds.length) refuse()
}

function refuse(): never {
  throw new RelayError("film-unplayable", "not one picture and one sound")
}

/** A box or an element: its name or number, and where its inside begins and ends. */
export type Held<N> = { readonly name: N; readonly start: number; readonly end: number }
type Level<N> = AsyncGenerator<Held<N>>

/** What stands on a level, one after the other. What does not fit into it one browser cuts short, another leaves. */
async function* level<N>(
  film: RandomAccess,
  { start, end }: { readonly start: number; readonly end: number },
  headOf: (head: Uint8Array, at: number, end: number) => Held<N> | null,
  misfit: () => void = refuse,
): Level<N> {
  let at = start
  for (let count = 0; at < end; count++) {
    if (count === MOST_ON_A_LEVEL) refuse()
    const held = headOf(await film.read(at, Math.min(end, at + MOST_HEAD_BYTES)), at, end)
    if (held === null || held.end > end) return misfit()
    yield held
    at = held.end
  }
}

export async function* named<N>(on: Level<N>, name: N): Level<N> {
  for await (const held of on) if (held.name === name) yield held
}

/** Browsers look for tracks before the first pictures, and nowhere else. */
async function* before<N>(on: Level<N>, name: N): Level<N> {
  for await (const held of on) {
    if (held.name === name) return
    yield held
  }
}

/** Where there are two of what there may be one of, one browser takes the first and another the last. */
async function onlyOne<N>(on: Level<N>, name: N): Promise<Held<N>> {
  const found: Held<N>[] = []
  for await (const held of named(on, name)) found.push(held)
  const [one, ...others] = found
  return one === undefined || others.length > 0 ? refuse() : one
}

async function count<N>(on: Level<N>): Promise<number> {
  let found = 0
  for await (const _ of on) found += 1
  return found
}

/** Some browsers go by a film's first bytes, others by the type that its author signed: both must say the same. */
async function requireFirst<N>(on: Level<N>, name: N): Promise<void> {
  for await (const held of on) return held.name === name ? undefined : refuse()
  refuse()
}

type Within = { readonly start: number; readonly end: number }

/** The boxes of a film that its author chose, as far as they fit: a phone may leave a few bytes at an end. */
export const boxes = (film: RandomAccess, within: Within) => level(film, within, boxHead, () => undefined)

/** The boxes of a film that is to be watched; each as it must be, or `film-unplayable`. */
export const exactBoxes = (film: RandomAccess, within: Within) => level(film, within, boxHead)

function boxHead(head: Uint8Array, at: number, end: number): Held<string> | null {
  if (head.length < BOX_HEAD_BYTES) return null
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const name = String.fromCharCode(...head.subarray(4, 8))
  const short = view.getUint32(0)
  if (short === 0) return { name, start: at + BOX_HEAD_BYTES, end }
  if (short !== 1)
    return short < BOX_HEAD_BYTES ? null : { name, start: at + BOX_HEAD_BYTES, end: at + short }
  if (head.length < LONG_BOX_HEAD_BYTES) return null
  const long = Number(view.getBigUint64(8))
  return long < LONG_BOX_HEAD_BYTES ? null : { name, start: at + LONG_BOX_HEAD_BYTES, end: at + long }
}

async function kindsOfBoxes(film: RandomAccess): Promise<readonly string[]> {
  await requireFirst(exactBoxes(film, { start: 0, end: film.size }), "ftyp")
  const kinds: string[] = []
  for await (const movie of named(exactBoxes(film, { start: 0, end: film.size }), "moov")) {
    for await (const track of named(exactBoxes(film, movie), "trak"))
      kinds.push(await kindOfTrack(film, track))
  }
  return kinds
}

async function kindOfTrack(film: RandomAccess, track: Held<string>): Promise<string> {
  const media = await onlyOne(exactBoxes(film, track), "mdia")
  await requireOneForm(film, media)
  const { start } = await onlyOne(exactBoxes(film, media), "hdlr")
  const kind = await film.read(start + KIND_AT, start + KIND_AT + 4)
  return KINDS_OF_BOXES[String.fromCharCode(...kind)] ?? "other"
}

/** Of two descriptions of how a track is coded one browser goes by the first, another by each in its turn. */
async function requireOneForm(film: RandomAccess, media: Held<string>): Promise<void> {
  let here = media
  for (const name of ["minf", "stbl", "stsd"]) here = await onlyOne(exactBoxes(film, here), name)
  const descriptions = await film.read(here.start + COUNT_AT, here.start + COUNT_AT + 4)
  if (numberIn(descriptions) !== 1) refuse()
}

const elements = (film: RandomAccess, within: { readonly start: number; readonly end: number }) =>
  level(film, within, elementHead)

function elementHead(head: Uint8Array, at: number, end: number): Held<number> | null {
  const idBytes = Math.clz32(head[0] ?? 0) - 23
  const sizeBytes = Math.clz32(head[idBytes] ?? 0) - 23
  if (idBytes > 4 || sizeBytes > 8 || head.length < idBytes + sizeBytes) return null
  const name = numberIn(head.subarray(0, idBytes))
  // Without the bit that says how long the number is, so that eight bytes of it stay exact.
  const [first = 0, ...others] = head.subarray(idBytes, idBytes + sizeBytes)
  const sized = numberIn(Uint8Array.of(first & (2 ** (8 - sizeBytes) - 1), ...others))
  const start = at + idBytes + sizeBytes
  // All ones: it goes on until it ends, as a recorder writes it.
  return { name, start, end: sized === 2 ** (7 * sizeBytes) - 1 ? end : start + sized }
}

const numberIn = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

async function kindsOfElements(film: RandomAccess): Promise<readonly string[]> {
  const whole = { start: 0, end: film.size }
  await requireFirst(elements(film, whole), HEAD)
  const segment = await onlyOne(elements(film, whole), SEGMENT)
  const tracks = await onlyOne(before(elements(film, segment), CLUSTER), TRACKS)
  const kinds: string[] = []
  for await (const entry of named(elements(film, tracks), ENTRY)) {
    const { start, end } = await onlyOne(elements(film, entry), ENTRY_KIND)
    await onlyOne(elements(film, entry), ENTRY_CODEC)
    if ((await count(named(elements(film, entry), ENTRY_DESCRIPTION))) > 1) refuse()
    if (end - start > MOST_NUMBER_BYTES) refuse()
    kinds.push(KINDS_OF_ELEMENTS[numberIn(await film.read(start, end))] ?? "other")
  }
  return kinds
}
