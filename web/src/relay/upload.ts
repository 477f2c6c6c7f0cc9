// SPDX-License-Identifier: EUPL-1.2
/**
 * Sending stored bytes by tus, from wherever the server has them.
 *
 * Only ciphertext comes here, read from what was sealed once; every request carries the digest of its
 * own bytes. The library's own storage of addresses is off: the server says how far each part is.
 */
import { Upload } from "tus-js-client"
import { isObject, type Json } from "../crypto/canonical.ts"
import { sha256 } from "../crypto/derive.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { type ErrorCode, isErrorCode, RelayError } from "../errors.ts"
import type { Stored } from "../media/stored.ts"
import { PATHS } from "../protocol/paths.ts"
import type { Client } from "./client.ts"
import type { Ports } from "./ports.ts"

export type PartToSend = {
  readonly message: string
  readonly part: number
  readonly stored: Stored
  /** Where the server already has some of it; null to begin. */
  readonly url: string | null
}

export type Sending = {
  /** Bytes of this part that are durable. */
  readonly onProgress: (bytes: number) => void
  readonly signal: AbortSignal
}

/** A request stays about 1 MiB: a lost link costs little, and a stop is quick. */
const REQUEST_BYTES = 16 * STORED_CHUNK_BYTES
const RETRY_MILLISECONDS = [0, 1000, 3000, 8000]

/** Send one part to its end. Throws the server's refusal, or `offline` (also when stopped). */
export function sendPart(
  { client, origin }: Pick<Ports, "client" | "origin">,
  sent: PartToSend,
  { onProgress, signal }: Sending,
): Promise<void> {
  const { message, part, stored, url } = sent
  return new Promise((resolve, reject) => {
    const stopped = () => {
      void upload.abort().catch(() => undefined)
      reject(new RelayError("offline", "sending was stopped"))
    }
    const upload = new Upload(new Blob([]), {
      endpoint: origin + PATHS.uploads,
      ...(url === null ? {} : { uploadUrl: new URL(url, origin).href }),
      metadata: { message, part: String(part) },
      chunkSize: REQUEST_BYTES,
      retryDelays: RETRY_MILLISECONDS,
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      urlStorage: NO_STORAGE,
      fileReader: readerOf(stored),
      httpStack: stackOver(client, signal),
      onChunkComplete: (_size, accepted) => onProgress(accepted),
      onSuccess: () => {
        signal.removeEventListener("abort", stopped)
        resolve()
      },
      onError: (error) => {
        signal.removeEventListener("abort", stopped)
        reject(refusalOf(error))
      },
    })
    if (signal.aborted) stopped()
    else {
      signal.addEventListener("abort", stopped, { once: true })
      upload.start()
    }
  })
}

const NO_STORAGE = {
  findAllUploads: async () => [],
  findUploadsByFingerprint: async () => [],
  removeUpload: async () => {},
  addUpload: async () => "",
}

/** The library reads from here alone: whatever file it is given is never looked at. */
function readerOf(stored: Stored) {
  const slice = async (start: number, end: number) => {
    const last = Math.min(end, stored.length)
    // The library asks a piece for its `size`, which a Blob has and bytes have not.
    return { value: new Blob([await stored.slice(start, last)]), done: last >= stored.length }
  }
  return { openFile: async () => ({ size: stored.length, slice, close: () => {} }) }
}

function stackOver(client: Pick<Client, "raw">, signal: AbortSignal) {
  return {
    getName: () => "relay",
    createRequest: (method: string, url: string) => requestOver(client, { method, url, signal }),
  }
}

type Begun = { readonly method: string; readonly url: string; readonly signal: AbortSignal }

function requestOver(client: Pick<Client, "raw">, { method, url, signal }: Begun) {
  const headers: Record<string, string> = {}
  const own = new AbortController()
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name: string, value: string) => {
      headers[name] = value
    },
    getHeader: (name: string) => headers[name],
    // Progress is told request by request: what is durable, not what left.
    setProgressHandler: () => {},
    send: async (piece: Blob | null | undefined) => {
      const body = piece ? new Uint8Array(await piece.arrayBuffer()) : null
      if (body !== null) headers["Upload-Checksum"] = `sha256 ${base64(await sha256(body))}`
      const both = AbortSignal.any([signal, own.signal])
      return responseOf(await client.raw({ method, url, headers, body, signal: both }))
    },
    abort: async () => own.abort(),
    getUnderlyingObject: () => null,
  }
}

async function responseOf(answer: Response) {
  const text = await answer.text().catch(() => "")
  return {
    getStatus: () => answer.status,
    getHeader: (name: string) => answer.headers.get(name) ?? undefined,
    getBody: () => text,
    getUnderlyingObject: () => null,
  }
}

/** tus takes standard base64. */
function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

type Answered = { readonly getBody: () => string }

function refusalOf(error: Error): RelayError {
  const answer = "originalResponse" in error ? (error.originalResponse as Answered | null) : null
  const code = answer === null ? null : codeIn(answer.getBody())
  return new RelayError(code ?? (answer === null ? "offline" : "internal"), "sending was refused", {
    cause: error,
  })
}

function codeIn(body: string): ErrorCode | null {
  try {
    const value = JSON.parse(body) as Json
    const code = isObject(value) ? value["code"] : null
    return typeof code === "string" && isErrorCode(code) ? code : null
  } catch {
    return null
  }
}
