// SPDX-License-Identifier: EUPL-1.2
/**
 * A letter as the patterns read it: one code unit a code point, look-alikes as what they look like.
 *
 * So a pattern's place is the letter's own, in code points, and `６１３` or a Cyrillic `о` hides nothing.
 */
import { LOOK_ALIKES } from "./look_alike_table.ts"

const REPLACEMENT = "\uFFFD"
const SPACES =
  "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"
const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D"
const QUOTES = "\u2018\u2019\u201B\u02BC\u2032\uFF07"
const ASCII = /^[!-~]$/
const ORDINARY = "\u00AA\u00BA"

/** Which ASCII character each of the table's looks like. */
export const LOOKS_LIKE: ReadonlyMap<string, string> = readTable(LOOK_ALIKES)

function readTable(table: string): ReadonlyMap<string, string> {
  const pairs = table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [ascii = "", ...others] = line
        .split(" ")
        .map((point) => String.fromCodePoint(parseInt(point, 16)))
      return others.map((other) => [other, ascii] as const)
    })
  return new Map(pairs)
}

const known = new Map<string, string>()

/** Return the one code unit that stands for a character in the patterns' eyes. */
export function foldedCharacter(character: string): string {
  if (character <= "\u007F") return character
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = judged(character)
  if (known.size < 10_000) known.set(character, folded)
  return folded
}

function judged(character: string): string {
  if (SPACES.includes(character)) return " "
  if (DASHES.includes(character)) return "-"
  if (QUOTES.includes(character)) return "'"
  const ascii = LOOKS_LIKE.get(character) ?? compatible(character)
  if (ascii !== null) return ascii
  return character.length === 1 ? character : REPLACEMENT
}

/** The ASCII character that this is another form of, such as a full-width or a mathematical one; or null. */
export function compatible(character: string): string | null {
  if (ORDINARY.includes(character)) return null
  const plain = character.normalize("NFKC")
  return plain !== character && ASCII.test(plain) ? plain : null
}

/** Fold a text: as many code units as it has code points. */
export function folded(text: string): string {
  let written = ""
  for (const character of text) written += foldedCharacter(character)
  return written
}

/** A paragraph as the patterns read it: on one line, as it is and in small letters, place for place the same. */
export type Line = { readonly text: string; readonly lower: string }

/** Make a line of a folded paragraph. */
export function lineOf(paragraph: string): Line {
  const text = paragraph.replace(/\n/g, " ")
  const lower = text.toLowerCase()
  // A few capitals become two letters: they stay as they are, so that no place moves.
  return { text, lower: lower.length === text.length ? lower : text.replace(/./gu, loweredCharacter) }
}

function loweredCharacter(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/** Return a word without case and accents, to compare names by. */
export function bare(word: string): string {
  const lower = word.toLowerCase()
  return lower <= "\u007F" ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe")
}
