// SPDX-License-Identifier: EUPL-1.2
/** What is made of words in the invented case, and who is let in to them. */
import { type ErrorCode, RelayError } from "../../errors.ts"
import type { WorkPost } from "../../protocol/wire_station.ts"
import { filmed } from "./film-records.ts"
import * as made from "./made-records.ts"
import { HASH } from "./records.ts"

type Of = {
  readonly of: { readonly empty?: boolean; readonly trouble?: ErrorCode }
  readonly language: "en" | "fr"
}

/** The same functions as the real ones. */
export function making({ of, language }: Of) {
  const refusing = async () => {
    if (of.trouble) throw new RelayError(of.trouble, "invented")
  }
  return {
    making: async () => ({
      sealMade: async () => ({ id: "made", manifest: HASH, post: {}, stored: [] }),
      sendMade: refusing,
    }),
    station: async () => ({
      beginWork: async (_: unknown, { message, kind }: WorkPost) => {
        await refusing()
        return { ...made.WORK_AT_STATION, message, kind }
      },
      listWorks: async () => (of.empty ? [] : made.WORKS_AT_STATION),
      lookAtWork: async () => made.WORK_AT_STATION,
      stopWork: refusing,
    }),
    spoken: async () => ({
      spokenFrom: async () => ({ type: "audio/mp4", content: new Uint8Array(8), durationMs: 1000 }),
    }),
    granting: async () => ({
      MOST_DAYS: 92,
      interpreters: async () => (of.empty ? [] : made.INTERPRETERS),
      accessTo: async () => (of.empty ? [] : made.ACCESS),
      giveAccess: refusing,
      endAccess: refusing,
    }),
    interpreting: async () => ({
      listWork: async () => (of.empty ? { granted: [], made: [] } : made.WORK),
      openGranted: async (_session: unknown, id: string) => {
        await refusing()
        return filmed(id, made.grantedOf(language))
      },
    }),
  }
}
