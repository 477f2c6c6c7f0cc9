// SPDX-License-Identifier: EUPL-1.2
/** Everybody whom this person can write to, in all of their cases: what is asked where there is more than one. */
import { possibleAddressees } from "./addressee.ts"
import { listLetters } from "./letters.ts"
import type { Session } from "./session.ts"

export type Possible = {
  readonly case: string
  /** Id of the one it would be for. */
  readonly person: string
  /** UTC day of the newest thing that went between the two; null for none. */
  readonly lastDay: string | null
}

/** Return them case by case. What went between whom is only looked up where there is a choice. */
export async function possibilities(
  session: Session,
  cases: readonly string[],
): Promise<readonly Possible[]> {
  const people = await Promise.all(
    cases.map(async (one) =>
      (await possibleAddressees(session, one)).map((person) => ({ case: one, person })),
    ),
  )
  const found = people.flat()
  if (found.length < 2) return found.map((one) => ({ ...one, lastDay: null }))
  const letters = await listLetters(session)
  return found.map((one) => {
    const last = letters.find((letter) => letter.case === one.case && letter.other === one.person)
    return { ...one, lastDay: last?.day ?? null }
  })
}
