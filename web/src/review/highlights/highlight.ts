// SPDX-License-Identifier: EUPL-1.2
/**
 * What a reviewer may want to look at twice: pure, local, explainable. Nothing leaves the browser.
 *
 * What identifies somebody is looked for paragraph by paragraph, so that no pattern reads across an empty line
 * and a long letter takes a time that grows with its length. What hides is judged over the whole letter.
 */
import { pointsOf } from "../passages.ts"
import { addressesIn } from "./addresses.ts"
import { birthsIn } from "./births.ts"
import { contactsIn } from "./contacts.ts"
import { folded, lineOf } from "./folding.ts"
import { hiddenIn, spacesIn, spreadIn } from "./hidden.ts"
import type { Highlight } from "./kinds.ts"
import { lookAlikesIn } from "./look_alikes.ts"
import { type NameParts, namePartsOf, namesIn } from "./names.ts"
import { type Country, phonesIn } from "./phones.ts"

/** What to look for besides what is always looked for. */
export type Wanted = {
  /** Names from the case's sealed list. */
  readonly names: readonly string[]
  /** How a number without a country code is read. */
  readonly phonesFrom: Country
}

/** Find all highlights of a letter, by where they begin; they may overlap. */
export function highlight(text: string, { names, phonesFrom }: Wanted): readonly Highlight[] {
  const parts = namePartsOf(names)
  const all = [
    ...paragraphsIn(folded(text)).flatMap(({ from, paragraph }) =>
      identifying(paragraph, parts, phonesFrom).map((one) => ({
        ...one,
        from: one.from + from,
        to: one.to + from,
      })),
    ),
    ...hiddenIn(text),
    ...spacesIn(units(text)),
    ...lookAlikesIn(text, pointsOf(text).pointOf),
  ]
  return all.sort(
    (one, other) => one.from - other.from || other.to - one.to || (one.why < other.why ? -1 : 1),
  )
}

function identifying(paragraph: string, names: NameParts, phonesFrom: Country): readonly Highlight[] {
  const line = lineOf(paragraph)
  return [
    ...addressesIn(line),
    ...phonesIn(line, phonesFrom),
    ...contactsIn(line),
    ...birthsIn(line),
    ...namesIn(paragraph, names),
    ...spreadIn(paragraph),
  ]
}

type Paragraph = { readonly from: number; readonly paragraph: string }

function paragraphsIn(units: string): readonly Paragraph[] {
  let from = 0
  return units.split("\n\n").map((paragraph) => {
    const found = { from, paragraph }
    from += paragraph.length + 2
    return found
  })
}

/** One code unit a code point, characters as they are but for those that need two. */
function units(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
}
