// SPDX-License-Identifier: EUPL-1.2
/** What somebody is writing into a record: kept through every refusal, and written on top of who was first. */
import { useState } from "preact/hooks"
import type { Clears, RecordType } from "../protocol/record.ts"
import type { RecordWords } from "../relay/record_words.ts"
import type { Before, OpenedRecord, RecordDraft, writeRecord } from "../relay/records.ts"
import { type Doing, useDoing } from "./doing.ts"
import { signedIn } from "./session.ts"

export type WritingAt<T extends RecordType> = {
  readonly caseId: string
  /** The version that stands; null for a new record. */
  readonly before: OpenedRecord<T> | null
  readonly first: RecordDraft<T>
  readonly onDone: (record: string) => void
}

/** Fetches what writes. */
export type Writer = () => Promise<{ readonly writeRecord: typeof writeRecord }>

export type Writing<T extends RecordType> = {
  readonly clear: Clears[T]
  readonly words: RecordWords[T]
  readonly change: (part: Partial<Clears[T]>) => void
  readonly write: (part: Partial<RecordWords[T]>) => void
  /** What stands now, where somebody was first. Writing again writes on top of it. */
  readonly meanwhile: OpenedRecord<T> | null
  readonly doing: Doing
  readonly send: () => void
}

type State<T extends RecordType> = {
  readonly clear: Clears[T]
  readonly words: RecordWords[T]
  readonly base: Before | null
  readonly meanwhile: OpenedRecord<T> | null
}

/** Hold what is written for as long as the form is drawn. */
export function useWritingBy<T extends RecordType>(writer: Writer, at: WritingAt<T>): Writing<T> {
  const [state, setState] = useState<State<T>>(() => ({
    clear: at.first.clear as Clears[T],
    words: at.first.words as RecordWords[T],
    base: at.before,
    meanwhile: null,
  }))
  const doing = useDoing()
  const { clear, words, base } = state
  const send = () =>
    doing.run(async () => {
      const draft = { type: at.first.type, clear, words } as unknown as RecordDraft<T>
      const { writeRecord: write } = await writer()
      const written = await write<T>(signedIn(), at.caseId, draft, base)
      if (written.kind === "written") return at.onDone(written.record)
      setState((now) => ({ ...now, base: written.now, meanwhile: written.now }))
    })
  return {
    clear,
    words,
    meanwhile: state.meanwhile,
    change: (part) => setState((now) => ({ ...now, clear: { ...now.clear, ...part } })),
    write: (part) => setState((now) => ({ ...now, words: { ...now.words, ...part } })),
    doing,
    send,
  }
}
