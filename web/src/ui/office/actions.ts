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
}

const live: OfficeActions = {
  office: () => import("../../relay/office.ts"),
  supervision: () => import("../../relay/supervision.ts"),
}

/** The set in use. */
export const officeActions = acting(live)
