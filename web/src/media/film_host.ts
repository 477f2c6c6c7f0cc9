// SPDX-License-Identifier: EUPL-1.2
/**
 * Films that a worker holds for its pages, and answers for: each for the page that handed it over, and no other.
 *
 * Everything is in memory. A worker that was ended holds nothing, asks the page that wants to watch, and
 * goes on. A chunk that does not fit ends the answer before a byte of it is given on.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { headOf, readRange } from "./range.ts"
import { type FetchChunks, openSeekable, type Seekable, type Span, slabsOf } from "./seekable.ts"
import type { FromFilm, HandedFilm, ToFilm } from "./watching.ts"

/** How long a page may take to hand a film over again. */
const AGAIN_SECONDS = 5

type Held = {
  readonly client: string
  readonly type: string
  readonly seekable: Promise<Seekable>
  readonly stopped: (error: unknown) => void
}

export type Asked = {
  readonly id: string
  /** Id of the page that asks; empty where none does. */
  readonly client: string
  /** The `Range` header. */
  readonly range: string | null
}

export type FilmHost = {
  /** Take a film from a page. */
  readonly take: (film: HandedFilm, port: MessagePort, client: string) => void
  /** Answer for a film, after asking its page for it again where it is not here. */
  readonly answer: (asked: Asked, askAgain: () => Promise<void>) => Promise<Response>
}

/** Open a host that holds nothing. */
export function openFilmHost(againSeconds: number = AGAIN_SECONDS): FilmHost {
  const films = new Map<string, Held>()
  const waiting = new Map<string, Set<() => void>>()
  const arrival = (id: string) =>
    new Promise<void>((resolve) => {
      const those = waiting.get(id) ?? new Set()
      waiting.set(id, those.add(resolve))
      setTimeout(() => arrived(id), againSeconds * 1000)
    })
  const arrived = (id: string) => {
    for (const go of waiting.get(id) ?? []) go()
    waiting.delete(id)
  }
  const heldFor = async ({ id, client }: Asked, askAgain: () => Promise<void>): Promise<Held | null> => {
    if (!films.has(id) && client !== "") {
      const asked = waiting.has(id)
      const coming = arrival(id)
      if (!asked) await askAgain()
      await coming
    }
    const held = films.get(id)
    return held?.client === client ? held : null
  }
  return {
    take: (film, port, client) => {
      // An address is bound to who handed it over first: nobody takes another page's place.
      if ((films.get(film.id)?.client ?? client) !== client) return
      films.set(film.id, hold(film, port, { client, forget: () => films.delete(film.id) }))
      arrived(film.id)
    },
    answer: async (asked, askAgain) => {
      const held = await heldFor(asked, askAgain)
      return held === null ? refusal() : answered(held, asked.range)
    },
  }
}

type Holding = { readonly client: string; readonly forget: () => void }

function hold({ part, table, type }: HandedFilm, port: MessagePort, { client, forget }: Holding): Held {
  const say = (said: FromFilm) => port.postMessage(said)
  const stopped = (error: unknown) => {
    forget()
    say({ say: "stopped", code: codeOf(error) })
  }
  const seekable = openSeekable(part, table, fetchOver(port, forget))
  seekable.then(() => say({ say: "ready" }), stopped)
  return { client, type, seekable, stopped }
}

type Settle = { readonly resolve: (chunks: Bytes) => void; readonly reject: (error: RelayError) => void }

/** Ask the page for ciphertext, under a number each time. */
function fetchOver(port: MessagePort, forget: () => void): FetchChunks {
  const asked = new Map<number, Settle>()
  let number = 0
  port.onmessage = ({ data }: MessageEvent<ToFilm>) => {
    if (data.say === "forget") {
      forget()
      port.close()
      return
    }
    const one = asked.get(data.number)
    asked.delete(data.number)
    if (data.say === "fetched") one?.resolve(data.chunks)
    else one?.reject(new RelayError(data.code, "the page was refused"))
  }
  return (first, end) =>
    new Promise((resolve, reject) => {
      number += 1
      asked.set(number, { resolve, reject })
      port.postMessage({ say: "fetch", number, first, end } satisfies FromFilm)
    })
}

/** Nobody learns whether there is such a film. */
function refusal(): Response {
  return new Response(null, { status: 403, headers: { "Cache-Control": "no-store" } })
}

async function answered(held: Held, range: string | null): Promise<Response> {
  try {
    const seekable = await held.seekable
    const span = readRange(range, seekable.length)
    const head = headOf(span, { size: seekable.length, type: held.type, asked: range !== null })
    return new Response(span === null ? null : bodyOf(held, seekable, span), head)
  } catch {
    return refusal()
  }
}

/** The opened bytes, slab by slab, no faster than they are watched. */
function bodyOf(held: Held, seekable: Seekable, span: Span): ReadableStream<Uint8Array> {
  const slabs = slabsOf(span)
  let wanted = true
  const readNext = async (slab: Span): Promise<Uint8Array> => {
    try {
      return await seekable.read(slab)
    } catch (error) {
      held.stopped(error)
      throw error
    }
  }
  return new ReadableStream<Uint8Array>(
    {
      // What is thrown here ends the answer.
      pull: async (to) => {
        const next = slabs.next()
        if (next.done === true) return to.close()
        const opened = await readNext(next.value)
        // Whoever jumps lets go of an answer in the middle of a slab.
        if (wanted) to.enqueue(opened)
      },
      cancel: () => {
        wanted = false
      },
    },
    { highWaterMark: 0 },
  )
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof RelayError ? error.code : "internal"
}
