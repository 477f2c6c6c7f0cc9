// SPDX-License-Identifier: EUPL-1.2
/** Highlights: what they find, what they let be, and that they never fail. */
import { readFileSync } from "node:fs"
import { FluentResource } from "@fluent/bundle"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { highlight, type Wanted } from "./highlight.ts"
import { type Highlight, REASONS, type Why } from "./kinds.ts"
import { passesLuhn } from "./phones.ts"

const NOBODY: Wanted = { names: [], phonesFrom: "CA" }

function seen(text: string, wanted: Wanted = NOBODY): readonly string[] {
  return highlight(text, wanted).map((one) => `${one.why.replace("highlight-", "")}: ${cut(text, one)}`)
}

function cut(text: string, { from, to }: Highlight): string {
  return Array.from(text).slice(from, to).join("")
}

describe("what identifies somebody is found", () => {
  test.each([
    ["I live at 1204 Main Street, Ottawa.", "address-numbered: 1204 Main Street"],
    ["It was at 12-345 King St. W all along.", "address-numbered: 12-345 King St. W"],
    ["1204 104 Avenue NW is where", "address-numbered: 1204 104 Avenue NW"],
    ["come to 77 maple crescent", "address-numbered: 77 maple crescent"],
    ["J’habite au 45, rue de la Montagne.", "address-numbered: 45, rue de la Montagne"],
    ["au 3200A boul. René-Lévesque Ouest", "address-numbered: 3200A boul. René-Lévesque Ouest"],
    ["12 rue principale et je", "address-numbered: 12 rue principale"],
    ["Près de la rue Sainte-Catherine, le soir.", "address-street: rue Sainte-Catherine"],
    ["She is on Sunset Drive now", "address-street: Sunset Drive"],
    ["le 8, app. 3", "address-unit: app. 3"],
    ["Write to P.O. Box 1234.", "address-box: P.O. Box 1234"],
    ["C.P. 88, Chicoutimi", "address-box: C.P. 88"],
    ["RR 2, Wakefield", "address-box: RR 2"],
    ["K1A 0B1 is hers", "postal-canada: K1A 0B1"],
    ["h2x1y4", "postal-canada: h2x1y4"],
    ["Buffalo, NY 14201", "postal-zip: NY 14201"],
    ["Call 613-555-0199 any day", "phone: 613-555-0199"],
    ["(613) 555 0199", "phone: 613) 555 0199"],
    ["1 800 555 0199", "phone: 1 800 555 0199"],
    ["le 5145550199", "phone: 5145550199"],
    ["６１３-５５５-０１９９", "phone: ６１３-５５５-０１９９"],
    ["6 1 3 5 5 5 0 1 9 9", "phone: 6 1 3 5 5 5 0 1 9 9"],
    ["ring 555-0199", "phone-local: 555-0199"],
    ["appelle 555 0199", "phone-local: 555 0199"],
    ["+44 20 7946 0958", "phone-abroad: +44 20 7946 0958"],
    [
      "six one three five five five zero one nine nine",
      "phone-spelled: six one three five five five zero one nine nine",
    ],
    ["cinq un quatre, cinq cinq cinq, zéro", "phone-spelled: cinq un quatre, cinq cinq cinq, zéro"],
    ["a.b-c@example.ca.", "mail: a.b-c@example.ca"],
    ["jean (at) exemple (dot) ca", "mail-spelled: jean (at) exemple (dot) ca"],
    ["ada at example dot com", "mail-spelled: ada at example dot com"],
    ["jean arobase courriel point ca", "mail-spelled: jean arobase courriel point ca"],
    ["my number is 130 692 544", "insurance: 130 692 544"],
    ["130-692-544", "insurance: 130-692-544"],
    ["130692544", "insurance: 130692544"],
    ["my SIN is 130 692 545", "insurance-said: 130 692 545"],
    ["I was born on March 12, 1985.", "birth: March 12, 1985"],
    ["Né le 12 mars 1985 à Hull", "birth: 12 mars 1985"],
    ["née le 1er août", "birth: 1er août"],
    ["DOB: 1985-03-12", "birth: 1985-03-12"],
    ["12/03/85 is her birthday", "birth: 12/03/85"],
    ["date de naissance : 12.03.1985", "birth: 12.03.1985"],
    ["I am @some_one there", "account: @some_one"],
    ["İİ call 613-555-0199", "phone: 613-555-0199"],
    ["my insta is ada_lovelace99 ok", "account-said: insta is ada_lovelace99"],
    ["Ajoute-moi sur Facebook", "account-said: Ajoute-moi sur Facebook"],
    ["see https://example.org/a?b=c.", "link: https://example.org/a?b=c"],
    ["on example.com/ada", "link: example.com/ada"],
    ["youtu.be/dQw4", "link: youtu.be/dQw4"],
  ])("%s", (text, expected) => {
    expect(seen(text)).toContain(expected)
  })
})

describe("what says nothing about where somebody is, is let be", () => {
  test.each([
    "In 2019 and again in 2020, from 1998-2004, I thought of you.",
    "That was 20 minutes down the road, 3 blocks away.",
    "It cost $1,250.00, or 1 250,00 $, and later 12 500 000 $.",
    "Jean 3:16; Psaume 119:105-112; 1 Corinthians 13:4-7; Luke 15, 11-32.",
    "My file is 2024-001234 and the court file 500-01-123456-199.",
    "Case number CR-19-00001234, charge 267(b), section 718.2(e).",
    "The Supreme Court heard it. The Youth Court did not.",
    "Le chemin est long; la route aussi. À 3 rues d’ici, la rue était vide.",
    "I was 17 then, I am 34 now. In 1985 I was born again.",
    "On 12 March 2019 at 10:30 it happened.",
    "Le 12 mars 2019, à 10 h 30, c’est arrivé.",
    "One day, two years, three children, four seasons.",
    "Un jour, deux ans, trois enfants, quatre saisons.",
    "I looked at you. At some point I may come.",
    "« Pardon », a-t-il dit; « oui », ai-je dit : c’était ça !",
    "We were 2 of 15, 30 % of 1,000,000 people, 98.6 °F.",
    "A. B. came, and so did C. He got an A in class.",
    "He is 6’2 and weighs 180 lb; flight AC 8901, room 12.",
    "Привет, мама. Как дела?",
    "Καλημέρα σας, τι κάνετε;",
    "ᐊᐃᓐᖓᐃ, ᖃᓄᐃᐱᑦ? CBC-ᑯᑦ ᐅᖃᖅᑐᑦ.",
    "ᑕᓂᓯ, ᓂᑐᑌᒼ",
    "Tłı̨chǫ, Dëne Sųłıné, Skwxwú7mesh, nêhiyawêwin, šxʷməθkʷəy̓əm",
    "Family 👨‍👩‍👧 and love ❤️, thumbs 👍🏽👍🏽.",
  ])("%s", (text) => {
    expect(seen(text)).toEqual([])
  })
})

describe("names from the sealed list", () => {
  const wanted: Wanted = {
    names: ["Marie-Ève Tremblay", "Rose de la Cruz", "O’Brien", "Tom"],
    phonesFrom: "CA",
  }
  test.each([
    ["Marie-Eve TREMBLAY was there", ["name: Marie-Eve TREMBLAY"]],
    ["Tremblay, Marie-Ève", ["name: Tremblay, Marie-Ève"]],
    ["les Tremblays", ["name-part: Tremblays"]],
    ["Tom's car, Toms", ["name-part: Tom", "name-part: Toms"]],
    ["tom", ["name-part: tom"]],
    ["Тom", ["mixed-scripts: Тom", "name-part: Тom"]],
    ["a rose for Rose de la Cruz", ["name: Rose de la Cruz"]],
    ["the tomb, a tomato, a tremble", []],
    ["d'O'Brien", ["name-part: Brien"]],
  ])("%s", (text, expected) => {
    expect(seen(text, wanted)).toEqual(expected)
  })
})

describe("p28 what hides is marked", () => {
  test.each([
    ["a\u200Bb", "hidden: \u200B"],
    ["👍\u200D\u202Eb", "hidden: \u200D\u202E"],
    ["раypal", "mixed-scripts: раypal"],
    ["I saw а cat", "look-alike: а"],
    ["a ɡood boy", "look-alike: ɡood"],
    ["в каждом письме, a потом", "look-alike: a"],
    ["ＡＢ c", "look-alike: ＡＢ"],
    ["see 𝐀𝐝𝐚", "look-alike: 𝐀𝐝𝐚"],
    ["ﬁn", "look-alike: ﬁ"],
    ["a\u0323\u0324\u0325b", "marks: a\u0323\u0324\u0325"],
    ["say A d a L o ve", "spread-out: A d a L o"],
    ["a  b", "spaces:   "],
    ["un\u00A0mot", "spaces: \u00A0"],
  ])("%j", (text, expected) => {
    expect(seen(text)).toContain(expected)
  })

  test("spaces that alternate at one sort of place are marked, a stray one is not", () => {
    const lines = (spaces: string) => Array.from(spaces, (space) => `oui${space}!`).join("\n")
    expect(seen(lines("\u00A0\u202F\u00A0\u202F\u202F\u00A0\u00A0"))).toHaveLength(3)
    expect(seen(lines("\u00A0\u00A0\u00A0 \u00A0\u00A0"))).toEqual([])
  })

  test("one sign in two forms, again and again", () => {
    expect(seen("❤️❤❤️❤❤❤️❤️").every((one) => one.startsWith("other-form"))).toBe(true)
    expect(seen("❤️❤❤️❤❤❤️❤️")).toHaveLength(3)
  })
})

const UNITS = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(
      ..."aA éÉ1234567890-. ()@/:\n«»!?'’,",
      "rue ",
      "Street ",
      "\n\n",
      "😀",
      "\u200B",
      "а",
      "ᑕ",
      "né ",
      "mars ",
      "Tremblay ",
      "at ",
      "dot ",
      " ",
    ),
    maxLength: 120,
  }),
)
const ANY: Wanted = { names: ["Anne Tremblay", ""], phonesFrom: "CA" }

test("never fails, and every place is inside the letter", () => {
  fc.assert(
    fc.property(UNITS, (text) => {
      const count = Array.from(text).length
      for (const { from, to } of highlight(text, ANY)) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(count)
      }
    }),
    { numRuns: 1000 },
  )
})

const WHOLE_LETTER: ReadonlySet<string> = new Set(["hidden", "look-alike", "spacing"])

function local(text: string): readonly Highlight[] {
  return highlight(text, ANY).filter(({ kind }) => !WHOLE_LETTER.has(kind))
}

test("what identifies is found in a letter as in its parts: an empty line divides", () => {
  fc.assert(
    fc.property(UNITS, UNITS, (one, other) => {
      const before = Array.from(one).length + 2
      const moved = local(other).map((each) => ({ ...each, from: each.from + before, to: each.to + before }))
      expect(local(`${one}\n\n${other}`)).toEqual([...local(one), ...moved])
    }),
    { numRuns: 500 },
  )
})

test("a social insurance number's check digit", () => {
  expect(passesLuhn("046454286")).toBe(true)
  expect(passesLuhn("046454287")).toBe(false)
})

test.each(["en", "fr"])("every reason and kind has its words: %s", (language) => {
  const url = new URL(`../../locales/${language}-review.ftl`, import.meta.url)
  const there = new Set(new FluentResource(readFileSync(url, "utf-8")).body.map(({ id }) => id))
  const reasons = Object.keys(REASONS) as readonly Why[]
  const wanted = reasons.flatMap((why) => [why, `highlight-kind-${REASONS[why]}`])
  expect(wanted.filter((one) => !there.has(one))).toEqual([])
})

test.each([
  ["one long word", "a".repeat(50_000)],
  ["digits", "1".repeat(50_000)],
  ["digits apart", "1 ".repeat(25_000)],
  ["at signs", "@".repeat(50_000)],
  ["dots", "a.".repeat(25_000)],
  ["capitals", "A ".repeat(25_000)],
  ["spaces", " ".repeat(50_000)],
  ["names", "Tremblay ".repeat(5_500)],
  ["quotes", "« oui » ".repeat(6_000)],
  ["hidden", "\u200B".repeat(50_000)],
  ["streets", "rue ".repeat(12_500)],
  ["words for digits", "one ".repeat(12_500)],
  ["look-alikes in a row", "а ".repeat(12_000) + "b ".repeat(13_000)],
  ["accented look-alikes", "áа ".repeat(12_000)],
  ["dots and at signs", "a@b.".repeat(12_000)],
  ["at and dot", "a at b dot ".repeat(4_500)],
  ["capitals that grow", "İ".repeat(25_000)],
])("a hostile letter takes no longer than a long one: %s", (_, text) => {
  const started = performance.now()
  highlight(text, ANY)
  expect(performance.now() - started).toBeLessThan(3_000)
})
