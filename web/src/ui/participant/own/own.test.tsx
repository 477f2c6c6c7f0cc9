// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** One's own say: agreed to and needed in one's own words, changed in a press, and nothing lost. */
import { beforeAll, beforeEach, expect, test } from "vitest"
import { RelayError } from "../../../errors.ts"
import type { Said } from "../../../relay/consent.ts"
import type { RecordDraft } from "../../../relay/records.ts"
import { actWith } from "../../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { HASH } from "../../examples/records.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Home } from "../home.tsx"
import { Agree } from "./agree.tsx"
import { Needs } from "./needs.tsx"

const HARMED: Invented = { role: "participant", side: "harmed" }
const SAID = "I want to know why."

let answered: Said[]
let kept: RecordDraft[]

async function as(of: Invented, refusal: RelayError | null = null): Promise<void> {
  ;[answered, kept] = [[], []]
  const invented = inventedActions(of, "en")
  actWith({
    ...invented,
    ownSay: async () => {
      const module = await invented.ownSay()
      return {
        ...module,
        giveConsent: async (_session, _case, said) => {
          if (refusal !== null) throw refusal
          answered.push(said)
        },
        writeRecord: async (session, caseId, draft, before) => {
          kept.push(draft)
          return module.writeRecord(session, caseId, draft, before)
        },
      }
    },
  } satisfies AllActions)
  begin(inventedSession(of))
  await settle(signedIn())
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((button) => button.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await after(() => undefined)
}

async function drawn(page: "agree" | "needs"): Promise<HTMLElement> {
  const room = draw(page === "agree" ? <Agree /> : <Needs />)
  await after(() => undefined)
  await after(() => undefined)
  return room
}

function card(room: Element, title: string): Element {
  const found = [...room.querySelectorAll(".card")].find((one) => one.textContent?.startsWith(title))
  if (found === undefined) throw new Error(`no card ${title}`)
  return found
}

beforeAll(inEnglish)
beforeEach(() => as(HARMED))

test.each([
  ["What I agree to", "agree"],
  ["What I need", "needs"],
])("%s is one press from home", async (words, at) => {
  const room = draw(<Home />)
  await after(() => undefined)
  await press(room, words)
  expect(place.value.at).toBe(at)
})

async function home(): Promise<string> {
  const room = draw(<Home />)
  await after(() => undefined)
  await after(() => undefined)
  return room.textContent ?? ""
}

test("r26: a text that changed is said on the first page, and so is that nothing was said yet", async () => {
  expect(await home()).toContain("A text that you agreed to has changed")
  await as({ ...HARMED, empty: true })
  expect(await home()).toContain("You have not said yet what you agree to")
})

test("the first page stands without it when the answers cannot be fetched", async () => {
  await as({ ...HARMED, unsaid: true })
  const words = await home()
  expect(words).toContain("Write a letter")
  expect(words).not.toContain("agree to has changed")
})

test("r26: each channel is asked by itself, with two answers that look the same", async () => {
  await as({ ...HARMED, empty: true })
  const room = await drawn("agree")
  const cards = [...room.querySelectorAll(".card")]
  expect(cards).toHaveLength(4)
  for (const one of cards) {
    const answers = [...one.querySelectorAll(".answers button")]
    expect(answers.map((answer) => answer.textContent)).toEqual(["Yes", "Not now"])
    expect(new Set(answers.map((answer) => answer.className)).size).toBe(1)
    expect(one.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0)
  }
})

test("the text that a yes is over stands above the answers, in both languages", async () => {
  const { textContent } = await drawn("agree")
  expect(textContent).toContain("Taking part is your choice, at every stage.")
  expect(textContent).toContain("Participer est votre choix, à chaque étape.")
})

test.each([
  ["not-found", "The text is not here"],
  ["policy-mismatch", "For the person who helps you: policy-mismatch"],
] as const)("without the text (%s) there is no yes to give, and always a not now", async (untold, words) => {
  await as({ ...HARMED, untold })
  const room = await drawn("agree")
  expect(room.textContent).toContain(words)
  const answers = [...room.querySelectorAll(".answers button")].map((answer) => answer.textContent)
  expect(new Set(answers)).toEqual(new Set(["Not now"]))
})

test("it says that no answer counts for sentence or parole, and where confidence ends", async () => {
  const { textContent } = await drawn("agree")
  expect(textContent).toContain("No answer has an effect on a sentence or on parole")
  expect(textContent).toContain("they may have to tell someone")
})

test("a yes is taken back in one press, and no reason is asked", async () => {
  const room = await drawn("agree")
  expect(room.querySelectorAll("input, textarea, select")).toHaveLength(0)
  await press(card(room, "Letters"), "Not now")
  expect(answered).toMatchObject([{ channel: "letter", given: false }])
  expect(card(room, "Letters").textContent).toContain("Your answer is kept")
})

test("r26: a yes goes with the text that was shown", async () => {
  const room = await drawn("agree")
  await press(card(room, "Letters"), "Yes")
  expect(answered).toEqual([{ channel: "letter", given: true, text: HASH }])
})

test("the answer that stands is marked, and a new text asks again", async () => {
  const room = await drawn("agree")
  expect(one(card(room, "Letters"), '[aria-pressed="true"]').textContent).toBe("Yes")
  expect(one(card(room, "Video"), '[aria-pressed="true"]').textContent).toBe("Not now")
  const old = card(room, "Words that the mediator passes on")
  expect(old.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0)
  expect(old.textContent).toContain("The text has changed since then, so you are asked again")
})

test("a text that changed under the page is said calmly, and is no alarm", async () => {
  await as(HARMED, new RelayError("policy-mismatch", "another text"))
  const room = await drawn("agree")
  await press(card(room, "A meeting"), "Yes")
  expect(card(room, "A meeting").textContent).toContain("The text changed while this page was open")
  expect(card(room, "A meeting").textContent).not.toContain("Call the programme")
  expect(card(room, "Letters").textContent).not.toContain("The text changed while")
})

test("a refused answer is said at its own channel", async () => {
  await as(HARMED, new RelayError("offline", "no line"))
  const room = await drawn("agree")
  await press(card(room, "Video"), "Yes")
  expect(card(room, "Video").textContent).toContain("We could not reach the service")
  expect(card(room, "Letters").textContent).not.toContain("We could not reach the service")
})

function area(room: Element): HTMLTextAreaElement {
  return one(room, "form textarea")
}

function ticks(room: Element): readonly string[] {
  return [...room.querySelectorAll("form fieldset label")].map((label) => label.textContent ?? "")
}

test("r3: forgiveness is asked of nobody, until they write of it themselves", async () => {
  const room = await drawn("needs")
  expect(room.textContent).not.toMatch(/forgiv/iu)
  await write(area(room), "I do not know if I can forgive him.")
  expect(ticks(room).at(-1)).toContain("Forgiveness")
})

test("what is written is signed with its topics, and the form is empty for the next", async () => {
  const room = await drawn("needs")
  await write(area(room), SAID)
  const first = one<HTMLInputElement>(room, 'form input[type="checkbox"]')
  await after(() => first.click())
  await press(room, "Sign and keep it")
  const words = { words: SAID, topics: ["answers"] }
  expect(kept).toEqual([{ type: "need", clear: { gone: false }, words }])
  expect(room.textContent).toContain("It is kept")
  expect(area(room).value).toBe("")
})

test("nothing empty is signed", async () => {
  const room = await drawn("needs")
  await press(room, "Sign and keep it")
  expect(kept).toEqual([])
  expect(room.textContent).toContain("Write a few words first")
})

test.each(["offline", "hidden-text", "storage-full"] as const)(
  "after %s the words are still there",
  async (trouble) => {
    await as({ ...HARMED, trouble })
    const room = await drawn("needs")
    await write(area(room), SAID)
    await press(room, "Sign and keep it")
    expect(area(room).value).toBe(SAID)
    expect(room.textContent).toContain("Your words are still here")
  },
)

test("what was changed somewhere else is shown, and one's own words stay to be kept on top", async () => {
  await as({ ...HARMED, trouble: "stale-version" })
  const room = await drawn("needs")
  await press(room, "Change")
  await write(area(room), SAID)
  await press(room, "Sign and keep it")
  expect(room.textContent).toContain("This was changed somewhere else")
  expect(area(room).value).toBe(SAID)
  expect(room.textContent).toContain("Keep mine on top")
})

test("a need is taken back after one question, and leaves no word behind", async () => {
  const room = await drawn("needs")
  await press(room, "Take it back")
  expect(kept).toEqual([])
  await press(one(room, "dialog"), "Take it back")
  expect(kept).toEqual([{ type: "need", clear: { gone: true }, words: { words: "", topics: [] } }])
  expect(room.textContent).toContain("It is taken back")
})

test("a need that changed meanwhile is not said to be taken back", async () => {
  await as({ ...HARMED, trouble: "stale-version" })
  const room = await drawn("needs")
  await press(room, "Take it back")
  await press(one(room, "dialog"), "Take it back")
  expect(room.textContent).not.toContain("It is taken back")
  expect(room.textContent).toContain("Someone else was first")
})

test("what does not verify is not shown, and is said", async () => {
  await as({ ...HARMED, empty: true, doubt: true })
  expect((await drawn("needs")).textContent).toContain("could not be verified")
})
