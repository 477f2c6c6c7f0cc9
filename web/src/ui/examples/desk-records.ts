// SPDX-License-Identifier: EUPL-1.2
/** What lies on the desk in the invented case: entries of the queue, letters under review, codes under way. */
import type { DeskItem, Review } from "../../relay/desk.ts"
import type { Ahead } from "../../relay/gates_ahead.ts"
import type { KeyOfPerson } from "../../relay/key_history.ts"
import type { WaitingEnrolment } from "../../relay/people.ts"
import type { Reading } from "../../review/exposure.ts"
import {
  ADA,
  BEN,
  CASE,
  DAY,
  HASH,
  HINT_TEXT,
  MARKS,
  MED,
  NO_MEDIA,
  NOON,
  OTHER_MED,
  TEXT,
  TOMORROW,
  textIn,
} from "./records.ts"

/** When a claim or an undo of the invented case ends. */
const SOON = Math.floor(Date.now() / 1000) + 1800
const OLD_HASH = "b7Rt2kLxP0QnWmE4yVc9JfGzD1sHaUuXo6iK8tY3wM5"

/** An entry of the queue that differs in this from the usual. */
export function item(id: string, part: Partial<DeskItem>): DeskItem {
  return {
    id,
    case: CASE,
    state: "in_review",
    channel: "letter",
    kind: "original",
    sender: ADA,
    addressee: BEN,
    senderSide: "harmed",
    day: "2026-11-20",
    coolingUntil: null,
    holdUntil: null,
    approvals: 0,
    quorum: 1,
    answer: null,
    waitingSince: NOON - 2 * DAY,
    claimedByMe: true,
    claimedBy: MED,
    claimedUntil: SOON,
    undoUntil: null,
    manifest: HASH,
    version: 4,
    may: ["claim", "approve", "hold", "return", "decline", "escalate", "second", "withdraw"],
    ...part,
  }
}

export const ITEMS: readonly DeskItem[] = [
  item("held", {
    state: "held",
    holdUntil: "2026-12-04",
    waitingSince: NOON - 12 * DAY,
    senderSide: "responsible",
  }),
  item("review", {}),
  item("ready", {
    state: "offered",
    answer: "ready",
    may: ["release", "withdraw"],
    waitingSince: NOON - 2 * DAY,
    senderSide: "responsible",
    addressee: ADA,
    sender: BEN,
  }),
  item("approved", { state: "approved", approvals: 1, may: ["offer", "withdraw"], waitingSince: NOON - DAY }),
  item("undo", {
    state: "approved",
    approvals: 1,
    undoUntil: SOON,
    may: ["hold", "offer", "withdraw"],
    waitingSince: NOON - DAY,
  }),
  item("another", { claimedByMe: false, claimedBy: OTHER_MED, waitingSince: NOON - DAY }),
  item("returned", {
    state: "returned",
    claimedByMe: false,
    claimedBy: null,
    claimedUntil: null,
    waitingSince: null,
    may: ["withdraw"],
  }),
  item("fresh", {
    state: "submitted",
    channel: "video",
    claimedByMe: false,
    claimedBy: null,
    claimedUntil: null,
    may: ["claim", "withdraw"],
  }),
  item("cooling", {
    state: "submitted",
    coolingUntil: TOMORROW,
    claimedByMe: false,
    claimedBy: null,
    claimedUntil: null,
    waitingSince: NOON,
    may: ["withdraw"],
  }),
]

/** Against the offer of the film: its author has not agreed to films. Nothing stands against the letters. */
export function aheadOf({ id }: DeskItem): Ahead {
  const shut = id === "film" ? [{ code: "consent-missing", participant: ADA, channel: "video" } as const] : []
  return { shut, onlyServer: [], needsForm: id === "film", doubt: null }
}

/** The entries in these states, with commas between; all of them without. */
export function itemsIn(states: string | undefined): readonly DeskItem[] {
  return states === undefined ? ITEMS : ITEMS.filter(({ state }) => states.split(",").includes(state))
}

const APPROVED: Review["earlier"][number] = {
  kind: "approval",
  what: null,
  by: MED,
  number: 2,
  day: "2026-11-21",
  until: null,
  note: {
    kind: "review",
    words: "Read twice.",
    checks: ["blame", "threat"],
    content_note: "It names a place.",
    conditions: { company: "support", parts: true, print: false, kiosk: true, expires: null },
  },
}

export function reviewOf(id: string, language: string): Review {
  const found =
    ITEMS.find((one) => one.id === id) ?? item(id, id.startsWith("film") ? { channel: "video" } : {})
  const text = id === "hints" ? HINT_TEXT : textIn(language)
  return {
    item: found,
    text,
    paragraphs: text.split("\n\n"),
    language,
    media: NO_MEDIA,
    contentNote: language === "fr" ? "Cette lettre parle du jour même." : "This speaks of the day itself.",
    author: {
      person: found.sender,
      side: found.senderSide ?? "harmed",
      certificate: HASH,
      keyEpoch: found.senderSide === "responsible" ? 2 : 1,
      keyChanged: found.senderSide === "responsible",
    },
    earlier: [
      {
        kind: "decision",
        what: "hold",
        by: MED,
        number: 1,
        day: "2026-11-21",
        until: "2026-12-04",
        note: { kind: "plain", words: "I want to talk with her first about the second paragraph." },
      },
      ...(found.state === "approved" ? [APPROVED] : []),
    ],
    manifest: HASH,
    supersedes: id === "anew" ? HASH : null,
    maker: null,
    confirmed: true,
    original: null,
  }
}

/** The invented letter as it was returned, with two marks. */
export function returnedReview(language: string): Review {
  const review = reviewOf("returned", language)
  return {
    ...review,
    text: TEXT,
    language: "en",
    earlier: [
      {
        kind: "decision",
        what: "return",
        by: MED,
        number: 2,
        day: "2026-11-18",
        until: null,
        note: { kind: "marked", words: "Thank you for this. Two places need another look.", marks: MARKS },
      },
    ],
  }
}

/** What a mediator has read lately. */
export const READINGS: readonly Reading[] = [
  { day: "2026-11-22", message: "review", minutes: 14, heavy: true, words: "The kitchen stays with me." },
  { day: "2026-11-21", message: "held", minutes: 5, heavy: false, words: "" },
]

/** Two keys of one person. */
export const KEYS: readonly KeyOfPerson[] = [
  { epoch: 2, day: "2026-10-02", by: MED, certificate: HASH, current: true },
  { epoch: 1, day: "2026-02-11", by: OTHER_MED, certificate: OLD_HASH, current: false },
]

export const WAITING: readonly WaitingEnrolment[] = [
  {
    lookup: "one",
    case: CASE,
    person: BEN,
    side: "responsible",
    state: "used",
    expiresAt: NOON + 9 * DAY,
    safetyNumber: "48213 07764 91025 33818 60492 15573",
    proof: "fits",
    next: "certify",
  },
  {
    lookup: "two",
    case: CASE,
    person: ADA,
    side: "harmed",
    state: "certified",
    expiresAt: NOON + 9 * DAY,
    safetyNumber: null,
    proof: "fits",
    next: "wait-for-manager",
  },
]

export const TICKET = {
  lookup: "new",
  typed: "7K2M 9QXT 4HVB N0RE J5WC 8DSG Y3AP",
  link: `https://relay.example.org/#ticket=7K2M9QXT4HVBN0REJ5WC8DSGY3AP&root=${HASH}&case=${CASE}`,
  person: ADA,
  expiresAt: NOON + 14 * DAY,
  kept: true,
}
