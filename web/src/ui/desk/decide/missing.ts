// SPDX-License-Identifier: EUPL-1.2
/** What is still missing before a decision can be signed. */
import { leftToCheck } from "../../../review/checklist.ts"
import { fitsPage } from "../../../review/escalation.ts"
import { type Decision, noteOf, type Work } from "./work.ts"

export type Missing = "note" | "until" | "checks" | "to" | "rule" | "rule-words" | "day" | "too-long"

type Rule = (work: Work, quoted: readonly string[]) => Missing | null

function missingWords(decision: Decision): Rule {
  return (work) => (noteOf(work, decision).trim() === "" ? "note" : null)
}

const RULES: Readonly<Record<Decision, Rule>> = {
  approve: ({ looked }) => (leftToCheck(looked).length > 0 ? "checks" : null),
  hold: ({ until }) => (until === "" ? "until" : null),
  // Marks say enough by themselves; without any, words must.
  return: (work, quoted) => (work.marks.length > 0 ? null : missingWords("return")(work, quoted)),
  decline: missingWords("decline"),
  second: () => null,
  escalate: (work, quoted) => missingOnPage(work, [noteOf(work, "escalate"), ...quoted]),
  offer: missingWords("offer"),
  release: () => null,
  withdraw: missingWords("withdraw"),
}

/** Say what is missing first; null when nothing is. `quoted`: the passages of a disclosure. */
export function missingIn(decision: Decision, work: Work, quoted: readonly string[] = []): Missing | null {
  return RULES[decision](work, quoted)
}

function missingOnPage({ disclosure }: Work, texts: readonly string[]): Missing | null {
  const { to, rule, ruleWords, day } = disclosure
  if (to.trim() === "") return "to"
  if (rule === null) return "rule"
  if (rule === "other" && ruleWords.trim() === "") return "rule-words"
  if (day === "") return "day"
  if (texts[0]?.trim() === "") return "note"
  return fitsPage(texts) ? null : "too-long"
}
