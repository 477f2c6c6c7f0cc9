// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, expect, test } from "vitest"
import { counted, INTAKE_SEED, type Office, openOffice } from "../../tests/office.ts"
import { unb64u } from "../crypto/encoding.ts"
import { openIntake } from "../protocol/intake.ts"
import { parseAsking } from "../protocol/intake_words.ts"
import { type Asking, handIn, programmeToAsk, sealAsking } from "./ask.ts"
import type { Ports } from "./ports.ts"

const ASKING: Asking = {
  who: "victim",
  language: "fr",
  name: "Camille",
  reach: "613-555-0100",
  hours: "le soir",
  words: "J’aimerais  poser\r\nune question.",
  needs: "",
  institution: "",
  person: "",
  federal: null,
  responsibility: "",
}

let office: Office
let ports: Ports
beforeEach(async () => {
  office = await openOffice()
  ports = office.ports()
})

async function sealed(changes: Partial<Asking> = {}) {
  const programme = await programmeToAsk(ports, office.fingerprint)
  return sealAsking(ports, programme, { ...ASKING, ...changes })
}

test("a request opens with the intake key alone, its spaces in order", async () => {
  const { post } = await sealed()
  const place = { programme: office.programme, intake: post.intake }
  const opened = await openIntake(INTAKE_SEED, unb64u(post.box), { wrapped: unb64u(post.wrap.wrap), place })
  expect(parseAsking(opened)).toEqual({ ...ASKING, words: "J’aimerais poser\nune question." })
  const other = openIntake(counted(32), unb64u(post.box), { wrapped: unb64u(post.wrap.wrap), place })
  await expect(other).rejects.toMatchObject({ code: "wrap-broken" })
})

test("a short and a longer request, and staff's, have one size", async () => {
  const requests = await Promise.all([
    sealed(),
    sealed({ words: "Bonjour. ".repeat(200) }),
    sealed({ who: "staff", federal: true, institution: "Mill Haven", responsibility: "I did it." }),
  ])
  expect(new Set(requests.map(({ post }) => post.box.length)).size).toBe(1)
})

test("handing in is done once, and the receipt is the request's", async () => {
  const one = await sealed()
  await handIn(ports, one)
  expect([...office.kept.intakes.keys()]).toEqual([one.post.intake])
  expect(one.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test("nothing is sealed to a key that another root's manager signed", async () => {
  const elsewhere = "A".repeat(43)
  await expect(programmeToAsk(ports, elsewhere)).rejects.toMatchObject({ code: "root-wrong" })
})

test("nothing is sealed to a key that nobody who may signed, or that is past its day", async () => {
  const good = office.kept.intakeKey
  const [, other] = [await openOffice(), good]
  office.kept.intakeKey = other && { ...other, key: "A".repeat(43) }
  await expect(programmeToAsk(ports, office.fingerprint)).rejects.toMatchObject({
    code: "signer-not-allowed",
  })
  office.kept.intakeKey = good
  await office.clock.move(40 * 86_400)
  await expect(programmeToAsk(ports, office.fingerprint)).rejects.toMatchObject({ code: "expired" })
})

test("a character that nobody would see is refused before anything is sent", async () => {
  await expect(sealed({ words: "a\u200bb" })).rejects.toMatchObject({ code: "hidden-text" })
  await expect(sealed({ words: "ab ".repeat(20_000) })).rejects.toMatchObject({ code: "too-large" })
  expect(office.kept.calls).not.toContain("askToTakePart")
})
