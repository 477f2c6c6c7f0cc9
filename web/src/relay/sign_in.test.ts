// SPDX-License-Identifier: EUPL-1.2
/** Signing in, resuming, idling and leaving: what is asked, what is kept, what is forgotten. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, type Office, openOffice, settled } from "../../tests/office.ts"
import { RelayError } from "../errors.ts"
import { newDraft } from "./drafts.ts"
import { enrol, type NewSecrets, newSecrets } from "./enrol.ts"
import { makeTicket } from "./people.ts"
import {
  leaveNow,
  readLink,
  resumeSession,
  signInWithKit,
  signInWithLink,
  signInWithWords,
  signOut,
} from "./sign_in.ts"
import { readTypedTicket } from "./ticket.ts"

const PRIVATE = { privateDevice: true }
const SHARED = { privateDevice: false }

let office: Office
let secrets: NewSecrets
let account: string

beforeEach(async () => {
  office = await openOffice()
  const mediator = await office.enter("mediator one")
  const { typed } = await makeTicket(mediator, { case: CASE, side: "harmed", person: null })
  const ports = office.ports()
  secrets = await newSecrets(ports, "fr")
  const session = await enrol(ports, await readTypedTicket(typed), secrets, SHARED)
  account = session.account
})

describe("signing in", () => {
  test("takes the words as people type them", async () => {
    const typed = `  ${secrets.words.toUpperCase().replaceAll(" ", "   ")}`
    const session = await signInWithWords(
      office.ports(),
      { account: account.toLowerCase(), words: typed },
      SHARED,
    )
    expect(session.account).toBe(account)
  })

  test("says the same of wrong words, a wrong kit and an unknown account", async () => {
    const wrong = secrets.words.split(" ").reverse().join(" ")
    const code = (await newSecrets(office.ports(), "en")).kitCode
    const unknown = (await newSecrets(office.ports(), "en")).account
    const tries = [
      () => signInWithWords(office.ports(), { account, words: wrong }, SHARED),
      () => signInWithKit(office.ports(), { account, code }, SHARED),
      () => signInWithWords(office.ports(), { account: unknown, words: secrets.words }, SHARED),
    ]
    for (const tried of tries) await expect(tried()).rejects.toMatchObject({ code: "sign-in-failed" })
  })

  test("tells a slip of the pen before it asks the server", async () => {
    const before = office.kept.calls.length
    const slip = account.replace(/.$/, (last) => (last === "0" ? "1" : "0"))
    const tried = signInWithWords(office.ports(), { account: slip, words: secrets.words }, SHARED)
    await expect(tried).rejects.toMatchObject({ code: "code-wrong" })
    const words = signInWithWords(office.ports(), { account, words: "un deux trois" }, SHARED)
    await expect(words).rejects.toMatchObject({ code: "words-wrong" })
    expect(office.kept.calls.length).toBe(before)
  })

  test("refuses a server that asks for less work, before the words are used", async () => {
    const known = office.kept.accounts.get(account)
    const weak =
      known?.slots.map((slot) => (slot.type === "passphrase" ? { ...slot, memory_kib: 8 } : slot)) ?? []
    if (known) office.kept.accounts.set(account, { ...known, slots: weak })
    let used = false
    const stretch = async () => {
      used = true
      return new Uint8Array(32)
    }
    const ports = { ...office.ports(), stretch }
    await expect(signInWithWords(ports, { account, words: secrets.words }, SHARED)).rejects.toMatchObject({
      code: "too-weak",
    })
    expect(used).toBe(false)
  })

  test("says when this device's clock is off by more than ten minutes", async () => {
    const ports = office.ports()
    const late = { ...ports, clock: { ...ports.clock, now: () => ports.clock.now() + 86_400 } }
    await expect(signInWithKit(late, { account, code: secrets.kitCode }, SHARED)).rejects.toMatchObject({
      code: "clock-off",
    })
  })

  test("lets go of the token when the slot is not this person's", async () => {
    const known = office.kept.accounts.get(account)
    const boxes = [...(known?.slots ?? [])]
    const mixed = boxes.map((slot, at) => ({ ...slot, box: boxes[1 - at]?.box ?? "" }))
    if (known) office.kept.accounts.set(account, { ...known, slots: mixed })
    const ports = office.ports()
    await expect(signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)).rejects.toMatchObject({
      code: "sign-in-failed",
    })
    await expect(ports.client.session()).rejects.toMatchObject({ code: "session-expired" })
    expect(await ports.kept.list("")).toEqual([])
  })

  test("reads a link's fragment, and nothing else's", () => {
    expect(readLink("#link=ABC.DEF")).toEqual({ account: "ABC", code: "DEF" })
    for (const other of ["", "#ticket=ABC", "#link=", "#link=ABC", "#link=A.B.C"])
      expect(readLink(other)).toBeNull()
  })

  test("by a link needs a link slot", async () => {
    const tried = signInWithLink(office.ports(), { account, code: secrets.kitCode }, SHARED)
    await expect(tried).rejects.toMatchObject({ code: "sign-in-failed" })
  })
})

describe("a reload", () => {
  test("on a private device resumes for 20 minutes, and no longer", async () => {
    const ports = office.ports()
    const first = await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    expect((await resumeSession(ports))?.keyring.keyId).toBe(first.keyring.keyId)
    await office.clock.move(1201)
    expect(await resumeSession(ports)).toBeNull()
    expect(await ports.kept.get("resume")).toBeNull()
  })

  test("on a shared device asks again, and finds nothing stored", async () => {
    const ports = office.ports()
    await signInWithKit(ports, { account, code: secrets.kitCode }, SHARED)
    expect(await ports.kept.list("")).toEqual([])
    expect(await resumeSession(ports)).toBeNull()
  })

  test("slides with activity", async () => {
    const ports = office.ports()
    const session = await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    await office.clock.move(1000)
    session.touch()
    await settled()
    await office.clock.move(1000)
    expect(await resumeSession(ports)).not.toBeNull()
  })

  test("after the server ended the session asks again, without a word of why", async () => {
    const ports = office.ports()
    await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    office.kept.tokens.clear()
    expect(await resumeSession(ports)).toBeNull()
    expect(await ports.kept.get("resume")).toBeNull()
  })

  test("without a link keeps what is needed for the next try", async () => {
    const ports = office.ports()
    await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    office.kept.fault = () => {
      throw new RelayError("offline", "no link")
    }
    expect(await resumeSession(ports)).toBeNull()
    office.kept.fault = () => {}
    expect(await resumeSession(ports)).not.toBeNull()
  })
})

describe("idling", () => {
  test("on a shared device warns a minute before five, stays when asked, and ends", async () => {
    const session = await signInWithKit(office.ports(), { account, code: secrets.kitCode }, SHARED)
    const states: string[] = []
    session.watch(({ state }) => states.push(state))
    await office.clock.move(241)
    session.touch()
    await office.clock.move(239)
    expect(states).toEqual(["warning", "active"])
    await office.clock.move(62)
    expect(states).toEqual(["warning", "active", "warning", "ended"])
    await expect(session.keyring.withMaster(async () => {})).rejects.toMatchObject({
      code: "session-expired",
    })
    await expect(session.ports.client.session()).rejects.toMatchObject({ code: "session-expired" })
  })

  test("on a private device lasts 20 minutes", async () => {
    const session = await signInWithKit(office.ports(), { account, code: secrets.kitCode }, PRIVATE)
    await office.clock.move(1130)
    expect(session.wakefulness().state).toBe("active")
    await office.clock.move(75)
    expect(session.wakefulness()).toEqual({ state: "ended", reason: "idle" })
  })

  test("tells the server of activity at most once a minute", async () => {
    const session = await signInWithKit(office.ports(), { account, code: secrets.kitCode }, SHARED)
    const told = () => office.kept.calls.filter((call) => call === "session").length
    const before = told()
    for (let at = 0; at < 40; at++) {
      session.touch()
      await office.clock.move(3)
    }
    expect(told() - before).toBe(1)
  })
})

describe("leaving", () => {
  test("by signing out ends the session on the server and forgets everything here", async () => {
    const ports = office.ports()
    const before = office.kept.tokens.size
    const session = await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    await signOut(session)
    expect([await ports.kept.list(""), await ports.memory.list("")]).toEqual([[], []])
    expect(office.kept.tokens.size).toBe(before)
    expect(session.wakefulness()).toEqual({ state: "ended", reason: "signed-out" })
  })

  test("by signing out without a link keeps the sealed draft, and only that", async () => {
    const ports = office.ports()
    const session = await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    const content = {
      addressee: null,
      case: CASE,
      contentNote: "",
      language: "fr",
      supersedes: null,
      text: "",
    }
    const draft = newDraft(session, content)
    office.kept.fault = () => {
      throw new RelayError("offline", "no link")
    }
    draft.change({ ...content, text: "pas encore" })
    await signOut(session)
    const left = await ports.kept.list("")
    expect(left.map(({ name }) => name)).toEqual([`draft/${account}/${draft.id}`])
    expect(new TextDecoder().decode(left[0]?.bytes)).not.toContain("pas encore")
  })

  test("at once forgets the keys before it returns, and erases all that is stored", async () => {
    const ports = office.ports()
    const session = await signInWithKit(ports, { account, code: secrets.kitCode }, PRIVATE)
    const cleared = leaveNow(ports, session)
    expect(session.wakefulness()).toEqual({ state: "ended", reason: "left" })
    await expect(session.keyring.sign("login", new Uint8Array(1))).rejects.toMatchObject({
      code: "session-expired",
    })
    await cleared
    expect(await ports.kept.list("")).toEqual([])
    expect(office.kept.calls.slice(-2)).toEqual(["signOut", "forget"])
    await expect(resumeSession(ports)).resolves.toBeNull()
  })
})
