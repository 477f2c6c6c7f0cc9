// SPDX-License-Identifier: EUPL-1.2
/**
 * Letters that look like others: words that mix scripts, words of another script that could all be read as
 * Latin, full-width and mathematical letters, and one emoji in several forms.
 *
 * A whole sentence in another script is no disguise, so a word of look-alikes is let be where its neighbours hold a
 * letter that has none. Source: UTS 39.
 */
import { compatible, LOOKS_LIKE } from "./folding.ts"
import { found, type Highlight } from "./kinds.ts"
import { type Form, oddForms } from "./odd_forms.ts"

const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu
const BEYOND_LATIN = /[^\u0000-\u024F\u1E00-\u1EFF]/
const COMPATIBLE =
  /[\uFB00-\uFB06\uFF01-\uFF5E\u2100-\u2188\u24B6-\u24E9\u{1D400}-\u{1D7FF}\u{1F110}-\u{1F169}\u{1F170}-\u{1F189}]/gu
/** Emoji, symbols and units that are meant as they are. */
const MEANT = /^[\u2116\u2122\u{1F170}\u{1F171}\u{1F17E}\u{1F17F}\p{Nl}]$/u
/** Scripts whose letters are taken for each other's. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latin", /^\p{Script=Latin}$/u],
  ["Cyrillic", /^\p{Script=Cyrillic}$/u],
  ["Greek", /^\p{Script=Greek}$/u],
  ["Syllabics", /^\p{Script=Canadian_Aboriginal}$/u],
  ["Armenian", /^\p{Script=Armenian}$/u],
  ["Cherokee", /^\p{Script=Cherokee}$/u],
  ["Coptic", /^\p{Script=Coptic}$/u],
  ["Georgian", /^\p{Script=Georgian}$/u],
  ["Lisu", /^\p{Script=Lisu}$/u],
  ["Tifinagh", /^\p{Script=Tifinagh}$/u],
  ["Hebrew", /^\p{Script=Hebrew}$/u],
  ["Arabic", /^\p{Script=Arabic}$/u],
  ["Deseret", /^\p{Script=Deseret}$/u],
  ["Osage", /^\p{Script=Osage}$/u],
  ["Warang", /^\p{Script=Warang_Citi}$/u],
  ["Old", /^[\p{Script=Carian}\p{Script=Lycian}\p{Script=Old_Italic}\p{Script=Elbasan}\p{Script=Runic}]$/u],
]

type Word = {
  readonly from: number
  readonly to: number
  readonly scripts: ReadonlySet<string>
  readonly alike: boolean
}

const known = new Map<string, string | null>()

function scriptOf(character: string): string | null {
  const before = known.get(character)
  if (before !== undefined) return before
  const script = SCRIPTS.find(([, regex]) => regex.test(character))?.[0] ?? null
  if (known.size < 10_000) known.set(character, script)
  return script
}

/** Find look-alikes in a text; `pointAt` turns a place in code units into one in code points. */
export function lookAlikesIn(text: string, pointAt: (unit: number) => number): readonly Highlight[] {
  return [...disguisedWords(text, pointAt), ...otherLetters(text, pointAt), ...mixedEmoji(text, pointAt)]
}

function disguisedWords(text: string, pointAt: (unit: number) => number): readonly Highlight[] {
  if (!BEYOND_LATIN.test(text)) return []
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => wordOf(index, word))
  const lettered = words.filter(({ scripts }) => scripts.size > 0)
  const isMainlyLatin = lettered.filter(({ scripts }) => scripts.has("Latin")).length * 2 >= lettered.length
  return words.flatMap((word, place) => {
    const [from, to] = [pointAt(word.from), pointAt(word.to)]
    if (word.scripts.size > 1) return [found(from, to, "highlight-mixed-scripts")]
    const isAlone = isMainlyLatin && word.alike && isWithoutCompany(words, place)
    return isAlone ? [found(from, to, "highlight-look-alike")] : []
  })
}

function wordOf(from: number, word: string): Word {
  const to = from + word.length
  if (!BEYOND_LATIN.test(word)) return { from, to, scripts: LATIN_ONLY, alike: false }
  const letters = Array.from(word).filter((letter) => !/^\p{M}$/u.test(letter))
  const scripts = new Set(letters.map(scriptOf).filter((script) => script !== null))
  const isLatin = scripts.has("Latin")
  return { from, to, scripts, alike: letters.every((letter) => LOOKS_LIKE.has(letter)) && !isLatin }
}

const LATIN_ONLY: ReadonlySet<string> = new Set(["Latin"])

/** Whether no neighbour in the same script shows, by a letter of its own, that the script is meant. */
function isWithoutCompany(words: readonly Word[], place: number): boolean {
  const [script = ""] = words[place]?.scripts ?? []
  return [-1, 1].every((step) => {
    for (let at = place + step; words[at]?.scripts.has(script); at += step)
      if (words[at]?.alike === false) return false
    return true
  })
}

/** Full-width, mathematical and circled letters, ligatures: other code points, read as the plain ones. */
function otherLetters(text: string, pointAt: (unit: number) => number): readonly Highlight[] {
  const all: { from: number; to: number }[] = []
  for (const { index, 0: letter } of text.matchAll(COMPATIBLE)) {
    if (MEANT.test(letter) || !isOtherForm(letter)) continue
    const [from, to] = [pointAt(index), pointAt(index + letter.length)]
    const last = all.at(-1)
    if (last !== undefined && last.to === from) last.to = to
    else all.push({ from, to })
  }
  return all.map(({ from, to }) => found(from, to, "highlight-look-alike"))
}

function isOtherForm(letter: string): boolean {
  return compatible(letter) !== null || /^[a-z]{2,3}$/.test(letter.normalize("NFKC"))
}

const PICTOGRAPH = /(\p{Extended_Pictographic})(\uFE0F|[\u{1F3FB}-\u{1F3FF}])?/gu

/** One emoji with and without its selector, or in several skin tones, again and again. */
function mixedEmoji(text: string, pointAt: (unit: number) => number): readonly Highlight[] {
  const forms = [...text.matchAll(PICTOGRAPH)].map(
    ({ index, 0: whole, 1: place = "", 2: form = "" }): Form => ({
      place,
      form,
      from: index,
      to: index + whole.length,
    }),
  )
  return oddForms(forms).map(({ from, to }) => found(pointAt(from), pointAt(to), "highlight-other-form"))
}
