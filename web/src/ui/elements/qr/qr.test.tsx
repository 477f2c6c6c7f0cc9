// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { correction, generate } from "lean-qr"
import { expect, test } from "vitest"
import { draw, one } from "../../testing.tsx"
import { Qr } from "./qr.tsx"

const TEXT = "https://relay.example.org/#ticket=7K2M9QXT4HVBN0REJ5WC8DSGY3AP"

test("every dark square of the code is drawn, and no other", () => {
  const path = one(draw(<Qr text={TEXT} label="code" />), "path").getAttribute("d") ?? ""
  const drawn = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].map(([, x, y]) => `${x} ${y}`))
  const code = generate(TEXT, { minCorrectionLevel: correction.M })
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) expect(drawn.has(`${x + 4} ${y + 4}`)).toBe(code.get(x, y))
  }
})

test("it has a name", () => {
  expect(one(draw(<Qr text={TEXT} label="The same code" />), "svg").getAttribute("aria-label")).toBe(
    "The same code",
  )
})
