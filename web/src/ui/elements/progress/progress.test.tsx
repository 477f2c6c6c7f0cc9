// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { draw, inEnglish, one } from "../../testing.tsx"
import { Progress, quarter } from "./progress.tsx"

beforeAll(inEnglish)

test.each([
  [-1, 0],
  [0.24, 0],
  [0.25, 25],
  [0.99, 75],
  [1, 100],
  [7, 100],
])("%d is said as %d percent", (done, percent) => {
  expect(quarter(done)).toBe(percent)
})

test("it says that the page may be closed only when that is true", () => {
  const stay = draw(<Progress stage="sending" done={0.5} mayClose={false} />).textContent
  const free = draw(<Progress stage="sending" done={0.5} mayClose />).textContent
  expect(stay).toContain("Please keep this page open")
  expect(free).toContain("You can close this page")
})

test("what is read out changes at quarters, what is seen at each percent", () => {
  const room = draw(<Progress stage="sending" done={0.61} mayClose />)
  expect(one<HTMLProgressElement>(room, "progress").getAttribute("value")).toBe("61")
  expect(one(room, "[role=status]").textContent).toContain("50%")
})
