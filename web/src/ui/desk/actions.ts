// SPDX-License-Identifier: EUPL-1.2
/** What the mediator's desk may ask for. */
import { acting, type Module } from "../acting.ts"

export type DeskActions = {
  readonly desk: Module<
    Pick<
      typeof import("../../relay/desk.ts"),
      "claim" | "takeOver" | "letGo" | "renewClaim" | "openForReview" | "decisionsOn"
    >
  >
  readonly queue: Module<Pick<typeof import("../../relay/queue_side.ts"), "queueOfSide">>
  readonly decide: Module<
    Pick<
      typeof import("../../relay/decide.ts"),
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
  readonly ahead: Module<Pick<typeof import("../../relay/gates_ahead.ts"), "gatesAhead">>
  readonly granting: Module<
    Pick<
      typeof import("../../relay/granting.ts"),
      "interpreters" | "accessTo" | "giveAccess" | "endAccess" | "MOST_DAYS"
    >
  >
  readonly keyHistory: Module<Pick<typeof import("../../relay/key_history.ts"), "keyHistory">>
  readonly versions: Module<Pick<typeof import("../../relay/versions.ts"), "earlierVersion" | "laterVersion">>
  readonly changes: Module<Pick<typeof import("../../relay/changes.ts"), "changesBetween">>
  readonly today: Module<Pick<typeof import("../../relay/today.ts"), "duePage" | "waiting" | "absences">>
  readonly casework: Module<
    Pick<typeof import("../../relay/casework.ts"), "openBoard"> &
      Pick<typeof import("../../relay/records.ts"), "writeRecord" | "historyOf"> &
      Pick<typeof import("../../relay/paper.ts"), "releasedIn" | "openForPaper">
  >
  readonly exposure: Module<
    Pick<typeof import("../../relay/exposure.ts"), "readingLog" | "addReading" | "forgetReadings">
  >
  readonly deskRecords: Module<
    Pick<typeof import("../../relay/desk_records.ts"), "namesOf" | "leaveNote" | "registerDisclosure">
  >
  readonly deskSettings: Module<
    Pick<typeof import("../../relay/desk_settings.ts"), "readSettings" | "keepSettings">
  >
  readonly people: Module<
    Pick<
      typeof import("../../relay/people.ts"),
      "makeTicket" | "listEnrolments" | "rememberTicket" | "certify" | "answerEnrolment"
    >
  >
  readonly passedOn: Module<Pick<typeof import("../../relay/passed_on.ts"), "passedOn">>
  readonly trust: Module<Pick<typeof import("../../relay/trust.ts"), "safetyNumberWith">>
}

const live: DeskActions = {
  desk: () => import("../../relay/desk.ts"),
  queue: () => import("../../relay/queue_side.ts"),
  decide: () => import("../../relay/decide.ts"),
  ahead: () => import("../../relay/gates_ahead.ts"),
  granting: () => import("../../relay/granting.ts"),
  keyHistory: () => import("../../relay/key_history.ts"),
  versions: () => import("../../relay/versions.ts"),
  changes: () => import("../../relay/changes.ts"),
  today: () => import("../../relay/today.ts"),
  casework: async () => ({
    ...(await import("../../relay/casework.ts")),
    ...(await import("../../relay/records.ts")),
    ...(await import("../../relay/paper.ts")),
  }),
  exposure: () => import("../../relay/exposure.ts"),
  deskRecords: () => import("../../relay/desk_records.ts"),
  deskSettings: () => import("../../relay/desk_settings.ts"),
  people: () => import("../../relay/people.ts"),
  passedOn: () => import("../../relay/passed_on.ts"),
  trust: () => import("../../relay/trust.ts"),
}

/** The set in use. */
export const deskActions = acting(live)
