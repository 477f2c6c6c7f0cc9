// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Calm } from "./calm.tsx"

beforeAll(inEnglish)

test("it stands in front of everything, asks nothing, and has one way back", async () => {
  let back = 0
  const room = draw(<Calm onBack={() => back++} />)
  const dialog = one<HTMLDialogElement>(room, "dialog")
  expect(dialog.open).toBe(true)
  expect(dialog.textContent).not.toContain("?")
  const buttons = [...dialog.querySelectorAll<HTMLButtonElement>("button:not(.exit-button)")]
  expect(buttons.map(({ textContent }) => textContent)).toEqual(["Come back"])
  await after(() => buttons[0]?.click())
  await after(() => dialog.dispatchEvent(new Event("cancel", { cancelable: true })))
  expect(back).toBe(2)
})

test("quick exit is in reach", () => {
  expect(one(draw(<Calm onBack={() => undefined} />), ".exit-button").textContent).toContain(
    "Leave this page",
  )
})

test("who to talk to stands there, where the programme has set it", () => {
  const meta = document.createElement("meta")
  meta.name = "relay-support-phone"
  meta.content = "1-800-555-0100"
  document.head.append(meta)
  expect(one(draw(<Calm onBack={() => undefined} />), "a").getAttribute("href")).toBe("tel:18005550100")
  meta.remove()
})
