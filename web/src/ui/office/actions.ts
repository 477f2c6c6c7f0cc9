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
}

const live: OfficeActions = {
  office: () => import("../../relay/office.ts"),
}

/** The set in use. */
export const officeActions = acting(live)
