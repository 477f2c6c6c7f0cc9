// SPDX-License-Identifier: EUPL-1.2
/** Answers as bytes: never more than was agreed to, and of a range exactly what was asked for. */
import type { Bytes } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"

/** Ciphertext may take long; a link that is down is noticed by other calls. */
export const TRANSFER_TIMEOUT_SECONDS = 600

export type SendOptions = { readonly signal?: AbortSignal; readonly timeoutSeconds?: number }

type Send = (
  call: { readonly method: "GET"; readonly path: string; readonly range?: string },
  options?: SendOptions,
) => Promise<Response>

/** Read an answer's body. Throws `offline` where it breaks off. */
export async function body<T>(answer: Response, read: (answer: Response) => Promise<T>): Promise<T> {
  try {
    return await read(answer)
  } catch (cause) {
    if (cause instanceof RelayError) throw cause
    throw new RelayError("offline", "the answer broke off", { cause })
  }
}

/** Not every browser lets a stream be iterated. */
export async function* pieces(answer: Response): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader()
  try {
    for (;;) {
      const next = await reader?.read()
      if (next === undefined || next.done) return
      yield next.value
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}

/** Return a whole answer of at most `maxBytes`. Throws `size-wrong`. */
export async function bytesOf(
  send: Send,
  path: string,
  maxBytes: number,
  options: SendOptions = {},
): Promise<Bytes> {
  const answer = await send({ method: "GET", path }, { ...options, timeoutSeconds: TRANSFER_TIMEOUT_SECONDS })
  const declared = Number(answer.headers.get("Content-Length") ?? "0")
  if (declared > maxBytes) throw new RelayError("size-wrong", "more bytes than the manifest names")
  return body(answer, (response) => collect(response, maxBytes))
}

/** Return exactly the bytes from `start` up to and without `end`. Throws `size-wrong`. */
export async function rangeOf(
  send: Send,
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
  options: SendOptions = {},
): Promise<Bytes> {
  const call = { method: "GET", path, range: `bytes=${start}-${end - 1}` } as const
  const answer = await send(call, { ...options, timeoutSeconds: TRANSFER_TIMEOUT_SECONDS })
  const found = await body(answer, (response) => collect(response, end - start))
  const exact = answer.status === 206 && found.length === end - start
  if (!exact) throw new RelayError("size-wrong", "other bytes than were asked for")
  return found
}

async function collect(answer: Response, maxBytes: number): Promise<Bytes> {
  // The browser then reads no more than that, into one buffer: a film leaves as little as can be to clear away.
  if (declares(answer, maxBytes)) return new Uint8Array(await answer.arrayBuffer())
  const collected = new Uint8Array(maxBytes)
  let at = 0
  for await (const piece of pieces(answer)) {
    if (at + piece.length > maxBytes) throw new RelayError("size-wrong", "more bytes than the manifest names")
    collected.set(piece, at)
    at += piece.length
  }
  return at === maxBytes ? collected : collected.slice(0, at)
}

/** Whether an answer names its length, which is that of its bytes as they come. */
function declares({ headers }: Response, bytes: number): boolean {
  return headers.get("Content-Length") === String(bytes) && !headers.has("Content-Encoding")
}
