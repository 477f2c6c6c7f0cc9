// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test, vi } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Notice } from "./notice.tsx"

test.each([
  ["now", "alert"],
  ["polite", "status"],
] as const)("a notice that appears %s has the role %s", (live, role) => {
  const room = draw(<Notice live={live} title="Done" />)
  expect(one(room, ".notice").getAttribute("role")).toBe(role)
})

test("a notice that was there from the start is not read out", () => {
  const room = draw(<Notice title="Who will see it" />)
  expect(one(room, ".notice").hasAttribute("role")).toBe(false)
})

test("what went wrong is brought into sight, and nothing else is", async () => {
  const brought = vi.spyOn(Element.prototype, "scrollIntoView")
  draw(<Notice live="polite" title="Done" />)
  await after(() => undefined)
  expect(brought).not.toHaveBeenCalled()
  const room = draw(<Notice live="now" title="This did not work" />)
  await after(() => undefined)
  expect(brought.mock.contexts).toEqual([one(room, ".notice")])
  brought.mockRestore()
})
