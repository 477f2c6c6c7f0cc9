// SPDX-License-Identifier: EUPL-1.2
/** What the app says, in the language of now: catalogues fetched as pages need them, dates as Canadians write them. */
import { FluentBundle } from "@fluent/bundle"
import { signal } from "@preact/signals"
import { type Catalogue, LANGUAGES, type Language } from "../locales/catalogue.ts"
import type { Words } from "../locales/words.ts"

/** A message's name, in every catalogue. */
export type Word = keyof Words

/** What a message asks for: nothing, or its variables. */
export type Filling<K extends Word> = [Words[K]] extends [never]
  ? []
  : [Readonly<Record<Words[K], string | number>>]

/** The language of now. Change it with `speak`. */
export const language = signal<Language>(preferred())

const wanted = new Set<Catalogue>()
const bundles = new Map<Language, FluentBundle>()
const fetched = new Map<string, Promise<void>>()

/** Return the language the browser asks for, English where it names neither. */
export function preferred(asked: readonly string[] = globalThis.navigator?.languages ?? []): Language {
  const first = asked.map((name) => name.slice(0, 2).toLowerCase()).find((name) => name in LANGUAGES)
  return first === "fr" ? "fr" : "en"
}

/** Return the other language. */
export function otherLanguage(): Language {
  return language.value === "en" ? "fr" : "en"
}

function bundleOf(tongue: Language): FluentBundle {
  let bundle = bundles.get(tongue)
  if (bundle === undefined) {
    bundle = new FluentBundle(`${tongue}-CA`, { useIsolating: false })
    bundles.set(tongue, bundle)
  }
  return bundle
}

async function fetchWords(tongue: Language, catalogue: Catalogue): Promise<void> {
  const { messages } = await catalogue[tongue]()
  bundleOf(tongue).addResource({ body: messages })
}

/** Have the words of a catalogue at hand in one language. */
export function haveWords(tongue: Language, catalogue: Catalogue): Promise<void> {
  const name = `${tongue}/${catalogue.name}`
  const known = fetched.get(name)
  if (known !== undefined) return known
  const coming = fetchWords(tongue, catalogue)
  fetched.set(name, coming)
  coming.catch(() => fetched.delete(name))
  return coming
}

/** Have the words that a page needs, in the language of now and after every switch. */
export async function needWords(...catalogues: readonly Catalogue[]): Promise<void> {
  for (const catalogue of catalogues) wanted.add(catalogue)
  await Promise.all(catalogues.map((catalogue) => haveWords(language.value, catalogue)))
}

/** Switch the language, once everything on the page can be said in it. */
export async function speak(tongue: Language): Promise<void> {
  await Promise.all([...wanted].map((catalogue) => haveWords(tongue, catalogue)))
  language.value = tongue
}

/** Say a message in one language, whatever the language of now. */
export function sayIn<K extends Word>(tongue: Language, word: K, ...filling: Filling<K>): string {
  const bundle = bundleOf(tongue)
  const pattern = bundle.getMessage(word)?.value
  if (pattern === undefined || pattern === null) return word
  return bundle.formatPattern(pattern, filling[0] ?? null, [])
}

/** Say a message in the language of now; a component that calls it is drawn again after a switch. */
export function say<K extends Word>(word: K, ...filling: Filling<K>): string {
  return sayIn(language.value, word, ...filling)
}

/** A time of day: "10:42", "10 h 42", never over two lines. */
export function clockTime(seconds: number): string {
  const format = new Intl.DateTimeFormat(`${language.value}-CA`, {
    hour: language.value === "fr" ? "numeric" : "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  return format.format(seconds * 1000).replaceAll(/\s/gu, "\u00a0")
}

/** The browser writes "1 décembre"; French says "1er décembre". */
function firstOfMonth(written: string): string {
  return language.value === "fr" ? written.replace(/^1 /u, "1er ") : written
}

/** A day, written out: "November 22, 2026", "22 novembre 2026". */
export function writtenDay(seconds: number): string {
  const format = new Intl.DateTimeFormat(`${language.value}-CA`, { dateStyle: "long" })
  return firstOfMonth(format.format(seconds * 1000))
}

/** A day that came as `YYYY-MM-DD`, written out and in no time zone. */
export function writtenDate(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  const format = new Intl.DateTimeFormat(`${language.value}-CA`, { dateStyle: "long", timeZone: "UTC" })
  return firstOfMonth(format.format(noon))
}

/** A day and a time: "November 22, 2026, 10:42". */
export function writtenMoment(seconds: number): string {
  return `${writtenDay(seconds)}, ${clockTime(seconds)}`
}
