// SPDX-License-Identifier: EUPL-1.2
/** P2: two managers at two machines let a mediator in; a file that is not whole, fresh and another's is refused. */
import { beforeEach, describe, expect, test } from "vitest"
import { deskOf } from "../../tests/key_files.ts"
import { character, type Office as Invented, openOffice } from "../../tests/office.ts"
import { utf8 } from "../crypto/bytes.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { signVouching } from "../protocol/vouching.ts"
import { letIn, makeStaffTicket, newcomers, signFirst } from "./admitting.ts"
import { finishEnrolment } from "./answer.ts"
import { enrol, newSecrets } from "./enrol.ts"
import { revokeMediator } from "./managing.ts"
import { type Desk, managingOf, openOffice as openDesk } from "./office.ts"
import type { Session } from "./session.ts"
import { readTicketLink } from "./ticket.ts"
import { mediatorWords, openVouched, vouchSecond } from "./vouching.ts"

let office: Invented
let here: Desk
let there: Desk
let newcomer: Session
let lookup: string
beforeEach(async () => {
  office = await openOffice()
  here = await deskOf(office)
  there = await deskOf(office, "manager two")
  const ticket = await readTicketLink(new URL((await makeStaffTicket(here, "mediator")).link).hash)
  if (ticket === null) throw new TypeError("no ticket in the link")
  const ports = office.ports()
  newcomer = await enrol(ports, ticket, await newSecrets(ports, "fr"), { privateDevice: true })
  const [waiting] = await newcomers(here, await openDesk(here))
  lookup = waiting?.lookup ?? ""
})

type File = { readonly first: { readonly sig: string }; readonly second: unknown }

/** Sign first, and change the file on its way. */
async function carried(change: (file: File) => object = (file) => file): Promise<Uint8Array> {
  const { content } = await signFirst(here, await openDesk(here), lookup)
  return utf8(JSON.stringify(change(JSON.parse(new TextDecoder().decode(content)))))
}

async function open(desk: Desk, content: Uint8Array) {
  return openVouched(desk, await openDesk(desk), content)
}

test("p2: the first signs and nothing is published; the second sees the same words, signs, and it is", async () => {
  const standing = await openDesk(here)
  const first = await signFirst(here, standing, lookup)
  expect(office.kept.calls).not.toContain("postTrust")
  const vouched = await open(there, first.content)
  const { programme } = standing.root.body
  expect(await mediatorWords(programme, vouched.mediator, "fr")).toBe(
    await mediatorWords(programme, first.keys, "fr"),
  )
  expect(vouched).toMatchObject({ keyId: newcomer.keyring.keyId, complete: false })
  const after = await vouchSecond(there, await openDesk(there), vouched)
  expect(after.directory.mediators.get(newcomer.keyring.keyId)?.status).toBe("active")
  const standingHere = await openDesk(here)
  expect(await newcomers(here, standingHere)).toMatchObject([{ lookup, listed: true }])
  await letIn(here, standingHere, { lookup, second: null })
  expect(await finishEnrolment(newcomer, null)).toBe("answered")
})

test("p2: with both signatures in it, a file is published by whoever manages", async () => {
  const two = await character("manager two")
  const { keys } = await signFirst(here, await openDesk(here), lookup)
  const at = { programme: office.programme, mediator: keys, today: "2026-11-22" }
  const second = toEnvelope(await signVouching(two.sign, at))
  const vouched = await open(here, await carried((file) => ({ ...file, second })))
  expect(vouched.complete).toBe(true)
  const after = await vouchSecond(here, await openDesk(here), vouched)
  expect(after.directory.mediators.get(vouched.keyId)?.status).toBe("active")
})

describe("p2: refused", () => {
  test("one's own file, and the same signature twice", async () => {
    await expect(open(here, await carried())).rejects.toMatchObject({ code: "not-vouched" })
    const twice = await carried((file) => ({ ...file, second: file.first }))
    await expect(open(there, twice)).rejects.toMatchObject({ code: "not-vouched" })
  })

  test("two signatures over two mediators", async () => {
    const [two, other] = await Promise.all(["manager two", "mediator nine"].map(character))
    if (two === undefined || other === undefined) throw new TypeError("nobody")
    const at = { programme: office.programme, mediator: other, today: "2026-11-22" }
    const second = toEnvelope(await signVouching(two.sign, at))
    const mixed = await carried((file) => ({ ...file, second }))
    await expect(open(here, mixed)).rejects.toMatchObject({ code: "not-vouched" })
  })

  test("a changed one, and one that is no such file", async () => {
    const flip = ({ sig }: File["first"]) => `${sig.startsWith("A") ? "B" : "A"}${sig.slice(1)}`
    const changed = await carried((file) => ({ ...file, first: { ...file.first, sig: flip(file.first) } }))
    await expect(open(there, changed)).rejects.toMatchObject({ code: "signature-wrong" })
    const others = [utf8("{}"), utf8("\u0000"), await carried((file) => ({ ...file, type: "root" }))]
    const long = new Uint8Array(200_000)
    const short = await carried((file) => ({ ...file, first: { ...file.first, sig: "A" } }))
    for (const content of [...others, long, short]) {
      await expect(open(there, content)).rejects.toMatchObject({ code: "malformed" })
    }
  })

  test("one that lay about for longer than a ticket lasts", async () => {
    const { sign } = await character("manager one")
    const { keys } = await signFirst(here, await openDesk(here), lookup)
    const of = async (today: string) => {
      const first = await signVouching(sign, { programme: office.programme, mediator: keys, today })
      return carried((file) => ({ ...file, first: toEnvelope(first) }))
    }
    expect((await open(there, await of("2026-11-08"))).complete).toBe(false)
    await expect(open(there, await of("2026-11-07"))).rejects.toMatchObject({ code: "expired" })
  })

  test("one of another programme", async () => {
    const { sign } = await character("manager one")
    const { keys } = await signFirst(here, await openDesk(here), lookup)
    const at = { programme: "A".repeat(22), mediator: keys, today: "2026-11-22" }
    const first = toEnvelope(await signVouching(sign, at))
    const foreign = await carried((file) => ({ ...file, first }))
    await expect(open(there, foreign)).rejects.toMatchObject({ code: "wrong-context" })
  })

  test("one that was used, and again after its mediator was revoked", async () => {
    const content = await carried()
    const { keyId } = await open(there, content)
    await vouchSecond(there, await openDesk(there), await open(there, content))
    await expect(open(there, content)).rejects.toMatchObject({ code: "exists" })
    await revokeMediator(managingOf(there), await openDesk(there), keyId)
    await expect(open(there, content)).rejects.toMatchObject({ code: "revoked" })
  })
})
