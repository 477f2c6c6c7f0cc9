// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { draw } from "../../testing.tsx"
import { Facts } from "./facts.tsx"

test("what is not known is left out", () => {
  const room = draw(<Facts facts={[{ name: "Side", value: "Person harmed" }, null]} />)
  expect([...room.querySelectorAll("dt")].map((name) => name.textContent)).toEqual(["Side"])
})
