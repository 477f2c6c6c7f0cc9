// SPDX-License-Identifier: EUPL-1.2
/** Every page there is, each with a state of the invented case in which it is worth looking at. */
import type { Notice } from "../../relay/trust.ts"
import type { Place } from "../place.ts"
import type { Invented } from "./invented.ts"
import { BEN, CASE, FOUND_TEXT, MED, OTHER_MED } from "./records.ts"

export type ExamplePage = {
  readonly place: Place
  readonly of: Invented
  readonly signedIn: boolean
  readonly demo?: boolean
  readonly warned?: boolean
  readonly waits?: boolean
}

const HARMED: Invented = { role: "participant", side: "harmed" }
const RESPONSIBLE: Invented = { role: "participant", side: "responsible" }
const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

const MANAGER: Invented = { role: "manager", side: "harmed" }

const SOME = { message: 7, note: 5, record: 0 }
const ONE = { message: 1, note: 0, record: 0 }
const INTERPRETER: Invented = { role: "interpreter", side: "harmed" }

const NOTICES: readonly Notice[] = [
  { kind: "key-changed", case: CASE, person: BEN },
  { kind: "mediators-changed", case: CASE, left: [MED], came: [OTHER_MED] },
  { kind: "case-reopened", case: CASE },
  { kind: "directory-ends", days: 9 },
]

function outside(place: Place, demo = false): ExamplePage {
  return { place, of: HARMED, signedIn: false, demo }
}

function inside(place: Place, of: Invented = HARMED): ExamplePage {
  return { place, of, signedIn: true }
}

export const PAGES: Readonly<Record<string, ExamplePage>> = {
  start: outside({ at: "start" }, true),
  ask: outside({ at: "ask", staff: false }),
  refer: outside({ at: "ask", staff: true }),
  "ask-closed": { ...outside({ at: "ask", staff: false }), of: { ...HARMED, trouble: "root-wrong" } },
  "sign-in": outside({ at: "sign-in" }),
  link: outside({ at: "link", fragment: "link=A.B" }, true),
  "office-door": outside({ at: "office-door" }),
  out: outside({ at: "out", idle: true }),
  "out-waits": { ...outside({ at: "out", idle: false }), waits: true },
  enrol: outside({ at: "enrol", fragment: "" }),
  "enrol-link": outside({ at: "enrol", fragment: "ticket=X" }),
  waiting: inside({ at: "home" }, { ...HARMED, unanchored: true }),
  "waiting-staff": inside({ at: "today" }, { ...MEDIATOR, unanchored: true }),
  home: inside({ at: "home" }),
  "home-demo": { ...inside({ at: "home" }), demo: true },
  "home-empty": inside({ at: "home" }, { ...RESPONSIBLE, empty: true, paused: true }),
  "home-notices": inside(
    { at: "home" },
    {
      ...HARMED,
      empty: true,
      notices: [
        { kind: "key-changed", case: CASE, person: BEN },
        { kind: "mediators-changed", case: CASE, left: [MED], came: [OTHER_MED] },
        { kind: "case-closed", case: CASE },
        { kind: "directory-ends", days: 9 },
      ],
    },
  ),
  "home-lapsed": inside({ at: "home" }, { ...HARMED, lapsed: true }),
  "home-idle": { ...inside({ at: "home" }, { ...HARMED, empty: true }), warned: true },
  write: inside({ at: "write", draft: null, supersedes: null }),
  "write-to-whom": inside({ at: "write", draft: null, supersedes: null }, { ...RESPONSIBLE, several: true }),
  "write-responsible": inside({ at: "write", draft: "draft", supersedes: null }, RESPONSIBLE),
  "write-found": inside({ at: "write", draft: "draft", supersedes: null }, { ...HARMED, text: FOUND_TEXT }),
  sent: inside({ at: "sent", message: "cooling" }),
  returned: inside({ at: "sent", message: "returned" }),
  "take-back": inside({ at: "take-back", message: "approved" }),
  "proposed-told": inside({ at: "proposed", message: "told" }),
  "proposed-shorter": inside({ at: "proposed", message: "shorter" }),
  "proposed-rewritten": inside({ at: "proposed", message: "rewritten" }),
  offered: inside({ at: "offered", message: "offer" }),
  read: inside({ at: "read", message: "opened" }),
  "read-form": inside({ at: "read", message: "form" }),
  "read-film": inside({ at: "read", message: "film-read" }),
  "read-captions": inside({ at: "read", message: "film-form" }),
  "sent-film": inside({ at: "sent", message: "film" }),
  gone: inside({ at: "read", message: "gone" }),
  film: inside({ at: "film", supersedes: null }),
  "film-anew": inside({ at: "film", supersedes: "film-returned" }),
  "film-to-whom": inside({ at: "film", supersedes: null }, { ...HARMED, several: true }),
  "film-new": inside({ at: "film", supersedes: null }, { ...RESPONSIBLE, empty: true }),
  agree: inside({ at: "agree" }),
  "agree-new": inside({ at: "agree" }, { ...RESPONSIBLE, empty: true }),
  "agree-untold": inside({ at: "agree" }, { ...HARMED, untold: "not-found" }),
  "agree-unreached": inside({ at: "agree" }, { ...HARMED, unsaid: true }),
  needs: inside({ at: "needs" }),
  "needs-new": inside({ at: "needs" }, { ...RESPONSIBLE, empty: true, doubt: true }),
  stop: inside({ at: "stop" }),
  today: inside({ at: "today" }, MEDIATOR),
  "today-notices": inside({ at: "today" }, { ...MEDIATOR, notices: NOTICES }),
  "today-empty": inside({ at: "today" }, { ...MEDIATOR, empty: true }),
  case: inside({ at: "case", case: CASE }, MEDIATOR),
  "case-new": inside({ at: "case", case: CASE }, { ...MEDIATOR, empty: true }),
  "case-doubt": inside({ at: "case", case: CASE }, { ...MEDIATOR, doubt: true }),
  paper: inside({ at: "paper", case: CASE, message: "ready" }, MEDIATOR),
  queue: inside({ at: "queue" }, MEDIATOR),
  "queue-notices": inside({ at: "queue" }, { ...MEDIATOR, notices: NOTICES }),
  "queue-empty": inside({ at: "queue" }, { ...MEDIATOR, empty: true }),
  review: inside({ at: "review", message: "review" }, MEDIATOR),
  "review-ready": inside({ at: "review", message: "ready" }, MEDIATOR),
  "review-another": inside({ at: "review", message: "another" }, MEDIATOR),
  "review-approved": inside({ at: "review", message: "approved" }, MEDIATOR),
  "review-hints": inside({ at: "review", message: "hints" }, MEDIATOR),
  "review-undo": inside({ at: "review", message: "undo" }, MEDIATOR),
  "review-anew": inside({ at: "review", message: "anew" }, MEDIATOR),
  "review-returned": inside({ at: "review", message: "returned" }, MEDIATOR),
  "reading-log": inside({ at: "reading-log" }, MEDIATOR),
  history: inside({ at: "history", case: CASE, from: "review" }, MEDIATOR),
  "review-stale": inside({ at: "review", message: "review" }, { ...MEDIATOR, trouble: "stale-version" }),
  people: inside({ at: "people" }, MEDIATOR),
  handover: inside({ at: "handover", case: CASE }, { ...MEDIATOR, unhanded: SOME }),
  "handover-nothing": inside({ at: "handover", case: CASE }, MEDIATOR),
  "handover-nobody": inside({ at: "handover", case: CASE }, { ...MEDIATOR, empty: true }),
  mediators: inside({ at: "handover", case: CASE }),
  "mediators-asked": inside({ at: "handover", case: CASE }, { ...HARMED, unhanded: ONE }),
  "home-asked": inside({ at: "home" }, { ...HARMED, unhanded: ONE }),
  "review-told": inside({ at: "review", message: "told" }, MEDIATOR),
  "review-shorter": inside({ at: "review", message: "shorter" }, MEDIATOR),
  tell: inside({ at: "tell", case: CASE }, MEDIATOR),
  "tell-shut": inside({ at: "tell", case: CASE }, { ...MEDIATOR, channels: ["letter"] }),
  shorten: inside({ at: "shorten", message: "review" }, MEDIATOR),
  compare: inside({ at: "compare", message: "shorter" }, MEDIATOR),
  "compare-form": inside({ at: "compare", message: "form" }, MEDIATOR),
  render: inside({ at: "render", message: "review" }, MEDIATOR),
  "review-film": inside({ at: "review", message: "film" }, MEDIATOR),
  "compare-captions": inside({ at: "compare", message: "film-form" }, MEDIATOR),
  "render-film": inside({ at: "render", message: "film-bare" }, MEDIATOR),
  station: inside({ at: "station", message: "film" }, MEDIATOR),
  access: inside({ at: "access", message: "review" }, MEDIATOR),
  interpreter: inside({ at: "queue" }, INTERPRETER),
  "interpreter-empty": inside({ at: "queue" }, { ...INTERPRETER, empty: true }),
  granted: inside({ at: "granted", message: "review" }, INTERPRETER),
  "granted-film": inside({ at: "granted", message: "film-bare" }, INTERPRETER),
  supervision: inside({ at: "supervision" }, MANAGER),
  "supervision-new": inside({ at: "supervision" }, { ...MANAGER, empty: true }),
  "granted-over": inside({ at: "granted", message: "review" }, { ...INTERPRETER, trouble: "grant-over" }),
  "office-again": inside({ at: "office" }, { ...MANAGER, unanchored: true }),
  office: inside({ at: "office" }, MANAGER),
  "office-quiet": inside({ at: "office" }, { ...MANAGER, empty: true, daysLeft: 26 }),
  "office-alarm": inside({ at: "office" }, { ...MANAGER, trouble: "rollback" }),
  requests: inside({ at: "requests" }, MANAGER),
  "requests-empty": inside({ at: "requests" }, { ...MANAGER, empty: true }),
  staff: inside({ at: "staff" }, MANAGER),
  "office-cases": inside({ at: "office-cases" }, MANAGER),
  "office-cases-closed": inside({ at: "office-cases" }, { ...MANAGER, closed: true }),
  "office-cases-empty": inside({ at: "office-cases" }, { ...MANAGER, empty: true }),
}
