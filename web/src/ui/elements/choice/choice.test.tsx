// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Choice } from "./choice.tsx"

const options = [
  { value: "mine", label: "Mine", hint: "Only yours." },
  { value: "shared", label: "Shared" },
] as const

test("nothing is chosen beforehand", () => {
  const room = draw(<Choice question="Whose?" options={options} value={null} onChoose={() => undefined} />)
  expect(room.querySelectorAll("input:checked")).toHaveLength(0)
})

test("an answer is told by its value", async () => {
  let chosen = ""
  const room = draw(
    <Choice question="Whose?" options={options} value={null} onChoose={(value) => (chosen = value)} />,
  )
  await after(() => one<HTMLInputElement>(room, "input[value=shared]").click())
  expect(chosen).toBe("shared")
})

test("a hint describes its own answer", () => {
  const room = draw(<Choice question="Whose?" options={options} value={null} onChoose={() => undefined} />)
  const id = one(room, "input[value=mine]").getAttribute("aria-describedby") ?? ""
  expect(document.getElementById(id)?.textContent).toBe("Only yours.")
  expect(one(room, "input[value=shared]").hasAttribute("aria-describedby")).toBe(false)
})
