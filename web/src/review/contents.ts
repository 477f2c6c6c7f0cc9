// SPDX-License-Identifier: EUPL-1.2
/** What an opened message holds: its words, wherever they stand, and what is seen or heard rather than read. */
import type { SealKeys } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { unb64u } from "../crypto/encoding.ts"
import type { TreeClaim } from "../crypto/tree.ts"
import { isFilm, TEXT_TYPE } from "../protocol/header.ts"
import { isLetter } from "../protocol/manifest.ts"
import { type Opened, readText } from "../protocol/opening.ts"
import { CAPTIONS_TYPE, type Cue, readCaptions } from "./captions.ts"
import { requireStill } from "./still.ts"

export type Picture = { readonly type: string; readonly content: Bytes }

/** A film, or sound alone, that nobody opened yet: where it lies, and what it is watched with. */
export type Film = {
  readonly kind: "video" | "sound"
  /** Its media type, as its author signed it. */
  readonly type: string
  readonly seconds: number | null
  readonly poster: Picture | null
  /** Id of the message, and the part's place in it. */
  readonly message: string
  readonly part: number
  readonly keys: SealKeys
  readonly claim: TreeClaim
  /** True length in bytes. */
  readonly length: number
  readonly letter: boolean
  /** The last day, UTC, on which it may be watched here; null for no such day. */
  readonly until: string | null
}

export type Media = {
  readonly films: readonly Film[]
  /** But for a film's poster. */
  readonly pictures: readonly Picture[]
  /** None where nothing is said, or nobody wrote it down. */
  readonly captions: readonly Cue[]
}

type Part = { readonly part: number; readonly type: string; readonly content: Bytes | null }

function partsOf({ parts, sender }: Pick<Opened, "parts" | "sender">): readonly Part[] {
  return sender.parts.map(({ type }, part) => ({ part, type, content: parts[part] ?? null }))
}

/** The text of the first part that is text; empty where none is. */
export function textIn(opened: Pick<Opened, "parts" | "sender">): string {
  const content = partsOf(opened).find(({ type }) => type === TEXT_TYPE)?.content ?? null
  return content === null ? "" : readText(content)
}

/**
 * Films, pictures and captions, in the order of the parts. The first picture beside a film is its poster.
 *
 * Throws `malformed` or `hidden-text`: captions that are not plain words with their times, or a picture that
 * moves.
 */
export function mediaIn(opened: Opened): Media {
  const parts = partsOf(opened)
  const pictures = parts.flatMap(({ type, content }) =>
    content !== null && type.startsWith("image/") ? [{ type, content }] : [],
  )
  for (const { type, content } of pictures) requireStill(type, content)
  const found = parts.filter(({ type }) => isFilm(type)).map(({ part }) => filmOf(opened, part))
  const [film, ...others] = found
  const written = parts.find(({ type }) => type === CAPTIONS_TYPE)?.content ?? null
  const captions = written === null ? [] : readCaptions(readText(written))
  if (film === undefined) return { films: [], pictures, captions }
  const [poster = null, ...rest] = pictures
  return { films: [{ ...film, poster }, ...others], pictures: rest, captions }
}

/** How many milliseconds the first film lasts; null where there is none, or where it does not say. */
export function lastsOf({ films: [film] }: Pick<Media, "films">): number | null {
  return film === undefined || film.seconds === null ? null : film.seconds * 1000
}

function filmOf({ manifest: { body }, sender, keys: all }: Opened, part: number): Film {
  const [claim, keys, said] = [body.parts[part], all[part], sender.parts[part]]
  if (claim === undefined || keys === undefined || said === undefined)
    throw new TypeError("a part of its own")
  const { type, length, duration_ms: ms } = said
  return {
    kind: type.startsWith("video/") ? "video" : "sound",
    type,
    seconds: ms === null ? null : Math.round(ms / 1000),
    poster: null,
    message: body.message,
    part,
    keys,
    claim: { count: claim.count, root: unb64u(claim.root) },
    length,
    letter: isLetter(body),
    until: null,
  }
}
