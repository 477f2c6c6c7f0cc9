// SPDX-License-Identifier: EUPL-1.2
/** Passing over the refusals that one expects, and nothing else: our own bugs still show. */
import { type ErrorCode, RelayError } from "../errors.ts"

/** Return a catcher that passes over these codes. */
export function passCode(...codes: readonly ErrorCode[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof RelayError && codes.includes(error.code))) throw error
  }
}

/** Pass over any refusal. */
export function passRefusal(error: unknown): void {
  if (!(error instanceof RelayError)) throw error
}

/** Return what a work gives, or null where it is refused. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    passRefusal(error)
    return null
  }
}
