// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Dialog } from "./dialog.tsx"

beforeAll(inEnglish)

test("it opens as a modal and is named by its title", () => {
  const room = draw(
    <Dialog title="Print this letter?" onCancel={() => undefined}>
      <p>text</p>
    </Dialog>,
  )
  const dialog = one<HTMLDialogElement>(room, "dialog")
  expect(dialog.open).toBe(true)
  expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
    "Print this letter?",
  )
})

test("Escape is told as cancel and does not close it by itself", async () => {
  let cancelled = 0
  const room = draw(
    <Dialog title="Print?" onCancel={() => cancelled++}>
      <p>text</p>
    </Dialog>,
  )
  const pressed = new Event("cancel", { cancelable: true })
  await after(() => one(room, "dialog").dispatchEvent(pressed))
  expect(cancelled).toBe(1)
  expect(pressed.defaultPrevented).toBe(true)
})

test("quick exit is in reach while the page behind is not", () => {
  const room = draw(
    <Dialog title="Print?" onCancel={() => undefined}>
      <p>text</p>
    </Dialog>,
  )
  expect(one(room, "dialog .exit-button").textContent).toContain("Leave this page now")
})
