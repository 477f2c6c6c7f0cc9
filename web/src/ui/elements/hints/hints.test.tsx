// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { HINT_TEXT, HINTS } from "../../examples/records.ts"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { HintList } from "./hint-list.tsx"
import { Hinted } from "./hints.tsx"

beforeAll(inEnglish)

function hinted(): HTMLElement {
  return draw(<Hinted text={HINT_TEXT} language="en" label="Letter" hints={HINTS} />)
}

function stretch(room: HTMLElement, words: string): HTMLElement {
  const found = [...room.querySelectorAll<HTMLElement>(".hint")].find(
    ({ textContent }) => textContent === words,
  )
  if (found === undefined) throw new Error(`no hint ${words}`)
  return found
}

test("hints change nothing of the words", () => {
  const words = [...hinted().querySelectorAll(".letter-words p")].map((paragraph) =>
    [...paragraph.childNodes]
      .filter((node) => !(node instanceof HTMLElement && node.hidden))
      .map(({ textContent }) => textContent)
      .join(""),
  )
  expect(words).toEqual(HINT_TEXT.split("\n\n"))
})

test("a hint's reason is its description, and comes with the focus, the pointer and a tap", async () => {
  const room = hinted()
  const phone = stretch(room, "613-555-0199")
  const described = document.getElementById(phone.getAttribute("aria-describedby") ?? "")
  expect(described?.textContent).toContain("Telephone number")
  await after(() => phone.focus())
  expect(one(room, ".hint-reason").textContent).toContain("Telephone number")
  await after(() => stretch(room, "Élise").dispatchEvent(new Event("pointerenter")))
  expect(one(room, ".hint-reason").textContent).toContain("from this case’s list")
  await after(() => stretch(room, "K1A 0B1").click())
  expect(one(room, ".hint-reason").textContent).toContain("Postal code")
})

test("Escape lets the reason go, Enter brings it back", async () => {
  const room = hinted()
  const phone = stretch(room, "613-555-0199")
  const press = (key: string) =>
    after(() => phone.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))
  await after(() => phone.focus())
  await press("Escape")
  expect(room.querySelector(".hint-reason")).toBeNull()
  expect(phone.getAttribute("aria-expanded")).toBe("false")
  await press("Enter")
  expect(phone.getAttribute("aria-expanded")).toBe("true")
})

test("hints that overlap are one place with both reasons", async () => {
  const room = draw(
    <Hinted
      text="call 613-555-0199"
      language="en"
      label="Letter"
      hints={[
        { from: 5, to: 17, title: "Telephone number", why: "First." },
        { from: 9, to: 17, title: "Name", why: "Second." },
      ]}
    />,
  )
  expect(room.querySelectorAll(".hint")).toHaveLength(1)
  await after(() => one(room, ".hint").click())
  expect(one(room, ".hint-reason").textContent).toBe("Telephone number First.Name Second.")
})

test("the list leads to the place in the letter", async () => {
  const room = draw(
    <>
      <Hinted text={HINT_TEXT} language="en" label="Letter" hints={HINTS} />
      <HintList text={HINT_TEXT} hints={HINTS} open />
    </>,
  )
  const buttons = [...room.querySelectorAll("li button")] as HTMLButtonElement[]
  await after(() => buttons.at(-1)?.click())
  expect(document.activeElement?.textContent).toBe("613-555-0199")
})

test("what cannot be seen is named by its number, and nothing found is no clean bill", () => {
  const hidden = { from: 1, to: 2, title: "Hidden character", why: "It shows nothing." }
  expect(draw(<HintList text={"a\u200bb"} hints={[hidden]} open={false} />).textContent).toContain("U+200B")
  expect(draw(<HintList text="" hints={[]} open={false} />).textContent).toContain("does not mean")
})
