// SPDX-License-Identifier: EUPL-1.2
/** Ways round the relay that are written out: e-mail and how people disguise it, links, accounts elsewhere. */
import type { Line } from "./folding.ts"
import { found, type Highlight } from "./kinds.ts"
import { matches, type Pattern } from "./patterns.ts"

const NOT_INSIDE = String.raw`(?<![\p{L}\d._%+@-])`
const LOCAL = String.raw`[\p{L}\d][\p{L}\d._%+-]{0,63}`
const LABEL = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?`
const ENDINGS = "com|ca|org|net|fr|edu|gov|info|qc|quebec|io|tv|gg|app|dev|xyz|site|online|link|biz|us|uk"
/** Endings that are also ordinary words: only with a path behind them. */
const WORD_ENDINGS = "me|co|be|ly|so|to|it|is"
const AT = String.raw`(?: ?[(\[{<] ?(?:at|@|arobase|arobas|chez|a) ?[)\]}>] ?| (?:at|arobase|arobas|a commercial) )`
const SURE_AT = String.raw`(?: ?[(\[{<] ?(?:at|@|arobase|arobas) ?[)\]}>] ?| (?:arobase|arobas|a commercial) )`
const DOT = String.raw`(?: ?[(\[{<] ?(?:dot|point|\.) ?[)\]}>] ?| (?:dot|point) )`
const PLATFORMS =
  "instagram|insta|snapchat|snap|facebook|fb|messenger|tiktok|tik tok|whatsapp|telegram|discord|twitter|signal|youtube|linkedin|skype|viber|wechat|kik"
const OWN =
  "is|are|est|c'est|:|=|handle|name|user|username|account|id|compte|nom|nom d'utilisateur|pseudo|under|sous"
const CONTACT =
  "find me|add me|follow me|message me|text me|write me|write to me|dm me|reach me|look me up|trouve-moi|ajoute-moi|suis-moi|écris-moi|cherche-moi|contacte-moi|retrouve-moi|ajoutez-moi|écrivez-moi|trouvez-moi|contactez-moi"

const AT_SIGN = /@/
const AT_WORD = /[([{<] ?(?:at|@|a|chez|arobas)|arobas|a commercial| at /
const SURE_WORD = /[([{<] ?(?:at|@|arobas)|arobas|a commercial/
const PLATFORM = new RegExp(PLATFORMS)
const DOT_INSIDE = /[\p{L}\d]\.[\p{L}\d]/u

const PATTERNS: readonly Pattern[] = [
  {
    why: "highlight-mail",
    sign: AT_SIGN,
    regex: new RegExp(`${NOT_INSIDE}${LOCAL} ?@ ?${LABEL}(?:\\.${LABEL}){1,5}`, "gu"),
  },
  {
    why: "highlight-mail-spelled",
    sign: AT_WORD,
    regex: new RegExp(
      `${NOT_INSIDE}${LOCAL}${AT}(?:${LABEL}(?:\\.|${DOT})){1,4}(?:${ENDINGS})(?![\\p{L}\\d])`,
      "gu",
    ),
  },
  {
    why: "highlight-mail-spelled",
    sign: SURE_WORD,
    regex: new RegExp(`${NOT_INSIDE}${LOCAL}${SURE_AT}${LABEL}`, "gu"),
  },
  {
    why: "highlight-mail-spelled",
    sign: AT_SIGN,
    regex: new RegExp(`${NOT_INSIDE}${LOCAL} ?@ ?${LABEL}(?:${DOT}${LABEL}){1,4}(?![\\p{L}\\d])`, "gu"),
  },
  { why: "highlight-link", regex: /(?<![\p{L}\d])https?:\/\/[^\s<>"»]{3,500}/gu },
  { why: "highlight-link", regex: /(?<![\p{L}\d.])www\.[^\s<>"»]{3,500}/gu },
  {
    why: "highlight-link",
    on: "text",
    sign: DOT_INSIDE,
    regex: new RegExp(
      `${NOT_INSIDE}(?:${LABEL}\\.){1,4}(?:${ENDINGS})(?![\\p{L}\\d@-])(?:/[^\\s<>"»]{0,500})?`,
      "gu",
    ),
  },
  {
    why: "highlight-link",
    sign: DOT_INSIDE,
    regex: new RegExp(`${NOT_INSIDE}(?:${LABEL}\\.){1,4}(?:${WORD_ENDINGS})/[^\\s<>"»]{1,500}`, "gu"),
  },
  { why: "highlight-account", regex: /(?<![\p{L}\d._%+@)\]-])@[\p{L}\d_][\p{L}\d_.]{1,28}[\p{L}\d_]/gu },
  {
    why: "highlight-account-said",
    sign: PLATFORM,
    regex: new RegExp(
      `(?<!\\p{L})(?:${PLATFORMS})(?: (?:${OWN}))* ?[:=]? ?(?=[\\p{L}\\d_.]*[\\d_])[\\p{L}\\d_.]{3,30}`,
      "gu",
    ),
  },
  {
    why: "highlight-account-said",
    sign: PLATFORM,
    regex: new RegExp(
      `(?<!\\p{L})(?:${CONTACT})(?: (?:on|at|by|sur|par|avec|through|via|dans|my|mon|ma|in))* (?:${PLATFORMS})(?!\\p{L})`,
      "gu",
    ),
  },
]

/** Find what one paragraph says of other ways to write. */
export function contactsIn(line: Line): readonly Highlight[] {
  const all = matches(line, PATTERNS).map(({ from, match, why }) =>
    found(from, from + trimmed(match).length, why),
  )
  return all.filter((one) => !all.some((other) => other !== one && isWithin(one, other)))
}

/** A sentence's own full stop or bracket is no part of a link. */
function trimmed(match: string): string {
  return match.replace(/[.,;:!?)\]}'" ]+$/u, "")
}

function isWithin(one: Highlight, other: Highlight): boolean {
  const sameSize = one.to - one.from === other.to - other.from
  return other.from <= one.from && one.to <= other.to && !sameSize
}
