// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { pointsOf, wordsIn } from "../../../review/passages.ts"
import { piecesOf } from "../../../review/shortening.ts"
import { after, draw } from "../../testing.tsx"
import { Cutting } from "./cutting.tsx"

test("every sentence has its box, and nothing on it can be typed into", async () => {
  const all = pointsOf("One. Two.\n\nThree.")
  const told: string[] = []
  const room = draw(
    <Cutting
      all={all}
      pieces={piecesOf(all, "en")}
      language="en"
      question="What stays in?"
      isKept={() => true}
      onChange={(piece, kept) => told.push(`${wordsIn(all, piece)} ${kept}`)}
    />,
  )
  const boxes = [...room.querySelectorAll<HTMLInputElement>("input")]
  expect(boxes.map(({ type }) => type)).toEqual(["checkbox", "checkbox", "checkbox"])
  expect(room.querySelector("textarea, [contenteditable]")).toBeNull()
  await after(() => boxes[1]?.click())
  expect(told).toEqual(["Two. false"])
})
