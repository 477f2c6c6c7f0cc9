// SPDX-License-Identifier: EUPL-1.2
/** Codes, words and tickets: what people copy by hand, and what it proves. */
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { seed } from "../../tests/world.ts"
import { concat, utf8 } from "./bytes.ts"
import * as codes from "./codes.ts"
import * as passphrase from "./passphrase.ts"
import * as tickets from "./tickets.ts"

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 })

test("a code reads back, in small letters, with dashes, with I and L for 1 and O for 0", async () => {
  await fc.assert(
    fc.asyncProperty(secret, async (bytes) => {
      const code = await codes.writeCode(bytes, "ticket")
      const typed = codes.groupCode(code).toLowerCase().replaceAll("1", "l").replaceAll("0", "o")
      expect(codes.groupCode(code)).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
      expect(await codes.readCode(typed, "ticket")).toEqual(concat(bytes))
    }),
    { numRuns: 30 },
  )
})

test("a slip of the pen in a code is told as one, nearly always", async () => {
  const code = await codes.writeCode(seed("ticket").subarray(0, 16), "ticket")
  let missed = 0
  for (let at = 0; at < code.length; at++) {
    const slipped = code.slice(0, at) + (code[at] === "7" ? "8" : "7") + code.slice(at + 1)
    missed += await codes.readCode(slipped, "ticket").then(
      () => 1,
      (error: { readonly code: string }) => Number(error.code !== "code-wrong"),
    )
  }
  expect(missed).toBe(0)
})

test("p5 a ticket is no kit code", async () => {
  const code = await codes.writeCode(seed("ticket").subarray(0, 16), "ticket")
  await expect(codes.readCode(code, "kit")).rejects.toMatchObject({ code: "code-wrong" })
})

test("an account number has a check that finds a slip", async () => {
  const account = await codes.newAccount(seed("account").subarray(0, 5))
  expect(account).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(await codes.readAccount(`${account.slice(0, 4)}-${account.slice(4).toLowerCase()}`)).toBe(account)
  const last = account.endsWith("7") ? "8" : "7"
  await expect(codes.readAccount(account.slice(0, 7) + last)).rejects.toMatchObject({ code: "code-wrong" })
  await expect(codes.readAccount("AB")).rejects.toMatchObject({ code: "code-wrong" })
})

describe("words", () => {
  test("both lists hold 7,776 words of plain letters, each once", async () => {
    for (const language of ["en", "fr"] as const) {
      const words = await passphrase.wordList(language)
      expect(new Set(words).size).toBe(passphrase.LIST_LENGTH)
      expect(words.every((word) => /^[a-z]+$/.test(word))).toBe(true)
    }
  })

  test.each(["en", "fr"] as const)("the list %s is the other language's, word for word", async (language) => {
    const source = readFileSync(
      new URL(`../../../relay/crypto/words_${language}.py`, import.meta.url),
      "utf-8",
    )
    const theirs = source.split('"""')[3]?.trim().split(/\s+/)
    expect(await passphrase.wordList(language)).toEqual(theirs)
  })

  test("six words are drawn evenly: numbers from 62,208 up are skipped", async () => {
    const words = await passphrase.wordList("en")
    const random = new Uint8Array(64)
    random.set([0xff, 0xff, 0x00, 0x01, 0xf2, 0xff, 0xf3, 0x00])
    const drawn = (await passphrase.generateWords(random, "en")).split(" ")
    expect(drawn).toEqual([words[1], words[0xf2ff % 7776], words[0], words[0], words[0], words[0]])
    await expect(passphrase.generateWords(new Uint8Array(64).fill(255), "en")).rejects.toThrow(TypeError)
  })

  test("accents, capitals and spaces do not lock anybody out", async () => {
    const [one = "", two = ""] = await passphrase.wordList("fr")
    const typed = ` ${one.toUpperCase()}  ${two}\n${one} ${one} ${one} ${one.replace("a", "a\u0300")} `
    expect(await passphrase.normaliseWords(typed)).toBe([one, two, one, one, one, one].join(" "))
  })

  test("five words, a foreign word, or words of two lists are refused", async () => {
    const wrong = { code: "words-wrong" }
    const [english] = (await passphrase.wordList("en")).filter((word) => word.endsWith("ing"))
    const [french] = (await passphrase.wordList("fr")).filter((word) => word.endsWith("eux"))
    for (const text of ["", "abacus ".repeat(5), `${"abacus ".repeat(5)}xyzzy`, "Ωμέγα ".repeat(6)]) {
      await expect(passphrase.normaliseWords(text)).rejects.toMatchObject(wrong)
    }
    const mixed = `${english} ${french} `.repeat(3)
    await expect(passphrase.normaliseWords(mixed)).rejects.toMatchObject(wrong)
  })

  test("a server cannot ask for less work than a client must do, nor for more than it can bear", () => {
    const check = (passes: number, memoryKib: number) => () => passphrase.checkArgon2({ passes, memoryKib })
    expect(check(3, 65_536)).not.toThrow()
    expect(check(2, 65_536)).toThrow(expect.objectContaining({ code: "too-weak" }))
    expect(check(3, 65_535)).toThrow(expect.objectContaining({ code: "too-weak" }))
    expect(check(4, 65_536)).toThrow(expect.objectContaining({ code: "wrong-shape" }))
    expect(check(3, 262_145)).toThrow(expect.objectContaining({ code: "wrong-shape" }))
  })

  test("p14 what signs in and what opens the slot come from the words by different names", async () => {
    const s = seed("stretched")
    const [kek, login] = [await passphrase.keyEncryptionKey(s), await passphrase.loginSeed(s)]
    expect(kek).not.toEqual(login)
    const code = seed("kit").subarray(0, 16)
    const salt = seed("salt").subarray(0, 16)
    expect(await passphrase.codeSecret(code, salt, "kit")).not.toEqual(
      await passphrase.codeSecret(code, salt, "link"),
    )
  })
})

describe("p16 an enrolment ticket", () => {
  const ticket = seed("ticket").subarray(0, 16)
  const request = utf8('{"identity":"theirs"}')

  test("shows the mediator that the keys are its holder's", async () => {
    const mac1 = await tickets.participantMac(ticket, request)
    await tickets.checkParticipantMac(ticket, request, mac1)
    const swapped = utf8('{"identity":"evils!"}')
    const wrong = { code: "ticket-wrong" }
    await expect(tickets.checkParticipantMac(ticket, swapped, mac1)).rejects.toMatchObject(wrong)
    await expect(tickets.checkParticipantMac(seed("x").subarray(0, 16), request, mac1)).rejects.toMatchObject(
      wrong,
    )
  })

  test("shows its holder that certificate, root and policy are the mediator's", async () => {
    const mac2 = await tickets.mediatorMac(ticket, request)
    await tickets.checkMediatorMac(ticket, request, mac2)
    const wrong = { code: "ticket-wrong" }
    await expect(tickets.checkMediatorMac(ticket, utf8("{}"), mac2)).rejects.toMatchObject(wrong)
    const reflected = await tickets.participantMac(ticket, request)
    await expect(tickets.checkMediatorMac(ticket, request, reflected)).rejects.toMatchObject(wrong)
  })

  test("is known to the server by a name that is none of its keys", async () => {
    expect(await tickets.lookupId(ticket)).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  test("has a safety number that both people read alike", async () => {
    const number = await tickets.safetyNumber(seed("one"), seed("other"))
    expect(number).toMatch(/^(?:[0-9]{5} ){5}[0-9]{5}$/)
    expect(await tickets.safetyNumber(seed("other"), seed("one"))).toBe(number)
    expect(await tickets.safetyNumber(seed("one"), seed("evil"))).not.toBe(number)
  })
})
