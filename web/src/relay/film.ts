// SPDX-License-Identifier: EUPL-1.2
/**
 * Giving a film or a voice: cleaned and sealed once into a private file, then sent from there.
 *
 * Each try draws a new id, key and salts, and writes a new file; a try that breaks off leaves a file
 * that nothing can open, and the next start lets go of it (P25). What was sealed whole is kept until
 * the server has it, as a letter is.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import { partKeys } from "../crypto/stream.ts"
import { captionsOf } from "../media/captions.ts"
import type { Cleaned } from "../media/clean.ts"
import type { FilmSource, FilmStore, Locking } from "../media/film_store.ts"
import { bytesASecond, MAX_FILM_BYTES } from "../media/formats.ts"
import type { Poster } from "../media/poster.ts"
import { inMemory } from "../media/stored.ts"
import { TEXT_TYPE } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { partContext } from "../protocol/manifest.ts"
import { type Content, type SealedContent, type SealedPart, sealPart } from "../protocol/sealing.ts"
import { CAPTIONS_TYPE } from "../review/captions.ts"
import { wholeSecond } from "./clock.ts"
import { type GiveOptions, preview, previewNote, send } from "./give.ts"
import { caseOf } from "./picture.ts"
import { freshId } from "./random.ts"
import { aloneWith, askToKeep } from "./recording.ts"
import { type FreshSealing, freshSealing, sealUp, type Told } from "./seal_up.ts"
import type { Session } from "./session.ts"
import { keepOrigin, keepUnsent, keptFilms, originOf, type UnsentLetter } from "./unsent.ts"

export type ComposedFilm = Told & {
  readonly source: FilmSource
  /** Size of what it is made from. */
  readonly bytes: number
  readonly poster: Poster | null
  /** As they were typed: WebVTT, or the lines that are said; they get their times from the film. Empty for none. */
  readonly captions: string
  /** Plain words; null for none. */
  readonly transcript: string | null
}

export type FilmOptions = GiveOptions & {
  /** What the cleaned film turned out to be: without sound, or not to be shown here. */
  readonly onCleaned?: (cleaned: Cleaned) => void
  /** From here on the id is kept on this device: `continueSending`, and never a second sealing. */
  readonly onSealed?: (id: string) => void
}

/** A film of this size needs so much room: its padding is at most 12 %, and the rest is small. */
export function roomFor(bytes: number): number {
  return Math.ceil(bytes * 1.13) + 2 ** 20
}

/**
 * Return how many whole minutes can be recorded here and then sealed beside the recording, which stays until it
 * was handed in; null where the browser does not say.
 */
export async function minutesToRecord(
  session: Session,
  what: { readonly picture: boolean },
): Promise<number | null> {
  const room = await (await session.ports.films()).room()
  if (room === null) return null
  const aMinute = 60 * bytesASecond(what)
  return Math.max(0, Math.floor((room - roomFor(0)) / (aMinute + roomFor(aMinute) - roomFor(0))))
}

/** Throws `media-too-large`; `no-room` where this browser would not keep a film of this size. */
export async function checkRoom(session: Session, bytes: number): Promise<void> {
  insist(bytes <= MAX_FILM_BYTES, "media-too-large", `${bytes} bytes`)
  const room = await (await session.ports.films()).room()
  insist(room === null || room >= roomFor(bytes), "no-room", `${bytes} bytes do not fit`)
}

/** Throws `gate-shut` where the policy of a case has no videos. */
export async function checkOpen(session: Session, caseId: string): Promise<void> {
  const { policy } = caseOf(await session.trust.picture(), caseId)
  insist(policy.body.channels.includes("video"), "gate-shut", "the case has no videos")
}

/**
 * Clean, seal, send, hand in. Returns the message id.
 *
 * Throws as `FilmStore.lock` with nothing kept and nothing sent; `CaptionsError`, `hidden-text`, also where captions
 * end after a film whose length nobody knew before; `offline`, `quota`, `gate-shut`, `consent-missing`, … with the
 * sealed film kept: `continueSending`.
 */
export async function giveFilm(
  session: Session,
  composed: ComposedFilm,
  options: FilmOptions = {},
): Promise<string> {
  options.onProgress?.({ stage: "preparing", done: 0, mayClose: false })
  const films = await session.ports.films()
  besideFilm(session, composed, LENGTH_UNKNOWN)
  const contentNote = previewNote(composed.contentNote)
  await dropOrphans(session)
  await checkRoom(session, composed.bytes)
  await session.trust.refresh()
  await checkOpen(session, composed.case)
  const id = freshId(session.ports.random)
  askToKeep(session, films)
  const letter = await films.alone(`film ${id}`, async () => {
    const sealed = await seal(session, { id, films, composed: { ...composed, contentNote } }, options)
    await session.trust.remember(id, sealed.manifest)
    await keepUnsent(session, sealed)
    await noteOrigin(session, id, composed.source)
    options.onSealed?.(id)
    return sealed
  })
  await send(session, letter, options)
  return id
}

/** A film that is sealed again was made from what the one before was made from. */
async function noteOrigin(session: Session, id: string, source: FilmSource): Promise<void> {
  if (source.kind === "file") return
  const recording = source.kind === "recording" ? source.name : await originOf(session, source.name)
  if (recording !== null) await keepOrigin(session, id, recording)
}

/** Whether the browser may clear what is kept here, when the device runs out of room. */
export async function mayGo({ ports, device }: Session): Promise<boolean> {
  return device.durable && !(await (await ports.films()).isKept())
}

/** Let go of films that were never sealed whole: nothing opens them, and no other tab is at them. */
export async function dropOrphans(session: Session): Promise<void> {
  const films = await session.ports.films()
  const kept = await keptFilms(session.ports)
  for (const name of await films.names()) {
    if (!kept.has(name)) await films.alone(`film ${name}`, () => films.drop(name)).catch(() => undefined)
  }
}

type ToSeal = {
  readonly id: string
  readonly films: FilmStore
  readonly composed: ComposedFilm
}

async function seal(
  session: Session,
  { id, films, composed }: ToSeal,
  { onProgress, onCleaned, signal }: FilmOptions,
): Promise<UnsentLetter> {
  const tell = (done: number) => onProgress?.({ stage: "locking", done, mayClose: false })
  tell(0)
  const sealing = await freshSealing(session, id, { ...composed, channel: "video" })
  try {
    const { source } = composed
    const lock = () => lockFilm(session, { films, sealing, source }, { onProgress: tell, onCleaned, signal })
    const film = source.kind === "recording" ? await aloneWith(session, source.name, lock) : await lock()
    const contents = besideFilm(session, composed, film.said.duration_ms ?? LENGTH_UNKNOWN)
    const beside = await Promise.all(contents.map((content, at) => sealBeside(sealing, content, at + 1)))
    const parts = [film, ...beside]
    const stored = await films.open(id)
    insist(stored !== null, "no-room", "the browser did not keep the film")
    const sealed = await sealUp(session, sealing, { ...composed, parts })
    return {
      ...sealed,
      id,
      case: composed.case,
      draft: null,
      film: id,
      parts: parts.length,
      sealedAt: wholeSecond(session.ports.clock),
      stored: [stored, ...beside.map(({ stored: part }) => inMemory(part.stored))],
    }
  } catch (error) {
    await films.drop(id)
    throw error
  } finally {
    sealing.contentKey.fill(0)
  }
}

type ToLock = { readonly films: FilmStore; readonly sealing: FreshSealing; readonly source: FilmSource }

async function lockFilm(
  { ports }: Session,
  { films, sealing: { outline, contentKey }, source }: ToLock,
  { onCleaned, ...locking }: Locking & { readonly onCleaned: FilmOptions["onCleaned"] | undefined },
): Promise<SealedPart> {
  const salt = ports.random(SALT_BYTES)
  const keys = await partKeys(contentKey, { salt, context: partContext(outline, 0) })
  const { sealed, cleaned } = await films.lock(outline.message, { source, keys, salt }, locking)
  onCleaned?.(cleaned)
  const said = { type: cleaned.type, length: sealed.length, duration_ms: cleaned.durationMs }
  return { claim: sealed.claim, said }
}

function sealBeside(
  { outline, contentKey }: FreshSealing,
  content: Content,
  part: number,
): Promise<SealedContent> {
  return sealPart(outline, content, { contentKey, part })
}

/** Before a film was read through. */
const LENGTH_UNKNOWN = 0

/**
 * Poster, captions and transcript, in this order, beside a film of `lasts` milliseconds.
 *
 * Throws `CaptionsError`, `hidden-text` or `not-normal`.
 */
function besideFilm(
  { ports }: Session,
  { poster, captions, transcript }: ComposedFilm,
  lasts: number,
): readonly Content[] {
  const said = captionsOf(captions, lasts / 1000)
  const salted = (type: Content["type"], content: Bytes): Content => {
    return { type, content, duration_ms: null, salt: ports.random(SALT_BYTES) }
  }
  return [
    ...(poster === null ? [] : [salted(poster.type, poster.content)]),
    ...(said === null ? [] : [salted(CAPTIONS_TYPE, utf8(said))]),
    ...(transcript === null ? [] : [salted(TEXT_TYPE, utf8(preview(transcript)))]),
  ]
}
