// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw, one } from "../../testing.tsx"
import { LookOnly } from "./look-only.tsx"

const words = () =>
  draw(<LookOnly paragraphs={["one", "two"]} language="fr" contentNote="first" label="The words" />)

test.each(["copy", "cut", "dragstart", "contextmenu"])("%s takes nothing along", (name) => {
  const event = new Event(name, { bubbles: true, cancelable: true })
  one(words(), ".letter-words").dispatchEvent(event)
  expect(event.defaultPrevented).toBe(true)
})

test("the words stand there in their language, after what is to be known first, and are not printed", () => {
  const letter = one(words(), "article")
  expect([...letter.querySelectorAll("p")].map((paragraph) => paragraph.textContent)).toEqual([
    "first",
    "one",
    "two",
  ])
  expect(one(letter, ".letter-words").lang).toBe("fr")
  expect(letter.className).toContain("no-print")
})
