// SPDX-License-Identifier: EUPL-1.2
/** Buttons: what a role is offered in a state, and that taking back is always among it. */
import { describe, expect, test } from "vitest"
import type { MessageView } from "../protocol/wire.ts"
import { answersIn, COMMANDS, MOVES, permitted, type Standing } from "./machine.ts"

const STATES = Object.keys(MOVES) as readonly MessageView["state"][]
const seen = (state: MessageView["state"], more: Partial<Standing> = {}): Standing => ({
  state,
  mine: false,
  answer: null,
  ...more,
})

describe("taking back", () => {
  test.each(STATES.filter((state) => !["withdrawn", "expired"].includes(state)))(
    "is open to the author and a mediator when %s",
    (state) => {
      expect(permitted(seen(state, { mine: true }), "participant")).toContain("withdraw")
      expect(permitted(seen(state), "mediator")).toContain("withdraw")
    },
  )

  test("and everything else is over when it has happened", () => {
    for (const state of ["withdrawn", "expired"] as const) {
      for (const role of ["participant", "mediator", "manager"] as const) {
        expect(permitted(seen(state), role)).toEqual([])
        expect(permitted(seen(state, { mine: true }), role)).toEqual([])
      }
    }
  })
})

describe("a mediator", () => {
  test("releases only to somebody ready, and offers to nobody who said never", () => {
    expect(permitted(seen("offered"), "mediator")).not.toContain("release")
    expect(permitted(seen("offered", { answer: "not-now" }), "mediator")).not.toContain("release")
    expect(permitted(seen("offered", { answer: "ready" }), "mediator")).toContain("release")
    expect(permitted(seen("approved", { answer: "ready" }), "mediator")).not.toContain("release")
    expect(permitted(seen("kept", { answer: "never" }), "mediator")).not.toContain("offer")
  })

  test("judges only what was taken up", () => {
    expect(permitted(seen("submitted"), "mediator")).toEqual(["claim", "withdraw"])
    expect(permitted(seen("in_review"), "mediator")).toContain("approve")
  })
})

describe("an addressee", () => {
  test("answers what was offered, opens what was released, and does nothing else", () => {
    expect(permitted(seen("offered"), "participant")).toEqual(["answer"])
    expect(permitted(seen("released"), "participant")).toEqual(["answer", "open"])
    for (const state of STATES) {
      const others = permitted(seen(state), "participant").filter(
        (command) => !["answer", "open"].includes(command),
      )
      expect(others).toEqual([])
    }
  })

  test("can hand back what was released, and change any answer before", () => {
    expect(answersIn("offered")).toEqual(["ready", "not-now", "never", "keep"])
    expect(answersIn("opened")).toEqual(["keep"])
    expect(answersIn("approved")).toEqual([])
  })
})

test("a manager is offered nothing, and every command is somebody's", () => {
  expect(STATES.flatMap((state) => permitted(seen(state), "manager"))).toEqual([])
  const offered = STATES.flatMap((state) => [
    ...permitted(seen(state, { answer: "ready" }), "mediator"),
    ...permitted(seen(state), "participant"),
    ...permitted(seen(state, { mine: true }), "participant"),
  ])
  expect([...new Set(offered)].sort()).toEqual([...COMMANDS].sort())
})
