// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { PARTICIPANT } from "../locales/participant.ts"
import { START } from "../locales/start.ts"
import {
  clockTime,
  haveWords,
  language,
  needWords,
  preferred,
  say,
  sayIn,
  speak,
  writtenDate,
  writtenMoment,
} from "./language.ts"

const QUARTER_TO_ELEVEN = new Date(2026, 10, 22, 10, 42).getTime() / 1000

beforeAll(async () => {
  await speak("en")
  await needWords(START, PARTICIPANT)
  await haveWords("fr", START)
})

test.each([
  [["fr-CA", "en"], "fr"],
  [["en-CA", "fr"], "en"],
  [["iu", "fr-CA"], "fr"],
  [["de"], "en"],
  [[], "en"],
] as const)("of %j the first that is ours is taken: %s", (asked, taken) => {
  expect(preferred(asked)).toBe(taken)
})

test("a switch waits until everything on the page can be said", async () => {
  await speak("fr")
  expect(language.value).toBe("fr")
  expect(say("home-write")).toBe("Écrire une lettre")
  await speak("en")
  expect(say("home-write")).toBe("Write a letter")
})

test("numbers choose their plural in each language", async () => {
  expect(say("check-cooling", { hours: 1 })).toContain("1 hour after")
  expect(say("check-cooling", { hours: 24 })).toContain("24 hours after")
  await speak("fr")
  expect(say("check-cooling", { hours: 1 })).toContain("1 heure après")
  expect(say("check-cooling", { hours: 0 })).toContain("0 heure après")
  await speak("en")
})

test("days and times stand as Canadians write them", async () => {
  expect(writtenDate("2026-12-01")).toBe("December 1, 2026")
  expect(clockTime(QUARTER_TO_ELEVEN)).toBe("10:42")
  await speak("fr")
  expect(writtenDate("2026-12-01")).toBe("1er décembre 2026")
  expect(writtenMoment(QUARTER_TO_ELEVEN).replaceAll(/\s/gu, " ")).toBe("22 novembre 2026, 10 h 42")
  await speak("en")
})

test("both languages can be said on one page", () => {
  expect([sayIn("en", "start-sign-in"), sayIn("fr", "start-sign-in")]).toEqual([
    "Sign in",
    "Ouvrir une session",
  ])
})
