// SPDX-License-Identifier: EUPL-1.2
/** What sort of message somebody has before them, for words that say so. */
import type { MessageView } from "../protocol/wire.ts"
import type { Media } from "../review/contents.ts"

/** Before it is opened, nobody knows whether a film is a video or a voice. */
export type Sort = "letter" | "film"

/** Everything that is only read is called a letter. */
export function sortOf({ channel }: { readonly channel: MessageView["channel"] }): Sort {
  return channel === "video" ? "film" : "letter"
}

/** The same, of an opened message: its first film says which it is. */
export function sortIn(one: {
  readonly channel: MessageView["channel"]
  readonly media: Media
}): Sort | "video" | "sound" {
  return one.media.films[0]?.kind ?? sortOf(one)
}
