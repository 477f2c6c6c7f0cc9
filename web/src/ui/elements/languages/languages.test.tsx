// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { language, speak } from "../../language.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Field } from "../field/field.tsx"
import { LanguageSwitch } from "./languages.tsx"

beforeAll(async () => {
  await inEnglish()
  await speak("fr")
  await speak("en")
})

test("it names the other language in itself and switches to it", async () => {
  const room = draw(<LanguageSwitch />)
  const button = one(room, "button")
  expect([button.textContent, button.getAttribute("lang")]).toEqual(["Français", "fr"])
  await after(() => button.click())
  expect(language.value).toBe("fr")
  expect(one(room, "button").textContent).toBe("English")
  await after(() => one(room, "button").click())
})

test("what was typed stays", async () => {
  const room = draw(
    <>
      <LanguageSwitch />
      <Field label="Words" value="" onWrite={() => undefined} />
    </>,
  )
  const input = one<HTMLInputElement>(room, "input")
  await write(input, "kept")
  await after(() => one(room, "button").click())
  expect(one<HTMLInputElement>(room, "input").value).toBe("kept")
  await after(() => one(room, "button").click())
})
