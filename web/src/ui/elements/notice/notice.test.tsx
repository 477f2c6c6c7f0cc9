// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw, one } from "../../testing.tsx"
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
