// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { RelayError } from "../../errors.ts"
import { atRest, choose, field, press } from "../desk/testing.tsx"
import type { AllActions } from "../examples/invented.ts"
import { inventedActions } from "../examples/invented.ts"
import { session } from "../session.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { Cases } from "./cases.tsx"
import { Day } from "./day.tsx"
import { heldDesk } from "./held.ts"
import { OWN_CONSENT } from "./own-consent.ts"
import { Requests } from "./requests.tsx"
import { OfficeRoom } from "./room.tsx"
import { Staff } from "./staff.tsx"
import { asManager, chooseFile } from "./testing.tsx"

beforeAll(inEnglish)
beforeEach(() => asManager())
// A page that is left lets go of what it holds still.
afterEach(() => after(() => render(null, document.body.firstElementChild ?? document.body)))

async function drawn(page: Parameters<typeof draw>[0]): Promise<HTMLElement> {
  const room = draw(page)
  await atRest()
  return room
}

const INVENTED = () => inventedActions({ role: "manager", side: "harmed" }, "en")

/** Refuse an act once, as when another manager was first; then take it. */
function firstRefusing<K extends "inbox" | "managing" | "opening">(
  set: K,
  act: string,
  code: "stale-version" | "fork",
) {
  const calls: unknown[][] = []
  const instead = async () => ({
    ...(await INVENTED()[set]()),
    [act]: async (...given: unknown[]) => {
      calls.push(given)
      if (calls.length === 1) throw new RelayError(code, "another manager was first")
      return given[1]
    },
  })
  asManager({}, { [set]: instead } as unknown as Partial<AllActions>)
  return calls
}

test("the first page says what waits, without a count, and warns before the list ends", async () => {
  const room = await drawn(<Day />)
  expect(room.textContent).toContain("The oldest request is of November 16, 2026")
  expect(room.textContent).toContain("ends in 9 days")
  expect(room.textContent).not.toMatch(/\b\d+ (?:requests|people|codes)\b/u)
})

test("a list that is far from its end gives no warning", async () => {
  asManager({ empty: true, daysLeft: 26 })
  const room = await drawn(<Day />)
  expect(room.querySelector(".notice-care")).toBeNull()
  expect(room.textContent).toContain("Nothing waits for you now")
})

test("the list is renewed only after it was said what is signed", async () => {
  const calls = firstRefusing("managing", "renew", "fork")
  const room = await drawn(<Day />)
  await press(room, "Give the list a new date")
  expect(calls).toHaveLength(0)
  expect(document.activeElement?.textContent).toBe("What you are about to sign")
  expect(room.textContent).toContain("becomes number 13")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("Another manager was first")
})

test("a request that hides something is told apart, and none of it is shown", async () => {
  const room = await drawn(<Requests />)
  const cards = [...room.querySelectorAll(".card")]
  expect(cards).toHaveLength(3)
  expect(cards[2]?.textContent).toContain("This request does not open")
  await press(room, "Open J5WC-8DSG")
  expect(room.textContent).toContain("Nothing of it is shown")
  expect(room.querySelector("dl")).toBeNull()
})

test("nothing of a sheet is lost when another manager was first", async () => {
  const calls = firstRefusing("inbox", "screen", "stale-version")
  const room = await drawn(<Requests />)
  await press(room, "Open 7K2M-9QXT")
  await write(field(room, "Notes"), "Called on Monday.")
  await press(room, "Keep the sheet")
  expect(room.textContent).toContain("Another manager was first")
  await press(room, "Show what stands now")
  expect(field(room, "Notes").value).toBe("Called on Monday.")
  await press(room, "Keep the sheet")
  expect(calls).toHaveLength(2)
  expect(calls[1]?.[2]).toMatchObject({ words: "Called on Monday." })
  expect(room.textContent).toContain("The sheet is kept.")
})

test("passing on says first who will be able to read the request", async () => {
  const room = await drawn(<Requests />)
  await press(room, "Open 7K2M-9QXT")
  const pass = one(room, "form[aria-label='Pass the request on']")
  await after(() => one<HTMLInputElement>(pass, "input[type=radio]").click())
  await press(pass, "Look at what will be signed")
  expect(room.textContent).toContain("can open its words: Md4pGh, Mr8sKw")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("with the mediators of case mW3kQv")
})

test("a mediator is let in only after the number was compared and a second file chosen", async () => {
  const room = await drawn(<Staff />)
  const form = one(room, "form[aria-label='Let this person in']")
  await press(form, "Look at what will be signed")
  expect(form.textContent).toContain("Compare the number first")
  expect(form.textContent).toContain("Choose the key file")
  await after(() => one<HTMLInputElement>(form, "input[type=checkbox]").click())
  await after(() => chooseFile(one<HTMLInputElement>(form, "input[type=file]"), "root.key"))
  await write(one<HTMLInputElement>(form, "input[type=password]"), "one two three four five six")
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("Two keys sign this")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("is in the programme’s list")
})

test("nobody is let in before the number was compared", async () => {
  const room = await drawn(<Staff />)
  const form = one(room, "form[aria-label='Let this person in']")
  await after(() => chooseFile(one<HTMLInputElement>(form, "input[type=file]"), "root.key"))
  await write(one<HTMLInputElement>(form, "input[type=password]"), "one two three four five six")
  await press(form, "Look at what will be signed")
  expect(room.textContent).not.toContain("What you are about to sign")
  expect(form.textContent).toContain("Compare the number first")
})

test("p2: the first signs alone, into a file to save, and publishes nothing", async () => {
  const room = await drawn(<Staff />)
  const form = one(room, "form[aria-label='Let this person in']")
  await after(() => one<HTMLInputElement>(form, "input[type=checkbox]").click())
  await after(() => one<HTMLInputElement>(form, "input[value=elsewhere]").click())
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("this alone lets nobody in")
  await press(room, "Sign and publish")
  const link = one<HTMLAnchorElement>(room, "a[download]")
  expect(link.download).toBe("mediator-Zp3mXe.json")
  expect(room.textContent).toContain("Read them these six words")
  expect(room.querySelectorAll(".six li")).toHaveLength(6)
})

async function chooseSecond(room: Element): Promise<void> {
  const section = one(room, "[aria-labelledby=second]")
  await after(() => chooseFile(one<HTMLInputElement>(section, "input[type=file]"), "mediator.json"))
  await atRest()
}

test("p2: the second sees for whom and the six words, compares them, and signs", async () => {
  const room = await drawn(<Staff />)
  await chooseSecond(room)
  const form = one(room, "form[aria-label='Sign as the second']")
  expect(form.textContent).toContain("Zp3mXe")
  expect(form.querySelectorAll(".six li")).toHaveLength(6)
  await press(form, "Look at what will be signed")
  expect(form.textContent).toContain("Compare the words first")
  await after(() => one<HTMLInputElement>(form, "input[type=checkbox]").click())
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("Wq9tLd signed first; you sign second")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("Mediator Zp3mXe is in the programme’s list")
})

test.each([
  ["wrong-shape", "no file with a signature"],
  ["signature-wrong", "changed after it was signed"],
  ["expired", "older than 14 days"],
  ["exists", "in the list already"],
  ["not-vouched", "Two different managers have to sign"],
  ["wrong-context", "of another programme"],
] as const)("p2: a file that is refused (%s) says why", async (code, words) => {
  asManager({ trouble: code })
  const room = await drawn(<Staff />)
  await chooseSecond(room)
  expect(one(room, "[aria-labelledby=second]").textContent).toContain(words)
  expect(room.querySelector("form[aria-label='Sign as the second']")).toBeNull()
})

test("words that do not open the second key file are told so, and stay typed", async () => {
  asManager({}, {
    admitting: async () => ({
      ...(await INVENTED().admitting()),
      letIn: async () => {
        throw new RelayError("commitment-wrong", "other words")
      },
    }),
  } as unknown as Partial<AllActions>)
  const room = await drawn(<Staff />)
  const form = one(room, "form[aria-label='Let this person in']")
  await after(() => one<HTMLInputElement>(form, "input[type=checkbox]").click())
  await after(() => chooseFile(one<HTMLInputElement>(form, "input[type=file]"), "root.key"))
  await write(one<HTMLInputElement>(form, "input[type=password]"), "one two three four five six")
  await press(form, "Look at what will be signed")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("These words do not open this file")
  await press(room, "Go back and change it")
  expect(one<HTMLInputElement>(form, "input[type=password]").value).toBe("one two three four five six")
})

test("revoking says which approvals count no more, and which cases stand still", async () => {
  const room = await drawn(<Staff />)
  const card = [...room.querySelectorAll("li.card")].find(({ textContent }) =>
    textContent?.includes("Md4pGh"),
  )
  if (card === undefined) throw new Error("no card")
  await press(card, "Retire them or revoke their key")
  await after(() => one<HTMLInputElement>(card, "input[value=revoke]").click())
  await press(card, "Look at what will be signed")
  expect(card.textContent).toContain("No approval that they signed counts any more")
  expect(card.textContent).toContain("need another mediator before anything goes on: mW3kQv")
  await press(card, "Sign and publish")
  expect(room.textContent).toContain("Md4pGh is revoked")
  // What was signed is not offered again, and what came of it is where one looks.
  expect(room.textContent).not.toContain("Sign and publish")
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain("Md4pGh is revoked"))
})

test("an interpreter's leaving says first what closes, and what still counts", async () => {
  const calls = firstRefusing("managing", "retireInterpreter", "fork")
  const room = await drawn(<Staff />)
  const card = [...room.querySelectorAll("li.card")].find(({ textContent }) =>
    textContent?.includes("Tn7wLx"),
  )
  if (card === undefined) throw new Error("no card")
  await press(card, "Retire them or revoke their key")
  await after(() => one<HTMLInputElement>(card, "input[value=retire]").click())
  await press(card, "Look at what will be signed")
  expect(card.textContent).toContain("closes for them at once")
  expect(card.textContent).toContain("What they made and a mediator approved still counts")
  expect(calls).toHaveLength(0)
  await press(card, "Sign and publish")
  await press(room, "Show what stands now")
  await press(card, "Sign and publish")
  expect(calls[1]?.[2]).toBe("Tn7wLx")
  expect(room.textContent).toContain("Tn7wLx is retired")
})

test("who retired can still be revoked, and nothing else", async () => {
  const room = await drawn(<Staff />)
  await press(room, "Revoke their key")
  expect(room.querySelector("input[value=retire]")).toBeNull()
  expect(room.querySelector("input[value=revoke]")).not.toBeNull()
})

test("m12: a closed case opens again by new rules, after what follows was said", async () => {
  asManager({ closed: true })
  const room = await drawn(<Cases />)
  expect(room.textContent).toContain("None: this case is closed")
  expect(room.textContent).not.toContain("Change the rules")
  await press(room, "Open this case again")
  const form = one(room, "form[aria-label='Open this case again']")
  await press(form, "Look at what will be signed")
  expect(form.textContent).toContain("Choose at least one way of contact")
  await after(() => one<HTMLInputElement>(form, "fieldset:last-of-type input[type=checkbox]").click())
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("This opens no gate")
  expect(room.textContent).toContain("are told that the case is open again")
  await press(room, "Sign and publish")
  expect(room.textContent).toContain("is open again, by version 5")
})

test("a page follows what happens elsewhere, keeps what is typed, and waits while somebody is about to sign", async () => {
  const looked = vi.fn(async (): Promise<unknown> => (await INVENTED().office()).openOffice(heldDesk()))
  let hear: (change: { readonly kind: string; readonly id: string }) => void = () => undefined
  asManager({}, {
    office: async () => ({ ...(await INVENTED().office()), openOffice: looked }),
    events: async () => ({
      listen: (_session: unknown, { onChange }: { readonly onChange: typeof hear }) => {
        hear = onChange
        return () => undefined
      },
    }),
  } as unknown as Partial<AllActions>)
  const room = await drawn(<OfficeRoom there={{ at: "office-cases" }} />)
  await press(room, "Change the rules")
  await write(field(room, "Cooling-off, in hours"), "48")
  const elsewhere = async () => {
    await after(() => hear({ kind: "trust", id: "" }))
    await atRest()
  }
  await elsewhere()
  expect(looked).toHaveBeenCalledTimes(2)
  expect(field(room, "Cooling-off, in hours").value).toBe("48")
  await press(room, "Look at what will be signed")
  await elsewhere()
  expect(looked).toHaveBeenCalledTimes(2)
  await press(room, "Go back and change it")
  expect(looked).toHaveBeenCalledTimes(3)
  expect(field(room, "Cooling-off, in hours").value).toBe("48")
})

test("a changed key of a known person is told as such before it is signed", async () => {
  const room = await drawn(<Cases />)
  expect(room.textContent).toContain("The key of a known person would change")
  const form = one(room, "form[aria-label='People who wait to be named']")
  await press(form, "Look at what will be signed")
  expect(form.textContent).toContain("Tick at least one person")
})

test("a case opens with the package's own consent text, which can be read first, unless files are named", async () => {
  const calls = firstRefusing("opening", "newCase", "stale-version")
  const room = await drawn(<Cases />)
  await press(room, "Open a case")
  const form = one(room, "form[aria-label='Open a case']")
  expect(form.textContent).toContain("Taking part is your choice, at every stage.")
  expect(form.textContent).toContain("This relay erases nothing because of it.")
  await after(() => one<HTMLInputElement>(form, "fieldset input[type=checkbox]").click())
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("People are asked to agree to the text that comes with this service.")
  await press(room, "Sign and publish")
  expect(calls[0]?.[2]).toMatchObject({ consent: OWN_CONSENT })
})

test("rules keep what was typed when another manager was first", async () => {
  const calls = firstRefusing("managing", "changePolicy", "stale-version")
  const room = await drawn(<Cases />)
  await press(room, "Change the rules")
  const form = one(room, "form[aria-label='Change the rules']")
  await write(field(form, "Cooling-off, in hours"), "12.5")
  await press(form, "Look at what will be signed")
  expect(form.textContent).toContain("Write a whole number")
  await write(field(form, "Cooling-off, in hours"), "48")
  await choose(form, "How long things are kept (class)", "standard")
  await press(form, "Look at what will be signed")
  expect(room.textContent).toContain("Letters wait 48 hours")
  await press(room, "Sign and publish")
  await press(room, "Show what stands now")
  await press(room, "Sign and publish")
  expect(calls[1]?.[2]).toMatchObject({ cooling_seconds: 172_800, retention: "standard", quorum: 2 })
})

test("nothing of the office is drawn before the key file is open, nor after the session ended", async () => {
  const room = await drawn(<OfficeRoom there={{ at: "staff" }} />)
  expect(room.querySelector("nav")).not.toBeNull()
  await after(() => {
    session.value = null
  })
  await atRest()
  expect(room.querySelector("nav")).toBeNull()
  expect(one(room, "h1").textContent).toBe("Open the programme office")
})
