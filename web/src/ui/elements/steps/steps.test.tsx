// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { draw, inEnglish, one } from "../../testing.tsx"
import { Steps } from "./steps.tsx"

beforeAll(inEnglish)

test("it says where one is, in words and for screen readers", () => {
  const room = draw(<Steps names={["Code", "Words", "Sheet"]} now={2} />)
  expect(room.textContent).toContain("Step 2 of 3")
  expect(one(room, "[aria-current=step]").textContent).toBe("Words")
  expect(room.querySelectorAll(".step-done")).toHaveLength(1)
})
