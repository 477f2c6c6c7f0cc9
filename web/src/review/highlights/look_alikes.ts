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
const BEYOND_LATIN = /(?![\u0000-\u024F\u1E00-\u1EFF])\p{L}/u
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
const LETTER = /\p{L}/u
const LATIN: ReadonlySet<string> = new Set(["Latin"])
const NONE: ReadonlySet<string> = new Set()

type Word = { readonly from: number; readonly word: string; readonly scripts: ReadonlySet<string> }

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
  const disguised = runsOf(words).filter((run) => run[0]?.scripts.size === 1 && isDisguised(run, main))
  const all = [
    ...words.filter(isMixed).map((word) => [word, "highlight-mixed-scripts"] as const),
    ...disguised.flat().map((word) => [word, "highlight-look-alike"] as const),
    ...words.filter(isOddLatin).map((word) => [word, "highlight-look-alike"] as const),
  ]
  return all.map(([{ from, word }, why]) => found(pointAt(from), pointAt(from + word.length), why))
}

function wordOf(from: number, word: string): Word {
  if (!BEYOND_LATIN.test(word)) return { from, word, scripts: LETTER.test(word) ? LATIN : NONE }
  return { from, word, scripts: new Set(lettersOf(word).map(scriptOf).filter(isScript)) }
}

function lettersOf(word: string): readonly string[] {
  return Array.from(word).filter((letter) => !MARK.test(letter))
}

function isScript(script: string | null): script is string {
  return script !== null
}

/** Orthographies of the west coast write θ and χ among Latin letters; nobody takes them for others. */
function isMixed({ word, scripts }: Word): boolean {
  if (scripts.size < 2) return false
  const isWithGreek = scripts.size === 2 && scripts.has("Latin") && scripts.has("Greek")
  return !isWithGreek || lettersOf(word).some((letter) => LOOKS_LIKE.has(letter))
}

/** A Latin letter that is taken for another Latin one is out of place anywhere. */
function isOddLatin({ word, scripts }: Word): boolean {
  if (scripts.size !== 1 || !scripts.has("Latin") || !BEYOND_LATIN.test(word)) return false
  return lettersOf(word).some((letter) => LOOKS_LIKE.has(letter))
}

/** The script of most words that have one. */
function mainScriptOf(words: readonly Word[]): string {
  const counts = new Map<string, number>([["Latin", 0]])
  for (const { scripts } of words) {
    for (const script of scripts) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, one], [, other]) => other - one)
  return first?.[0] ?? "Latin"
}

/** Words of one script that follow each other. */
function runsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last !== undefined && isSame(last[0]?.scripts ?? NONE, word.scripts)) last.push(word)
    else runs.push([word])
  }
  return runs
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((script) => other.has(script))
}

/** ASCII letters that one of another script is taken for. */
const TAKEN_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ["Cyrillic", "Greek"].map((script) => {
    const same = [...LOOKS_LIKE].filter(([letter]) => scriptOf(letter) === script)
    return [script, new Set(same.map(([, ascii]) => ascii))]
  }),
)

/** Whether a run of words of another script could be read, letter for letter, in the main one. */
function isDisguised(run: readonly Word[], main: string): boolean {
  if (run[0]?.scripts.has(main)) return false
  const fits = fitting(main, run[0]?.scripts.has("Latin") ?? false)
  return fits !== null && run.every(({ word }) => lettersOf(word).every((letter) => fits.has(letter)))
}

/** The letters of another script that are taken for the main one's. */
function fitting(main: string, isLatin: boolean): { readonly has: (letter: string) => boolean } | null {
  if (main === "Latin") return LOOKS_LIKE
  return isLatin ? (TAKEN_FOR.get(main) ?? null) : null
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
