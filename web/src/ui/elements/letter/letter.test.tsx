// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { paragraphsOf } from "../../../review/release.ts"
import { draw, one } from "../../testing.tsx"
import { Letter } from "./letter.tsx"

test("words are shown as words, never read as markup", () => {
  const room = draw(<Letter paragraphs={["<b>a</b> & <script>b()</script>"]} language="en" label="Letter" />)
  expect(one(room, "p").textContent).toBe("<b>a</b> & <script>b()</script>")
  expect(room.querySelector("b, script")).toBeNull()
})

test("the letter keeps its language", () => {
  const words = one(draw(<Letter paragraphs={["Bonjour."]} language="fr" label="Lettre" />), ".letter-words")
  expect(words.getAttribute("lang")).toBe("fr")
})

test("paragraphs are what stands between empty lines", () => {
  expect(paragraphsOf("one\ntwo\n\nthree")).toEqual(["one\ntwo", "three"])
})
