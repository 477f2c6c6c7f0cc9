// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest"
import { speak } from "./language.ts"
import { exitAddress } from "./settings.ts"

function set(name: string, content: string): void {
  const meta = document.createElement("meta")
  meta.setAttribute("name", `relay-${name}`)
  meta.setAttribute("content", content)
  document.head.append(meta)
}

beforeEach(async () => {
  document.head.replaceChildren()
  await speak("en")
})

test("quick exit leads to the weather when nothing is set, in the language of the page", async () => {
  expect(exitAddress()).toBe("https://weather.gc.ca/")
  await speak("fr")
  expect(exitAddress()).toBe("https://meteo.gc.ca/")
})

test("a programme can set another page", () => {
  set("exit", "https://recipes.example/")
  expect(exitAddress()).toBe("https://recipes.example/")
})

test.each(["javascript:alert(1)", "http://weather.example/", "data:text/html,x", "//weather.example"])(
  "%s is not taken",
  (address) => {
    set("exit", address)
    expect(exitAddress()).toBe("https://weather.gc.ca/")
  },
)
