// SPDX-License-Identifier: EUPL-1.2
/** What a mediator reads and writes of a case's records while reviewing: names, a note, a disclosure in the register. */
import type { Rule } from "../review/escalation.ts"
import { recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

/** The names that the case keeps sealed, for hints; none where there is no list. */
export async function namesOf(session: Session, caseId: string): Promise<readonly string[]> {
  const { records } = await recordsOf(session, caseId, "names")
  return records.filter(({ clear }) => !clear.gone).flatMap(({ words }) => words?.names ?? [])
}

/** Leave a note for the mediators of a case about one letter. */
export async function leaveNote(
  session: Session,
  caseId: string,
  { words, message }: { readonly words: string; readonly message: string },
): Promise<void> {
  const draft = { type: "note", clear: { gone: false }, words: { words, message, risks: [] } } as const
  await writeRecord<"note">(session, caseId, draft, null)
}

/** What was told, to whom, under which rule. Only the letter's id, the rule's name and the day are in the clear. */
export type Disclosed = {
  readonly message: string
  readonly rule: Rule
  /** The rule as the page names it. */
  readonly ruleWords: string
  readonly to: string
  /** The whole page, as it was printed or read out. */
  readonly page: string
}

/** Write a disclosure into the sealed register of the case. */
export async function registerDisclosure(session: Session, caseId: string, told: Disclosed): Promise<void> {
  const { message, rule, ruleWords, to, page } = told
  const draft = {
    type: "escalation",
    clear: { message, rule },
    words: { page, to, rule: ruleWords },
  } as const
  await writeRecord<"escalation">(session, caseId, draft, null)
}
