// SPDX-License-Identifier: EUPL-1.2
/** The parts of an opened message that are seen rather than read. The words come first, wherever they stand. */
import type { Bytes } from "../crypto/bytes.ts"
import { TEXT_TYPE } from "../protocol/header.ts"
import { type Opened, readText } from "../protocol/opening.ts"

/** A picture or a video, opened in this browser and nowhere else. */
export type MediaPart = {
  readonly kind: "picture" | "video"
  /** Its media type, as its author signed it. */
  readonly type: string
  readonly content: Bytes
  readonly seconds: number | null
}

/** The text of the first part that is text; empty where none is. Throws `hidden-text` or `not-normal`. */
export function textIn({ parts, sender }: Pick<Opened, "parts" | "sender">): string {
  const at = sender.parts.findIndex(({ type }) => type === TEXT_TYPE)
  const words = parts[at]
  return words === undefined ? "" : readText(words)
}

function kindOf(type: string): MediaPart["kind"] | null {
  if (type.startsWith("image/")) return "picture"
  return type.startsWith("video/") ? "video" : null
}

/** Pictures and videos, in the order of the parts. */
export function mediaIn({ parts, sender }: Pick<Opened, "parts" | "sender">): readonly MediaPart[] {
  return sender.parts.flatMap(({ type, duration_ms: ms }, at) => {
    const [content, kind] = [parts[at], kindOf(type)]
    if (kind === null || content === undefined) return []
    return [{ kind, type, content, seconds: ms === null ? null : Math.round(ms / 1000) }]
  })
}
