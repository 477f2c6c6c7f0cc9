// SPDX-License-Identifier: EUPL-1.2
/** The words of an interpreter's room. */
import type { Catalogue } from "./catalogue.ts"

export const INTERPRETER: Catalogue = {
  name: "interpreter",
  en: () => import("./en-interpreter.ftl"),
  fr: () => import("./fr-interpreter.ftl"),
}
