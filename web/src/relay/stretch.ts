// SPDX-License-Identifier: EUPL-1.2
/** Argon2id off the main thread: one worker a call, ended as soon as it has answered. */
import type { Bytes } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"

/** How a passphrase slot is stretched. */
export type StretchWork = {
  /** Six normalised words. */
  readonly words: string
  readonly salt: Uint8Array
  readonly passes: number
  readonly memoryKib: number
}

/** Return 32 bytes. Throws `too-weak` for less work than a client may accept, `words-wrong` for no six words. */
export type Stretch = (work: StretchWork) => Promise<Bytes>

/** Stretch in the worker `keys.worker.ts`. */
export const workerStretch: Stretch = (work) => {
  throw new RelayError("internal", `not built: ${work.passes}`)
}
