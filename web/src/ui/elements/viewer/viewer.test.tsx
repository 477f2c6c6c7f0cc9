// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { beforeAll, expect, test } from "vitest"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Viewer } from "./viewer.tsx"

beforeAll(inEnglish)

const House = ({ hidden = false }) => <Viewer source="blob:a" label="A house" hidden={hidden} />

async function press(room: HTMLElement, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === words)
  if (found === undefined) throw new Error(`no switch ${words}`)
  await after(() => found.click())
}

test("at first it is blurred and grey, and each is given up by itself", async () => {
  const room = draw(<House />)
  const shown = one(room, "img")
  expect([shown.className.includes("viewer-blurred"), shown.className.includes("viewer-grey")]).toEqual([
    true,
    true,
  ])
  await press(room, "Show it clearly")
  expect(shown.className).not.toContain("viewer-blurred")
  expect(shown.className).toContain("viewer-grey")
  await press(room, "Colours")
  expect(shown.className).not.toContain("viewer-grey")
})

test("after everything was hidden it comes back blurred", async () => {
  const room = draw(<House />)
  await press(room, "Show it clearly")
  await after(() => render(<House hidden />, room))
  expect(one(room, "img").className).toContain("viewer-blurred")
})

test("a picture has its description and no sound", () => {
  const room = draw(<House />)
  expect(one<HTMLImageElement>(room, "img").alt).toBe("A house")
  expect(room.textContent).not.toContain("Sound")
})
