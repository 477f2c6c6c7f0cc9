// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { leftOut } from "../../../review/shortening.ts"
import { draw } from "../../testing.tsx"
import { Cut } from "./cut.tsx"

test("what is left out is struck through where it stands, in every paragraph", () => {
  const text = "One. Two. Three.\n\nFour. Five."
  const left = leftOut(text, "One. […]\n\n[…] Five.")
  const room = draw(<Cut text={text} language="en" label="L" left={left} begins="Out:" ends="." />)
  expect([...room.querySelectorAll("p")].map((p) => p.textContent)).toEqual([
    "One. Out: Two. Three. .",
    "Out: Four. . Five.",
  ])
  expect(room.querySelectorAll("del")).toHaveLength(2)
})

test("with nothing left out it is the letter", () => {
  const room = draw(<Cut text={"One.\n\nTwo."} language="en" label="L" left={[]} begins="" ends="" />)
  expect([...room.querySelectorAll("p")].map((p) => p.textContent)).toEqual(["One.", "Two."])
})
