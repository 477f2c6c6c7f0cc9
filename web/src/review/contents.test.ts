// SPDX-License-Identifier: EUPL-1.2
/** Words come before films and pictures, wherever they stand; nothing is taken for what its author did not call it. */
import { describe, expect, test } from "vitest"
import { utf8 } from "../crypto/bytes.ts"
import { isFilm } from "../protocol/header.ts"
import type { Opened } from "../protocol/opening.ts"
import { mediaIn, textIn } from "./contents.ts"

const VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n"

/** As much of each as says what it is. */
const CONTENTS: Readonly<Record<string, Uint8Array>> = {
  "text/vtt": utf8(VTT),
  "image/webp": utf8("RIFF\0\0\0\0WEBPVP8 "),
  "image/png": Uint8Array.of(0x89, ...utf8("PNG\r\n\x1a\n\0\0\0\0IDAT")),
}

function opened(...types: readonly Opened["sender"]["parts"][number]["type"][]) {
  const contentOf = (type: string) => CONTENTS[type] ?? utf8(`content of ${type}`)
  return {
    manifest: {
      body: { message: "one", channel: "video", parts: types.map((_, count) => ({ count, root: "AA" })) },
    },
    keys: types.map((type) => `key of ${type}`),
    parts: types.map((type) => (isFilm(type) ? null : contentOf(type))),
    sender: {
      parts: types.map((type) => ({ type, length: 9, duration_ms: isFilm(type) ? 1600 : null })),
    },
  } as unknown as Opened
}

describe("the text", () => {
  test("is the first part that is text", () => {
    expect(textIn(opened("video/mp4", "text/vtt", "text/plain"))).toBe("content of text/plain")
    expect(textIn(opened("video/mp4"))).toBe("")
  })
})

describe("what is seen or heard", () => {
  test("a film has its first picture as its poster, and what it is watched with", () => {
    const { films, pictures, captions } = mediaIn(opened("video/webm", "image/webp", "image/png", "text/vtt"))
    expect(films).toMatchObject([
      {
        kind: "video",
        type: "video/webm",
        seconds: 2,
        part: 0,
        length: 9,
        keys: "key of video/webm",
        letter: false,
      },
    ])
    expect([films[0]?.poster?.type, pictures.map(({ type }) => type)]).toEqual(["image/webp", ["image/png"]])
    expect(captions).toEqual([{ from: 1000, to: 2000, words: "Bonjour." }])
  })

  test("sound alone is no picture", () => {
    expect(mediaIn(opened("text/plain", "audio/ogg")).films).toMatchObject([
      { kind: "sound", part: 1, poster: null },
    ])
  })

  test("a picture that moves is not shown beside its words", () => {
    const moving = Uint8Array.of(0x89, ...utf8("PNG\r\n\x1a\n\0\0\0\0acTL"))
    const letter = opened("text/plain", "image/png")
    expect(() => mediaIn({ ...letter, parts: [utf8("Bonjour."), moving] } as Opened)).toThrow("moves")
  })

  test("words alone have none of it", () => {
    expect(mediaIn(opened("text/plain"))).toEqual({ films: [], pictures: [], captions: [] })
  })
})
