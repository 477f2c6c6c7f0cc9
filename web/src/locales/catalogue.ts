// SPDX-License-Identifier: EUPL-1.2
/** Which catalogues there are, and how each is fetched: one language, and only the rooms a page needs. */
import type { FluentResource } from "@fluent/bundle"

/** The languages, named in themselves. */
export const LANGUAGES = { en: "English", fr: "Français" } as const

export type Language = keyof typeof LANGUAGES

/** A room of the app with words of its own. */
export type Room =
  | "start"
  | "ask"
  | "enrol"
  | "participant"
  | "desk"
  | "handover"
  | "review"
  | "board"
  | "made"
  | "interpreter"
  | "errors"

type Fetched = Promise<{ readonly messages: FluentResource["body"] }>

/** How each room's words are fetched. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<Room, () => Fetched>>>> = {
  en: {
    start: () => import("./en.ftl"),
    ask: () => import("./en-ask.ftl"),
    enrol: () => import("./en-enrol.ftl"),
    participant: () => import("./en-participant.ftl"),
    desk: () => import("./en-desk.ftl"),
    handover: () => import("./en-handover.ftl"),
    review: () => import("./en-review.ftl"),
    board: () => import("./en-board.ftl"),
    made: () => import("./en-made.ftl"),
    interpreter: () => import("./en-interpreter.ftl"),
    errors: () => import("./en-errors.ftl"),
  },
  fr: {
    start: () => import("./fr.ftl"),
    ask: () => import("./fr-ask.ftl"),
    enrol: () => import("./fr-enrol.ftl"),
    participant: () => import("./fr-participant.ftl"),
    desk: () => import("./fr-desk.ftl"),
    handover: () => import("./fr-handover.ftl"),
    review: () => import("./fr-review.ftl"),
    board: () => import("./fr-board.ftl"),
    made: () => import("./fr-made.ftl"),
    interpreter: () => import("./fr-interpreter.ftl"),
    errors: () => import("./fr-errors.ftl"),
  },
}
