// SPDX-License-Identifier: EUPL-1.2
/** What a mediator looks at before approving. Each is a question that they answered for themselves, not a score. */

export const CHECKS = [
  "identifying",
  "threat",
  "blame",
  "manipulation",
  "offence",
  "third-persons",
  "pressure",
  "readiness",
] as const

export type Check = (typeof CHECKS)[number]

/** What is still to be looked at, in the order of the list. */
export function leftToCheck(looked: readonly Check[]): readonly Check[] {
  return CHECKS.filter((check) => !looked.includes(check))
}

/** As a note holds them: a set in rising order (docs/format.md §4). */
export function checksOf(looked: readonly Check[]): readonly Check[] {
  return CHECKS.filter((check) => looked.includes(check)).sort()
}
