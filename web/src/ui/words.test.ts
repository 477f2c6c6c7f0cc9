// SPDX-License-Identifier: EUPL-1.2
/** A room can say what it says: every word of its files stands in a catalogue that the room fetches. */
import { readdirSync, readFileSync } from "node:fs"
import { FluentResource } from "@fluent/bundle"
import { expect, test } from "vitest"

const HERE = new URL(".", import.meta.url)
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  start: ["en.ftl"],
  enrol: ["en.ftl", "en-enrol.ftl"],
  participant: ["en.ftl", "en-participant.ftl"],
  "participant/own": ["en.ftl", "en-participant.ftl", "en-own.ftl"],
  "participant/film": ["en.ftl", "en-participant.ftl", "en-film.ftl", "en-captions.ftl", "en-errors.ftl"],
  handover: ["en.ftl", "en-handover.ftl"],
  board: ["en.ftl", "en-desk.ftl", "en-board.ftl"],
  desk: ["en.ftl", "en-desk.ftl", "en-review.ftl", "en-made.ftl"],
  "desk/ahead": ["en.ftl", "en-desk.ftl", "en-review.ftl", "en-board.ftl"],
  "desk/station": ["en.ftl", "en-made.ftl", "en-station.ftl", "en-errors.ftl"],
  made: ["en.ftl", "en-made.ftl"],
  office: ["en.ftl", "en-desk.ftl", "en-office.ftl"],
  interpreter: ["en.ftl", "en-made.ftl", "en-interpreter.ftl"],
}

function known(catalogues: readonly string[]): ReadonlySet<string> {
  const texts = catalogues.map((name) => readFileSync(new URL(`../locales/${name}`, HERE), "utf-8"))
  return new Set(texts.flatMap((text) => new FluentResource(text).body.map((message) => message.id)))
}

/** The files of a room, without those of a room within it that fetches words of its own. */
function sources(room: string): readonly string[] {
  const all = readdirSync(new URL(`${room}/`, HERE), { recursive: true, encoding: "utf-8" })
  const inner = Object.keys(ROOMS).filter((other) => other.startsWith(`${room}/`))
  const mine = all.filter((name) => !inner.some((other) => `${room}/${name}`.startsWith(`${other}/`)))
  const names = mine.filter((name) => /^[^.]+\.tsx?$/u.test(name))
  return names.map((name) => readFileSync(new URL(`${room}/${name}`, HERE), "utf-8"))
}

/** The words that stand in a call of `say` or `sayIn` as they are. */
function said(source: string): readonly string[] {
  const calls = source.matchAll(/\bsay(?:In)?\((?:tongue, )?([^)`]*)/gu)
  return [...calls].flatMap(([, asked = ""]) =>
    [...asked.matchAll(/"([a-z]+-[a-z0-9_-]+)"/gu)].map(([, word = ""]) => word),
  )
}

test.each(Object.entries(ROOMS))("what the room %s says stands in its catalogues", (room, catalogues) => {
  const words = sources(room).flatMap(said)
  const there = known(catalogues)
  expect(words.length).toBeGreaterThan(5)
  expect(words.filter((word) => !there.has(word))).toEqual([])
})

test.each([
  ["participant", /^(?:state|next|theirs)-/u, 40],
  ["desk", /^desk-state-/u, 15],
  ["review", /^queue-(?:place|claimed|open)/u, 9],
] as const)(
  "what French says of where a message is fits a letter and a film alike: %s",
  (room, which, many) => {
    const text = readFileSync(new URL(`../locales/fr-${room}.ftl`, HERE), "utf-8")
    const lines = text.split("\n").filter((line) => which.test(line))
    const one = /ées?\b|= (?:Elle|Nouvelle)|(?:uver|ffer|cri)tes?\b|\bla (?:li|reti|réécri)/u
    expect(lines.length).toBeGreaterThan(many)
    expect(lines.filter((line) => one.test(line))).toEqual([])
  },
)

test("what French says while a message is looked at and decided fits a letter and a film alike", () => {
  const text = readFileSync(new URL("../locales/fr-review.ftl", HERE), "utf-8")
  const which = /^(?:queue|review|statement|decision|claim|approve|reading|hold|return|undo|meanwhile|page)-/u
  const lines = text.split("\n").filter((line) => which.test(line))
  const letters =
    /lettres?\b|crite\b|= (?:Approuv|Offert|Retourn)ée?\b|= Elle |elle (?:s|ne s)|prise en charge/u
  expect(lines.length).toBeGreaterThan(100)
  expect(lines.filter((line) => letters.test(line))).toEqual([])
})

test("what somebody is asked to say yes to may be words or a film: it is a version", () => {
  for (const [language, words] of [
    ["en", /these words/u],
    ["fr", /(?:ces|vos) mots/u],
  ] as const) {
    const text = readFileSync(new URL(`../locales/${language}-participant.ftl`, HERE), "utf-8")
    const lines = text
      .split("\n")
      .filter((line) => /^proposed-(?:title|yes-means|said-yes-text) /u.test(line))
    expect(lines).toHaveLength(3)
    expect(lines.filter((line) => words.test(line))).toEqual([])
  }
})

test("in French the person responsible is the one who caused harm, never who runs something", () => {
  const names = readdirSync(new URL("../locales/", HERE)).filter((name) => /^fr.*\.ftl$/u.test(name))
  const texts = names.map((name) => readFileSync(new URL(`../locales/${name}`, HERE), "utf-8"))
  expect(names.length).toBeGreaterThan(10)
  expect(texts.flatMap((text) => text.match(/personnes? responsables? (?:du|de l)\b.*/gu) ?? [])).toEqual([])
})
