// SPDX-License-Identifier: EUPL-1.2
/** In which form a browser records: the first of the list that it can, and how much that weighs. */
import { RelayError } from "../errors.ts"

/** Films that most devices play come first; what a browser makes best by itself comes last. */
export const FILM_FORMATS: readonly string[] = [
  "video/mp4;codecs=avc1.42E01E,mp4a.40.2",
  "video/webm;codecs=vp8,opus",
  "video/webm;codecs=vp9,opus",
  "video/mp4",
  "video/webm",
]
export const VOICE_FORMATS: readonly string[] = [
  "audio/mp4;codecs=mp4a.40.2",
  "audio/webm;codecs=opus",
  "audio/mp4",
  "audio/webm",
  "audio/ogg;codecs=opus",
]

/** Enough to see a face and to hear a voice, and little enough for a slow line. */
export const BITS_A_SECOND = { picture: 1_200_000, sound: 64_000 }

/** Return how many bytes a second of a recording has. */
export function bytesASecond({ picture }: { readonly picture: boolean }): number {
  return (BITS_A_SECOND.sound + (picture ? BITS_A_SECOND.picture : 0)) / 8
}

/** Return the first format that can be recorded here. Throws `cannot-record`. */
export function recordable(formats: readonly string[], isTypeSupported: (type: string) => boolean): string {
  const found = formats.find(isTypeSupported)
  if (found === undefined) throw new RelayError("cannot-record", "no format of the list")
  return found
}

/** More is refused, before anything is read of it. */
export const MAX_FILM_BYTES = 4 * 2 ** 30
