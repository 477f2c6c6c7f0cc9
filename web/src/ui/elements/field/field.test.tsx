// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw, one, write } from "../../testing.tsx"
import { Field } from "./field.tsx"

test("what is typed is told letter by letter", async () => {
  let typed = ""
  const room = draw(<Field label="Words" value="" onWrite={(value) => (typed = value)} />)
  await write(one<HTMLInputElement>(room, "input"), "meadow")
  expect(typed).toBe("meadow")
})

test("hint and problem describe the field, and a problem marks it invalid", () => {
  const room = draw(
    <Field label="Words" hint="In order." problem="Missing." value="" onWrite={() => undefined} />,
  )
  const input = one<HTMLInputElement>(room, "input")
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ")
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(["In order.", "Missing."])
  expect(input.getAttribute("aria-invalid")).toBe("true")
})

test("no field is offered to writing services or password stores", () => {
  const room = draw(<Field label="Note" lines={3} value="" onWrite={() => undefined} />)
  const area = one(room, "textarea")
  expect(area.getAttribute("autocomplete")).toBe("off")
  expect(area.getAttribute("data-gramm")).toBe("false")
  expect(area.getAttribute("data-lt-active")).toBe("false")
})
