// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest"
import { readCaptions } from "../review/captions.ts"
import { captionsOf } from "./captions.ts"

test("nothing written is no captions", () => {
  expect(captionsOf(" \n ", 10)).toBeNull()
})

test("WebVTT is brought to its normal form", () => {
  const written = "WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nBonjour"
  expect(captionsOf(written, 10)).toBe("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nBonjour\n")
})

test("lines share the time by their length, to the last thousandth", () => {
  expect(captionsOf("Bonjour, Jonas.\n\nJe m’appelle Camille, et je parle lentement.", 3661.5)).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:15:30.890\nBonjour, Jonas.\n\n" +
      "00:15:30.890 --> 01:01:01.500\nJe m’appelle Camille, et je parle lentement.\n",
  )
})

test("lines of a film that cannot be looked at here have times all the same", () => {
  const written = captionsOf("Bonjour.\nC’est moi.", 0) ?? ""
  expect(readCaptions(written)).toEqual([
    { from: 0, to: 4000, words: "Bonjour." },
    { from: 4000, to: 8000, words: "C’est moi." },
  ])
})

test("what cannot be sealed is named with the line that was typed", () => {
  const typed = () => captionsOf("Bonjour.\n\n\nC’est\u200B moi.", 20)
  expect(typed).toThrowError(expect.objectContaining({ fault: "hidden", line: 4 }))
  const pasted = () => captionsOf("WEBVTT\n\n00:02.000 --> 00:01.000\nBonjour", 20)
  expect(pasted).toThrowError(expect.objectContaining({ fault: "order", line: 3 }))
})

test("what is written cannot become a cue or a tag of its own", () => {
  expect(captionsOf("00:00.000 --> 00:01.000 <b>&", 1)).toContain("00:00.000 --&gt; 00:01.000 &lt;b&gt;&amp;")
})
