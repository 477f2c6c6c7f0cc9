// SPDX-License-Identifier: EUPL-1.2
/** The words of a case's board and a mediator's day. */
import type { Catalogue } from "./catalogue.ts"

export const BOARD: Catalogue = {
  name: "board",
  en: () => import("./en-board.ftl"),
  fr: () => import("./fr-board.ftl"),
}
