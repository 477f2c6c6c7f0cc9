// SPDX-License-Identifier: EUPL-1.2
/** A record as a few lines, whatever its type: for earlier versions, and for what a colleague wrote meanwhile. */

import { clearOf, type RecordType } from "../../protocol/record.ts"
import type { RecordWords, Risk, Topic } from "../../relay/record_words.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { whoWithin } from "../desk/naming.ts"
import { say, writtenDate } from "../language.ts"

/** One line; `own`: words that a person wrote, not to be translated. */
export type Line = { readonly name: string; readonly text: string; readonly own: boolean }

/** What of a record the relay sees, in words; empty texts are left out. */
export function linesOf(record: OpenedRecord): readonly Line[] {
  return [...clearLines(record), ...wordLines(record)].filter(({ text }) => text !== "")
}

function plain(name: string, text: string): Line {
  return { name, text, own: false }
}

function clearLines(record: OpenedRecord): readonly Line[] {
  const gate = clearOf(record, "gate")
  if (gate !== undefined) return [plain(say("fact-state"), gateWords(gate))]
  const pace = clearOf(record, "pace")
  if (pace !== undefined) return [plain(say("fact-pace"), paceWords(pace))]
  const task = clearOf(record, "task")
  if (task !== undefined) {
    const state = task.done ? say("tasks-done") : say(`task-${task.task}`)
    return [plain(say("fact-state"), state), plain(say("fact-due"), writtenDate(task.due))]
  }
  const away = clearOf(record, "away")
  if (away !== undefined) {
    return [
      plain(say("fact-from"), writtenDate(away.from)),
      plain(say("fact-until"), writtenDate(away.until)),
    ]
  }
  const { clear } = record
  return "gone" in clear && clear.gone ? [plain(say("fact-state"), say("fact-gone"))] : []
}

type GateShown = NonNullable<ReturnType<typeof clearOf<"gate">>>

/** How a gate stands, in words. */
export function gateWords({ gate, shut, until }: GateShown): string {
  const state = shut ? "shut" : "open"
  if (gate === "assessment") return say(`gate-assessment-${state}-until`, { day: writtenDate(until ?? "") })
  if (until === null) return say(`gate-${gate}-${state}`)
  // An overlap that does not stand has no day to wait for.
  if (gate === "overlap") {
    return shut ? say("gate-overlap-shut-until", { day: writtenDate(until) }) : say("gate-overlap-open")
  }
  return say(`gate-no-contact-${state}-until`, { day: writtenDate(until) })
}

/** A pace, in words. */
export function paceWords({ most, days }: { readonly most: number; readonly days: number }): string {
  return most >= NO_LIMIT ? say("pace-none") : say("pace-set", { most, days })
}

/** As many as a pace can say: no limit in practice. */
export const NO_LIMIT = 100

/** Topics in a sentence. */
export function topicWords(topics: readonly Topic[]): string {
  return topics.map((topic) => say(`topic-${topic}`)).join(", ")
}

/** Risks in a sentence. */
export function riskWords(risks: readonly Risk[]): string {
  return risks.map((risk) => say(`risk-${risk}`)).join(", ")
}

const NAMED = [
  "evidence",
  "safety",
  "privacy",
  "wellbeing",
  "aims",
  "rules",
  "who",
  "where",
  "when",
  "support",
  "to",
  "rule",
  "page",
  "words",
  "progress",
  "reason",
] as const

function wordLines({ words }: OpenedRecord): readonly Line[] {
  if (words === null) return []
  const all = words as { readonly [name: string]: unknown }
  const texts = NAMED.flatMap((name) => {
    const text = all[name]
    return typeof text === "string" ? [{ name: say(`fact-${name}`), text, own: true }] : []
  })
  return [...texts, ...listLines(words)]
}

function listLines(words: NonNullable<OpenedRecord["words"]>): readonly Line[] {
  if ("topics" in words) return [plain(say("fact-topics"), topicWords(words.topics))]
  if ("risks" in words) return [plain(say("fact-risks"), riskWords(words.risks))]
  if ("debriefs" in words) return closingLines(words)
  if ("names" in words) return [{ name: say("fact-names"), text: words.names.join(", "), own: true }]
  return []
}

function closingLines({ debriefs, follow_ups: followUps }: RecordWords["closing"]): readonly Line[] {
  const said = debriefs.map(({ participant, words }) => ({
    name: say("fact-debrief", { person: whoWithin(participant) }),
    text: words,
    own: true,
  }))
  return [...said, { name: say("fact-follow-ups"), text: followUps, own: true }]
}

/** What a type is called. */
export function typeWords(type: RecordType): string {
  return say(`type-${type}`)
}
