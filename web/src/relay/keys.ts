// SPDX-License-Identifier: EUPL-1.2
/**
 * Stretching words in a worker of its own, which ends with the answer.
 *
 * Argon2id holds up to 256 MiB for a second or more; ending the worker gives the memory back and
 * leaves no copy of the words in a thread that lives on.
 */
import type { Bytes } from "../crypto/bytes.ts"
import type { Argon2 } from "../crypto/passphrase.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { keysWorkerAddress } from "./trusted.ts"

/** What the worker is asked. */
export type KeysQuestion = {
  readonly words: string
  readonly salt: Uint8Array
  readonly parameters: Argon2
}

/** What the worker answers. */
export type KeysAnswer = { readonly secret: Bytes } | { readonly code: ErrorCode }

/** The part of a worker that is used here, so that a test can stand in for it. */
export type KeysWorker = Pick<Worker, "addEventListener" | "postMessage" | "terminate">

/** Start the worker from its own bundled file. */
export function startKeysWorker(): KeysWorker {
  return new Worker(keysWorkerAddress(), { type: "module" })
}

/**
 * Return the 32-byte secret of six normalised words, without blocking the page.
 *
 * Throws as `stretchWords`; `internal` when the worker cannot start or runs out of memory.
 */
export function stretchInWorker(
  words: string,
  salt: Uint8Array,
  { parameters, start = startKeysWorker }: { readonly parameters: Argon2; readonly start?: () => KeysWorker },
): Promise<Bytes> {
  const worker = start()
  const answered = new Promise<Bytes>((resolve, reject) => {
    worker.addEventListener("message", (event) => {
      const answer = (event as MessageEvent<KeysAnswer>).data
      if ("secret" in answer) resolve(answer.secret)
      else reject(new RelayError(answer.code, "from the keys worker"))
    })
    worker.addEventListener("error", () => reject(new RelayError("internal", "the keys worker did not run")))
    worker.postMessage({ words, salt, parameters } satisfies KeysQuestion)
  })
  return answered.finally(() => worker.terminate())
}
