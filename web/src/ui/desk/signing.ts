// SPDX-License-Identifier: EUPL-1.2
/** From a chosen decision and its words to the call that signs it. */
import type { DeskItem, Review } from "../../relay/desk.ts"
import type { Command } from "../../review/machine.ts"
import { actions } from "../actions.ts"
import { signedIn } from "../session.ts"

/** What the desk may sign about a letter. */
export type Decision = Extract<
  Command,
  "approve" | "hold" | "return" | "decline" | "escalate" | "offer" | "release" | "withdraw"
>

export type Signed = { readonly note: string; readonly until: string }

type Sign = (review: Review, words: Signed) => Promise<DeskItem | null>

const SIGN: Readonly<Record<Decision, Sign>> = {
  approve: async (review, { note }) => (await actions().decide()).approve(signedIn(), review, note),
  hold: async (review, { note, until }) => (await actions().decide()).hold(signedIn(), review, until, note),
  return: async (review, { note }) => (await actions().decide()).giveBack(signedIn(), review, note),
  decline: async (review, { note }) => (await actions().decide()).decline(signedIn(), review, note),
  escalate: async (review, { note }) => (await actions().decide()).escalate(signedIn(), review, note),
  offer: async (review, { note }) => (await actions().decide()).offer(signedIn(), review.item, note),
  release: async (review) => (await actions().decide()).release(signedIn(), review.item),
  withdraw: async (review, { note }) => {
    await (await actions().decide()).withdrawForSafety(signedIn(), review.item, note)
    return null
  },
}

/** Sign a decision. Null when the letter is no longer there to look at. */
export function sign(decision: Decision, review: Review, words: Signed): Promise<DeskItem | null> {
  return SIGN[decision](review, words)
}
