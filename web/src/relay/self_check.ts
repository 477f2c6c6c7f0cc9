// SPDX-License-Identifier: EUPL-1.2
/**
 * What a writer may not have meant to give away: plain rules that run here and explain themselves.
 *
 * Nothing is sent, scored or blocked; each finding names its rule and place, and the person decides.
 * English and French, Canadian forms. Hidden characters alone must go before a letter can be sealed.
 */
import { hiddenAt, normaliseLetter } from "../protocol/letter.ts"

export const RULES = [
  "street-address",
  "postal-code",
  "phone-number",
  "email-address",
  "web-address",
  "hidden-character",
  "lookalike",
] as const

export type Rule = (typeof RULES)[number]

export type Finding = {
  readonly rule: Rule
  /** Range in UTF-16 code units: `text.slice(start, end)`. */
  readonly start: number
  readonly end: number
  /** True when the letter cannot be sealed with it. */
  readonly blocks: boolean
}

// A word's edge that knows accented letters, which \b does not.
const BEFORE = "(?<![\\p{L}\\p{N}])"
const AFTER = "(?![\\p{L}\\p{N}])"
const GAP = "[ \\u00A0\\u202F]"
// Every run is bounded: a rule takes time in proportion to the letter.
const REST = "(?:[\\p{L}\\p{N}.’'-]{0,40}[\\p{L}\\p{N}])?"
const NAME = `[\\p{L}\\p{N}]${REST}`
const CAPITAL = `[\\p{Lu}\\p{N}]${REST}`
const LITTLE = "(?:the|a|an|my|our|your|his|her|their|this|that|to|of|on|in|and|les|la|le|des|du|de)"

const NUMBER = "[0-9]{1,6}(?:-[0-9]{1,6})?[A-Za-z]?"
/** Words that follow the name of nothing else. */
const ENGLISH_WAYS = "street|avenue|road|boulevard|crescent|highway|parkway|ave|blvd|cres|hwy|pkwy|rd"
/** Words that mean other things too: taken for an address only when written as a name. */
const ENGLISH_NAMES =
  "Street|St|Drive|Dr|Lane|Ln|Court|Crt|Ct|Place|Pl|Way|Terrace|Circle|Trail|Square|Sq|Concession|Line"
const FRENCH_WAYS =
  "rue|avenue|av|boulevard|boul|bd|chemin|ch|place|route|rte|rang|montée|côte|impasse|allée|croissant|promenade|quai|ruelle|autoroute|sentier"
const POINT = "(?:\\.|(?![\\p{L}\\p{N}]))"

const anyCase = (pattern: string) => new RegExp(pattern, "giu")
const asWritten = (pattern: string) => new RegExp(pattern, "gu")

const PATTERNS: readonly (readonly [Rule, RegExp])[] = [
  // 12 Main Street; 1200-4 old mill rd.
  [
    "street-address",
    anyCase(
      `${BEFORE}${NUMBER}${GAP}{1,3}(?:(?!${LITTLE}${GAP})${NAME}${GAP}{1,3}){1,3}(?:${ENGLISH_WAYS})${POINT}`,
    ),
  ],
  // 7 Elm Court
  [
    "street-address",
    asWritten(`${BEFORE}${NUMBER}${GAP}{1,3}(?:${CAPITAL}${GAP}{1,3}){1,3}(?:${ENGLISH_NAMES})${POINT}`),
  ],
  // 12, rue des Érables; 4 bis, chemin du Lac
  [
    "street-address",
    anyCase(
      `${BEFORE}${NUMBER}(?:${GAP}{1,3}(?:bis|ter))?,?${GAP}{1,3}(?:${FRENCH_WAYS})\\.?${GAP}{1,3}${NAME}(?:${GAP}${NAME}){0,3}`,
    ),
  ],
  // P.O. Box 12; case postale 12; C.P. 12; R.R. 3
  [
    "street-address",
    anyCase(
      `${BEFORE}(?:p\\.?${GAP}?o\\.?${GAP}?box|case postale|c\\.${GAP}?p\\.|r\\.?r\\.?)${GAP}{1,3}[0-9]{1,6}${AFTER}`,
    ),
  ],
  // apt. 4; appartement 12; unit 3; suite 210
  [
    "street-address",
    anyCase(
      `${BEFORE}(?:apartment|apt|appartement|app|unit|unité|suite)\\.?${GAP}{0,3}(?:#|no\\.?${GAP}?)?${GAP}{0,3}[0-9]{1,5}[A-Za-z]?${AFTER}`,
    ),
  ],
  [
    "postal-code",
    anyCase(
      `${BEFORE}[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z](?:${GAP}|-)?[0-9][ABCEGHJ-NPRSTV-Z][0-9]${AFTER}`,
    ),
  ],
  // 613 555-0199; (514) 555.0199; +1-800-555-0199
  [
    "phone-number",
    anyCase(
      `(?<![\\p{L}\\p{N}.+-])(?:\\+?1(?:${GAP}|[.-])?)?(?:\\([0-9]{3}\\)|[0-9]{3})(?:${GAP}|[.-])?${GAP}?[0-9]{3}(?:${GAP}|[.-])?[0-9]{4}${AFTER}`,
    ),
  ],
  // +33 1 23 45 67 89
  ["phone-number", anyCase(`(?<![\\p{L}\\p{N}])\\+[0-9](?:(?:${GAP}|[.-])?[0-9]){7,14}${AFTER}`)],
  // 555-0199
  ["phone-number", anyCase("(?<![\\p{L}\\p{N}.-])[0-9]{3}-[0-9]{4}(?![\\p{L}\\p{N}-])")],
  [
    "email-address",
    anyCase(`${BEFORE}[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}`),
  ],
  // sam at example dot com; sam (arobase) exemple point ca
  [
    "email-address",
    anyCase(
      `${BEFORE}[\\p{L}\\p{N}._-]{1,64}${GAP}{1,3}[([]?(?:at|arobase|arrobase|chez)[)\\]]?${GAP}{1,3}[\\p{L}\\p{N}-]{1,63}${GAP}{0,3}(?:\\.|[([]?(?:dot|point)[)\\]]?)${GAP}{0,3}(?:com|ca|org|net|fr|info|qc)${AFTER}`,
    ),
  ],
  ["web-address", anyCase(`${BEFORE}(?:https?://|www\\.)[^\\s<>«»"]{1,2000}`)],
  // @name on some site
  ["web-address", anyCase("(?<![\\p{L}\\p{N}.@_])@[\\p{L}\\p{N}_.]{3,64}")],
]

/** Return the findings in the order of the text; of two rules on one place the earlier and longer one. */
export function selfCheck(text: string): readonly Finding[] {
  const found = PATTERNS.flatMap(([name, pattern]) =>
    Array.from(text.matchAll(pattern), (match) => finding(name, match.index, match.index + match[0].length)),
  )
  let covered = 0
  return [...found, ...hidden(text), ...lookalikes(text)].sort(inOrder).filter(({ end }) => {
    const isNew = end > covered
    covered = Math.max(covered, end)
    return isNew
  })
}

function finding(name: Rule, start: number, end: number): Finding {
  return { rule: name, start, end, blocks: name === "hidden-character" }
}

function inOrder(one: Finding, other: Finding): number {
  return one.start - other.start || other.end - one.end || RULES.indexOf(one.rule) - RULES.indexOf(other.rule)
}

/** Characters that a letter may not hold and that normalising does not repair, run by run. */
function hidden(text: string): readonly Finding[] {
  const runs: Finding[] = []
  for (const { start, end } of hiddenPlaces(text)) {
    const last = runs.at(-1)
    if (last?.end === start) runs[runs.length - 1] = finding("hidden-character", last.start, end)
    else runs.push(finding("hidden-character", start, end))
  }
  return runs
}

function* hiddenPlaces(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let from = 0
  for (let at = hiddenAt(text); at !== null; at = hiddenAt(text.slice(from))) {
    const start = from + at
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
    from = start + character.length
    const repaired = hiddenAt(normaliseLetter(`a${character}a`)) === null
    if (!repaired) yield { start, end: from }
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LATIN = /\p{Script=Latin}/u
const OTHER_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u
// Full-width and mathematical letters and digits look like plain ones.
const DISGUISED = /[\uFF10-\uFF5A\u{1D400}-\u{1D7FF}]/u

/** Words that mix Latin with letters that look the same, or hide plain letters behind others. */
function lookalikes(text: string): readonly Finding[] {
  return Array.from(text.matchAll(WORD))
    .filter(([word]) => (LATIN.test(word) && OTHER_ALIKE.test(word)) || DISGUISED.test(word))
    .map((match) => finding("lookalike", match.index, match.index + match[0].length))
}
