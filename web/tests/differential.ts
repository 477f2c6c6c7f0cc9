// SPDX-License-Identifier: EUPL-1.2
/** The line protocol of `tests/vectors/README.md`: one call a line on standard input, one answer a line back, in order. */
import { createInterface } from "node:readline"
import { call } from "./functions.ts"
import type { Given } from "./functions_crypto.ts"

type Line = { readonly fn: string; readonly input: Given }

/** Answer until the input ends. */
export async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { fn, input } = JSON.parse(line) as Line
    process.stdout.write(`${JSON.stringify(await call(fn, input))}\n`)
  }
}
