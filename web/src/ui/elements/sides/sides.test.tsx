// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Sides } from "./sides.tsx"

function both(): HTMLElement {
  return draw(
    <Sides
      both="Both"
      first={{ title: "Before", only: "Only before", children: <p>one</p> }}
      second={{ title: "After", only: "Only after", children: <p>two</p> }}
    />,
  )
}

function press(room: HTMLElement, words: string): Promise<void> {
  const button = [...room.querySelectorAll("button")].find((found) => found.textContent === words)
  return after(() => button?.click())
}

test("each version stands under its own heading, the first one first", () => {
  const titles = [...both().querySelectorAll("section")].map(
    (section) =>
      section.querySelector(`#${CSS.escape(section.getAttribute("aria-labelledby") ?? "")}`)?.textContent,
  )
  expect(titles).toEqual(["Before", "After"])
})

test("the switch shows one alone, and both again", async () => {
  const room = both()
  await press(room, "Only after")
  expect(one(room, ".sides").className).toContain("sides-second")
  await press(room, "Both")
  expect(one(room, ".sides").className).toContain("sides-both")
})
