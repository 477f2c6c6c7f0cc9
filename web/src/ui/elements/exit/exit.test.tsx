// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { START } from "../../../locales/start.ts"
import { leave, onThreeShifts } from "../../exit.ts"
import { haveWords } from "../../language.ts"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { ExitButton } from "./exit.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", START)
})

function press(key: string, at: number, repeat = false): void {
  const event = new KeyboardEvent("keydown", { key, repeat })
  Object.defineProperty(event, "timeStamp", { value: at })
  document.dispatchEvent(event)
}

test("the button leaves", async () => {
  let left = 0
  const room = draw(<ExitButton onLeave={() => left++} />)
  await after(() => one(room, "button").click())
  expect(left).toBe(1)
})

test("before a language is chosen it stands in both, each marked", () => {
  const room = draw(<ExitButton onLeave={() => undefined} both />)
  const words = [...room.querySelectorAll(".exit-words")]
  expect(words.map((one) => one.getAttribute("lang"))).toEqual(["en", "fr"])
  expect(words.map((one) => one.querySelector(".exit-short")?.textContent)).toEqual(["Exit", "Quitter"])
})

test("the page is blank and its title gone before keys are forgotten and the address replaced", () => {
  draw(<p>words</p>)
  const steps: string[] = []
  const seen = (step: string) => steps.push(`${step}:${document.body.textContent}:${document.title.trim()}`)
  leave({ forget: () => seen("forget"), replace: () => seen("replace") })
  expect(steps).toEqual(["forget::", "replace::"])
})

test("the address is replaced even when forgetting fails", () => {
  let replaced = false
  const failing = {
    forget: () => {
      throw new Error("no")
    },
    replace: () => {
      replaced = true
    },
  }
  expect(() => leave(failing)).toThrow("no")
  expect(replaced).toBe(true)
})

test.each([
  ["three times within five seconds", [0, 2000, 4900], 1],
  ["three times in more than five seconds", [0, 3000, 5600], 0],
  ["twice", [0, 100], 0],
])("Shift pressed %s", (_words, times, leaves) => {
  let left = 0
  const stop = onThreeShifts(() => left++)
  for (const at of times) press("Shift", at)
  stop()
  expect(left).toBe(leaves)
})

test("Shift held down, or used to write capitals, does not leave", () => {
  let left = 0
  const stop = onThreeShifts(() => left++)
  for (const at of [0, 100, 200, 300]) press("Shift", at, true)
  for (const [key, at] of [
    ["Shift", 400],
    ["A", 450],
    ["Shift", 500],
    ["B", 550],
    ["Shift", 600],
    ["C", 650],
  ] as const) {
    press(key, at)
  }
  stop()
  expect(left).toBe(0)
})
