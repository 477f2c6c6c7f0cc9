// SPDX-License-Identifier: EUPL-1.2
/** What the page says of each letter of `tests/corpus`: one JSON text a line in, one answer a line back. */
import { createInterface } from "node:readline"
import { RelayError } from "../src/errors.ts"
import { checkLetter, normaliseLetter } from "../src/protocol/letter.ts"
import { highlight } from "../src/review/highlights/highlight.ts"
import { paragraphsOf } from "../src/review/release.ts"

type Seen = {
  /** "ok", or why it is refused. */
  readonly verdict: string
  /** What is highlighted where it is not refused: kinds, each once. */
  readonly kinds: readonly string[]
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
  if (verdict !== "ok") return { verdict, kinds: [], paragraphs: [] }
  const kinds = highlight(text, { names: [], phonesFrom: "CA" }).map((one) => one.kind)
  return { verdict, kinds: [...new Set(kinds)], paragraphs: paragraphsOf(text) }
}

/** Answer until the input ends: the letter as its author's client sends it, and as a hostile one could. */
export async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const text: string = JSON.parse(line)
    const repaired = normaliseLetter(text)
    process.stdout.write(`${JSON.stringify({ repaired, sent: seen(repaired), forced: seen(text) })}\n`)
  }
}
