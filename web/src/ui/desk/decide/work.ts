// SPDX-License-Identifier: EUPL-1.2
/** What the mediator is writing about a letter. It outlives every refusal, and every form that is closed again. */
import { useState } from "preact/hooks"
import type { Conditions } from "../../../protocol/note_words.ts"
import type { Check } from "../../../review/checklist.ts"
import type { Rule } from "../../../review/escalation.ts"
import type { Command } from "../../../review/machine.ts"
import type { Mark } from "../../../review/passages.ts"

/** What the desk may sign about a letter. */
export type Decision = Extract<
  Command,
  "approve" | "hold" | "return" | "decline" | "escalate" | "second" | "offer" | "release" | "withdraw"
>

/** The page that goes to somebody outside. */
export type Disclosure = {
  readonly to: string
  readonly rule: Rule | null
  /** In the mediator's words, where no rule of the list fits. */
  readonly ruleWords: string
  readonly day: string
  /** Passages that the page quotes. */
  readonly passages: readonly Mark[]
  /** The register has it: nothing is written twice. */
  readonly registered: boolean
}

export type Work = {
  readonly chosen: Decision | null
  /** The words of each form by itself. */
  readonly notes: Readonly<Partial<Record<Decision, string>>>
  /** Until when it is held. */
  readonly until: string
  /** Passages marked for its author. */
  readonly marks: readonly Mark[]
  readonly looked: readonly Check[]
  readonly contentNote: string
  readonly conditions: Conditions
  readonly disclosure: Disclosure
}

export const FIRST_CONDITIONS: Conditions = {
  company: "any",
  parts: false,
  print: false,
  kiosk: true,
  expires: null,
}

/** Nothing written yet. `today`: UTC, `YYYY-MM-DD`. */
export function newWork(today: string): Work {
  return {
    chosen: null,
    notes: {},
    until: "",
    marks: [],
    looked: [],
    contentNote: "",
    conditions: FIRST_CONDITIONS,
    disclosure: { to: "", rule: null, ruleWords: "", day: today, passages: [], registered: false },
  }
}

export type Working = {
  readonly work: Work
  readonly change: (part: Partial<Work>) => void
  /** Write the words of the chosen form. */
  readonly write: (decision: Decision, note: string) => void
}

/** Hold what is written for as long as the page is drawn. */
export function useWork(first: () => Work): Working {
  const [work, setWork] = useState(first)
  return {
    work,
    change: (part) => setWork((before) => ({ ...before, ...part })),
    write: (decision, note) =>
      setWork((before) => ({ ...before, notes: { ...before.notes, [decision]: note } })),
  }
}

/** The words of one form. */
export function noteOf({ notes }: Work, decision: Decision): string {
  return notes[decision] ?? ""
}
