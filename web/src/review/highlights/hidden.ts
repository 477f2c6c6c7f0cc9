// SPDX-License-Identifier: EUPL-1.2
/** What a reader would not see: characters that a letter may not hold, stacked marks, and spaces that say something. */
import { hiddenAt, isHardPlace } from "../../protocol/letter.ts"
import { found, type Highlight } from "./kinds.ts"
import { oddForms } from "./odd_forms.ts"

const MANY_MARKS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}\uFFFD ]\p{M}{3,}/gu
const SPACES = / [ \u00A0\u202F]+|[\u00A0\u202F][ \u00A0\u202F]+|^ +| +$/gmu
const HARD = /[\u00A0\u202F]/g
/** Single letters, each apart from the next: a way to write what a search does not find. */
const SPREAD = /(?<![\p{L}\d'])(?:\p{L}[ ._·*-]){4,}\p{L}(?![\p{L}\d'])/gu
const SPREAD_MOST = 200

/** Find the characters that may not stand in a letter, as code points. */
export function hiddenIn(text: string): readonly Highlight[] {
  const all: Highlight[] = []
  let [unit, point] = [0, 0]
  for (let at = hiddenAt(text); at !== null; at = hiddenAt(text, unit)) {
    point += Array.from(text.slice(unit, at)).length
    unit = at + String.fromCodePoint(text.codePointAt(at) ?? 0).length
    const last = all.at(-1)
    if (last?.to === point) all.splice(-1, 1, found(last.from, point + 1, "highlight-hidden"))
    else all.push(found(point, point + 1, "highlight-hidden"))
    point += 1
  }
  return all
}

/** Find stacked marks and letters spread out, in one paragraph of single units (`folding.ts`). */
export function spreadIn(paragraph: string): readonly Highlight[] {
  const marks = [...paragraph.matchAll(MANY_MARKS)].map(({ index, 0: match }) =>
    found(index, index + match.length, "highlight-marks"),
  )
  const spread = [...paragraph.matchAll(SPREAD)]
    .filter(({ 0: match }) => match.length <= SPREAD_MOST)
    .map(({ index, 0: match }) => found(index, index + match.length, "highlight-spread-out"))
  return [...marks, ...spread]
}

/** Find spaces out of form, in a text of single units that still has its own spaces. */
export function spacesIn(units: string): readonly Highlight[] {
  const runs = [...units.matchAll(SPACES)].map(({ index, 0: run }) =>
    found(index, index + run.length, "highlight-spaces"),
  )
  const hard = [...units.matchAll(HARD)]
    .filter(({ index }) => !isHardPlace(units.charAt(index - 1), units.charAt(index + 1)))
    .map(({ index }) => found(index, index + 1, "highlight-spaces"))
  return [...runs, ...hard, ...mixedSpaces(units)]
}

/** Where a hard space may stand, and a few places more. */
const PLACES = /[ \u00A0\u202F](?=[;:!?»%0-9])|(?<=[«0-9])[ \u00A0\u202F]/g
const DIGIT = /^[0-9]$/

/** Find the odd ones where the same place has one kind of space here and another there: a bit a space. */
function mixedSpaces(units: string): readonly Highlight[] {
  const forms = [...units.matchAll(PLACES)].flatMap(({ index, 0: form }) => {
    const [left, right] = [units.charAt(index - 1), units.charAt(index + 1)]
    return isHardPlace(left, right) ? [{ place: placeOf(left, right), form, from: index, to: index + 1 }] : []
  })
  return oddForms(forms).map(({ from, to }) => found(from, to, "highlight-spaces-mixed"))
}

/** What one and the same hand would always space alike: a mark, a unit, thousands, a number after such a letter. */
function placeOf(left: string, right: string): string {
  if (left === "«") return left
  if (!DIGIT.test(right)) return right
  return DIGIT.test(left) ? "1 1" : `${left} 1`
}
