// SPDX-License-Identifier: EUPL-1.2
/** A sorted word list as it travels: each word as what it shares with the one before, and the rest. */

const WORD = /(\d)([a-z]+)/g

/** Return the words: "0abdomen6inal" holds "abdomen" and "abdominal". White space counts for nothing. */
export function unfold(folded: string): readonly string[] {
  const words: string[] = []
  let before = ""
  for (const [, shared, rest] of folded.replaceAll(/\s/g, "").matchAll(WORD)) {
    before = before.slice(0, Number(shared)) + rest
    words.push(before)
  }
  return words
}
