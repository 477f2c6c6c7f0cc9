// SPDX-License-Identifier: EUPL-1.2
/** What everybody's screens may ask for, and a participant's. Examples put an invented set in its place. */

import type { Ports } from "../relay/ports.ts"
import { acting, type Module } from "./acting.ts"
import { setting } from "./settings.ts"

export type Actions = {
  readonly ports: () => Promise<Ports>
  readonly signIn: Module<
    Pick<
      typeof import("../relay/sign_in.ts"),
      | "signInWithWords"
      | "signInWithKit"
      | "readLink"
      | "signInWithLink"
      | "resumeSession"
      | "signOut"
      | "leaveNow"
    >
  >
  readonly enrol: Module<
    Pick<typeof import("../relay/enrol.ts"), "lookUpTicket" | "newSecrets" | "enrol"> &
      Pick<
        typeof import("../relay/answer.ts"),
        "enrolmentSafetyNumbers" | "finishEnrolment" | "waitForAnswer"
      > &
      Pick<typeof import("../relay/ticket.ts"), "readTicketLink" | "readTypedTicket">
  >
  readonly letters: Module<
    Pick<typeof import("../relay/letters.ts"), "listLetters" | "readOwn" | "readReturned">
  >
  readonly drafts: Module<
    Pick<typeof import("../relay/drafts.ts"), "listDrafts" | "newDraft" | "openDraft" | "takenOver">
  >
  readonly give: Module<
    Pick<
      typeof import("../relay/give.ts"),
      "give" | "preview" | "unsentLetters" | "continueSending" | "dropUnsent"
    >
  >
  readonly anew: Module<Pick<typeof import("../relay/anew.ts"), "giveAnew">>
  readonly toWhom: Module<Pick<typeof import("../relay/to_whom.ts"), "possibilities">>
  readonly recordings: Module<Pick<typeof import("../relay/recording.ts"), "leftRecordings">>
  readonly selfCheck: Module<Pick<typeof import("../relay/self_check.ts"), "selfCheck">>
  readonly offers: Module<Pick<typeof import("../relay/offers.ts"), "openOffer" | "answerOffer">>
  readonly read: Module<Pick<typeof import("../relay/read.ts"), "readLetter">>
  readonly proposals: Module<Pick<typeof import("../relay/proposals.ts"), "openProposal" | "confirmProposal">>
  readonly forms: Module<Pick<typeof import("../relay/forms.ts"), "readWithOriginal" | "formsOf">>
  readonly takeBack: Module<Pick<typeof import("../relay/take_back.ts"), "takeBack" | "changeTakingPart">>
  readonly events: Module<Pick<typeof import("../relay/events.ts"), "listen">>
}

let opened: Promise<Ports> | undefined

function ports(): Promise<Ports> {
  opened ??= import("../relay/ports.ts").then((module) => module.openPorts(setting("origin")))
  return opened
}

const live: Actions = {
  ports,
  signIn: () => import("../relay/sign_in.ts"),
  enrol: async () => ({
    ...(await import("../relay/enrol.ts")),
    ...(await import("../relay/answer.ts")),
    ...(await import("../relay/ticket.ts")),
  }),
  letters: () => import("../relay/letters.ts"),
  drafts: () => import("../relay/drafts.ts"),
  give: () => import("../relay/give.ts"),
  anew: () => import("../relay/anew.ts"),
  toWhom: () => import("../relay/to_whom.ts"),
  recordings: () => import("../relay/recording.ts"),
  selfCheck: () => import("../relay/self_check.ts"),
  offers: () => import("../relay/offers.ts"),
  read: () => import("../relay/read.ts"),
  proposals: () => import("../relay/proposals.ts"),
  forms: () => import("../relay/forms.ts"),
  takeBack: () => import("../relay/take_back.ts"),
  events: () => import("../relay/events.ts"),
}

/** The set in use. */
export const actions = acting(live)
