// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import type { NoteText } from "../../relay/letters.ts"
import { actWith } from "../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { FOUND_TEXT, OFFER, TEXT } from "../examples/records.ts"
import { place } from "../place.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { Home } from "./home.tsx"
import { Offered } from "./offered.tsx"
import { Reading } from "./reading.tsx"
import { Sent } from "./sent.tsx"
import { Stop } from "./stop.tsx"
import { TakeBack } from "./take-back.tsx"
import { Write } from "./write.tsx"

const HARMED: Invented = { role: "participant", side: "harmed" }

async function as(of: Invented, instead: Partial<AllActions> = {}): Promise<void> {
  actWith({ ...inventedActions(of, "en"), ...instead })
  begin(inventedSession(of))
  await settle(signedIn())
}

function button(room: Element, words: string): HTMLButtonElement {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  return found
}

async function press(room: Element, words: string): Promise<void> {
  await after(() => button(room, words).click())
}

beforeAll(inEnglish)
beforeEach(() => as(HARMED))

test("home shows what is mine, and of what waits only what was offered", async () => {
  const room = draw(<Home />)
  await after(() => undefined)
  const words = room.textContent
  expect(words).toContain("Something can be shared with you")
  expect(words).toContain("Returned to you with notes")
  expect(words).not.toContain(TEXT.slice(0, 30))
  expect(words).not.toContain("Not available")
})

test("taking back is two presses from home, and asks no reason", async () => {
  const room = draw(<Home />)
  await after(() => undefined)
  await press(room, "Take it back")
  expect(place.value.at).toBe("take-back")
  const page = draw(<TakeBack message="approved" />)
  expect(page.querySelectorAll("input, textarea, select")).toHaveLength(0)
  await press(page, "Take it back")
  expect(page.textContent).toContain("Your message is destroyed")
  expect(page.textContent).toContain("Paper and memory cannot be taken back")
})

test("a film is called a film, before it is opened and after, and is not read by paragraphs", async () => {
  const offered = draw(<Offered message="film" />)
  await after(() => undefined)
  expect(offered.textContent).toContain("I am ready to watch it or listen to it")
  const room = draw(<Reading message="film-read" />)
  await after(() => undefined)
  expect(one(room, "h1").textContent).toBe("A video or voice message for you")
  expect(room.textContent).not.toContain("paragraph")
  await press(room, "Open it")
  await after(() => undefined)
  expect(one(room, "h1").textContent).toBe("A video for you")
  await vi.waitFor(() => expect(room.textContent).toContain("Show the video"))
  // Nothing of it was played yet.
  expect(room.textContent).not.toMatch(/all of it|the end/u)
  expect(room.textContent?.toLowerCase().replace("not a letter", "")).not.toMatch(/the letter|print/u)
})

test("what the mediator asked not to print offers no paper, and says why", async () => {
  const open = async (print: boolean) => {
    const conditions = { company: "any", parts: false, print, kiosk: true, expires: null } as const
    const said = { kind: "offer", words: "", content_note: "", conditions } as const
    const invented = inventedActions(HARMED, "en")
    actWith({
      ...invented,
      offers: async () => ({
        ...(await invented.offers()),
        openOffer: async () => ({ ...OFFER, note: { ...OFFER.note, kind: "offer", said } as NoteText }),
      }),
    } satisfies AllActions)
    const room = draw(<Reading message="opened" />)
    await after(() => undefined)
    await press(room, "Open all of it")
    await after(() => undefined)
    return room.textContent
  }
  expect(await open(true)).toContain("Print it")
  const asked = await open(false)
  expect(asked).not.toContain("Print it")
  expect(asked).toContain("Your mediator asks that this is not printed")
})

test("who sent a film finds it again by its name, and can watch it", async () => {
  const home = draw(<Home />)
  await after(() => undefined)
  expect(home.textContent).toContain("Video or voice message of")
  const room = draw(<Sent message="film" />)
  await after(() => undefined)
  expect(one(room, "h1").textContent).toContain("Your video of")
  await vi.waitFor(() => expect(room.textContent).toContain("Show the video"))
  // Nothing of it was played yet.
  expect(room.textContent).not.toMatch(/all of it|the end/u)
})

test("an offer shows the mediator's words, not a word of the letter, and four answers that look the same", async () => {
  const room = draw(<Offered message="offer" />)
  await after(() => undefined)
  expect(room.textContent).toContain("It is about one page")
  expect(room.textContent).not.toContain("kitchen")
  const answers = [...room.querySelectorAll(".answers button")]
  expect(answers.map((one) => one.textContent)).toEqual([
    "I am ready to read it",
    "Not now",
    "Keep it for me",
    "I never want it",
  ])
  expect(new Set(answers.map((one) => one.className)).size).toBe(1)
})

test("an answer can be changed", async () => {
  const room = draw(<Offered message="offer" />)
  await after(() => undefined)
  await press(room, "Not now")
  expect(room.textContent).toContain("You said: not now")
  await press(room, "I am ready to read it")
  expect(room.textContent).toContain("You said that you are ready")
})

test("who answered by keyboard stays at their answer when the page hears of it from elsewhere", async () => {
  const { offers } = inventedActions(HARMED, "en")
  let version = 1
  const openOffer: Awaited<ReturnType<typeof offers>>["openOffer"] = async (...given) => ({
    ...(await (await offers()).openOffer(...given)),
    version,
  })
  let tell = () => {}
  await as(HARMED, {
    offers: async () => ({ ...(await offers()), openOffer }),
    events: async () => ({
      listen: (_session, { onLink }) => {
        tell = () => onLink?.(true)
        return () => undefined
      },
    }),
  })
  const room = draw(<Offered message="offer" />)
  await after(() => undefined)
  button(room, "Not now").focus()
  await press(room, "Not now")
  version = 2
  await after(() => tell())
  expect(document.activeElement?.textContent).toBe("Not now")
})

test("a letter is closed until it is opened on purpose, a paragraph at a time if wished", async () => {
  const room = draw(<Reading message="opened" />)
  await after(() => undefined)
  expect(room.textContent).not.toContain("kitchen")
  await press(room, "Open it, one paragraph at a time")
  expect(room.textContent).toContain("kitchen")
  expect(room.textContent).not.toContain("My daughter moved")
  await press(room, "Next paragraph")
  expect(room.textContent).toContain("My daughter moved")
})

test("stopping takes the words off the page", async () => {
  const room = draw(<Reading message="opened" />)
  await after(() => undefined)
  await press(room, "Open all of it")
  await press(room, "Stop and close it")
  expect(room.textContent).not.toContain("kitchen")
  expect(room.textContent).toContain("It is closed again")
})

test("what was taken back says so and nothing more", async () => {
  const room = draw(<Reading message="gone" />)
  await after(() => undefined)
  await press(room, "Open all of it")
  expect(one(room, "h1").textContent).toBe("No longer available")
  expect(room.querySelector("[role=alert]")).toBeNull()
})

test("a returned letter shows the mediator's note and one's own words, unchanged", async () => {
  const room = draw(<Sent message="returned" />)
  await after(() => undefined)
  expect(room.textContent).toContain("Could you look at it again?")
  expect([...room.querySelectorAll("mark")].map((mark) => mark.firstChild?.textContent)).toEqual([
    "My daughter moved the table to the other wall.",
    "Did you see the light was on?",
  ])
  expect(words(one(room, ".letter-words"))).toBe(TEXT.replaceAll("\n\n", ""))
})

test("a draft that takes a returned letter's place has the marks beside it, and its words to change", async () => {
  const room = draw(<Write draft={null} supersedes="returned" />)
  await after(() => undefined)
  await after(() => undefined)
  expect(room.textContent).toContain("What came back to you")
  expect(room.textContent).toContain("Could you look at it again?")
  expect(room.querySelectorAll("mark")).toHaveLength(2)
  expect(one(room, "textarea")).toBeDefined()
})

/** The words of a letter without the numbers of its marks. */
function words(letter: Element): string {
  const bare = letter.cloneNode(true) as Element
  for (const number of bare.querySelectorAll("sup")) number.remove()
  return bare.textContent ?? ""
}

test("a letter with a hidden character cannot be given before it is gone, and nothing else is blocked", async () => {
  await as({ ...HARMED, text: FOUND_TEXT })
  const room = draw(<Write draft="draft" supersedes={null} />)
  await after(() => undefined)
  await press(room, "Check my letter")
  await after(() => undefined)
  expect(room.querySelectorAll(".finding")).toHaveLength(7)
  await press(room, "Seal it and give it to the mediator")
  expect(place.value.at).not.toBe("sent")
  await press(room, "Remove hidden characters for me")
  await after(() => undefined)
  await press(room, "Seal it and give it to the mediator")
  expect(place.value).toEqual({ at: "sent", message: "cooling" })
})

test("without a link the letter is said to be kept, and stays on the page", async () => {
  await as({ ...HARMED, trouble: "offline" })
  const room = draw(<Write draft="draft" supersedes={null} />)
  await after(() => undefined)
  await press(room, "Check my letter")
  await after(() => undefined)
  await press(room, "Seal it and give it to the mediator")
  expect(room.textContent).toContain("Your letter is sealed and kept on this device")
  expect(room.textContent).toContain("kitchen")
})

test("a page with nothing on it is not checked", async () => {
  const room = draw(<Write draft={null} supersedes={null} />)
  await after(() => undefined)
  await press(room, "Check my letter")
  expect(room.textContent).toContain("There is nothing to check yet")
  await write(one<HTMLTextAreaElement>(room, ".editor-text"), "Hello.")
  await press(room, "Check my letter")
  expect(one(room, "h1").textContent).toBe("Before you give it")
})

test("the writing help fits the side, and neither asks for feelings", async () => {
  const words: string[] = []
  for (const side of ["harmed", "responsible"] as const) {
    await as({ ...HARMED, side })
    const room = draw(<Write draft={null} supersedes={null} />)
    await after(() => undefined)
    words.push(one(room, "details").textContent ?? "")
  }
  expect(words[0]).toContain("You can ask questions")
  expect(words[1]).toContain("Say plainly what you did")
  expect(words.join(" ")).not.toMatch(/forgiv|sorry|closure/iu)
})

test("who was harmed reads where they write that this is no victim statement; nobody else does", async () => {
  const said: boolean[] = []
  for (const side of ["harmed", "responsible"] as const) {
    await as({ ...HARMED, side })
    const room = draw(<Write draft={null} supersedes={null} />)
    await after(() => undefined)
    said.push(room.textContent?.includes("This is not a victim statement") ?? false)
  }
  expect(said).toEqual([true, false])
})

test("stopping for good is asked once more, without a reason", async () => {
  const room = draw(<Stop />)
  await after(() => undefined)
  await press(room, "Stop taking part")
  const dialog = one(room, "dialog")
  expect(dialog.querySelectorAll("input, textarea")).toHaveLength(0)
  await press(dialog, "Yes, stop and destroy what I wrote")
  expect(room.textContent).toContain("You have stopped taking part")
})
