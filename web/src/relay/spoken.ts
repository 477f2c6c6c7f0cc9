// SPDX-License-Identifier: EUPL-1.2
/**
 * Words read aloud: a sound file that somebody recorded of somebody else's words, for who would rather hear them.
 *
 * Cleaned as a film is, so that nothing in it says where or with what it was recorded. It is small enough to
 * be whole in memory.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"
import { clean, type Sink } from "../media/clean.ts"
import { ofBlob } from "../media/random_access.ts"
import { scan } from "../media/scan.ts"
import { insist } from "../protocol/heard.ts"
import type { Content } from "../protocol/sealing.ts"

/** An hour of speech, amply. */
export const MAX_SPOKEN_BYTES = 64 * 2 ** 20

export type Spoken = {
  readonly type: Content["type"]
  readonly content: Bytes
  readonly durationMs: number
}

/**
 * Clean a file that somebody chose. `plays`: whether this browser plays a media type.
 *
 * Throws `too-large`, `media-codec` (there is a picture in it, or nothing that plays everywhere), and as `clean`.
 */
export async function spokenFrom(file: Blob, plays: (type: string) => boolean): Promise<Spoken> {
  if (file.size > MAX_SPOKEN_BYTES) throw new RelayError("too-large", `${file.size} bytes of sound`)
  const made = wholeInMemory()
  const found = await clean(ofBlob(file), made, { plays: async (type) => plays(type) })
  insist(found.hasSound && !found.hasPicture, "media-codec", "a sound has no picture")
  insist(found.playsHere, "media-codec", "a sound that does not play here")
  const content = made.taken(found.bytes)
  scan().next(content)
  return { type: found.type, content, durationMs: found.durationMs }
}

type Whole = Sink & { readonly taken: (length: number) => Bytes }

function wholeInMemory(): Whole {
  let bytes: Bytes = new Uint8Array(2 ** 20)
  return {
    write: async (position, piece) => {
      const end = position + piece.length
      if (end > bytes.length) {
        const larger = new Uint8Array(Math.max(end, bytes.length * 2))
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(piece, position)
    },
    taken: (length) => bytes.slice(0, length),
  }
}
