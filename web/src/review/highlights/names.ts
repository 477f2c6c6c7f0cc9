// SPDX-License-Identifier: EUPL-1.2
/**
 * Names from the list that a case keeps sealed: without regard to case and accents, by whole words.
 *
 * An entry's words are looked for one by one, so that a name is found in either order; where they stand
 * together, they are one highlight.
 */
import { bare } from "./folding.ts"
import { found, type Highlight } from "./kinds.ts"

const WORD = /\p{L}[\p{L}\p{M}]*/gu
const SHORTEST = 2
/** Parts of many names, and no name by themselves. */
const PARTICLES: ReadonlySet<string> = new Set(
  "al and ben bin da das de del der des di do dos du el et la le les mac mc of saint sainte st ste the van von y".split(
    " ",
  ),
)
/** Names that are also words: as part of a longer name they count only with a capital. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  `amour ange angel april art august autumn baker ben berger bill black blanc blanche boisvert bon bonne boucher brave brown chance chase
  claire constant cook cross dawn day desire doyle fleur forest forgeron fort frank genereux grace grand grant gray green guide hall
  heaven hill hope hunter jean jour joy june king laurier legrand lejeune lemieux leroy lily long love lucky major marc march mark may
  melody mercier mercy miller monday noel norm olive page paix parent park paul penny pierre pleasant prince reason rich rivers robin rose
  roy sage savoie singer smart star stone storm strong summer tailleur trinity vert victor violet vivant wade war ward white wild will
  winter wise wolf wood young`.split(/\s+/),
)

type Part = { readonly needsCapital: boolean }

/** The words of every name of the list. */
export type NameParts = ReadonlyMap<string, Part>

/** Read the list: each entry is a name in any order. */
export function namePartsOf(names: readonly string[]): NameParts {
  const parts = new Map<string, Part>()
  for (const name of names) {
    const words = wordsIn(name).filter((word) => word.length >= SHORTEST && !PARTICLES.has(word))
    for (const word of words) {
      const needsCapital = words.length > 1 && ALSO_WORDS.has(word) && parts.get(word)?.needsCapital !== false
      parts.set(word, { needsCapital })
    }
  }
  return parts
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(({ 0: word }) => bare(word))
}

type Hit = { readonly from: number; readonly to: number }

/** Find the names of one paragraph. */
export function namesIn(paragraph: string, parts: NameParts): readonly Highlight[] {
  if (parts.size === 0) return []
  const hits: Hit[] = []
  for (const { index, 0: word } of paragraph.matchAll(WORD)) {
    if (isName(word, parts)) hits.push({ from: index, to: index + word.length })
  }
  return together(paragraph, hits)
}

function isName(word: string, parts: NameParts): boolean {
  const plain = bare(word)
  const stem = [plain, plain.replace(/s$/, ""), plain.replace(/es$/, "")].find((form) => parts.has(form))
  const part = stem === undefined ? undefined : parts.get(stem)
  return part !== undefined && (!part.needsCapital || word.charAt(0) !== word.charAt(0).toLowerCase())
}

/** Join the words of one name: with only a space, a comma, a hyphen or a particle between them. */
function together(paragraph: string, hits: readonly Hit[]): readonly Highlight[] {
  const joined: { from: number; to: number; words: number }[] = []
  for (const hit of hits) {
    const last = joined.at(-1)
    if (last !== undefined && isJoin(paragraph.slice(last.to, hit.from))) {
      last.to = hit.to
      last.words += 1
    } else joined.push({ ...hit, words: 1 })
  }
  return joined.map(({ from, to, words }) =>
    found(from, to, words > 1 ? "highlight-name" : "highlight-name-part"),
  )
}

function isJoin(between: string): boolean {
  if (between.length > 12 || !/^[ ,'\n-]/.test(between)) return false
  return wordsIn(between).every((word) => PARTICLES.has(word)) && /^[\p{L} ,'\n-]+$/u.test(between)
}
