// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import { changesBetween } from "../../../relay/changes.ts"
import type { Review } from "../../../relay/desk.ts"
import { returnedReview, reviewOf } from "../../examples/desk-records.ts"
import { inventedActions } from "../../examples/invented.ts"
import { OTHER_MED } from "../../examples/records.ts"
import { place } from "../../place.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { asMediator, atRest, field, key, press } from "../testing.tsx"
import { ReviewPage } from "./review.tsx"

const INVENTED = inventedActions({ role: "mediator", side: "harmed" }, "en")

beforeAll(inEnglish)
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

/** A desk whose letter changes when the test says so, with the line that tells of it. */
async function changing(first: Review) {
  const now: { review: Review | ErrorCode; tell: () => void } = { review: first, tell: () => undefined }
  await asMediator(
    {},
    {
      desk: async () => ({
        ...(await INVENTED.desk()),
        openForReview: async () => {
          if (typeof now.review === "string") throw new RelayError(now.review, "invented")
          return now.review
        },
      }),
      changes: async () => ({ changesBetween }),
      events: async () => ({
        listen: (_, { onChange }) => {
          now.tell = () => onChange?.({ kind: "message", id: first.item.id })
          return () => undefined
        },
      }),
    },
  )
  const room = await opened(first.item.id)
  const change = async (review: Review | ErrorCode) => {
    now.review = review
    await after(() => now.tell())
    await atRest()
  }
  return { room, change }
}

test("a letter is closed until it is opened, with its author's identity beside it", async () => {
  const room = await opened("review")
  expect(room.textContent).toContain("this message was signed with the key")
  expect(room.textContent).not.toContain("kitchen")
  await press(room, "Open the message")
  expect(room.textContent).toContain("kitchen")
  await press(room, "Close it for now")
  expect(room.textContent).not.toContain("kitchen")
})

test("a changed key is said before anything else about the author, with all keys and who confirmed each", async () => {
  const room = await opened("ready")
  expect(one(room, ".notice-care").textContent).toContain("Key number 2")
  const keys = [...room.querySelectorAll(".keys li")].map(({ textContent }) => textContent)
  expect(keys[0]).toContain("Key 2, since October 2, 2026, confirmed by mediator Md4pGh")
  expect(keys[0]).toContain("This key signed it.")
  expect(keys[1]).toContain("Key 1, confirmed by mediator Mr8sKw on February 11, 2026; not used any more")
})

test("hints stand in the words and beside them, each with its reason", async () => {
  const text = "Write to me: ada@example.org."
  const { room } = await changing({ ...reviewOf("review", "en"), text })
  await press(room, "Open the message")
  expect(one(room, ".hint").textContent).toBe("ada@example.org")
  expect(one(room, ".hint-list").textContent).toContain("An e-mail address.")
})

test("names from the case's own list are hinted at", async () => {
  const { room } = await changing({ ...reviewOf("review", "en"), text: "My daughter Élise says so." })
  await press(room, "Open the message")
  expect(one(room, ".hint").textContent).toBe("Élise")
})

test("N begins a note for colleagues, which decides nothing; what was written stays in a closed form", async () => {
  const kept: unknown[] = []
  await asMediator(
    {},
    {
      deskRecords: async () => ({
        ...(await INVENTED.deskRecords()),
        leaveNote: async (_, __, note) => void kept.push(note),
      }),
    },
  )
  const room = await opened("review")
  await key("n")
  expect(document.activeElement).toBe(field(room, "Note for the mediators of this case"))
  await press(room, "Close this form")
  expect(room.textContent).not.toContain("The note is kept.")
  await key("n")
  await write(field(room, "Note for the mediators of this case"), " Call first. ")
  await press(room, "Close this form")
  await press(room, "Write a note")
  await press(room, "Keep the note")
  expect(kept).toEqual([{ words: "Call first.", message: "review" }])
  expect(room.textContent).toContain("The note is kept.")
})

test("while another reviews it, it can be taken over, which leaves a trace, and not decided", async () => {
  const room = await opened("another")
  expect(room.textContent).toContain("Mr8sKw is reviewing this, until")
  expect(room.textContent).toContain("stays in the record of this message")
  const buttons = [...room.querySelectorAll("button")].map(({ textContent }) => textContent)
  expect(buttons).toContain("Take it over")
  expect(buttons).not.toContain("Approve")
})

test("one's own claim says until when, and can be let go", async () => {
  const room = await opened("review")
  expect(room.textContent).toMatch(/You have taken it up, until \d\d:\d\d/u)
  await press(room, "Let it go")
  expect(room.querySelector(".notice-trouble")).toBeNull()
})

test("what others did meanwhile is said, and the form keeps what was written", async () => {
  const before = reviewOf("review", "en")
  const { room, change } = await changing(before)
  await press(room, "Return with marks")
  await after(() => {
    const note = field(room, "Your note to the author")
    note.value = "Please look at the second paragraph."
    note.dispatchEvent(new Event("input", { bubbles: true }))
  })
  await change({
    ...before,
    item: { ...before.item, claimedBy: OTHER_MED, claimedByMe: false, version: 9 },
  })
  expect(one(room, ".notice-care[role=alert]").textContent).toContain("Mr8sKw has taken it up.")
  expect(field(room, "Your note to the author").value).toBe("Please look at the second paragraph.")
})

test("when the author takes it back, its words leave the page at once and the mediator's own stay", async () => {
  const before = reviewOf("review", "en")
  const { room, change } = await changing(before)
  await press(room, "Open the message")
  await press(room, "Do not pass on")
  await after(() => {
    const note = field(room, "Your words to the author")
    note.value = "It would not reach her well."
    note.dispatchEvent(new Event("input", { bubbles: true }))
  })
  await change("withdrawn")
  expect(room.textContent).not.toContain("kitchen")
  expect(room.textContent).toContain("The author took it back.")
  expect(room.textContent).toContain("It would not reach her well.")
  expect(room.querySelector(".decide-list, form")).toBeNull()
})

test("when the line breaks, the words stay and the trouble is said", async () => {
  const { room, change } = await changing(reviewOf("review", "en"))
  await press(room, "Open the message")
  await change("offline")
  expect(room.textContent).toContain("kitchen")
  expect(room.querySelector(".notice-trouble")).not.toBeNull()
})

test("a letter of a case that one does not belong to is refused in words", async () => {
  await changing(reviewOf("review", "en"))
  const { room } = await (async () => {
    await asMediator(
      {},
      {
        desk: async () => ({
          ...(await INVENTED.desk()),
          openForReview: async () => {
            throw new RelayError("not-found", "invented")
          },
        }),
      },
    )
    return { room: await opened("review") }
  })()
  expect(room.textContent).toContain("not-found")
  expect(room.querySelector(".letter")).toBeNull()
})

test("what a colleague approved says what they looked at, and how it is to be read", async () => {
  const room = await opened("approved")
  const earlier = one(room, ".earlier").textContent ?? ""
  expect(earlier).toContain("Looked at:")
  expect(earlier).toContain("A threat, open or between the lines")
  expect(earlier).toContain(
    "With a support person · In parts, one paragraph at a time · It may not be printed",
  )
  expect(earlier).toContain("It names a place.")
})

test("a letter written anew shows the version that was returned beside it, with its marks", async () => {
  const room = await opened("anew")
  expect(room.textContent).not.toContain("The version that was returned")
  await press(room, "Open the message")
  await after(() => undefined)
  const before = one(room, "[aria-labelledby=version-title]")
  expect([...before.querySelectorAll("mark")]).toHaveLength(2)
  expect(before.textContent).toContain("Two places need another look.")
})

test("pictures come after the words, blurred, and their address goes with the page", async () => {
  const made: string[] = []
  const gone: string[] = []
  const [make, revoke] = [URL.createObjectURL, URL.revokeObjectURL]
  URL.createObjectURL = () => {
    made.push(`blob:${made.length}`)
    return made.at(-1) ?? ""
  }
  URL.revokeObjectURL = (address) => void gone.push(address)
  const pictures = [{ type: "image/webp", content: new Uint8Array(3) }]
  const media = { films: [], pictures, captions: [] }
  const { room } = await changing({ ...reviewOf("review", "en"), media })
  expect(made).toEqual([])
  await press(room, "Open the message")
  await atRest()
  expect(one(room, "img").className).toContain("viewer-blurred")
  await press(room, "Close it for now")
  expect(gone).toEqual(made)
  URL.createObjectURL = make
  URL.revokeObjectURL = revoke
})

test("a returned letter leads to the version that took its place", async () => {
  const { room } = await changing(returnedReview("en"))
  await press(room, "Open the new version")
  expect(place.value).toEqual({ at: "review", message: "anew" })
})

test("a returned letter that stands open shows the version that takes its place as soon as it comes", async () => {
  const told: (() => void)[] = []
  let later: string | null = null
  await asMediator(
    {},
    {
      versions: async () => ({ ...(await INVENTED.versions()), laterVersion: async () => later }),
      events: async () => ({
        listen: (_, { onChange }) => {
          told.push(() => onChange?.({ kind: "message", id: "anew" }))
          return () => undefined
        },
      }),
    },
  )
  const room = await opened("returned")
  expect(room.textContent).not.toContain("Open the new version")
  later = "anew"
  for (const tell of told) await after(tell)
  await atRest()
  expect(room.textContent).toContain("Open the new version")
})

test("everything of the case is one press away", async () => {
  const room = await opened("review")
  await press(room, "Everything in case mW3kQv")
  expect(place.value).toMatchObject({ at: "history", from: "review" })
})
