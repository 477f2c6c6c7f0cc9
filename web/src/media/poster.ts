// SPDX-License-Identifier: EUPL-1.2
/** One picture of a film, for before it is played: what a player shows now, drawn small. */
import type { Bytes } from "../crypto/bytes.ts"

export type Poster = { readonly type: "image/webp" | "image/jpeg"; readonly content: Bytes }

const MOST_PIXELS_WIDE = 640
const QUALITY = 0.8

/** Return the picture that a player shows; null where it shows none, or the browser draws none. */
export async function posterOf(player: HTMLVideoElement): Promise<Poster | null> {
  const { videoWidth, videoHeight } = player
  if (videoWidth === 0) return null
  const canvas = document.createElement("canvas")
  canvas.width = Math.min(MOST_PIXELS_WIDE, videoWidth)
  canvas.height = Math.round((videoHeight * canvas.width) / videoWidth)
  canvas.getContext("2d")?.drawImage(player, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", QUALITY))
  // A browser without WebP draws PNG instead, which is larger and not on the list.
  if (drawn === null || drawn.type !== "image/webp") return null
  return { type: "image/webp", content: new Uint8Array(await drawn.arrayBuffer()) }
}
