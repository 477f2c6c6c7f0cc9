// SPDX-License-Identifier: EUPL-1.2
/** What somebody of the invented case agrees to and needs, behind the same functions as the real ones. */
import { type ErrorCode, RelayError } from "../../errors.ts"
import { CHANNELS, type ChannelConsent } from "../../relay/consent.ts"
import type { OpenedRecord, RecordDraft } from "../../relay/records.ts"
import { overtaken } from "./board-records.ts"
import { ADA, CASE, HASH } from "./records.ts"

type Of = {
  readonly of: {
    readonly empty?: boolean
    readonly doubt?: boolean
    readonly unsaid?: boolean
    readonly untold?: ErrorCode
    readonly trouble?: ErrorCode
  }
  readonly language: "en" | "fr"
}

const DAY = "2026-11-20"

/** One of each way to stand to a channel. */
const CONSENTS: readonly ChannelConsent[] = [
  { channel: "letter", said: "yes", day: DAY },
  { channel: "video", said: "no", day: DAY },
  { channel: "relayed", said: "old-text", day: DAY },
  { channel: "meeting", said: "nothing", day: null },
]

const TEXT = {
  hash: HASH,
  en: "What you agree to\n\nTaking part is your choice, at every stage.",
  fr: "Ce que vous acceptez\n\nParticiper est votre choix, à chaque étape.",
} as const

const WORDS = {
  en: "I want to know whether the light was on. And I want to say once, myself, what that year was.",
  fr: "Je veux savoir si la lumière était allumée. Et je veux dire une fois, moi-même, ce qu’a été cette année-là.",
} as const

function need(language: "en" | "fr"): OpenedRecord<"need"> {
  const place = { case: CASE, record: "N".repeat(22), version: 1, hash: HASH, previous: null }
  return {
    ...place,
    ...{ type: "need", by: ADA, day: DAY, clear: { gone: false }, trouble: null },
    words: { words: WORDS[language], topics: ["answers", "impact"] },
  } as unknown as OpenedRecord<"need">
}

export function ownSay({ of, language }: Of) {
  const { empty = false, doubt = false, trouble } = of
  const refusing = async () => {
    if (trouble) throw new RelayError(trouble, "invented")
  }
  return {
    ownSay: async () => ({
      ownConsents: async () => {
        if (of.unsaid) throw new RelayError("offline", "invented")
        return empty ? CHANNELS.map((channel) => ({ channel, said: "nothing", day: null })) : CONSENTS
      },
      ownNeeds: async () => ({
        needs: empty ? [] : [need(language)],
        refused: doubt ? ["signature-wrong"] : [],
      }),
      consentTextOf: async () => {
        if (of.untold) throw new RelayError(of.untold, "invented")
        return TEXT
      },
      giveConsent: refusing,
      writeRecord: async (_session: unknown, _case: unknown, draft: RecordDraft) => {
        if (trouble === "stale-version") return { kind: "meanwhile", now: overtaken(draft) }
        await refusing()
        return { kind: "written", record: CASE, version: 2 }
      },
    }),
  }
}
