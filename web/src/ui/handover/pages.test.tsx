// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { actWith } from "../acting.ts"
import { type Actions, actions } from "../actions.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { CASE, MED, OTHER_MED } from "../examples/records.ts"
import { speak } from "../language.ts"
import { Home } from "../participant/home.tsx"
import { place } from "../place.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish } from "../testing.tsx"
import { type HandoverActions, handoverActions } from "./actions.ts"
import { Handover } from "./handover.tsx"
import { Mediators } from "./mediators.tsx"

const PERSON: Invented = { role: "participant", side: "harmed" }
const MEDIATOR: Invented = { role: "mediator", side: "harmed" }
const SOME = { message: 7, note: 5, record: 0 }
const ONE = { message: 1, note: 0, record: 0 }
const LEFT = MED.slice(0, 6)
const CAME = OTHER_MED.slice(0, 6)

async function as(of: Invented): Promise<void> {
  actWith(inventedActions(of, "en"))
  begin(inventedSession(of))
  await settle(signedIn())
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

async function drawn(page: Parameters<typeof draw>[0]): Promise<HTMLElement> {
  const room = draw(page)
  await after(() => undefined)
  return room
}

beforeAll(inEnglish)

test("p19: a person is told who came and who left, and where to see it", async () => {
  await as({
    ...PERSON,
    notices: [{ kind: "mediators-changed", case: CASE, left: [MED], came: [OTHER_MED] }],
  })
  const room = await drawn(<Home />)
  expect(room.textContent).toContain(`Came: ${CAME}`)
  expect(room.textContent).toContain(`Left: ${LEFT}`)
  await press(room, "See who looks after your case")
  expect(place.value).toEqual({ at: "handover", case: CASE })
})

test("p19: in French too", async () => {
  await as({
    ...PERSON,
    notices: [{ kind: "mediators-changed", case: CASE, left: [MED], came: [OTHER_MED] }],
  })
  await speak("fr")
  const words = (await drawn(<Home />)).textContent
  expect(words).toContain(`Arrivée\u00a0: ${CAME}`)
  expect(words).toContain(`Départ\u00a0: ${LEFT}`)
  await speak("en")
})

test("p19: nothing of a person's goes over before they press, and nothing else does", async () => {
  await as({ ...PERSON, unhanded: ONE })
  let runs = 0
  const module = await handoverActions().handover()
  actWith({
    ...actions(),
    handover: async () => ({
      ...module,
      runHandover: async (...given) => {
        runs += 1
        return module.runHandover(...given)
      },
    }),
  } satisfies Actions & Pick<HandoverActions, "handover">)
  const home = await drawn(<Home />)
  expect(home.textContent).toContain("No mediator can open some of what you wrote")
  const room = await drawn(<Mediators caseId={CASE} />)
  expect(room.textContent).toContain(`makes a key to it for mediator ${CAME}, and for nobody else`)
  expect(runs).toBe(0)
  await press(room, `Yes, let mediator ${CAME} open what I wrote`)
  expect(runs).toBe(1)
  expect(room.textContent).toContain(`Mediator ${CAME} can now open what you wrote`)
})

test("a person of whom nothing is asked sees who can open their words", async () => {
  await as(PERSON)
  const home = await drawn(<Home />)
  expect(home.textContent).not.toContain("No mediator can open")
  const room = await drawn(<Mediators caseId={CASE} />)
  expect(room.textContent).toContain(`Mediator ${CAME} can open what you wrote.`)
  expect([...room.querySelectorAll(".cards")].at(-1)?.textContent).toMatch(
    new RegExp(`Mediators who left: ${LEFT}.*Mediators who came: ${CAME}`, "su"),
  )
})

test("a mediator sees what would go over, hands it over, and is told what comes next", async () => {
  await as({ ...MEDIATOR, unhanded: SOME })
  const room = await drawn(<Handover caseId={CASE} />)
  expect(room.textContent).toContain("Letters7")
  expect(room.textContent).toContain("Notes5")
  expect(room.textContent).not.toContain("Records of the case")
  await press(room, `Hand over to mediator ${CAME}`)
  expect(room.textContent).toContain(`Mediator ${CAME} can now open all that you can open in this case`)
  expect(room.textContent).toContain("a programme manager can now take you out of it")
  expect(room.textContent).toContain(`Mediator ${LEFT} to mediator ${CAME}, November 18, 2026: 12 keys`)
})

test("the only mediator of a case is told who has to do something first", async () => {
  await as({ ...MEDIATOR, empty: true })
  const room = await drawn(<Handover caseId={CASE} />)
  expect(room.textContent).toContain("A programme manager adds another one")
  expect(room.querySelectorAll(".button-main")).toHaveLength(0)
})
