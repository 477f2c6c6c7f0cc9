// SPDX-License-Identifier: EUPL-1.2
/** From a chosen decision and what was written to the call that signs it. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { pointsOf, wordsIn } from "../../../review/passages.ts"
import { actions } from "../../actions.ts"
import { signedIn } from "../../session.ts"
import { type Decision, noteOf, type Work } from "./work.ts"

type Sign = (review: Review, work: Work) => Promise<DeskItem | null>

/** Words for the author, each marked passage quoted with what is said about it. */
function returned({ text }: Review, work: Work): string {
  const all = pointsOf(text)
  const marks = work.marks.map((mark) => `« ${wordsIn(all, mark)} »\n${mark.words}`.trim())
  return [noteOf(work, "return"), ...marks].filter((words) => words.trim() !== "").join("\n\n")
}

const SIGN: Readonly<Record<Decision, Sign>> = {
  approve: async (review, work) =>
    (await actions().decide()).approve(signedIn(), review, noteOf(work, "approve")),
  hold: async (review, work) =>
    (await actions().decide()).hold(signedIn(), review, work.until, noteOf(work, "hold")),
  return: async (review, work) =>
    (await actions().decide()).giveBack(signedIn(), review, returned(review, work)),
  decline: async (review, work) =>
    (await actions().decide()).decline(signedIn(), review, noteOf(work, "decline")),
  second: async (review, work) =>
    (await actions().decide()).askSecond(signedIn(), review, noteOf(work, "second")),
  escalate: async (review, work) =>
    (await actions().decide()).escalate(signedIn(), review, noteOf(work, "escalate")),
  offer: async (review, work) =>
    (await actions().decide()).offer(signedIn(), review.item, noteOf(work, "offer")),
  release: async (review) => (await actions().decide()).release(signedIn(), review.item),
  withdraw: async (review, work) => {
    await (await actions().decide()).withdrawForSafety(signedIn(), review.item, noteOf(work, "withdraw"))
    return null
  },
}

/** Sign a decision. Null when the letter is no longer there to look at. */
export function sign(decision: Decision, review: Review, work: Work): Promise<DeskItem | null> {
  return SIGN[decision](review, work)
}
