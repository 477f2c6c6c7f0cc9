// SPDX-License-Identifier: EUPL-1.2
/** Captions hold words and times, and nothing that one reader sees and another does not. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { MOST_CUES, MOST_IN_CUE, normalCaptions, readCaptions, writeCaptions } from "./captions.ts"

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
      fc.nat(600_000),
      fc.nat(5000),
      fc.constantFrom("<b>un</b> & deux", "a --> b", "WEBVTT", "é\nè", "0", "« Oui\u00A0»", "&amp;"),
    )
    .map(([pause, long, words]) => ({ pause, long, words }))
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 5 }), (made) => {
      let at = 0
      const cues = made.map(({ pause, long, words }) => {
        const from = at + pause
        at = from + long + 1
        return { from, to: at, words }
      })
      const written = writeCaptions(cues)
      expect(readCaptions(written)).toEqual(cues)
      expect(normalCaptions(written)).toBe(written)
    }),
  )
})

test("the normal form holds times and words, spaces as in a letter, and nothing else", () => {
  const file =
    "\uFEFFWEBVTT - from a phone\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n7\r\n00:01.500 --> 00:03.000 align:left\r\n<i> E\u0301t   &nbsp;ait </i>"
  expect(normalCaptions(file)).toBe("WEBVTT\n\n00:00:01.500 --> 00:00:03.000\nÉt ait\n")
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

  test.each([
    ["what is no WebVTT", "Bonjour", "not-vtt", 1],
    ["a head further down", `\n${at("a")}`, "not-vtt", 1],
    ["no words", "WEBVTT\n\nNOTE nothing\n", "empty", 1],
    ["broken times", "WEBVTT\n\nun\n0:01 --> 00:02.000\na\n", "time", 4],
    ["a hundred hours", "WEBVTT\n\n100:00:00.000 --> 100:00:01.000\na\n", "time", 3],
    ["an overlap", `${at("a")}\n\n00:02.999 --> 00:04.000\nb\n`, "order", 7],
    [
      "an end after the film's",
      "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:59.000 --> 01:00.501\nb\n",
      "late",
      6,
    ],
    ["a beginning after the film's end", "WEBVTT\n\n01:10.000 --> 01:12.000\na\n", "late", 3],
    ["the same time", "WEBVTT\n\n00:01.000 --> 00:01.000\na\n", "order", 3],
    ["a hidden character", at("oui\nb\u200Bc"), "hidden", 5],
    ["stacked marks", at(`x${"\u0332".repeat(5)}`), "form", 4],
    ["a line without end", at("a".repeat(MOST_IN_CUE + 1)), "long", 3],
    ["a file without end", at("a".repeat(2 ** 20)), "many", 1],
  ])("%s, with the line that it stands in", (_, file, fault, line) => {
    expect(() => readCaptions(file, 60_000)).toThrowError(expect.objectContaining({ fault, line }))
  })

  test("more lines than any film has", () => {
    const cues = Array.from({ length: MOST_CUES + 1 }, (_, at) => ({ from: at, to: at + 1, words: "a" }))
    const fault = expect.objectContaining({ fault: "many", line: 3 + 3 * MOST_CUES })
    expect(() => readCaptions(writeCaptions(cues))).toThrowError(fault)
    expect(readCaptions(writeCaptions(cues.slice(1)))).toHaveLength(MOST_CUES)
  })
})
