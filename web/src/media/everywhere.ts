// SPDX-License-Identifier: EUPL-1.2
/** Whether every current browser plays a film: from its own head, not from what anybody says of it. */
import { CustomSource, Input, type InputVideoTrack, MATROSKA, MP4, QTFF, WEBM } from "mediabunny"
import type { RandomAccess } from "./random_access.ts"

/** H.264, VP8 and VP9; HEVC and AV1 need a device that can. */
const PICTURES: readonly string[] = ["avc", "vp8", "vp9"]
const SOUNDS: readonly string[] = ["aac", "mp3", "opus", "vorbis"]
/** Baseline, Main, Extended and High; the others hold more bits or colours than most decoders take. */
const PROFILES = /^avc[13]\.(?:42|4d|58|64)/iu

/** Read a film's head, a few pieces of it at most. What cannot be read plays nowhere. */
export async function playsEverywhere({ size, read }: RandomAccess): Promise<boolean> {
  const source = new CustomSource({ getSize: () => size, read, prefetchProfile: "network" })
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source })
  try {
    if (!(await input.canRead())) return false
    const [picture, sound] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()])
    if (picture === null && sound === null) return false
    // Of two sounds one browser plays the first, and another the one in its reader's language.
    const present = [picture, sound].filter((track) => track !== null)
    if ((await input.getTracks()).length !== present.length) return false
    return (await isEasyPicture(picture)) && (sound === null || SOUNDS.includes(sound.codec ?? ""))
  } finally {
    input.dispose()
  }
}

async function isEasyPicture(picture: InputVideoTrack | null): Promise<boolean> {
  if (picture === null) return true
  if (!PICTURES.includes(picture.codec ?? "")) return false
  if (picture.codec !== "avc") return true
  return PROFILES.test((await picture.getCodecParameterString()) ?? "")
}
