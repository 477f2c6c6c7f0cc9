// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, test } from "vitest"
import { deskOf, given, keyFileOf, sealed, WORDS } from "../../tests/key_files.ts"
import { type Office, openOffice } from "../../tests/office.ts"
import { utf8 } from "../crypto/bytes.ts"
import { unsealKeyFile } from "./key_file.ts"
import { holdOfficeKeys, openKeyFile } from "./office.ts"

let office: Office
beforeEach(async () => {
  office = await openOffice()
})

async function changed(facts: { readonly [name: string]: unknown }): Promise<Uint8Array> {
  const content = await sealed(await keyFileOf(office, "manager one"), office.ports())
  const outside = JSON.parse(new TextDecoder().decode(content)) as object
  return utf8(JSON.stringify({ ...outside, ...facts }))
}

describe("a key file", () => {
  test("opens with its words, and holds what it held", async () => {
    const file = await keyFileOf(office, "manager one")
    const { stretch } = office.ports()
    const content = await sealed(file, office.ports())
    expect(await unsealKeyFile(content, ` ${WORDS.toUpperCase()} `, stretch)).toEqual(file)
  })

  test("from before there was an intake key opens too", async () => {
    const { intake: _, ...before } = await keyFileOf(office, "manager one")
    const content = await sealed(before as Awaited<ReturnType<typeof keyFileOf>>, office.ports())
    expect((await unsealKeyFile(content, WORDS, office.ports().stretch)).intake).toBeNull()
  })

  test.each([
    ["commitment-wrong", "abacus abdomen abide ablaze able absence"],
    ["words-wrong", "abacus abdomen abide ablaze able"],
  ])("refuses other words: %s", async (code, words) => {
    const { content } = await given(office, "manager one")
    await expect(unsealKeyFile(content, words, office.ports().stretch)).rejects.toMatchObject({ code })
  })

  test.each([
    ["too-weak", { passes: 1 }],
    ["too-weak", { memory_kib: 8 }],
    ["wrong-shape", { memory_kib: 4_194_304 }],
    ["commitment-wrong", { type: "root" }],
    ["malformed", { passes: "3" }],
    ["malformed", { more: 1 }],
    ["malformed", { box: "é" }],
  ])("that was changed is refused: %s %o", async (code, facts) => {
    const content = await changed(facts)
    await expect(unsealKeyFile(content, WORDS, office.ports().stretch)).rejects.toMatchObject({ code })
  })

  test.each([utf8("Bonjour"), new Uint8Array([0xff, 0xfe]), utf8("[]"), new Uint8Array(300_000)])(
    "of another kind is none",
    async (content) => {
      const opened = unsealKeyFile(content, WORDS, office.ports().stretch)
      await expect(opened).rejects.toMatchObject({ code: "malformed" })
    },
  )
})

describe("its keys", () => {
  test("stand in no property, and are gone when they are forgotten", async () => {
    const file = await keyFileOf(office, "manager one")
    const keys = await holdOfficeKeys(file)
    expect(JSON.stringify(keys)).not.toContain(file.seed)
    keys.forget()
    await expect(keys.sign("policy", new Uint8Array(1))).rejects.toMatchObject({ code: "session-expired" })
  })

  test("open for their own account's session only", async () => {
    const { session } = await deskOf(office)
    const other = given(office, "manager two", { account: "B0000000" })
    await expect(openKeyFile(session, await other)).rejects.toMatchObject({ code: "not-allowed" })
    const root = given(office, "manager one", { type: "root", account: session.account })
    await expect(openKeyFile(session, await root)).rejects.toMatchObject({ code: "not-allowed" })
  })
})
