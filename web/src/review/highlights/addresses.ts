// SPDX-License-Identifier: EUPL-1.2
/** Streets, boxes and postal codes, as they are written in Canada and the United States, in English and in French. */
import type { Line } from "./folding.ts"
import { found, type Highlight } from "./kinds.ts"
import { matches, type Pattern } from "./patterns.ts"

const NUMBER = String.raw`(?<![\p{L}\d$€£#:.,/-])(?:\d{1,6}[A-Za-z]?(?:-\d{1,6})?)`
const NAME = String.raw`\p{Lu}[\p{L}.'-]*`
const ORDINAL = String.raw`\d{1,3}(?:st|nd|rd|th|e|re|er|ère|ième)?`
const SIDE = String.raw`(?: (?:NE|NW|SE|SW|N|S|E|W|North|South|East|West|Nord|Sud|Est|Ouest|O)(?!\p{L}))?`
const STREET =
  "Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Crt|Ct|Crescent|Cres|Place|Pl|Terrace|Circle|Highway|Hwy|Sideroad|Trail|Parkway|Pkwy|Square|Sq"
/** Said of other things, too: not after what could be a year. */
const WEAK =
  "Way|Line|Close|Gate|Grove|Heights|Loop|Mews|Path|Point|Row|Walk|Bay|Cove|Landing|Manor|Park|Ridge|Rise|View|Concession"
const RUE =
  "rue|avenue|av\\.|boulevard|boul\\.?|blvd\\.?|rang|ruelle|allée|impasse|croissant|montée|chemin|ch\\."
const RUE_WEAK = "place|cours|côte|route|rte\\.?|promenade|passage|terrasse|quai|carré|sentier|autoroute"
const OF = "(?:de la |de l'|des |du |de |d'|la |le |les |l'|aux |à la )?"
const UNITS = "apt|app|appt|appartement|apartment|unité"
const BOX = [
  String.raw`p\.? ?o\.? ?box ?#?\d{1,6}`,
  String.raw`c\.? ?p\.? ?\d{1,6}`,
  String.raw`(?:case postale|boîte postale) ?\d{1,6}`,
  String.raw`b\.p\. ?\d{1,6}`,
  String.raw`r\.? ?r\.? ?#? ?\d{1,2}`,
  "general delivery",
  "poste restante",
].join("|")
const STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
/** Words that stand after a number without being a street's name. */
const NO_NAME: ReadonlySet<string> = new Set(
  `a an and at by cars city days down feet for from hours houses in into kilometers kilometres km lanes main meters metres miles minutes
  months more of off on or other out over people seconds side steps the then this to up weeks years`.split(
    /\s+/,
  ),
)
const NOT_A_STREET: ReadonlySet<string> = new Set(
  "A An At By For From He Her His I In It Its My No Of On Our She So That The Their They This To We Your Dead".split(
    " ",
  ),
)

const DIGIT = /\d/
const STREET_NUMBER = /\d[a-z]?,? /
const STREET_WORD = /street|avenue|boulevard|crescent|road|drive|lane/
const RUE_WORD = /rue|avenue|boul|rang|ruelle|allée|impasse/

const PATTERNS: readonly Pattern[] = [
  {
    why: "highlight-address-numbered",
    on: "text",
    sign: STREET_NUMBER,
    regex: new RegExp(`${NUMBER},? (?:(?:${NAME}|${ORDINAL}) ){1,4}(?:${STREET})(?!\\p{L})\\.?${SIDE}`, "gu"),
  },
  {
    why: "highlight-address-numbered",
    on: "text",
    sign: STREET_NUMBER,
    regex: new RegExp(
      `(?!(?:19|20)\\d\\d )${NUMBER},? (?:(?:${NAME}|${ORDINAL}) ){1,3}(?:${WEAK})(?!\\p{L})${SIDE}`,
      "gu",
    ),
  },
  {
    why: "highlight-address-numbered",
    sign: STREET_NUMBER,
    regex: new RegExp(
      `${NUMBER},? (?:[\\p{L}'-]{2,30} ){1,2}(?:street|avenue|ave|boulevard|blvd|crescent|cres|road|rd|drive|lane|court|terrace|highway|hwy|st)(?!\\p{L})`,
      "gu",
    ),
    holds: (match) => match.split(" ").every((word) => !NO_NAME.has(word)),
  },
  {
    why: "highlight-address-numbered",
    on: "text",
    sign: STREET_NUMBER,
    regex: new RegExp(
      `${NUMBER},? (?:${RUE}|${capital(RUE)}) ${OF}(?:${ORDINAL}|[\\p{L}][\\p{L}.'-]*)(?:[ -]${NAME}){0,4}${SIDE}`,
      "gu",
    ),
    holds: (match) => !/(?:rue|avenue|chemin|rang)s? (?:de|d'|des|du|et|ou|à) ?$/iu.test(match),
  },
  {
    why: "highlight-address-numbered",
    on: "text",
    sign: STREET_NUMBER,
    regex: new RegExp(
      `${NUMBER},? (?:${RUE_WEAK}|${capital(RUE_WEAK)}) ${OF}${NAME}(?: ${NAME}){0,4}${SIDE}`,
      "gu",
    ),
  },
  {
    why: "highlight-address-street",
    on: "text",
    sign: RUE_WORD,
    regex: new RegExp(
      `(?<!\\p{L})(?:rue|Rue|avenue|boulevard|Boulevard|boul\\.|rang|Rang|ruelle|Ruelle|allée|Allée|impasse|Impasse) ${OF}${NAME}(?: ${NAME}){0,4}`,
      "gu",
    ),
  },
  {
    why: "highlight-address-street",
    on: "text",
    sign: STREET_WORD,
    regex: new RegExp(
      `(?<!\\p{L})(?:${NAME} ){1,3}(?:Street|Avenue|Boulevard|Crescent|Road|Drive|Lane)(?!\\p{L})`,
      "gu",
    ),
    holds: (match) => !NOT_A_STREET.has(match.split(" ").at(-2) ?? ""),
  },
  {
    why: "highlight-address-unit",
    sign: DIGIT,
    regex: new RegExp(`(?<!\\p{L})(?:${UNITS})\\.? ?#? ?\\d{1,5}[a-z]?(?![\\p{L}\\d])`, "gu"),
  },
  { why: "highlight-address-box", regex: new RegExp(`(?<!\\p{L})(?:${BOX})(?![\\p{L}\\d])`, "gu") },
  {
    why: "highlight-postal-canada",
    sign: DIGIT,
    regex:
      /(?<![\p{L}\d])[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]{0,2}\d[abceghj-nprstv-z]\d(?![\p{L}\d])/gu,
  },
  {
    why: "highlight-postal-zip",
    on: "text",
    sign: DIGIT,
    regex: new RegExp(`(?<!\\p{L})(?:${STATES}),? \\d{5}(?:-\\d{4})?(?!\\d)`, "gu"),
  },
  {
    why: "highlight-postal-zip",
    sign: /zip/,
    regex: /(?<!\p{L})zip(?: code)?:? ?(?:is )?\d{5}(?:-\d{4})?(?!\d)/gu,
  },
]

function capital(words: string): string {
  return words.replace(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => bar + letter.toUpperCase())
}

/** Find the addresses of one paragraph. */
export function addressesIn(line: Line): readonly Highlight[] {
  return matches(line, PATTERNS).map(({ from, match, why }) =>
    found(from, from + match.replace(/[.'-]+$/, "").length, why),
  )
}
