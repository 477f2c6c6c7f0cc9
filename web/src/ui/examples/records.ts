// SPDX-License-Identifier: EUPL-1.2
/** The people, letters and dates of an invented case. */
import type { Draft, DraftContent, DraftState, SavedDraft } from "../../relay/drafts.ts"
import type { Letter, OwnLetter } from "../../relay/letters.ts"
import type { OpenedOffer } from "../../relay/offers.ts"
import type { ReadLetter } from "../../relay/read.ts"
import { RULES } from "../../relay/self_check.ts"
import type { Possible } from "../../relay/to_whom.ts"
import type { Media } from "../../review/contents.ts"
import type { Mark } from "../../review/passages.ts"
import type { Hint } from "../elements/hints/hints.tsx"

export const CASE = "mW3kQv8ZtA1xJcR5yLn0Gg"
export const ADA = "Aq7dHs2Lw9PzK4xVb1Yt6g"
export const BEN = "Bz3nRf8Tk5MjC0qWe7Xu2g"
export const MED = "Md4pGh6Vy1SnL9rTa8Qo3g"
export const OTHER_MED = "Mr8sKw2Nx5QjT1uYe0Lp7g"
export const HASH = "q3Jx8mWv0TnKzR5yLc1BfGhD7sPaEuXo2iQ4tY6wN9M"
/** 22 November 2026, 15:42 UTC. */
export const NOON = 1_795_362_120
export const DAY = 86_400
/** Those who can be written to: one, or two in this case and one in another. */
export function toWhom(several: boolean): readonly Possible[] {
  const other = { case: CASE, person: BEN, lastDay: "2026-11-22" }
  if (!several) return [other]
  return [other, { case: CASE, person: ADA, lastDay: null }, { case: HASH, person: MED, lastDay: null }]
}

export const TOMORROW = Math.floor(Date.now() / 1000) + DAY

export const TEXT = `I have started this letter many times. I do not know how to begin, so I begin with the kitchen.

For a year I could not sit in that room. My daughter moved the table to the other wall. She thought I would not notice why.

What I want to know is simple. Did you see the light was on? I have asked myself that every night, and I would like the answer to be yours and not mine.

I am not writing to tell you how to feel. I am writing because it was said for me in court by other people, and I want to have said it once myself.`

export const TEXT_FR = `J’ai commencé cette lettre bien des fois. Je ne sais pas par où commencer, alors je commence par la cuisine.

Pendant un an, je n’ai pas pu m’asseoir dans cette pièce. Ma fille a déplacé la table contre l’autre mur. Elle pensait que je ne verrais pas pourquoi.

Ce que je veux savoir est simple : avez-vous vu que la lumière était allumée? Je me le demande chaque nuit, et j’aimerais que la réponse soit la vôtre et non la mienne.

Je ne vous écris pas pour vous dire comment vous sentir. J’écris parce que d’autres l’ont dit pour moi au tribunal, et je veux l’avoir dit une fois moi-même.`

const markOf = (words: string, about: string) => {
  const from = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length
  return { from, to: from + Array.from(words).length, words: about }
}

/** Two passages of the invented letter. */
export const MARKS: readonly Mark[] = [
  markOf(
    "My daughter moved the table to the other wall.",
    "Your daughter may not want to be in it. Could you ask her?",
  ),
  markOf("Did you see the light was on?", ""),
]

export const HINT_TEXT =
  "You can find me at 12 Elm Street, K1A 0B1.\n\nMy daughter Élise says that I should call you. Her number is 613-555-0199."

const hintOf = (words: string, title: string, why: string) => {
  const from = Array.from(HINT_TEXT.slice(0, HINT_TEXT.indexOf(words))).length
  return { from, to: from + Array.from(words).length, title, why }
}

/** What a reviewer may want to look at twice in it. */
export const HINTS: readonly Hint[] = [
  hintOf("12 Elm Street", "Address", "A number and a street, as in an address."),
  hintOf("K1A 0B1", "Postal code", "Written like a Canadian postal code."),
  hintOf("Élise", "Name", "A name from this case’s list."),
  hintOf("613-555-0199", "Telephone number", "A telephone number that can exist in Canada."),
]

const NOTE =
  "This is from the person you know of. It is about one page. It speaks of the day itself, and it asks you one question. Call me first if you like.\n\nM. Tremblay"

export function letter(id: string, part: Partial<Letter>): Letter {
  return {
    id,
    case: CASE,
    mine: true,
    state: "in_review",
    channel: "letter",
    kind: "original",
    maker: null,
    other: BEN,
    day: "2026-11-20",
    coolingUntil: null,
    answer: null,
    manifest: HASH,
    supersedes: null,
    derivedFrom: null,
    version: 3,
    may: ["withdraw"],
    ...part,
  }
}

export const LETTERS: readonly Letter[] = [
  letter("offer", { mine: false, state: "offered", may: ["answer"] }),
  letter("cooling", { state: "submitted", coolingUntil: TOMORROW, day: "2026-11-22" }),
  letter("returned", { state: "returned", day: "2026-11-14" }),
  letter("film", { channel: "video", state: "in_review", day: "2026-11-09" }),
  letter("film-returned", { channel: "video", state: "returned", day: "2026-11-06" }),
  letter("film-read", { mine: false, channel: "video", state: "opened", day: "2026-10-11", may: ["answer"] }),
  letter("approved", { state: "approved", day: "2026-09-02" }),
  letter("withdrawn", { state: "withdrawn", day: "2026-06-30", may: [] }),
  letter("opened", { mine: false, state: "opened", day: "2026-08-11", may: ["answer"] }),
  letter("gone", { mine: false, state: "withdrawn", day: "2026-05-02", may: [] }),
]

/** One's letters, with what others made; of a film that lapsed the server still knows. */
export function lettersOf(
  { empty = false, lapsed = false }: { readonly empty?: boolean; readonly lapsed?: boolean },
  made: readonly Letter[],
): readonly Letter[] {
  const gone = letter("unsent", { channel: "video", state: "expired", may: [] })
  return empty ? [] : [...(lapsed ? [gone] : []), ...LETTERS, ...made]
}

/** A message of words alone. */
export const NO_MEDIA: Media = { films: [], pictures: [], captions: [] }

export function own(id: string, language: string): OwnLetter {
  const found = LETTERS.find((one) => one.id === id) ?? letter(id, {})
  const returned = found.state === "returned"
  return {
    letter: found,
    text: language === "fr" ? TEXT_FR : TEXT,
    media: NO_MEDIA,
    language,
    contentNote: "",
    notes: returned
      ? [
          {
            kind: "decision",
            decision: "return",
            said: {
              kind: "marked",
              words:
                "Thank you for this. In the second paragraph there is a detail that could tell where your daughter lives. Could you look at it again? The rest is yours.",
              marks: language === "fr" ? [] : MARKS,
            },
            by: MED,
            day: "2026-11-18",
          },
        ]
      : [],
    access: [],
  }
}

export const CONTENT: DraftContent = {
  case: CASE,
  addressee: null,
  text: TEXT,
  language: "en",
  contentNote: "",
  supersedes: null,
}

export function draftOf(content: DraftContent): Draft {
  let now = content
  const saved: DraftState = { where: "saved-server", at: NOON, conflict: false }
  return {
    id: "draft",
    content: () => now,
    change: (next) => {
      now = next
    },
    state: () => saved,
    watch: () => () => undefined,
    flush: async () => undefined,
    discard: async () => undefined,
    close: async () => undefined,
  }
}

export const DRAFTS: readonly SavedDraft[] = [{ id: "draft", content: CONTENT, updatedAt: NOON, version: 2 }]

export const OFFER: OpenedOffer = {
  id: "offer",
  case: CASE,
  channel: "letter",
  state: "offered",
  note: { kind: "offer", decision: null, said: { kind: "plain", words: NOTE }, by: MED, day: "2026-11-20" },
  answer: null,
  answers: ["ready", "not-now", "never", "keep"],
  version: 5,
}

export function reading(language: string): ReadLetter {
  const text = language === "fr" ? TEXT_FR : TEXT
  return {
    id: "opened",
    case: CASE,
    kind: "original",
    channel: "letter",
    author: ADA,
    maker: null,
    text,
    paragraphs: text.split("\n\n"),
    media: NO_MEDIA,
    language,
    contentNote: language === "fr" ? "Cette lettre parle du jour même." : "This speaks of the day itself.",
    day: "2026-11-20",
  }
}

/** The invented letter, in a language. */
export function textIn(language: string): string {
  return language === "fr" ? TEXT_FR : TEXT
}

export const SECRETS = {
  words: "meadow lantern copper violin harbour thistle",
  kitCode: "7K2M 9QXT 4HVB N0RE J5WC 8DSG Y3AP",
  account: "K7M2QX9T",
  kitFits: async () => true,
  wordsFit: async () => true,
  master: new Uint8Array(32),
  kit: new Uint8Array(16),
}

/** Every rule found once, in a text made for it. */
export const FOUND_TEXT =
  "You can find me at 12 Elm Street, K1A 0B1, call 613-555-0199, write to ada@example.org or see example.org. hidden\u200b and p\u0430ypal."

export const FOUND = [
  ["street-address", "12 Elm Street"],
  ["postal-code", "K1A 0B1"],
  ["phone-number", "613-555-0199"],
  ["email-address", "ada@example.org"],
  ["web-address", "see example.org"],
  ["hidden-character", "\u200b"],
  ["lookalike", "p\u0430ypal"],
].map(([rule, words = ""]) => {
  const start = FOUND_TEXT.indexOf(words)
  const known = RULES.find((one) => one === rule) ?? "lookalike"
  return { rule: known, start, end: start + words.length, blocks: rule === "hidden-character" }
})
