// SPDX-License-Identifier: EUPL-1.2
/** Words come before pictures and video, wherever they stand; nothing is taken for what its author did not call it. */
import { expect, test } from "vitest"
import { utf8 } from "../crypto/bytes.ts"
import type { Opened } from "../protocol/opening.ts"
import { mediaIn, textIn } from "./media.ts"

function opened(...types: readonly Opened["sender"]["parts"][number]["type"][]) {
  return {
    parts: types.map((type) => utf8(`content of ${type}`)),
    sender: {
      parts: types.map((type) => ({ type, length: 1, duration_ms: type.startsWith("v") ? 1600 : null })),
    },
  } as unknown as Opened
}

test("the first part that is text is the text", () => {
  expect(textIn(opened("video/mp4", "text/plain"))).toBe("content of text/plain")
  expect(textIn(opened("video/mp4"))).toBe("")
})

test("pictures and videos are told apart, captions and sound are neither", () => {
  const found = mediaIn(opened("text/plain", "image/webp", "text/vtt", "audio/ogg", "video/webm"))
  expect(found.map(({ kind, type, seconds }) => [kind, type, seconds])).toEqual([
    ["picture", "image/webp", null],
    ["video", "video/webm", 2],
  ])
})
