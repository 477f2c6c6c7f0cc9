// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Button } from "./button.tsx"

test("a press is told once", async () => {
  let presses = 0
  const room = draw(<Button onPress={() => presses++}>Go</Button>)
  await after(() => one(room, "button").click())
  expect(presses).toBe(1)
})

test("a busy button does nothing, and says so without leaving the tab order", async () => {
  let presses = 0
  const room = draw(
    <Button busy onPress={() => presses++}>
      Go
    </Button>,
  )
  const button = one<HTMLButtonElement>(room, "button")
  await after(() => button.click())
  expect(presses).toBe(0)
  expect(button.getAttribute("aria-disabled")).toBe("true")
  expect(button.disabled).toBe(false)
})

test("a busy button does not send its form a second time", async () => {
  let sent = 0
  const room = draw(
    <form onSubmit={() => sent++}>
      <Button ends busy>
        Go
      </Button>
    </form>,
  )
  await after(() => one(room, "button").click())
  expect(sent).toBe(0)
})
