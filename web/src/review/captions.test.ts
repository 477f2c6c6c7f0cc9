// SPDX-License-Identifier: EUPL-1.2
/** Captions hold words and times, and nothing that one reader sees and another does not. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCaptions, writeCaptions } from "./captions.ts"

const at = (words: string) => `WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n${words}\n`

test("times, names and places of cues are read; only times and words stay", () => {
  const file =
    "WEBVTT - of a film\r\n\r\nNOTE nothing\r\n\r\n1\r\n00:01.500 --> 01:00:03.000 line:0\r\nOui.\r\n- Non."
  expect(readCaptions(file)).toEqual([{ from: 1500, to: 3_603_000, words: "Oui.\n- Non." }])
})

test("styles and tags say nothing", () => {
  const file =
    "WEBVTT\n\nSTYLE\n::cue { color: transparent }\n\n00:01.000 --> 00:02.000\n<v Ada><c.hid>a &amp; b</c>\n"
  expect(readCaptions(file)).toEqual([{ from: 1000, to: 2000, words: "a & b" }])
})

test("what was read is written as plain words, and reads the same again", () => {
  const cue = fc
    .tuple(
      fc.nat(3_600_000),
      fc.nat(5000),
      fc.constantFrom("<b>un</b> & deux", "a --> b", "WEBVTT", "é\nè", "0"),
    )
    .map(([from, long, words]) => ({ from, to: from + long + 1, words }))
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 5 }), (made) => {
      const cues = [...made].sort((one, other) => one.from - other.from)
      expect(readCaptions(writeCaptions(cues))).toEqual(cues)
    }),
  )
})

describe("refused", () => {
  test.each([
    ["another kind of file", "1\n00:00:01,000 --> 00:00:02,000\nSRT"],
    ["nothing at all", ""],
    ["no words", "WEBVTT\n\n00:01.000 --> 00:02.000\n"],
    ["an end before its beginning", "WEBVTT\n\n00:02.000 --> 00:01.000\na\n"],
    ["times that go back", `${at("a")}\n00:01.000 --> 00:02.000\nb\n`],
    ["broken times", "WEBVTT\n\n0:01 --> 00:02.000\na\n"],
  ])("%s", (_, file) => {
    expect(() => readCaptions(file)).toThrowError(expect.objectContaining({ code: "malformed" }))
  })

  test.each(["a\u200bb", "a\u202eb", "\u2800", "&nbsp;\u2063"])("hidden text %j", (words) => {
    expect(() => readCaptions(at(words))).toThrowError(expect.objectContaining({ code: "hidden-text" }))
  })
})
