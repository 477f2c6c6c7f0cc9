// SPDX-License-Identifier: EUPL-1.2
/** Telephone and social insurance numbers: digits in the shapes that people write them in, then the number's own rules. */
import { isValidPhoneNumber } from "libphonenumber-js/core"
import type { Line } from "./folding.ts"
import { found, type Highlight, type Why } from "./kinds.ts"
import { PLANS } from "./phone_table.ts"

export type Country = "CA" | "US"

const MANY_DIGITS = /\d(?:[ .()/-]{0,3}\d){6}/
/** Digits with what may stand between them; never the middle of a longer run. */
const RUN = /(?<![\p{L}\d])(?<!\d[.,:/-])[+(]?\d(?:[ .()/-]{0,3}\d){6,24}(?!\d)/gu
const GROUP = /\d+/g
/** How the groups of a number from here are divided; with 1 before each of them, too. */
const SHAPES: ReadonlySet<string> = new Set(["10", "3 3 4", "3 7", "6 4", "3 3 2 2", "2 2 2 2 2"])
const INSURANCE_SHAPES: ReadonlySet<string> = new Set(["9", "3 3 3"])
const INSURANCE_WORDS = /(?<!\p{L})(?:sin|nas|s\.i\.n|n\.a\.s|social insurance|assurance sociale)(?!\p{L})/u
const CALL_WORDS =
  /(?<!\p{L})(?:call|phone|text|cell|tel|number|reach|appelle[rz]?|rappelle[rz]?|téléphoner?|texte[rz]?|cellulaire|numéro|joindre)(?!\p{L})/u
const LOCAL = /^[2-9]\d{2}[.-]\d{4}$/
const LOCAL_SPACED = /^[2-9]\d{2} \d{4}$/
const WORDS_BEFORE = 48
const DIGIT_WORDS =
  "zero|oh|one|two|three|four|five|six|seven|eight|nine|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf"
/** Without the flag for Unicode, which makes this one slow: a line holds no pairs of surrogates. */
const LETTER = "[a-z\u00E0-\u00FF]"
const SPELLED = new RegExp(`(?<!${LETTER})(?:(?:${DIGIT_WORDS})(?:[ ,.-]{1,2}|(?!${LETTER}))){7,}`, "g")

type Group = { readonly from: number; readonly to: number; readonly digits: string }

/** Find the numbers of one paragraph. */
export function phonesIn({ lower }: Line, country: Country): readonly Highlight[] {
  const runs = MANY_DIGITS.test(lower)
    ? [...lower.matchAll(RUN)].flatMap((run) => numbersOf(lower, run.index, run[0], country))
    : []
  const spelled = [...lower.matchAll(SPELLED)].map(({ index, 0: words }) =>
    found(index, index + words.trimEnd().length, "highlight-phone-spelled"),
  )
  return [...runs, ...spelled]
}

function numbersOf(paragraph: string, at: number, run: string, country: Country): readonly Highlight[] {
  const whole = whyOfWhole(paragraph.slice(Math.max(0, at - WORDS_BEFORE), at), run, country)
  if (whole !== null) return [found(at, at + run.length, whole)]
  const groups = [...run.matchAll(GROUP)].map(({ index, 0: digits }) => ({
    from: at + index,
    to: at + index + digits.length,
    digits,
  }))
  return windowsOf(groups, country)
}

function whyOfWhole(before: string, run: string, country: Country): Why | null {
  const digits = run.replace(/\D/g, "")
  if (run.startsWith("+") && !digits.startsWith("1"))
    return isAbroad(digits) ? "highlight-phone-abroad" : null
  if (digits.length === 9) return whyOfNine(before, run, digits)
  if (isLocal(before, run)) return "highlight-phone-local"
  return isOneByOne(run) && isPhone(digits, country) ? "highlight-phone" : null
}

/** E.164: at most 15 digits, the country's code among them. */
function isAbroad(digits: string): boolean {
  return digits.length >= 8 && digits.length <= 15
}

function isLocal(before: string, run: string): boolean {
  return LOCAL.test(run) || (LOCAL_SPACED.test(run) && CALL_WORDS.test(before))
}

function isOneByOne(run: string): boolean {
  return run.length >= 19 && (run.match(GROUP) ?? []).every((group) => group.length === 1)
}

function whyOfNine(before: string, run: string, digits: string): Why | null {
  const isShaped = INSURANCE_SHAPES.has(shapeOf(run.match(GROUP) ?? [])) || /^\d(?:[ .-]\d){8}$/.test(run)
  if (isShaped && !digits.startsWith("0") && passesLuhn(digits)) return "highlight-insurance"
  return INSURANCE_WORDS.test(before) ? "highlight-insurance-said" : null
}

function shapeOf(groups: readonly string[]): string {
  return groups.map((group) => group.length).join(" ")
}

/** Look at each stretch of groups: a number may stand among other digits. */
function windowsOf(groups: readonly Group[], country: Country): readonly Highlight[] {
  const all: Highlight[] = []
  let at = 0
  while (at < groups.length) {
    const size = windowAt(groups, at, country)
    const window = groups.slice(at, at + size)
    const [first, last] = [window[0], window.at(-1)]
    if (first !== undefined && last !== undefined) all.push(found(first.from, last.to, "highlight-phone"))
    at += Math.max(1, size)
  }
  return all
}

/** Return how many groups from `at` on are a number; 0: none. */
function windowAt(groups: readonly Group[], at: number, country: Country): number {
  for (const size of [1, 2, 3, 4, 5, 6]) {
    const digits = groups.slice(at, at + size).map((group) => group.digits)
    if (digits.length === size && isShaped(digits) && isPhone(digits.join(""), country)) return size
  }
  return 0
}

function isShaped(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups
  if (SHAPES.has(shapeOf(groups)) || (first === "1" && SHAPES.has(shapeOf(rest)))) return true
  return groups.length === 1 && first.length === 11 && first.startsWith("1")
}

function isPhone(digits: string, country: Country): boolean {
  return isValidPhoneNumber(digits, country, PLANS)
}

/** The check digit of a social insurance number (Luhn, as for cards). */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0)
  return sum % 10 === 0
}
