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
  /[\uFB00-\uFB06\uFF01-\uFF5E\u2100-\u2188\u24B6-\u24E9\u{1D400}-\u{1D7FF}\u{1F110}-\u{1F169}\u{1F170}-\u{1F189}](?!\uFE0F)/gu
/** Signs that are meant as they are: numero, trade mark, blood types, Roman numerals. */
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

const MARK = /^\p{M}$/u

type Word = {
  readonly from: number
  readonly to: number
  readonly scripts: ReadonlySet<string>
  readonly mixed: boolean
  /** The main scripts of a letter in which it would be read as one of theirs. */
  readonly alike: ReadonlySet<string>
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
  const main = mainScriptOf(words)
  return words.flatMap((word, place) => {
    const [from, to] = [pointAt(word.from), pointAt(word.to)]
    if (word.mixed) return [found(from, to, "highlight-mixed-scripts")]
    const isDisguised = word.alike.has(main) && isWithoutCompany(words, place, main)
    return isDisguised ? [found(from, to, "highlight-look-alike")] : []
  })
}

function wordOf(from: number, word: string): Word {
  const to = from + word.length
  const letters = Array.from(word).filter((letter) => !MARK.test(letter))
  const scripts = new Set(letters.map(scriptOf).filter(isScript))
  return { from, to, scripts, mixed: isMixed(letters, scripts), alike: alikeTo(letters, scripts) }
}

/** Orthographies of the west coast write θ and χ among Latin letters; nobody takes them for others. */
function isMixed(letters: readonly string[], scripts: ReadonlySet<string>): boolean {
  const isWithGreek = scripts.size === 2 && scripts.has("Latin") && scripts.has("Greek")
  return scripts.size > 1 && !(isWithGreek && !letters.some((letter) => LOOKS_LIKE.has(letter)))
}

function isScript(script: string | null): script is string {
  return script !== null
}

const LATIN_ONLY: ReadonlySet<string> = new Set(["Latin"])
const NO_SCRIPT: ReadonlySet<string> = new Set()
const LATIN_TOO: ReadonlySet<string> = new Set(["Latin", "Cyrillic", "Greek"])

/** ASCII letters that a Cyrillic or Greek one is taken for. */
const TAKEN_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ["Cyrillic", "Greek"].map((script) => {
    const same = [...LOOKS_LIKE].filter(([letter]) => scriptOf(letter) === script)
    return [script, new Set(same.map(([, ascii]) => ascii))]
  }),
)

/** The main scripts of a letter in which a word could be read without its being of that script. */
function alikeTo(letters: readonly string[], scripts: ReadonlySet<string>): ReadonlySet<string> {
  if (!scripts.has("Latin")) return letters.every((letter) => LOOKS_LIKE.has(letter)) ? LATIN_ONLY : NO_SCRIPT
  // A Latin letter that is taken for another Latin one is out of place anywhere.
  if (letters.some((letter) => LOOKS_LIKE.has(letter))) return LATIN_TOO
  const fitting = [...TAKEN_FOR].filter(([, ascii]) => letters.every((letter) => ascii.has(letter)))
  return fitting.length > 0 ? new Set(fitting.map(([script]) => script)) : NO_SCRIPT
}

/** The script of most words that have one. */
function mainScriptOf(words: readonly Word[]): string {
  const counts = new Map<string, number>([["Latin", 0]])
  for (const script of words.flatMap(({ scripts }) => [...scripts]))
    counts.set(script, (counts.get(script) ?? 0) + 1)
  const [first] = [...counts].sort(([, one], [, other]) => other - one)
  return first?.[0] ?? "Latin"
}

/** Whether no neighbour in the same script shows, by a letter of its own, that the script is meant. */
function isWithoutCompany(words: readonly Word[], place: number, main: string): boolean {
  const [script = main] = words[place]?.scripts ?? []
  if (script === main) return true
  return [-1, 1].every((step) => {
    for (let at = place + step; words[at]?.scripts.has(script); at += step) {
      if (words[at]?.alike.has(main) === false) return false
    }
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

const EMOJI =
  /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)*/gu
const CHOICES = /[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu

/** One emoji with and without its selector, or in several skin tones, again and again. */
function mixedEmoji(text: string, pointAt: (unit: number) => number): readonly Highlight[] {
  const forms = [...text.matchAll(EMOJI)].map(
    ({ index, 0: form }): Form => ({
      place: form.replace(CHOICES, ""),
      form,
      from: index,
      to: index + form.length,
    }),
  )
  return oddForms(forms).map(({ from, to }) => found(pointAt(from), pointAt(to), "highlight-other-form"))
}
