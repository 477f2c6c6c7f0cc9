// SPDX-License-Identifier: EUPL-1.2
/**
 * Watching a film that was verified: an address of this page for as long as it is looked at.
 *
 * Where the media worker runs, chunks are fetched, checked and opened as they are needed; the token stays
 * with this page's client, which fetches for it. Where none may run, a short film is opened whole in
 * memory, by the same checks; a long one is refused, with a word on what to use instead.
 */
import { HASH_BYTES } from "../crypto/derive.ts"
import { b64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { chunkwise, type FetchChunks, openSeekable, type Seekable, slabsOf } from "../media/seekable.ts"
import { requireShownWhole } from "../media/shown_whole.ts"
import { requireOneOfEach } from "../media/tracks.ts"
import { type FromFilm, type HandedFilm, type ToFilm, WATCH_PATH } from "../media/watching.ts"
import type { Film } from "../review/contents.ts"
import { today } from "./clock.ts"
import { type MediaWorkerLink, mediaWorker } from "./media_worker.ts"
import type { Session } from "./session.ts"

/** The longest film that is opened whole, where no worker may run: it then fills the page's memory. */
export const WHOLE_BYTES = 64 * 1024 * 1024

export type Watching = {
  /** For a media element of this page; of no use to anybody else, and never used again. */
  readonly source: string
  /** Forget the key, and give the memory back. */
  readonly close: () => void
}

export type WatchOptions = {
  /** Called once, when it had to stop: not for `close`. */
  readonly onStopped: (code: ErrorCode) => void
  /** What runs the worker; a test has its own. */
  readonly worker?: () => Promise<MediaWorkerLink | null>
}

/**
 * Open a film for watching. Nothing of it is in the clear yet.
 *
 * Throws `tree-wrong`, `seal-broken` or `size-wrong` (not the film that was signed), `film-unplayable` (more in
 * it than a picture and a sound, or edits, of which each browser would choose its own), `watch-elsewhere` (no
 * worker may run here, and it is too long to be opened whole), `grant-over`, or what the server says.
 */
export async function watch(session: Session, film: Film, options: WatchOptions): Promise<Watching> {
  const { client, random } = session.ports
  const { message, part, claim } = film
  checkDay(session, film)
  const table = await client.leaves(message, part, claim.count * HASH_BYTES)
  const fetchChunks: FetchChunks = async (first, end) => {
    checkDay(session, film)
    return client.partRange(message, part, {
      start: first * STORED_CHUNK_BYTES,
      end: end * STORED_CHUNK_BYTES,
    })
  }
  const sealed = { keys: film.keys, claim, length: film.length, letter: film.letter }
  const seekable = await openSeekable(sealed, table, fetchChunks)
  const inside = chunkwise(seekable)
  await requireOneOfEach(inside, film.type)
  await requireShownWhole(inside, film.type)
  const link = await (options.worker ?? mediaWorker)()
  if (link === null) return openWhole(film, seekable)
  const handed = { id: b64u(random(ID_BYTES)), type: film.type, part: sealed, table }
  const watching = await handOver(link, handed, { fetchChunks, onStopped: options.onStopped })
  const stop = session.watch(({ state }) => {
    if (state === "ended") watching.close()
  })
  return {
    ...watching,
    close: () => {
      stop()
      watching.close()
    },
  }
}

/** Whatever a server still hands out: nothing more is fetched when the last day of a grant is over. */
function checkDay({ ports }: Session, { until }: Film): void {
  if (until !== null && today(ports.clock) > until) throw new RelayError("grant-over", "its last day is over")
}

/** All of it in memory, for as long as it is watched. */
async function openWhole(film: Film, { length, read }: Seekable): Promise<Watching> {
  if (film.length > WHOLE_BYTES) throw new RelayError("watch-elsewhere", "no worker, and not short")
  const opened: Uint8Array<ArrayBuffer>[] = []
  for (const slab of slabsOf({ start: 0, end: length })) opened.push(await read(slab))
  const source = URL.createObjectURL(new Blob(opened, { type: film.type }))
  return { source, close: () => URL.revokeObjectURL(source) }
}

type Serving = { readonly fetchChunks: FetchChunks; readonly onStopped: (code: ErrorCode) => void }

/** Hand a film to the worker, again whenever it was ended meanwhile, and fetch for it until closed. */
async function handOver(link: MediaWorkerLink, film: HandedFilm, serving: Serving): Promise<Watching> {
  // None is closed before the end: a worker may still wait on one that was handed over a moment ago.
  const ports: MessagePort[] = []
  let deaf = () => {}
  const close = () => {
    deaf()
    globalThis.removeEventListener?.("pagehide", close)
    for (const port of ports.splice(0)) {
      port.postMessage({ say: "forget" } satisfies ToFilm)
      port.close()
    }
  }
  const onStopped = (code: ErrorCode) => {
    close()
    serving.onStopped(code)
  }
  const hand = () => {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1)
    const begun = begin(port1, { ...serving, onStopped })
    link.hand(film, port2)
    return begun
  }
  deaf = link.onLost((id) => {
    if (id === film.id) hand().catch((error: unknown) => onStopped(codeOf(error)))
  })
  globalThis.addEventListener?.("pagehide", close)
  try {
    await hand()
  } catch (error) {
    close()
    throw error
  }
  return { source: WATCH_PATH + film.id, close }
}

/** Serve a film's port; resolves when its table and first chunk were right, and throws where they were not. */
function begin(port: MessagePort, { fetchChunks, onStopped }: Serving): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = (code: ErrorCode) => reject(new RelayError(code, "the worker refused it"))
    port.onmessage = ({ data }: MessageEvent<FromFilm>) => {
      if (data.say === "fetch") void serve(port, data, fetchChunks)
      else if (data.say === "stopped") stop(data.code)
      else {
        stop = onStopped
        resolve()
      }
    }
  })
}

type Wanted = Extract<FromFilm, { readonly say: "fetch" }>

/** Fetch stored chunks for the worker, with this page's own client. */
async function serve(
  port: MessagePort,
  { number, first, end }: Wanted,
  fetchChunks: FetchChunks,
): Promise<void> {
  try {
    const chunks = await fetchChunks(first, end)
    port.postMessage({ say: "fetched", number, chunks } satisfies ToFilm, [chunks.buffer])
  } catch (error) {
    port.postMessage({ say: "refused", number, code: codeOf(error) } satisfies ToFilm)
  }
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof RelayError ? error.code : "internal"
}
