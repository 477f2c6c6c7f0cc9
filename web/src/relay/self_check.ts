// SPDX-License-Identifier: EUPL-1.2
/**
 * What a writer may not have meant to give away: plain rules that run here and explain themselves.
 *
 * Nothing is sent, scored or blocked; each finding names its rule and place, and the person decides.
 * English and French, Canadian forms. Hidden characters alone must go before a letter can be sealed.
 */
import { notYet } from "./not_yet.ts"

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

/** Return the findings in the order of the text. */
export function selfCheck(text: string): readonly Finding[] {
  return notYet(text)
}
