// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { render } from "preact"
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import { ERRORS } from "../../../locales/errors.ts"
import type { DeskItem, EarlierStatement, Review } from "../../../relay/desk.ts"
import { reviewOf } from "../../examples/desk-records.ts"
import { type AllActions, inventedActions } from "../../examples/invented.ts"
import { MED, OTHER_MED } from "../../examples/records.ts"
import { haveWords, sayIn } from "../../language.ts"
import { place } from "../../place.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { notePlayed } from "../../watching/played.ts"
import { ReviewPage } from "../review/review.tsx"
import { asMediator, atRest, choose, field, key, press, tickAll } from "../testing.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", ERRORS)
})
beforeEach(() => asMediator())
afterEach(() => {
  const [room] = document.body.children
  if (room) render(null, room)
})

async function opened(message: string): Promise<HTMLElement> {
  const room = draw(<ReviewPage message={message} />)
  await atRest()
  return room
}

const MADE_BY_ME = { person: MED, role: "mediator" } as const

function yes(by: string, number: number): EarlierStatement {
  return { kind: "approval", what: null, by, number, day: "2026-11-21", until: null, note: null }
}

/** The letter under review, different in this; and what the buttons beside it say. */
async function judged(item: Partial<DeskItem>, part: Partial<Review>) {
  const invented = inventedActions({ role: "mediator", side: "harmed" }, "en")
  const usual = reviewOf("review", "en")
  const review = { ...usual, ...part, item: { ...usual.item, ...item } }
  await asMediator(
    {},
    { desk: async () => ({ ...(await invented.desk()), openForReview: async () => review }) },
  )
  const room = await opened("review")
  return { room, buttons: [...room.querySelectorAll("button")].map(({ textContent }) => textContent) }
}

test("what stands against the offer is said before an approval, and forbids none", async () => {
  const film = await opened("film")
  await press(film, "Approve")
  await vi.waitFor(() => expect(film.textContent).toContain("Offering it would be refused now"))
  expect(film.textContent).toContain("You can approve it all the same")
  expect(film.textContent).toContain("Person harmed: No consent for:")
  expect(film.textContent).toContain("Not every browser plays this video")
  expect(film.textContent).toContain("Have you looked at each of these?")
})

test("who approves a film that has not played whole is told so, and may; of a letter nothing is said", async () => {
  const film = await opened("film")
  await press(film, "Approve")
  expect(film.textContent).toContain("Not all of this video has played on this page")
  await tickAll(one(film, "form fieldset"))
  await press(film, "Go on to the last question")
  expect(one(film, "dialog").textContent).toContain("Approve this message?")
  await press(film, "Go back, sign nothing")
  const played = { length: 1, start: () => 0, end: () => 60 }
  await after(() => notePlayed({ message: "film", part: 0 }, { played, duration: 60 }))
  expect(film.textContent).not.toContain("Not all of this video")
  const letter = await opened("review")
  await press(letter, "Approve")
  expect(letter.textContent).not.toContain("has played on this page")
})

test("nothing is said of gates where all are open", async () => {
  const letter = await opened("review")
  await press(letter, "Approve")
  await vi.waitFor(() => expect(letter.textContent).not.toContain("One moment."))
  expect(letter.textContent).not.toContain("would be refused now")
})

test("the focus goes to the form that was opened, and back to the decisions when it is put away", async () => {
  const room = await opened("review")
  const hold = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === "Put on hold")
  hold?.focus()
  await press(room, "Put on hold")
  expect(document.activeElement).toBe(one(room, ".decide-panel h3"))
  await press(room, "Close this form")
  expect(document.activeElement).toBe(one(room, "#decide-title"))
})

describe("approving", () => {
  test("asks for every point of the list, then names the addressee, then signs", async () => {
    const room = await opened("review")
    await press(room, "Approve")
    await press(room, "Go on to the last question")
    expect(room.textContent).toContain("Look at what is not ticked yet")
    expect(room.querySelector("dialog")).toBeNull()
    await tickAll(one(room, "form fieldset"))
    await press(room, "Go on to the last question")
    expect(one(room, "dialog").textContent).toContain("for the person responsible, Bz3nRf")
    expect(one(room, "dialog").textContent).toContain("It may not be printed")
    await press(room, "Approve for the person responsible")
    expect(room.textContent).toContain("It is signed with your key")
  })

  test("is never one key: Ctrl+Enter opens the form, then the question, and signs nothing", async () => {
    const room = await opened("review")
    await key("Enter", { ctrlKey: true })
    await tickAll(one(room, "form fieldset"))
    await key("Enter", { ctrlKey: true })
    expect(one(room, "dialog").textContent).toContain("Approve this message?")
    await key("Enter", { ctrlKey: true })
    expect(room.textContent).not.toContain("It is signed")
    await press(room, "Go back, sign nothing")
    expect(room.querySelector("dialog")).toBeNull()
    expect(room.textContent).not.toContain("It is signed")
  })

  test("does nothing by Ctrl+Enter where it may not be approved", async () => {
    const room = await opened("another")
    await key("Enter", { ctrlKey: true })
    expect(room.querySelector("form, dialog")).toBeNull()
  })

  test("is not offered twice: after one's own, another mediator is named for it", async () => {
    const { room, buttons } = await judged({ quorum: 2, approvals: 1 }, { earlier: [yes(MED, 1)] })
    expect(buttons).not.toContain("Approve")
    expect(room.textContent).toContain(
      "You have approved it. Another mediator of this case must approve it too.",
    )
    await key("Enter", { ctrlKey: true })
    expect(room.querySelector("form, dialog")).toBeNull()
  })

  test("is offered again where a colleague's decision took one's own back", async () => {
    const voided = [yes(MED, 1), { ...yes(OTHER_MED, 1), kind: "decision", what: "hold" } as const]
    const { buttons } = await judged({ quorum: 2, approvals: 0 }, { earlier: voided })
    expect(buttons).toContain("Approve")
  })

  test("is not offered to who made the words where it would never count, and says who must", async () => {
    const { room, buttons } = await judged({ kind: "relayed" }, { maker: MADE_BY_ME })
    expect(buttons).not.toContain("Approve")
    expect(room.textContent).toContain("another mediator of this case must approve it.")
    expect(room.textContent).toContain("There is no other mediator in this case.")
  })

  test("is offered to who made the words where two are needed, and counts as one of them", async () => {
    const { buttons } = await judged({ kind: "relayed", quorum: 2 }, { maker: MADE_BY_ME })
    expect(buttons).toContain("Approve")
  })

  test("is not offered before the author's yes to what was made of their words", async () => {
    const { room, buttons } = await judged({ kind: "relayed" }, { confirmed: false })
    expect(buttons).not.toContain("Approve")
    expect(room.textContent).toContain("before its author says yes")
  })

  test("what the approval said of the reading stands in the offer", async () => {
    const room = await opened("approved")
    await press(room, "Offer it")
    expect(field(room, "What it speaks of, for the reader (optional)").value).toBe("It names a place.")
    expect(one<HTMLInputElement>(room, "input[value=support]").checked).toBe(true)
  })

  test("a film is offered in words for a film, without paragraphs", async () => {
    const approved = reviewOf("approved", "en")
    const { room } = await judged({ ...approved.item, channel: "video" }, approved)
    await press(room, "Offer it")
    const form = one(room, ".decide-panel").textContent
    expect(form).toContain("whether it is a video or a voice")
    expect(form).not.toContain("one paragraph at a time")
  })

  test("can be taken back until a time that is named, without a countdown", async () => {
    const room = await opened("undo")
    expect(room.textContent).toMatch(/You can take this approval back until \d\d:\d\d/u)
    const buttons = [...room.querySelectorAll("button")].map(({ textContent }) => textContent)
    expect(buttons).not.toContain("Offer it")
    await press(room, "Take the approval back")
    expect(room.querySelector(".notice-trouble")).toBeNull()
  })
})

const REFUSALS: readonly ErrorCode[] = [
  "stale-version",
  "withdrawn",
  "claimed",
  "forbidden",
  "not-allowed",
  "hidden-text",
  "certificate-wrong",
  "offline",
]

describe("a refusal", () => {
  test.each(REFUSALS)("%s keeps the note and the marks in the form, and is said in words", async (code) => {
    await asMediator({ trouble: code })
    const room = await opened("review")
    await press(room, "Open the message")
    await press(room, "Return with marks")
    await after(() => one(room, "[role=option]").click())
    await write(field(room, "About passage 1 (optional)"), "A name?")
    await write(field(room, "Your note to the author"), "Please look at the second paragraph.")
    await press(room, "Return to the author")
    expect(field(room, "Your note to the author").value).toBe("Please look at the second paragraph.")
    expect(field(room, "About passage 1 (optional)").value).toBe("A name?")
    expect(room.textContent).toContain("What you wrote is still here.")
    expect(one(room, ".notice-trouble").textContent).toContain(code)
    for (const tongue of ["en", "fr"] as const)
      expect(sayIn(tongue, `error-${code}`)).not.toBe(`error-${code}`)
  })

  test.each(["stale-version", "claimed", "not-allowed"] as const)(
    "%s leads back to the letter",
    async (code) => {
      await asMediator({ trouble: code })
      const room = await opened("review")
      await press(room, "Do not pass on")
      await write(field(room, "Your words to the author"), "No.")
      await press(room, "Do not pass on")
      await press(room, "Look at it again")
      expect(field(room, "Your words to the author").value).toBe("No.")
    },
  )

  test("a pause is told as what shut the gate", async () => {
    await asMediator({ trouble: "gate-shut", paused: true })
    const room = await opened("ready")
    await press(room, "Open it for the person")
    await press(room, "Open it for them")
    expect(room.textContent).toContain("Someone in this case is taking a pause.")
  })

  test.each(["consent-missing", "no-contact", "assessment-due", "overlap", "pace", "gate-shut"] as const)(
    "a release through the shut gate %s says why, and leads to the board",
    async (code) => {
      await asMediator({ trouble: code })
      const room = await opened("ready")
      await press(room, "Open it for the person")
      await press(room, "Open it for them")
      expect(one(room, ".notice-trouble").textContent).toContain(code)
      await press(room, "Go to the case board")
      expect(place.value).toMatchObject({ at: "case" })
    },
  )

  test("a form that was closed has its words when it is opened again", async () => {
    const room = await opened("review")
    await press(room, "Do not pass on")
    await write(field(room, "Your words to the author"), "No.")
    await press(room, "Close this form")
    await press(room, "Put on hold")
    await press(room, "Close this form")
    await press(room, "Do not pass on")
    expect(field(room, "Your words to the author").value).toBe("No.")
  })
})

describe("a safety matter", () => {
  async function composed(trouble?: ErrorCode, instead: Partial<AllActions> = {}): Promise<HTMLElement> {
    await asMediator(trouble === undefined ? {} : { trouble }, instead)
    const room = await opened("review")
    await press(room, "Open the message")
    await press(room, "Raise a safety matter")
    await after(() => one(room, "[role=option]").click())
    await write(field(room, "To whom it is told"), "The police service")
    await choose(room, "Under which rule", "threat")
    await write(field(room, "What happened, no more than is needed"), "He names a place and a day.")
    return room
  }

  test("is one page: to whom, under which rule, when, what happened, and the chosen passages alone", async () => {
    const room = await composed()
    const page = one(room, ".disclosure").textContent ?? ""
    for (const words of ["The police service", "A threat against a person", "He names a place and a day."])
      expect(page).toContain(words)
    expect(page).toContain("I have started this letter many times.")
    expect(page).not.toContain("kitchen")
  })

  test("can be printed alone, at any time", async () => {
    const print = vi.fn()
    vi.stubGlobal("print", print)
    const room = await composed()
    expect(document.documentElement.classList.contains("printing-disclosure")).toBe(true)
    await press(room, "Print this page")
    expect(print).toHaveBeenCalledOnce()
    await press(room, "Close this form")
    expect(document.documentElement.classList.contains("printing-disclosure")).toBe(false)
    vi.unstubAllGlobals()
  })

  test.each(["offline", "expired", "directory-stale"] as const)(
    "keeps its page and every word when the register says %s",
    async (code) => {
      const room = await composed(code)
      await press(room, "Sign, and write it into the register")
      expect(one(room, ".disclosure").textContent).toContain("The police service")
      expect(field(room, "To whom it is told").value).toBe("The police service")
    },
  )

  test("is written into the register once, however often the decision is tried", async () => {
    const told: { readonly page: string }[] = []
    const invented = inventedActions({ role: "mediator", side: "harmed" }, "en")
    const room = await composed(undefined, {
      deskRecords: async () => ({
        ...(await invented.deskRecords()),
        registerDisclosure: async (_, __, disclosed) => void told.push(disclosed),
      }),
      decide: async () => ({
        ...(await invented.decide()),
        escalate: async () => {
          throw new RelayError("stale-version", "invented")
        },
      }),
    })
    await press(room, "Sign, and write it into the register")
    await press(room, "Sign, and write it into the register")
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ message: "review", rule: "threat", to: "The police service" })
    for (const words of ["He names a place and a day.", "I have started this letter many times."])
      expect(told[0]?.page).toContain(words)
    expect(room.textContent).toContain("The register has this page.")
    await write(field(room, "To whom it is told"), "The person in charge")
    await press(room, "Sign, and write it into the register")
    expect(told).toHaveLength(2)
  })

  test("is not signed without a rule", async () => {
    const room = await opened("review")
    await press(room, "Raise a safety matter")
    await write(field(room, "To whom it is told"), "The police service")
    await press(room, "Sign, and write it into the register")
    expect(room.textContent).toContain("Choose the rule.")
  })
})
