// SPDX-License-Identifier: EUPL-1.2
/** The highlights of a letter of 50,000 characters; prints milliseconds on the processor a round, once warm, as JSON. */

import process from "node:process"
import { highlight } from "../src/review/highlights/highlight.ts"

const LENGTH = 50_000
const WARM = 5
const reps = Number(process.argv[2])
const PARAGRAPHS = [
  "I have thought about that evening every day since. It was 10:30, on March 12, 2019, and I was 19.",
  "« Pourquoi nous\u00A0? » C’est ce que ma mère a demandé\u00A0: je n’avais rien à dire.",
  "My number was 613-555-0199 and I lived at 1204 Main Street, K1A 0B1; write to me at ada@example.ca.",
  "ᐊᐃᓐᖓᐃ, ᖃᓄᐃᐱᑦ? Merci 🙏🏽 à toute la famille 👨‍👩‍👧 ❤️, et à Marie-Ève Tremblay.",
  "What I took was yours, and I can’t give it back. I work nights now, in a kitchen, and I like it there.",
]
const names = Array.from({ length: 20 }, (_, index) => `Camille-${index} Tremblay-Gagnon${index}`)

let text = ""
for (let index = 0; text.length < LENGTH; index++) text += `${PARAGRAPHS[index % PARAGRAPHS.length]}\n\n`
const letter = text.slice(0, LENGTH)

const found: number[] = []
for (let round = 0; round < reps + WARM; round++) {
  const began = process.cpuUsage()
  highlight(letter, { names, phonesFrom: "CA" })
  const { user, system } = process.cpuUsage(began)
  found.push((user + system) / 1000)
}
process.stdout.write(JSON.stringify(found.slice(WARM)))
