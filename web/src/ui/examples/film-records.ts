// SPDX-License-Identifier: EUPL-1.2
/** An invented film, with captions: in place of the invented letter's words wherever an id begins with `film`. */
import type { SealKeys } from "../../crypto/box.ts"
import type { Cue } from "../../review/captions.ts"
import type { Film, Media } from "../../review/contents.ts"

const FILM: Film = {
  kind: "video",
  type: "video/mp4",
  seconds: 184,
  poster: null,
  message: "film",
  part: 0,
  keys: {} as SealKeys,
  claim: { count: 1, root: new Uint8Array(32) },
  length: 1,
  letter: false,
  until: null,
}

const CUES: readonly Cue[] = [
  { from: 1000, to: 4000, words: "Bonjour. Je m’appelle Camille." },
  { from: 4500, to: 9000, words: "J’ai une question qui me revient souvent.\nPourquoi cette maison?" },
]

/** What captions of the film alone hold. */
export const CAPTIONED: Media = { films: [], pictures: [], captions: CUES }

type Written = { readonly text: string; readonly paragraphs?: readonly string[]; readonly media: Media }

/** The same with the film in place of its words, where its id says so. */
export function filmed<T extends Written>(id: string, written: T): T {
  if (!id.startsWith("film")) return written
  const own = id === "film-bare" ? [] : CUES
  const channel = "channel" in written ? { channel: "video" } : {}
  return {
    ...written,
    ...channel,
    text: "",
    paragraphs: [],
    media: { ...CAPTIONED, films: [FILM], captions: own },
  }
}
