// SPDX-License-Identifier: EUPL-1.2
/** The day and the board of the invented case, behind the same functions as the real ones. */

import { type ErrorCode, RelayError } from "../../errors.ts"
import type { DeskItem } from "../../relay/desk.ts"
import type { RecordDraft } from "../../relay/records.ts"
import * as board from "./board-records.ts"
import * as records from "./records.ts"

export type Keeping = {
  readonly language: "en" | "fr"
  readonly of: { readonly empty?: boolean; readonly doubt?: boolean; readonly trouble?: ErrorCode }
}

export function keeping({ of, language }: Keeping) {
  const { empty = false, doubt = false } = of
  return {
    today: async () => ({
      duePage: async () => (empty ? { due: [], refused: [], next: null } : board.dueOf(language)),
      waiting: async (_session: unknown, fits: (item: DeskItem) => boolean) =>
        empty ? [] : board.WAITING.filter(fits),
      absences: async () => (empty ? [] : [board.absence(language)]),
    }),
    casework: async () => ({
      openBoard: async () => board.boardOf(language, { empty, doubt }),
      historyOf: async (_session: unknown, _case: unknown, record: string) => {
        const { records: kept } = board.boardOf(language, { empty, doubt })
        return kept.filter((one) => one.record === record)
      },
      writeRecord: async (_session: unknown, _case: unknown, draft: RecordDraft) => {
        if (of.trouble === "stale-version") return { kind: "meanwhile", now: board.overtaken(draft) }
        if (of.trouble) throw new RelayError(of.trouble, "invented")
        return { kind: "written", record: records.CASE, version: 2 }
      },
      releasedIn: async () => (empty ? [] : [board.RELEASED]),
      openForPaper: async () => ({
        day: "2026-11-20",
        paragraphs: records.textIn(language).split("\n\n"),
        language,
        addressee: records.BEN,
        kind: "relayed",
        channel: "relayed",
        forPaper: false,
      }),
    }),
  }
}
