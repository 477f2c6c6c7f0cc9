// SPDX-License-Identifier: EUPL-1.2
/** What the programme's office may ask for. */
import { acting, type Module } from "../acting.ts"

export type OfficeActions = {
  readonly office: Module<
    Pick<
      typeof import("../../relay/office.ts"),
      "signInWithKeyFile" | "openKeyFile" | "openSecond" | "managingOf" | "openOffice"
    >
  >
  readonly supervision: Module<typeof import("../../relay/supervision.ts")>
  readonly inbox: Module<
    Pick<typeof import("../../relay/inbox.ts"), "inboxPage" | "screen" | "passOn" | "endRequest">
  >
  readonly admitting: Module<
    Pick<typeof import("../../relay/admitting.ts"), "makeStaffTicket" | "newcomers" | "letIn" | "signFirst">
  >
  readonly managing: Module<
    Pick<
      typeof import("../../relay/managing.ts"),
      | "peopleWaiting"
      | "namePeople"
      | "changePolicy"
      | "revokeMediator"
      | "retireMediator"
      | "revokeInterpreter"
      | "retireInterpreter"
      | "renew"
    >
  >
  readonly vouching: Module<
    Pick<typeof import("../../relay/vouching.ts"), "openVouched" | "vouchSecond" | "mediatorWords">
  >
  readonly opening: Module<Pick<typeof import("../../relay/opening_case.ts"), "newCase" | "retentionClasses">>
}

const live: OfficeActions = {
  office: () => import("../../relay/office.ts"),
  supervision: () => import("../../relay/supervision.ts"),
  inbox: () => import("../../relay/inbox.ts"),
  admitting: () => import("../../relay/admitting.ts"),
  managing: () => import("../../relay/managing.ts"),
  vouching: () => import("../../relay/vouching.ts"),
  opening: () => import("../../relay/opening_case.ts"),
}

/** The set in use. */
export const officeActions = acting(live)
