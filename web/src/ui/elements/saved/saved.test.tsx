// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { PARTICIPANT } from "../../../locales/participant.ts"
import { haveWords, speak } from "../../language.ts"
import { inEnglish } from "../../testing.tsx"
import { savedWords } from "./saved.tsx"

const QUARTER_TO_ELEVEN = new Date(2026, 10, 22, 10, 42).getTime() / 1000

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", PARTICIPANT)
})

test("the time stands as Canadians write it, in each language", async () => {
  const state = { where: "saved-server", at: QUARTER_TO_ELEVEN, conflict: false } as const
  expect(savedWords(state)).toBe("Saved, sealed – 10:42")
  await speak("fr")
  expect(savedWords(state).replaceAll(/\s/gu, " ")).toBe("Enregistrée, scellée – 10 h 42")
  await speak("en")
})

test("without a link on a shared computer it asks to keep the page open", () => {
  expect(savedWords({ where: "unsaved-shared", at: null, conflict: false })).toContain("Keep this page open")
})
