// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { useState } from "preact/hooks"
import { beforeAll, expect, test } from "vitest"
import { type Mark, pointsOf, wordsIn } from "../../../review/passages.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Marking, sentenceAfter } from "./marking.tsx"
import { MarkNotes } from "./notes.tsx"
import { selectedIn } from "./selection.ts"

const TEXT = "Hello 👩 there. It is me.\n\nSecond part."
const ALL = pointsOf(TEXT)

let seen: readonly Mark[] = []

function Both({ first = [] }: { readonly first?: readonly Mark[] }) {
  const [marks, setMarks] = useState(first)
  seen = marks
  return (
    <>
      <Marking text={TEXT} language="en" label="Letter" marks={marks} onMark={setMarks} />
      <MarkNotes all={ALL} marks={marks} onMark={setMarks} language="en" />
    </>
  )
}

beforeAll(inEnglish)

function marked(): readonly string[] {
  return seen.map((mark) => wordsIn(ALL, mark))
}

async function press(room: HTMLElement, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await after(() =>
      one(room, "[role=listbox]").dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      ),
    )
  }
}

test("with keys: arrows go from sentence to sentence, Enter and Space mark", async () => {
  const room = draw(<Both />)
  await press(room, "ArrowDown", "Enter", "End", " ")
  expect(marked()).toEqual(["It is me.", "Second part."])
  const options = [...room.querySelectorAll("[role=option]")]
  expect(options.map((option) => option.getAttribute("aria-selected"))).toEqual(["false", "true", "true"])
  expect(one(room, "[role=listbox]").getAttribute("aria-activedescendant")).toBe(options[2]?.id)
  await press(room, "Enter")
  expect(marked()).toEqual(["It is me."])
})

test("other keys are left alone", async () => {
  const room = draw(<Both />)
  const event = new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true })
  await after(() => one(room, "[role=listbox]").dispatchEvent(event))
  expect(event.defaultPrevented).toBe(false)
})

test.each([
  ["ArrowUp", 0, 0],
  ["ArrowRight", 2, 2],
  ["Home", 2, 0],
  ["a", 1, null],
] as const)("%s from %s leads to %s", (key, now, to) => {
  expect(sentenceAfter(key, now, 3)).toBe(to)
})

test("by finger: a tapped sentence is marked", async () => {
  const room = draw(<Both />)
  await after(() => one(room, "[role=option]").click())
  expect(marked()).toEqual(["Hello 👩 there."])
})

function select(from: Node, start: number, to: Node, end: number): void {
  const range = document.createRange()
  range.setStart(from, start)
  range.setEnd(to, end)
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  document.dispatchEvent(new Event("selectionchange"))
}

function textOf(room: HTMLElement, at: number): Node {
  const found = room.querySelectorAll("[data-from]")[at]?.firstChild
  if (!found) throw new Error("no such piece")
  return found
}

test("by mouse: what is selected is marked with the button, in code points and without blanks", async () => {
  const room = draw(<Both />)
  await after(() => select(textOf(room, 0), 5, textOf(room, 1), 6))
  await after(() => one(room, ".marking-selected button").click())
  expect(marked()).toEqual(["👩 there. It is"])
})

test("a selection that reaches out of the letter ends with the letter", () => {
  const room = draw(<Both />)
  const letter = one(room, "[role=listbox]")
  const after = document.createElement("p")
  after.textContent = "outside"
  room.append(after)
  select(textOf(room, 2), 0, after.firstChild ?? after, 3)
  const passage = selectedIn(letter, TEXT)
  expect(passage && wordsIn(ALL, passage)).toBe("Second part.")
})

test("every mark can be spoken of, and let go of with what was said", async () => {
  const room = draw(<Both first={[{ from: 0, to: 5, words: "" }]} />)
  await write(one<HTMLTextAreaElement>(room, "textarea"), "A name?")
  expect(seen[0]?.words).toBe("A name?")
  await press(room, "Home", "Enter")
  expect(seen).toHaveLength(1)
  await after(() => one(room, "ol button").click())
  expect(seen).toEqual([])
})
