// SPDX-License-Identifier: EUPL-1.2
/** The same letter in other languages and forms, for its reader: none of them without the letter itself. */
import { insist } from "../protocol/heard.ts"
import { type Letter, listLetters } from "./letters.ts"
import { type ReadLetter, readLetter } from "./read.ts"
import type { Session } from "./session.ts"

/** What was opened: a letter, and another form of it if one was asked for. */
export type Reading = { readonly letter: ReadLetter; readonly form: ReadLetter | null }

function isReadable({ mine, state }: Letter): boolean {
  return !mine && (state === "released" || state === "opened")
}

/**
 * Open a letter; another form of one only together with the letter itself.
 *
 * Throws as `readLetter` does; `not-confirmed` for a form whose letter this person cannot read.
 */
export async function readWithOriginal(session: Session, id: string): Promise<Reading> {
  const opened = await readLetter(session, id)
  if (opened.kind !== "rendition") return { letter: opened, form: null }
  const letters = (await listLetters(session, opened.case)).filter(isReadable)
  const rendered = letters.find((one) => one.id === id)?.derivedFrom
  const original = letters.find(({ manifest, kind }) => kind !== "rendition" && manifest === rendered)
  insist(original !== undefined, "not-confirmed", "a rendition is shown beside its original only")
  return { letter: await readLetter(session, original.id), form: opened }
}

/** Ids of the other forms in which a letter may be read now. */
export async function formsOf(session: Session, { id, case: place }: ReadLetter): Promise<readonly string[]> {
  const letters = (await listLetters(session, place)).filter(isReadable)
  const here = letters.find((one) => one.id === id)
  return letters
    .filter(({ kind, derivedFrom }) => kind === "rendition" && derivedFrom === here?.manifest)
    .map((one) => one.id)
}
