// SPDX-License-Identifier: EUPL-1.2
/** The words of a participant's room. */
import type { Catalogue } from "./catalogue.ts"

export const PARTICIPANT: Catalogue = {
  name: "participant",
  en: () => import("./en-participant.ftl"),
  fr: () => import("./fr-participant.ftl"),
}
