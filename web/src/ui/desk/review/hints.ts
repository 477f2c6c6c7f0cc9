// SPDX-License-Identifier: EUPL-1.2
/** Highlights of a letter in the words of the desk. They are found here and told to nobody. */
import { highlight } from "../../../review/highlights/highlight.ts"
import type { Highlight } from "../../../review/highlights/kinds.ts"
import type { Hint } from "../../elements/hints/hints.tsx"
import { say } from "../../language.ts"

/** True where another of its kind covers it, and says enough. Of two alike the first stays. */
function isCovered(all: readonly Highlight[], at: number): boolean {
  const one = all[at]
  return all.some((other, place) => {
    if (one === undefined || place === at || other.kind !== one.kind) return false
    const covers = other.from <= one.from && one.to <= other.to
    const alike = other.from === one.from && other.to === one.to
    return alike ? place < at : covers
  })
}

/** Find what may be worth a second look. `names`: the case's sealed list. */
export function hintsIn(text: string, names: readonly string[]): readonly Hint[] {
  const all = highlight(text, { names, phonesFrom: "CA" })
  return all
    .filter((_, at) => !isCovered(all, at))
    .map(({ from, to, kind, why }) => ({
      from,
      to,
      title: say(`highlight-kind-${kind}`),
      why: say(why),
    }))
}
