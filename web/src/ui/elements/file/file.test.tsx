// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { FileChoice } from "./file.tsx"

test("the chosen file is told, and what is missing describes the field", async () => {
  const chosen: (string | null)[] = []
  const room = draw(
    <FileChoice label="Key file" problem="Choose it." onChoose={(file) => chosen.push(file?.name ?? null)} />,
  )
  const field = one<HTMLInputElement>(room, "input[type=file]")
  Object.defineProperty(field, "files", { value: [new File(["{}"], "manager.key")] })
  await after(() => field.dispatchEvent(new Event("change", { bubbles: true })))
  expect(chosen).toEqual(["manager.key"])
  const described = document.getElementById(field.getAttribute("aria-describedby") ?? "")
  expect(described?.textContent).toBe("Choose it.")
  expect(field.getAttribute("aria-invalid")).toBe("true")
})
