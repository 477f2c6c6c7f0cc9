// SPDX-License-Identifier: EUPL-1.2
/** Argon2id as a port: off the main thread in a browser, in place in a test. */
import type { Bytes } from "../crypto/bytes.ts"
import { type Argon2, LEAST_MEMORY_KIB, MOST_MEMORY_KIB, PASSES } from "../crypto/passphrase.ts"
import { RelayError } from "../errors.ts"
import type { Clock } from "./clock.ts"

/** Return 32 bytes for six normalised words and a 16-byte salt. Throws `too-weak` for less work than allowed. */
export type Stretch = (words: string, salt: Uint8Array, parameters: Argon2) => Promise<Bytes>

/** Stretch in a worker of its own. */
export const workerStretch: Stretch = async (words, salt, parameters) => {
  const { stretchInWorker } = await import("./keys.ts")
  return stretchInWorker(words, salt, { parameters })
}

/** How long unlocking may take on the device that enrols. */
const BEARABLE_SECONDS = 1.5

export type Stretched = { readonly secret: Bytes; readonly parameters: Argon2 }

/**
 * Stretch new words with as much memory as this device bears: 64, 128 or 256 MiB.
 *
 * The least is measured first; a device that runs out of memory keeps the least.
 */
export async function stretchNew(
  { stretch, clock }: { readonly stretch: Stretch; readonly clock: Clock },
  words: string,
  salt: Uint8Array,
): Promise<Stretched> {
  const least: Argon2 = { passes: PASSES, memoryKib: LEAST_MEMORY_KIB }
  const begun = clock.now()
  const secret = await stretch(words, salt, least)
  const memoryKib = bearable(clock.now() - begun)
  if (memoryKib === least.memoryKib) return { secret, parameters: least }
  try {
    const parameters = { passes: PASSES, memoryKib }
    return { secret: await stretch(words, salt, parameters), parameters }
  } catch (error) {
    if (error instanceof RelayError) return { secret, parameters: least }
    throw error
  }
}

function bearable(leastSeconds: number): number {
  for (let memoryKib = MOST_MEMORY_KIB; memoryKib > LEAST_MEMORY_KIB; memoryKib /= 2) {
    if ((leastSeconds * memoryKib) / LEAST_MEMORY_KIB <= BEARABLE_SECONDS) return memoryKib
  }
  return LEAST_MEMORY_KIB
}
