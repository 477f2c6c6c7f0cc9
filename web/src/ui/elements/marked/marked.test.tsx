// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { MARKS, TEXT } from "../../examples/records.ts"
import { draw, inEnglish } from "../../testing.tsx"
import { Marked } from "./marked.tsx"

beforeAll(inEnglish)

test("each passage has its number, and the list what was said about it", () => {
  const room = draw(<Marked text={TEXT} language="en" label="Letter" marks={MARKS} />)
  const marked = [...room.querySelectorAll("mark")].map(({ firstChild }) => firstChild?.textContent)
  expect(marked).toEqual(["My daughter moved the table to the other wall.", "Did you see the light was on?"])
  const said = [...room.querySelectorAll("ol li")].map(({ textContent }) => textContent)
  expect(said).toEqual([MARKS[0]?.words, "Nothing was said about this passage."])
  expect(room.querySelector("sup .unseen")?.textContent).toBe("Passage 1")
})

test("a mark over two paragraphs has one number, at its end", () => {
  const room = draw(
    <Marked text={"ab\n\ncd"} language="en" label="Letter" marks={[{ from: 1, to: 5, words: "" }]} />,
  )
  expect(room.querySelectorAll("mark")).toHaveLength(2)
  expect(room.querySelectorAll("sup")).toHaveLength(1)
})

test("words are words, never markup", () => {
  const room = draw(
    <Marked text="<i>a</i>" language="en" label="Letter" marks={[{ from: 0, to: 3, words: "<b>b</b>" }]} />,
  )
  expect(room.querySelector("i, b")).toBeNull()
})
