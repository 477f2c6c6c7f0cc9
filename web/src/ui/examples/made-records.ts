// SPDX-License-Identifier: EUPL-1.2
/** Words of the invented case that a mediator or an interpreter made. */
import type { WorkView } from "../../protocol/wire_station.ts"
import type { DeskItem, Review } from "../../relay/desk.ts"
import type { Reading } from "../../relay/forms.ts"
import type { Access } from "../../relay/granting.ts"
import type { GrantedWords, Work } from "../../relay/interpreting.ts"
import type { Letter } from "../../relay/letters.ts"
import type { Proposal } from "../../relay/proposals.ts"
import type { ReadLetter } from "../../relay/read.ts"
import { pointsOf } from "../../review/passages.ts"
import { piecesOf, shorten } from "../../review/shortening.ts"
import { reviewOf } from "./desk-records.ts"
import { CAPTIONED, filmed } from "./film-records.ts"
import { ADA, BEN, CASE, HASH, letter, MED, NO_MEDIA, OTHER_MED, own, reading, textIn } from "./records.ts"

const TOLD = `I said in court that I was not there. I was there.

I have two children now, and I know what it means to wait for somebody at night.`

const TOLD_FR = `J’ai dit au tribunal que je n’étais pas là. J’y étais.

J’ai deux enfants maintenant, et je sais ce que c’est que d’attendre quelqu’un la nuit.`

/** What a mediator made of somebody's words in the invented case. */
export const MADE_LETTERS: readonly Letter[] = [
  letter("told", { kind: "relayed", state: "proposed", channel: "relayed", maker: MED, manifest: "told" }),
  letter("form", {
    ...{ kind: "rendition", mine: false, state: "released", day: "2026-08-19" },
    ...{ manifest: "form", derivedFrom: HASH, may: ["answer"] },
  }),
  letter("told-before", {
    ...{ kind: "relayed", state: "in_review", channel: "relayed", maker: MED, manifest: "told-before" },
    day: "2026-07-19",
  }),
]

/** The invented letter without its second paragraph's last sentence and its third paragraph. */
export function shorterText(language: string): string {
  const all = pointsOf(textIn(language))
  const pieces = piecesOf(all, language)
  const out = [...(pieces[1]?.slice(-1) ?? []), ...(pieces[2] ?? [])]
  return shorten(all, pieces, (piece) => !out.includes(piece))
}

export function proposalOf(id: string, language: string): Proposal {
  const told = id === "told"
  const text = told ? (language === "fr" ? TOLD_FR : TOLD) : shorterText(language)
  const whole = own("returned", language)
  return {
    letter: letter(id, { kind: told ? "relayed" : "redaction", state: "proposed", maker: MED }),
    text,
    paragraphs: text.split("\n\n"),
    language,
    media: NO_MEDIA,
    contentNote: "",
    maker: { person: MED, role: "mediator" },
    original: told
      ? null
      : {
          ...{ id: "returned", manifest: HASH, text: whole.text, paragraphs: whole.text.split("\n\n") },
          ...{ media: NO_MEDIA, language },
        },
    onlyLeftOut: !told && id !== "rewritten",
    manifest: HASH,
  }
}

/** The invented letter in the other language. */
export function formOf(language: string): ReadLetter {
  const other = language === "fr" ? "en" : "fr"
  return {
    ...reading(other),
    id: "form",
    kind: "rendition",
    maker: { person: MED, role: "interpreter" },
    language: other,
    contentNote: other === "fr" ? "Traduction en français." : "A translation into English.",
  }
}

/** Captions of the invented film, which an interpreter wrote. */
function captionsForm(language: string): ReadLetter {
  const note = language === "fr" ? "Sous-titres de la vidéo." : "Captions for the video."
  return {
    ...formOf(language),
    id: "film-form",
    text: "",
    paragraphs: [],
    media: CAPTIONED,
    contentNote: note,
  }
}

/** How the invented letter, or what was made of it, is read: one id for each. */
export function readingOf(id: string, language: string): Reading {
  const letter = filmed(id === "film-form" ? "film-bare" : id, reading(language))
  if (id === "film-form") return { letter, form: captionsForm(language) }
  if (id === "told") return { letter: { ...letter, kind: "relayed" }, form: null }
  return { letter, form: id === "form" ? formOf(language) : null }
}

const KIND: Readonly<Record<string, DeskItem["kind"]>> = {
  told: "relayed",
  shorter: "redaction",
  form: "rendition",
  "film-form": "rendition",
}

/** Made words on the desk; null for another letter. */
export function madeReviewOf(id: string, language: string): Review | null {
  const kind = KIND[id]
  if (kind === undefined) return null
  const review = reviewOf("review", language)
  const { text, original: written } = proposalOf(id, language)
  const original = written === null ? null : filmed(id === "film-form" ? "film-bare" : id, written)
  const form = id === "film-form" ? captionsForm(language) : formOf(language)
  const shown =
    kind === "rendition"
      ? form
      : { text, paragraphs: text.split("\n\n"), media: NO_MEDIA, language, contentNote: "" }
  return {
    ...review,
    item: { ...review.item, id, kind },
    text: shown.text,
    paragraphs: shown.paragraphs,
    media: shown.media,
    language: shown.language,
    contentNote: shown.contentNote,
    maker: kind === "rendition" ? form.maker : { person: MED, role: "mediator" },
    confirmed: kind !== "redaction",
    original,
    earlier: [],
  }
}

const INTERPRETER = { person: "In6vHt3Kq8WzD2mXs5Ly9g", keyId: "interpreter" }

export const INTERPRETERS = [INTERPRETER]

export const ACCESS: readonly Access[] = [
  { ...INTERPRETER, until: "2026-12-04", by: MED, stands: true },
  {
    ...{ person: "Io1bNc7Gr4VxP9tYk2Ew6g", keyId: "other", until: "2026-11-02", by: OTHER_MED },
    stands: false,
  },
]

/** An interpreter's invented work. */
export const WORK: Work = {
  granted: [{ id: "review", case: CASE, until: "2026-12-04", by: MED }],
  made: [
    { id: "form", case: CASE, day: "2026-11-21", state: "in_review", derivedFrom: HASH },
    { id: "form-before", case: CASE, day: "2026-09-30", state: "withdrawn", derivedFrom: HASH },
  ],
}

export function grantedOf(language: string): GrantedWords {
  const text = textIn(language)
  return {
    ...{ id: "review", case: CASE, manifest: HASH, channel: "letter", author: ADA, addressee: BEN },
    ...{
      text,
      paragraphs: text.split("\n\n"),
      media: NO_MEDIA,
      lasts: null,
      language,
      until: "2026-12-04",
      by: MED,
    },
    contentNote: language === "fr" ? "Cette lettre parle du jour même." : "This speaks of the day itself.",
  }
}

/** A piece of work at the station, a third of the way through. */
export const WORK_AT_STATION: WorkView = {
  ...{ work: "work", message: "film", kind: "watchable", state: "making", share: 340 },
  ...{ seconds_left: 220, made: null, code: null, claim: "mine" },
}

/** What a reloaded page finds there: another film's is made, and this one's was refused. */
export const WORKS_AT_STATION: readonly WorkView[] = [
  { ...WORK_AT_STATION, work: "other", message: "other", kind: "cut" },
  {
    ...WORK_AT_STATION,
    work: "ended",
    state: "refused",
    code: "region-outside",
    kind: "blur",
    seconds_left: null,
  },
]
