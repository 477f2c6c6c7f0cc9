// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw } from "../../testing.tsx"
import { Groups, SixWords } from "./words.tsx"

test("each word stands at its own number", () => {
  const room = draw(<SixWords words="one two three four five six" language="en" />)
  expect([...room.querySelectorAll("ol > li")].map((word) => word.textContent)).toEqual([
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
  ])
})

test("a code copied from the page has spaces between its groups", () => {
  const room = draw(<Groups code="7K2M-9QXT 4HVB" label="Code" />)
  expect(room.querySelector(".groups-code")?.textContent?.trim()).toBe("7K2M 9QXT 4HVB")
})
