// SPDX-License-Identifier: EUPL-1.2
/** What stands against an offer, beside the decision: fetched with the board's words when a decision is chosen. */
import { BOARD } from "../../locales/board.ts"
import { lazily } from "../lazy.tsx"
import type { AheadProperties } from "./ahead/ahead.tsx"

export const Ahead = lazily<AheadProperties>([BOARD], () =>
  import("./ahead/ahead.tsx").then((module) => module.Ahead),
)
