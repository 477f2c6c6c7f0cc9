// SPDX-License-Identifier: EUPL-1.2
/** From a chosen decision and what was written to the call that signs it. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { checksOf } from "../../../review/checklist.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { pageText, ruleInWords } from "./disclosure-page.tsx"
import { type Decision, noteOf, type Work } from "./work.ts"

/** Called when the register has a disclosure, so that a second try does not write it again. */
export type OnRegistered = () => void

type Sign = (review: Review, work: Work, onRegistered: OnRegistered) => Promise<DeskItem | null>

/** How it is to be read, said twice: to colleagues with the approval, to the addressee with the offer. */
function readingOf({ contentNote, conditions }: Work) {
  return { contentNote: contentNote.trim(), conditions }
}

const SIGN: Readonly<Record<Decision, Sign>> = {
  approve: async (review, work) => {
    const said = { words: noteOf(work, "approve"), checks: checksOf(work.looked), ...readingOf(work) }
    return (await deskActions().decide()).approve(signedIn(), review, said)
  },
  hold: async (review, work) =>
    (await deskActions().decide()).hold(signedIn(), review, work.until, noteOf(work, "hold")),
  return: async (review, work) => {
    const said = { words: noteOf(work, "return"), marks: work.marks }
    return (await deskActions().decide()).giveBack(signedIn(), review, said)
  },
  decline: async (review, work) =>
    (await deskActions().decide()).decline(signedIn(), review, noteOf(work, "decline")),
  second: async (review, work) =>
    (await deskActions().decide()).askSecond(signedIn(), review, noteOf(work, "second")),
  escalate: async (review, work, onRegistered) => {
    if (!work.disclosure.registered) {
      await register(review, work)
      onRegistered()
    }
    return (await deskActions().decide()).escalate(signedIn(), review, noteOf(work, "escalate"))
  },
  offer: async (review, work) => {
    const said = { words: noteOf(work, "offer"), ...readingOf(work) }
    return (await deskActions().decide()).offer(signedIn(), review.item, said)
  },
  release: async (review) => (await deskActions().decide()).release(signedIn(), review.item),
  withdraw: async (review, work) => {
    await (await deskActions().decide()).withdrawForSafety(signedIn(), review.item, noteOf(work, "withdraw"))
    return null
  },
}

async function register(review: Review, work: Work): Promise<void> {
  const { disclosure } = work
  const { registerDisclosure } = await deskActions().deskRecords()
  await registerDisclosure(signedIn(), review.item.case, {
    message: review.item.id,
    rule: disclosure.rule ?? "other",
    ruleWords: ruleInWords(disclosure),
    to: disclosure.to,
    page: pageText(review, disclosure, noteOf(work, "escalate")),
  })
}

/** Sign a decision. Null when the letter is no longer there to look at. */
export function sign(
  decision: Decision,
  review: Review,
  { work, onRegistered }: { readonly work: Work; readonly onRegistered: OnRegistered },
): Promise<DeskItem | null> {
  return SIGN[decision](review, work, onRegistered)
}
