// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Editor } from "./editor.tsx"

beforeAll(inEnglish)

test("every change is told, exactly as it is typed", async () => {
  let text = ""
  const room = draw(<Editor label="Letter" text="" language="en" onWrite={(now) => (text = now)} />)
  await write(one<HTMLTextAreaElement>(room, "textarea"), "  two  spaces\n\n\n")
  expect(text).toBe("  two  spaces\n\n\n")
})

test("no writing service is invited", () => {
  const area = one(
    draw(<Editor label="Letter" text="" language="en" onWrite={() => undefined} />),
    "textarea",
  )
  expect(area.getAttribute("data-gramm")).toBe("false")
  expect(area.getAttribute("data-lt-active")).toBe("false")
  expect(area.getAttribute("autocomplete")).toBe("off")
})

test("turning spelling help on says what it can mean", async () => {
  const room = draw(<Editor label="Letter" text="" language="en" onWrite={() => undefined} />)
  expect(room.textContent).not.toContain("Some browsers send what you type")
  await after(() => one<HTMLInputElement>(room, "input[type=checkbox]").click())
  expect(room.textContent).toContain("Some browsers send what you type")
})
