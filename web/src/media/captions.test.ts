// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest"
import { captionsOf } from "./captions.ts"

test("nothing written is no captions", () => {
  expect(captionsOf(" \n ", 10)).toBeNull()
})

test("WebVTT stays as it is", () => {
  const written = "WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nBonjour"
  expect(captionsOf(written, 10)).toBe("WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n")
})

test("lines share the time by their length, to the last thousandth", () => {
  expect(captionsOf("Bonjour, Jonas.\n\nJe m’appelle Camille, et je parle lentement.", 3661.5)).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:15:30.890\nBonjour, Jonas.\n\n" +
      "00:15:30.890 --> 01:01:01.500\nJe m’appelle Camille, et je parle lentement.\n",
  )
})

test("what is written cannot become a cue or a tag of its own", () => {
  expect(captionsOf("00:00.000 --> 00:01.000 <b>&", 1)).toContain("00:00.000 --&gt; 00:01.000 &lt;b&gt;&amp;")
})
