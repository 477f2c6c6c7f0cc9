// SPDX-License-Identifier: EUPL-1.2
/** What the page says of each letter of `tests/corpus`: one JSON text a line in, one answer a line back. */
import { createInterface } from "node:readline"
import { RelayError } from "../src/errors.ts"
import { checkLetter, normaliseLetter } from "../src/protocol/letter.ts"
import { highlight } from "../src/review/highlights/highlight.ts"
import { pointsOf, wordsIn } from "../src/review/passages.ts"
import { paragraphsOf } from "../src/review/release.ts"

/** Names of the corpus, so that honest letters have places, too. */
const NAMES = ["François", "Nguyễn Thị Hồng", "Çağla Işık", "Zoë", "Ελένη Παπαδοπούλου"]

type Seen = {
  /** "ok", or why it is refused. */
  readonly verdict: string
  /** What is highlighted where it is not refused: kinds, each once. */
  readonly kinds: readonly string[]
  /** Where each highlight is, and the words there. */
  readonly places: readonly (readonly [number, number, string])[]
  readonly paragraphs: readonly string[]
}

function verdictOf(text: string): string {
  try {
    checkLetter(text)
    return "ok"
  } catch (error) {
    if (error instanceof RelayError) return error.code
    throw error
  }
}

function seen(text: string): Seen {
  const verdict = verdictOf(text)
  if (verdict !== "ok") return { verdict, kinds: [], places: [], paragraphs: [] }
  const all = highlight(text, { names: NAMES, phonesFrom: "CA" })
  const points = pointsOf(text)
  return {
    verdict,
    kinds: [...new Set(all.map((one) => one.kind))].filter((kind) => kind !== "name"),
    places: all.map((one) => [one.from, one.to, wordsIn(points, one)] as const),
    paragraphs: paragraphsOf(text),
  }
}

/** Answer until the input ends: the letter as its author's client sends it, and as a hostile one could. */
export async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const text: string = JSON.parse(line)
    const repaired = normaliseLetter(text)
    process.stdout.write(`${JSON.stringify({ repaired, sent: seen(repaired), forced: seen(text) })}\n`)
  }
}
