// SPDX-License-Identifier: EUPL-1.2
/**
 * A recording as something that a page can play: handed to the player piece by piece.
 *
 * Never a Blob of the whole: a browser may put a large one on the disk, readable.
 */
import type { RandomAccess } from "./random_access.ts"

const PIECE_BYTES = 2 ** 20
const WAIT_MILLISECONDS = 500
/** What was seen longer ago may make room. */
const KEEP_SECONDS = 30

export type Playable = {
  /** An address for a player. */
  readonly address: string
  /** Let go of it. */
  readonly close: () => void
}

/** Play a file that lies on the person's device anyway. */
export function playFile(file: Blob): Playable {
  const address = URL.createObjectURL(file)
  return { address, close: () => URL.revokeObjectURL(address) }
}

/** Play a recording; `at` says where the player is, in seconds. */
export function playRecording(film: RandomAccess, type: string, at: () => number): Playable {
  const source = new MediaSource()
  const address = URL.createObjectURL(source)
  const closed = new AbortController()
  source.addEventListener("sourceopen", () => void feed(source, { film, type, at, signal: closed.signal }), {
    once: true,
  })
  const close = () => {
    closed.abort()
    URL.revokeObjectURL(address)
  }
  return { address, close }
}

type Feeding = {
  readonly film: RandomAccess
  readonly type: string
  readonly at: () => number
  readonly signal: AbortSignal
}

async function feed(source: MediaSource, { film, type, at, signal }: Feeding): Promise<void> {
  const buffer = source.addSourceBuffer(type)
  for (let start = 0; start < film.size && !signal.aborted; start += PIECE_BYTES) {
    const piece = await film.read(start, Math.min(film.size, start + PIECE_BYTES))
    while (!signal.aborted && !(await appended(buffer, piece))) await roomMade(buffer, at())
  }
  if (source.readyState === "open") source.endOfStream()
}

/** False when the buffer is full. */
async function appended(buffer: SourceBuffer, piece: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    buffer.appendBuffer(piece)
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false
    throw error
  }
  await settled(buffer)
  return true
}

async function roomMade(buffer: SourceBuffer, at: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS))
  if (at <= KEEP_SECONDS) return
  buffer.remove(0, at - KEEP_SECONDS)
  await settled(buffer)
}

function settled(buffer: SourceBuffer): Promise<void> {
  return new Promise((resolve) => buffer.addEventListener("updateend", () => resolve(), { once: true }))
}
