// SPDX-License-Identifier: EUPL-1.2
/**
 * Recordings on this device: slices under a key of their own, and that key sealed to the person.
 *
 * A closed tab or a flat battery loses the slice in the making, at most a second. Whoever comes back
 * finds the recording again; nobody else can open it. On a shared device the key lives in the tab, and
 * what it leaves opens for nobody. A tab holds what it records: another one neither shows it nor lets go of it.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { type Bytes, concat, utf8 } from "../crypto/bytes.ts"
import type { FilmSource, FilmStore, OpenRecording } from "../media/film_store.ts"
import type { RandomAccess } from "../media/random_access.ts"
import { slicesKey } from "../media/slices.ts"
import { insist } from "../protocol/heard.ts"
import { readText } from "../protocol/opening.ts"
import { draftContext, openDraft, sealDraft } from "../protocol/unlocking.ts"
import { type Beside, besideOf } from "./beside.ts"
import { recordingFolder as folder, recordingLock as lockOf } from "./kept_recording.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"
import { sealedRecordings } from "./unsent.ts"

const KEY_BYTES = 32
/** Do something with a recording that no other tab is at. Throws `other-tab`. */
export async function aloneWith<T>({ ports }: Session, id: string, work: () => Promise<T>): Promise<T> {
  return (await ports.films()).alone(lockOf(id), work)
}

export type Recording = OpenRecording & { readonly id: string }

/** Begin one. `type`: what the recorder makes. Throws `film-elsewhere` or `no-room`. */
export async function beginRecording(session: Session, type: string): Promise<Recording> {
  const id = freshId(session.ports.random)
  const films = await session.ports.films()
  askToKeep(session, films)
  await films.hold(lockOf(id))
  try {
    const opened = await begun(session, { id, films, type })
    return {
      ...opened,
      id,
      close: () => opened.close().finally(() => session.device.durable && films.letOthers(lockOf(id))),
    }
  } catch (error) {
    films.letOthers(lockOf(id))
    throw error
  }
}

/** Where a reload finds it again, the browser is asked to keep it; nothing waits for its answer. */
export function askToKeep({ device }: Pick<Session, "device">, films: FilmStore): void {
  if (device.durable) void films.askToKeep()
}

type Begun = { readonly id: string; readonly films: FilmStore; readonly type: string }

async function begun(session: Session, { id, films, type }: Begun): Promise<OpenRecording> {
  const raw = session.ports.random(KEY_BYTES)
  const at = { context: draftContext(session, id), salt: session.ports.random(SALT_BYTES) }
  const told = concat(raw, utf8(`${type}\n${session.ports.clock.now()}`))
  const box = await session.keyring.withMaster((master) => sealDraft(master, told, at))
  await session.device.put(folder(session) + id, box)
  const key = await slicesKey(raw)
  raw.fill(0)
  return films.record(id, key)
}

/** A recording that was made here and not sent yet. */
export type LeftRecording = {
  readonly id: string
  readonly kind: "video" | "sound"
  /** When it was begun, in seconds since 1970. */
  readonly begunAt: number
}

/** One of them, opened. */
export type Recorded = {
  readonly id: string
  /** Media type with codecs, as it was recorded. */
  readonly type: string
  readonly source: FilmSource
  readonly film: RandomAccess
  /** What was typed to go with it; null for nothing. */
  readonly beside: Beside | null
}

/** Return a recording. Throws `not-found`: not on this device, or nothing was kept of it. */
export async function openRecording(session: Session, id: string): Promise<Recorded> {
  const box = await session.device.get(folder(session) + id)
  insist(box !== null, "not-found", "no key of this recording")
  const { raw, type } = await readTold(session, id, box)
  const key = await slicesKey(raw)
  const film = await (await session.ports.films()).recorded(id, key)
  insist(film !== null && film.size > 0, "not-found", "nothing was kept of this recording")
  const beside = await besideOf(session, id)
  return { id, type, source: { kind: "recording", name: id, key }, film, beside }
}

type Told = { readonly raw: Bytes; readonly type: string; readonly begunAt: number }

async function readTold(session: Session, id: string, box: Uint8Array): Promise<Told> {
  const at = { context: draftContext(session, id) }
  const told = await session.keyring.withMaster((master) => openDraft(master, box, at))
  const [type = "", begunAt = "0"] = readText(told.subarray(KEY_BYTES)).split("\n")
  return { raw: told.slice(0, KEY_BYTES) as Bytes, type, begunAt: Number(begunAt) }
}

/** This person's recordings, the last one first; without what another tab is at, and what waits as a sealed film. */
export async function leftRecordings(session: Session): Promise<readonly LeftRecording[]> {
  const boxes = await session.device.list(folder(session))
  if (boxes.length === 0) return []
  const films = await session.ports.films()
  const here = await films.recordings()
  const sealed = await sealedRecordings(session)
  const left = boxes
    .map(({ name, bytes }) => ({ id: name.slice(folder(session).length), box: bytes }))
    .filter(({ id }) => here.includes(id) && !sealed.has(id))
    .map(async ({ id, box }) => ((await films.isFree(lockOf(id))) ? [await leftOf(session, id, box)] : []))
  return (await Promise.all(left)).flat().sort((one, other) => other.begunAt - one.begunAt)
}

async function leftOf(session: Session, id: string, box: Uint8Array): Promise<LeftRecording> {
  const { type, begunAt } = await readTold(session, id, box)
  return { id, kind: type.startsWith("audio/") ? "sound" : "video", begunAt }
}

/** The same, once what nobody can open any more was let go of. */
export async function listRecordings(session: Session): Promise<readonly LeftRecording[]> {
  const films = await session.ports.films()
  const { kept, memory } = session.ports
  const known = [...(await kept.list("recording/")), ...(await memory.list("recording/"))].map(
    ({ name }) => name,
  )
  for (const id of await films.recordings()) {
    if (known.some((name) => name.endsWith(`/${id}`))) continue
    await aloneWith(session, id, () => films.dropRecording(id)).catch(() => undefined)
  }
  return leftRecordings(session)
}
