// SPDX-License-Identifier: EUPL-1.2
/** The words of asking to take part. */
import type { Catalogue } from "./catalogue.ts"

export const ASK: Catalogue = {
  name: "ask",
  en: () => import("./en-ask.ftl"),
  fr: () => import("./fr-ask.ftl"),
}
