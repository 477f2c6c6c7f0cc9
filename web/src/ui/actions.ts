// SPDX-License-Identifier: EUPL-1.2
/** What the screens may ask for, module by module, fetched when first needed. Examples put an invented set in its place. */
import type { Ports } from "../relay/ports.ts"

type Module<T> = () => Promise<T>

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
  readonly ask: Module<Pick<typeof import("../relay/ask.ts"), "programmeToAsk" | "sealAsking" | "handIn">>
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
    Pick<typeof import("../relay/drafts.ts"), "listDrafts" | "newDraft" | "openDraft" | "draftFromReturned">
  >
  readonly give: Module<
    Pick<
      typeof import("../relay/give.ts"),
      "give" | "preview" | "unsentLetters" | "continueSending" | "dropUnsent"
    >
  >
  readonly selfCheck: Module<Pick<typeof import("../relay/self_check.ts"), "selfCheck">>
  readonly offers: Module<Pick<typeof import("../relay/offers.ts"), "openOffer" | "answerOffer">>
  readonly read: Module<Pick<typeof import("../relay/read.ts"), "readLetter">>
  readonly proposals: Module<Pick<typeof import("../relay/proposals.ts"), "openProposal" | "confirmProposal">>
  readonly forms: Module<Pick<typeof import("../relay/forms.ts"), "readWithOriginal" | "formsOf">>
  readonly takeBack: Module<Pick<typeof import("../relay/take_back.ts"), "takeBack" | "changeTakingPart">>
  readonly events: Module<Pick<typeof import("../relay/events.ts"), "listen">>
  readonly desk: Module<
    Pick<
      typeof import("../relay/desk.ts"),
      "claim" | "takeOver" | "letGo" | "renewClaim" | "openForReview" | "decisionsOn"
    >
  >
  readonly queue: Module<Pick<typeof import("../relay/queue_side.ts"), "queueOfSide">>
  readonly decide: Module<
    Pick<
      typeof import("../relay/decide.ts"),
      | "approve"
      | "undoApproval"
      | "hold"
      | "giveBack"
      | "decline"
      | "escalate"
      | "askSecond"
      | "offer"
      | "release"
      | "withdrawForSafety"
    >
  >
  readonly making: Module<Pick<typeof import("../relay/making.ts"), "sealMade" | "sendMade">>
  readonly granting: Module<
    Pick<
      typeof import("../relay/granting.ts"),
      "interpreters" | "accessTo" | "giveAccess" | "endAccess" | "MOST_DAYS"
    >
  >
  readonly interpreting: Module<Pick<typeof import("../relay/interpreting.ts"), "listWork" | "openGranted">>
  readonly keyHistory: Module<Pick<typeof import("../relay/key_history.ts"), "keyHistory">>
  readonly versions: Module<Pick<typeof import("../relay/versions.ts"), "earlierVersion" | "laterVersion">>
  readonly changes: Module<Pick<typeof import("../relay/changes.ts"), "changesBetween">>
  readonly today: Module<Pick<typeof import("../relay/today.ts"), "duePage" | "waiting" | "absences">>
  readonly casework: Module<
    Pick<typeof import("../relay/casework.ts"), "openBoard"> &
      Pick<typeof import("../relay/records.ts"), "writeRecord" | "historyOf"> &
      Pick<typeof import("../relay/paper.ts"), "releasedIn" | "openForPaper">
  >
  readonly exposure: Module<
    Pick<typeof import("../relay/exposure.ts"), "readingLog" | "addReading" | "forgetReadings">
  >
  readonly deskRecords: Module<
    Pick<typeof import("../relay/desk_records.ts"), "namesOf" | "leaveNote" | "registerDisclosure">
  >
  readonly deskSettings: Module<
    Pick<typeof import("../relay/desk_settings.ts"), "readSettings" | "keepSettings">
  >
  readonly people: Module<
    Pick<
      typeof import("../relay/people.ts"),
      "makeTicket" | "listEnrolments" | "rememberTicket" | "certify" | "answerEnrolment"
    >
  >
  readonly handover: Module<
    Pick<typeof import("../relay/handover.ts"), "receivers" | "planHandover" | "runHandover">
  >
  readonly mediators: Module<
    Pick<typeof import("../relay/mediators.ts"), "mediatorsHistory" | "pastHandovers">
  >
  readonly trust: Module<Pick<typeof import("../relay/trust.ts"), "safetyNumberWith">>
}

let opened: Promise<Ports> | undefined

function ports(): Promise<Ports> {
  opened ??= import("../relay/ports.ts").then((module) => module.openPorts())
  return opened
}

/** The real ones. */
export const live: Actions = {
  ports,
  signIn: () => import("../relay/sign_in.ts"),
  ask: () => import("../relay/ask.ts"),
  enrol: async () => ({
    ...(await import("../relay/enrol.ts")),
    ...(await import("../relay/answer.ts")),
    ...(await import("../relay/ticket.ts")),
  }),
  letters: () => import("../relay/letters.ts"),
  drafts: () => import("../relay/drafts.ts"),
  give: () => import("../relay/give.ts"),
  selfCheck: () => import("../relay/self_check.ts"),
  offers: () => import("../relay/offers.ts"),
  read: () => import("../relay/read.ts"),
  proposals: () => import("../relay/proposals.ts"),
  forms: () => import("../relay/forms.ts"),
  takeBack: () => import("../relay/take_back.ts"),
  events: () => import("../relay/events.ts"),
  desk: () => import("../relay/desk.ts"),
  queue: () => import("../relay/queue_side.ts"),
  decide: () => import("../relay/decide.ts"),
  making: () => import("../relay/making.ts"),
  granting: () => import("../relay/granting.ts"),
  interpreting: () => import("../relay/interpreting.ts"),
  keyHistory: () => import("../relay/key_history.ts"),
  versions: () => import("../relay/versions.ts"),
  changes: () => import("../relay/changes.ts"),
  today: () => import("../relay/today.ts"),
  casework: async () => ({
    ...(await import("../relay/casework.ts")),
    ...(await import("../relay/records.ts")),
    ...(await import("../relay/paper.ts")),
  }),
  exposure: () => import("../relay/exposure.ts"),
  deskRecords: () => import("../relay/desk_records.ts"),
  deskSettings: () => import("../relay/desk_settings.ts"),
  people: () => import("../relay/people.ts"),
  handover: () => import("../relay/handover.ts"),
  mediators: () => import("../relay/mediators.ts"),
  trust: () => import("../relay/trust.ts"),
}

let acting: Actions = live

/** The set in use. */
export function actions(): Actions {
  return acting
}

/** Put another set in place: for examples and tests, before anything is drawn. */
export function actWith(other: Actions): void {
  acting = other
}
