// SPDX-License-Identifier: EUPL-1.2
/** A disclosure for safety: under which rule, and no more than one page. */

/** Rules that a mediator can name; the register keeps the word in the clear. */
export const RULES = [
  "danger-to-life",
  "self-harm",
  "threat",
  "child-protection",
  "court-order",
  "institution-safety",
  "other",
] as const

export type Rule = (typeof RULES)[number]

/** Most characters that one printed page holds, with room for its heading. */
export const PAGE_CHARACTERS = 2000

/** True when the words and passages of a disclosure fit one page. Line ends take room too. */
export function fitsPage(texts: readonly string[]): boolean {
  const lines = texts.flatMap((text) => text.split("\n"))
  const taken = lines.reduce((sum, line) => sum + Math.ceil((line.length + 1) / 80) * 80, 0)
  return taken <= PAGE_CHARACTERS
}
