// SPDX-License-Identifier: EUPL-1.2
/** Patterns over a line: each is tried only where a cheap sign of it is there, so that a long letter takes no long time. */
import type { Line } from "./folding.ts"
import type { Why } from "./kinds.ts"

export type Pattern = {
  readonly why: Why
  /** Read as it is, where capitals matter; otherwise in small letters. */
  readonly on?: "text"
  /** What a line must hold for the pattern to be worth trying. */
  readonly sign?: RegExp
  readonly regex: RegExp
  readonly holds?: (match: string) => boolean
}

export type Match = { readonly from: number; readonly match: string; readonly why: Why }

/** Find all matches of all patterns in a line. */
export function matches(line: Line, patterns: readonly Pattern[]): readonly Match[] {
  return patterns.flatMap(({ why, on, sign, regex, holds }) => {
    if (sign !== undefined && !sign.test(line.lower)) return []
    return [...(on === "text" ? line.text : line.lower).matchAll(regex)]
      .filter(({ 0: match }) => holds?.(match) ?? true)
      .map(({ index, 0: match }) => ({ from: index, match, why }))
  })
}
