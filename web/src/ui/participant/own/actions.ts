// SPDX-License-Identifier: EUPL-1.2
/** What a participant's own say may ask for. */
import { acting, type Module } from "../../acting.ts"

export type OwnActions = {
  readonly ownSay: Module<
    Pick<typeof import("../../../relay/own_say.ts"), "ownConsents" | "ownNeeds"> &
      Pick<typeof import("../../../relay/consent.ts"), "giveConsent"> &
      Pick<typeof import("../../../relay/consent_text.ts"), "consentTextOf"> &
      Pick<typeof import("../../../relay/records.ts"), "writeRecord">
  >
}

const live: OwnActions = {
  ownSay: async () => ({
    ...(await import("../../../relay/own_say.ts")),
    ...(await import("../../../relay/consent.ts")),
    ...(await import("../../../relay/consent_text.ts")),
    ...(await import("../../../relay/records.ts")),
  }),
}

/** The set in use. */
export const ownActions = acting(live)
