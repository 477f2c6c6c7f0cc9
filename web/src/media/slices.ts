// SPDX-License-Identifier: EUPL-1.2
/**
 * A recording in the making: slices of about one second, each sealed as it comes.
 *
 * The file is a row of `u32be length ‖ ciphertext ‖ tag`; the nonce is the slice's number, under a key
 * that is drawn for this one recording. A file that ends in the middle of a slice has lost that slice
 * and no other. It is written once: going on after a crash is a new recording.
 */
import { type Bytes, concat } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"
import { type WritableFile, writeWhole } from "./private_files.ts"
import type { RandomAccess } from "./random_access.ts"

const LENGTH_BYTES = 4
const TAG_BYTES = 16
const NONCE_BYTES = 12

function nonceOf(index: number): Bytes {
  const nonce = new Uint8Array(NONCE_BYTES)
  new DataView(nonce.buffer).setUint32(NONCE_BYTES - 4, index)
  return nonce
}

/** A 32-byte key of one recording, for WebCrypto alone. */
export function slicesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"])
}

export type SliceWriter = {
  /** Seal a slice and put it on the disk before answering. */
  readonly add: (slice: Bytes) => Promise<void>
}

/** Write slices one after the other. */
export function writeSlices(file: Pick<WritableFile, "write" | "flush">, key: CryptoKey): SliceWriter {
  let [index, at] = [0, 0]
  return {
    add: async (slice) => {
      const iv = nonceOf(index++)
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, slice))
      const length = new Uint8Array(LENGTH_BYTES)
      new DataView(length.buffer).setUint32(0, sealed.length)
      const row = concat(length, sealed)
      writeWhole(file, row, at)
      file.flush()
      at += row.length
    },
  }
}

type Place = {
  /** Where the ciphertext stands in the file. */
  readonly at: number
  /** Where the slice begins in the recording. */
  readonly start: number
  readonly length: number
}

/** Read a recording as if it lay in one piece; what is not whole at its end is left out. */
export async function readSlices(file: Blob, key: CryptoKey): Promise<RandomAccess> {
  const places = await placesIn(file)
  const last = places.at(-1)
  let kept: { readonly index: number; readonly bytes: Bytes } | null = null

  const slice = async (index: number): Promise<Bytes> => {
    if (kept?.index !== index)
      kept = { index, bytes: await openSlice(file, key, { index, place: places[index] }) }
    return kept.bytes
  }

  return {
    size: last === undefined ? 0 : last.start + last.length,
    read: async (start, end) => {
      const found: Bytes[] = []
      for (let index = indexAt(places, start); (places[index]?.start ?? end) < end; index++) {
        const begins = places[index]?.start ?? 0
        found.push((await slice(index)).slice(Math.max(0, start - begins), end - begins))
      }
      return concat(...found)
    },
  }
}

async function placesIn(file: Blob): Promise<readonly Place[]> {
  const places: Place[] = []
  for (let [at, start] = [0, 0]; at + LENGTH_BYTES <= file.size; ) {
    const length = new DataView(await file.slice(at, at + LENGTH_BYTES).arrayBuffer()).getUint32(0)
    if (at + LENGTH_BYTES + length > file.size) break
    places.push({ at: at + LENGTH_BYTES, start, length: length - TAG_BYTES })
    at += LENGTH_BYTES + length
    start += length - TAG_BYTES
  }
  return places
}

type Wanted = { readonly index: number; readonly place: Place | undefined }

async function openSlice(file: Blob, key: CryptoKey, { index, place }: Wanted): Promise<Bytes> {
  if (place === undefined) throw new TypeError("no such slice")
  try {
    const sealed = await file.slice(place.at, place.at + place.length + TAG_BYTES).arrayBuffer()
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonceOf(index) }, key, sealed))
  } catch (cause) {
    throw new RelayError("seal-broken", "a slice of a recording does not open", { cause })
  }
}

/** The last place that begins at or before `position`. */
function indexAt(places: readonly Place[], position: number): number {
  let [low, high] = [0, places.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((places[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
