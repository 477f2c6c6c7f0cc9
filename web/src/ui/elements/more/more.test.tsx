// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw, one } from "../../testing.tsx"
import { More } from "./more.tsx"

test("it is closed until asked, and its title is the thing to press", () => {
  const room = draw(<More title="Help">text</More>)
  expect(one<HTMLDetailsElement>(room, "details").open).toBe(false)
  expect(one(room, "summary").textContent).toBe("Help")
})
