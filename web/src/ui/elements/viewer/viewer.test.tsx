// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from "vitest"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Viewer } from "./viewer.tsx"

beforeAll(inEnglish)

function video(hidden = false): HTMLElement {
  return draw(<Viewer kind="video" source="blob:a" label="A video" hidden={hidden} />)
}

async function press(room: HTMLElement, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === words)
  if (found === undefined) throw new Error(`no switch ${words}`)
  await after(() => found.click())
}

test("at first it is blurred, grey, silent and still", () => {
  const shown = one<HTMLVideoElement>(video(), "video")
  expect(shown.className).toContain("viewer-blurred")
  expect(shown.className).toContain("viewer-grey")
  expect(shown.muted).toBe(true)
  expect(shown.hasAttribute("autoplay")).toBe(false)
  expect(shown.getAttribute("controlslist")).toContain("nodownload")
})

test("blur, grey and silence are given up one by one", async () => {
  const room = video()
  const shown = one<HTMLVideoElement>(room, "video")
  await press(room, "Sound")
  expect([shown.muted, shown.className.includes("viewer-blurred")]).toEqual([false, true])
  await press(room, "Show it clearly")
  expect(shown.className).not.toContain("viewer-blurred")
  expect(shown.className).toContain("viewer-grey")
  await press(room, "Colours")
  expect(shown.className).not.toContain("viewer-grey")
})

test("its speed can be chosen", async () => {
  const room = video()
  const select = one<HTMLSelectElement>(room, "select")
  await after(() => {
    select.value = "1.5"
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
  expect(one<HTMLVideoElement>(room, "video").playbackRate).toBe(1.5)
})

test("while everything is hidden a video stops, and comes back blurred", async () => {
  const room = video()
  await press(room, "Show it clearly")
  const shown = one<HTMLVideoElement>(room, "video")
  const pause = vi.spyOn(shown, "pause")
  const again = <Viewer kind="video" source="blob:a" label="A video" hidden />
  const { render } = await import("preact")
  await after(() => render(again, room))
  expect(pause).toHaveBeenCalled()
  expect(one(room, "video").className).toContain("viewer-blurred")
})

test("a picture has its description and no sound", () => {
  const room = draw(<Viewer kind="picture" source="blob:a" label="A house" />)
  expect(one<HTMLImageElement>(room, "img").alt).toBe("A house")
  expect(room.textContent).not.toContain("Sound")
})
