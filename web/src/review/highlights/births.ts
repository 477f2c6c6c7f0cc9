// SPDX-License-Identifier: EUPL-1.2
/** Dates of birth: a date that stands near a word of birth. A date alone is none, and neither is a year. */
import type { Line } from "./folding.ts"
import { found, type Highlight } from "./kinds.ts"

const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|janv|févr|juil|déc"
const DAY = "(?:0?[1-9]|[12]\\d|3[01])"
const MONTH = "(?:0?[1-9]|1[0-2])"
const DATE = new RegExp(
  [
    `(?<![\\p{L}\\d])(?:(?:18|19|20)\\d\\d([-/. ])${MONTH}\\1${DAY}`,
    `${DAY}([-/. ])${DAY}\\2(?:(?:18|19|20)\\d\\d|\\d\\d)`,
    `(?:${MONTHS})\\.? ${DAY}(?:st|nd|rd|th)?(?:,? (?:18|19|20)\\d\\d)?`,
    `${DAY}(?:st|nd|rd|th|er)?(?: of)? (?:${MONTHS})(?!\\p{L})\\.?(?:,? (?:18|19|20)\\d\\d)?)(?![\\p{L}\\d])`,
  ].join("|"),
  "gu",
)
const BEFORE =
  /(?<!\p{L})(?:born|birthday|birth ?date|date of birth|d\.?o\.?b|née?s?|naissance|naquit|anniversaire|ma fête|sa fête)(?!\p{L})/u
const AFTER =
  /^[ ,:;()-]{0,3}(?:is|was|est|était|c'est|it's)? ?(?:my|his|her|their|our|the|ma|sa|mon|son|notre|leur|la)? ?(?:birthday|birth ?date|date of birth|d\.?o\.?b|date de naissance|anniversaire|fête)(?!\p{L})/u
const NEAR = 40

/** Find the dates of birth of one paragraph. */
export function birthsIn({ lower }: Line): readonly Highlight[] {
  return [...lower.matchAll(DATE)]
    .filter(({ index, 0: date }) => isOfBirth(lower, index, index + date.length))
    .map(({ index, 0: date }) => found(index, index + date.length, "highlight-birth"))
}

function isOfBirth(line: string, from: number, to: number): boolean {
  return BEFORE.test(line.slice(Math.max(0, from - NEAR), from)) || AFTER.test(line.slice(to, to + NEAR))
}
