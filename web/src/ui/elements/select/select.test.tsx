// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Select } from "./select.tsx"

test("what is chosen is told, by its value", async () => {
  const chosen: string[] = []
  const room = draw(
    <Select
      label="Side"
      value="all"
      options={[
        { value: "all", label: "Everything" },
        { value: "harmed", label: "Person harmed" },
      ]}
      onChoose={(value) => chosen.push(value)}
    />,
  )
  const select = one<HTMLSelectElement>(room, "select")
  expect(room.querySelector("label")?.getAttribute("for")).toBe(select.id)
  await after(() => {
    select.value = "harmed"
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
  expect(chosen).toEqual(["harmed"])
})
