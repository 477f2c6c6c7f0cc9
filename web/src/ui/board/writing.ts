// SPDX-License-Identifier: EUPL-1.2
/** Writing a record from the board. */
import type { RecordType } from "../../protocol/record.ts"
import type { Before, OpenedRecord, RecordDraft } from "../../relay/records.ts"
import { deskActions } from "../desk/actions.ts"
import { signedIn } from "../session.ts"
import { useWritingBy, type Writing, type WritingAt } from "../writing.ts"

export type { Writing } from "../writing.ts"

/** Hold what a mediator writes for as long as the form is drawn. */
export function useWriting<T extends RecordType>(at: WritingAt<T>): Writing<T> {
  return useWritingBy(() => deskActions().casework(), at)
}

/** Write a record at once, where there is nothing to type: something is done, or taken off. */
export async function writeAtOnce<T extends RecordType>(
  caseId: string,
  draft: RecordDraft<T>,
  before: Before | null,
): Promise<OpenedRecord<T> | null> {
  const { writeRecord } = await deskActions().casework()
  const written = await writeRecord<T>(signedIn(), caseId, draft, before)
  return written.kind === "written" ? null : written.now
}
