// SPDX-License-Identifier: EUPL-1.2
/** Beside a letter: where made words come from, and what may be made of it. Fetched with its words when it is needed. */
import { MADE } from "../../locales/made.ts"
import { lazily } from "../lazy.tsx"

export const Made = lazily([MADE], () => import("./made/panel.tsx").then((module) => module.Panel))
