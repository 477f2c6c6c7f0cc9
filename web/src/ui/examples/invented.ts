// SPDX-License-Identifier: EUPL-1.2
/** An invented case, in memory, behind the same functions as the real one: for looking at screens, never shipped. */
import { type ErrorCode, RelayError } from "../../errors.ts"
import type { RoleName } from "../../protocol/wire.ts"
import { browserClock } from "../../relay/clock.ts"
import type { DeskItem, QueueFilter, Review } from "../../relay/desk.ts"
import type { DraftContent } from "../../relay/drafts.ts"
import type { GiveOptions } from "../../relay/give.ts"
import type { Counts } from "../../relay/handover.ts"
import type { OpenedOffer } from "../../relay/offers.ts"
import type { Ports } from "../../relay/ports.ts"
import type { Session } from "../../relay/session.ts"
import type { MemberKey, Notice } from "../../relay/trust.ts"
import type { Actions } from "../actions.ts"
import type { AskActions } from "../ask/actions.ts"
import type { DeskActions } from "../desk/actions.ts"
import type { StationActions } from "../desk/station/actions.ts"
import type { HandoverActions } from "../handover/actions.ts"
import type { InterpreterActions } from "../interpreter/actions.ts"
import type { MakingActions } from "../made/actions.ts"
import type { OfficeActions } from "../office/actions.ts"
import type { FilmActions } from "../participant/film/actions.ts"
import type { OwnActions } from "../participant/own/actions.ts"
import * as desk from "./desk-records.ts"
import { filmed } from "./film-records.ts"
import { filming } from "./filming.ts"
import * as handed from "./handing.ts"
import { keeping } from "./keeping.ts"
import { making } from "./made-actions.ts"
import * as made from "./made-records.ts"
import { managed } from "./office-records.ts"
import { ownSay } from "./own-say.ts"
import * as records from "./records.ts"
import { supervised } from "./supervising.ts"

const { ADA, BEN, CASE, DAY, MED, NOON } = records

export type Invented = {
  readonly role: RoleName
  readonly side: "harmed" | "responsible"
  readonly notices?: readonly Notice[]
  readonly unanchored?: boolean
  readonly empty?: boolean
  readonly paused?: boolean
  /** Instead of the invented letter. */
  readonly text?: string
  readonly trouble?: ErrorCode
  /** What the other mediator cannot open yet. */
  readonly unhanded?: Counts
  /** Something in the case does not verify. */
  readonly doubt?: boolean
  /** One's own yes or no cannot be fetched. */
  readonly unsaid?: boolean
  /** The consent text cannot be shown, for this reason. */
  readonly untold?: ErrorCode
  /** The case has no way of contact. */
  readonly closed?: boolean
  /** For how many more days the programme's list counts. */
  readonly daysLeft?: number
  /** There are several people to whom this person can write. */
  readonly several?: boolean
  /** For how many minutes of recording there is room; nobody knows unless given. */
  readonly minutes?: number
  /** What is sealed here is a film, and the server no longer waits for it. */
  readonly lapsed?: boolean
  /** Whether the browser may clear what is kept on the device. */
  readonly mayGo?: boolean
  /** Ways of contact that the case's rules open; letters and told words unless given. */
  readonly channels?: readonly string[]
}

const MEMBERS: readonly MemberKey[] = [
  { person: ADA, role: "participant", side: "harmed", enrolled: true, keyEpoch: 1 },
  { person: BEN, role: "participant", side: "responsible", enrolled: true, keyEpoch: 2 },
  { person: MED, role: "mediator", side: null, enrolled: true, keyEpoch: 1 },
]

/** A session of nobody, for drawing. */
export function inventedSession(of: Invented): Session {
  const nothing = () => () => undefined
  const cases = {
    cases: [
      {
        case: CASE,
        version: 1,
        paused: of.role === "mediator" ? (of.paused ?? false) : null,
        paused_by_me: of.role === "participant" && (of.paused ?? false),
        last_number: 4,
      },
    ],
  }
  const trust = {
    state: () => (of.unanchored ? "unanchored" : "good"),
    alarm: () => null,
    notices: () => of.notices ?? [],
    refresh: async () => undefined,
    members: () => MEMBERS,
    channels: () => of.channels ?? ["letter", "relayed"],
    coolingSeconds: () => DAY,
    quorum: () => 1,
  }
  return {
    role: of.role,
    device: { durable: true },
    person: of.role === "mediator" ? MED : of.side === "harmed" ? ADA : BEN,
    account: "K7M2QX9T",
    programme: CASE,
    privateDevice: true,
    ports: { client: { cases: async () => cases }, clock: browserClock } as unknown as Ports,
    trust,
    wakefulness: () => ({ state: "active" }),
    touch: () => undefined,
    watch: nothing,
    beforeEnd: nothing,
    end: async () => undefined,
    forget: () => undefined,
  } as unknown as Session
}

/** What every room may ask for. */
export type AllActions = Actions &
  AskActions &
  DeskActions &
  HandoverActions &
  InterpreterActions &
  OfficeActions &
  MakingActions &
  OwnActions &
  FilmActions &
  StationActions

type Of = { readonly of: Invented; readonly language: "en" | "fr" }

const PROOF = { verified: true, at: NOON }

function arriving({ of }: Of) {
  const session = async () => inventedSession(of)
  const ticket = async () => ({ secret: new Uint8Array(16), root: null, case: null })
  return {
    ports: async () => ({}),
    signIn: async () => ({
      signInWithWords: async () => {
        throw new RelayError("sign-in-failed", "invented")
      },
      signInWithKit: session,
      readLink: () => ({ account: "K7M2QX9T", code: "" }),
      signInWithLink: session,
      resumeSession: async () => null,
      signOut: async () => undefined,
      leaveNow: async () => undefined,
    }),
    ask: async () => ({
      programmeToAsk: async () => {
        if (of.trouble) throw new RelayError(of.trouble, "invented")
        return { programme: CASE, kem: new Uint8Array(1216) }
      },
      sealAsking: async () => ({ post: {}, receipt: "7K2M-9QXT" }),
      handIn: async () => undefined,
    }),
    enrol: async () => ({
      readTicketLink: ticket,
      readTypedTicket: ticket,
      lookUpTicket: async () => ({
        state: "open",
        role: "participant",
        side: of.side,
        expiresAt: NOON + 14 * DAY,
      }),
      newSecrets: async () => records.SECRETS,
      enrol: session,
      enrolmentSafetyNumbers: async () => ["48213 07764 91025 33818 60492 15573"],
      finishEnrolment: async () => "used",
      waitForAnswer: () => new Promise(() => undefined),
    }),
  }
}

function writing({ of, language }: Of) {
  const { CONTENT, draftOf } = records
  return {
    letters: async () => ({
      listLetters: async () => records.lettersOf(of, made.MADE_LETTERS),
      readOwn: async (_session: unknown, id: string) => filmed(id, records.own(id, language)),
      readReturned: async () => records.own("returned", language),
    }),
    drafts: async () => ({
      listDrafts: async () => (of.empty ? [] : records.DRAFTS),
      newDraft: (_session: unknown, content: DraftContent) => draftOf(content),
      openDraft: () => draftOf({ ...CONTENT, text: of.text ?? records.textIn(language), language }),
      takenOver: async () => ({ ...CONTENT, supersedes: records.HASH }),
    }),
    toWhom: async () => ({ possibilities: async () => records.toWhom(of.several ?? false) }),
    give: async () => ({
      give: async (_session: unknown, _letter: unknown, options: GiveOptions) => {
        options.onProgress?.({ stage: "sending", done: 0.3, mayClose: true })
        if (of.trouble) throw new RelayError(of.trouble, "invented")
        return "cooling"
      },
      preview: (text: string) => text,
      unsentLetters: async () =>
        of.empty ? [] : [{ id: "unsent", case: CASE, sealedAt: NOON, isFilm: of.lapsed ?? false }],
      continueSending: async () => "unsent",
      dropUnsent: async () => undefined,
    }),
    anew: async () => ({ giveAnew: async () => "anew" }),
    selfCheck: async () => ({
      selfCheck: (text: string) => (text === records.FOUND_TEXT ? records.FOUND : []),
    }),
    takeBack: async () => ({ takeBack: async () => PROOF, changeTakingPart: async () => PROOF }),
    events: async () => ({ listen: () => () => undefined }),
  }
}

function receiving({ of, language }: Of) {
  return {
    offers: async () => ({
      openOffer: async (_session: unknown, id: string) =>
        id.startsWith("film") ? { ...records.OFFER, channel: "video" } : records.OFFER,
      answerOffer: async (_session: unknown, one: OpenedOffer, answer: OpenedOffer["answer"]) => ({
        ...one,
        answer,
      }),
    }),
    read: async () => ({
      readLetter: async (_session: unknown, id: string) =>
        id === "form" ? made.formOf(language) : records.reading(language),
    }),
    forms: async () => ({
      readWithOriginal: async (_session: unknown, id: string) => {
        if (id === "gone") throw new RelayError("withdrawn", "invented")
        return made.readingOf(id, language)
      },
      formsOf: async () => ["form"],
    }),
    proposals: async () => ({
      openProposal: async (_session: unknown, id: string) => made.proposalOf(id, language),
      confirmProposal: async () => {
        if (of.trouble) throw new RelayError(of.trouble, "invented")
      },
    }),
  }
}

function mediating({ of, language }: Of) {
  const signed = async (_session: unknown, review: Review) => {
    if (of.trouble) throw new RelayError(of.trouble, "invented")
    return review.item
  }
  const refusable = async () => {
    if (of.trouble) throw new RelayError(of.trouble, "invented")
  }
  const signedItem = async (_session: unknown, one: DeskItem) => {
    if (of.trouble) throw new RelayError(of.trouble, "invented")
    return one
  }
  return {
    queue: async () => ({
      queueOfSide: async (_session: unknown, _side: unknown, filter: QueueFilter) => ({
        items: of.empty ? [] : desk.itemsIn(filter.state),
        next: of.empty ? null : "more",
      }),
    }),
    desk: async () => ({
      ...{ claim: signedItem, takeOver: signedItem, letGo: signedItem, renewClaim: signedItem },
      openForReview: async (_session: unknown, id: string) =>
        made.madeReviewOf(id, language) ?? filmed(id, desk.reviewOf(id, language)),
      decisionsOn: async (_session: unknown, id: string) => desk.reviewOf(id, language).earlier,
    }),
    ahead: async () => ({ gatesAhead: async (_session: unknown, item: DeskItem) => desk.aheadOf(item) }),
    decide: async () => ({
      ...{ approve: signed, hold: signed, giveBack: signed, decline: signed, escalate: signed },
      ...{ undoApproval: signed, askSecond: signed, offer: signedItem, release: signedItem },
      withdrawForSafety: async () => PROOF,
    }),
    keyHistory: async () => ({ keyHistory: async () => desk.KEYS }),
    versions: async () => ({
      earlierVersion: async () => ({ id: "returned", review: desk.returnedReview(language) }),
      laterVersion: async () => "anew",
    }),
    changes: async () => ({ changesBetween: () => [] }),
    people: async () => ({
      makeTicket: async () => desk.TICKET,
      listEnrolments: async () => (of.empty ? [] : desk.WAITING),
      rememberTicket: async () => undefined,
      certify: async () => undefined,
      answerEnrolment: async () => undefined,
    }),
    exposure: async () => ({
      readingLog: async () => (of.empty ? [] : desk.READINGS),
      addReading: async () => undefined,
      forgetReadings: async () => undefined,
    }),
    deskRecords: async () => ({
      namesOf: async () => ["Élise Roy"],
      leaveNote: refusable,
      registerDisclosure: refusable,
    }),
    deskSettings: async () => ({
      readSettings: async () => null,
      keepSettings: async () => undefined,
    }),
    trust: async () => ({ safetyNumberWith: async () => "48213 07764 91025 33818 60492 15573" }),
  }
}

function handing({ of }: Of) {
  const plan = handed.planFor(of.unhanded)
  return {
    handover: async () => ({
      receivers: async () => (of.empty ? [] : [plan.to]),
      planHandover: async () => plan,
      runHandover: handed.handAll,
    }),
    mediators: async () => ({
      mediatorsHistory: async () => (of.empty ? { changes: [], whole: true } : handed.HISTORY),
      pastHandovers: async () => (of.empty ? [] : handed.LINES),
    }),
  }
}

function managing({ of }: Of) {
  return {
    supervision: async () => ({
      supervise: async () => supervised(of.empty ?? false),
      closeCase: async () => undefined,
    }),
  }
}

/** The same functions as the real ones, for an invented case. */
export function inventedActions(of: Invented, language: "en" | "fr"): AllActions {
  const at = { of, language }
  const cases = { ...mediating(at), ...handing(at), ...keeping(at), ...making(at) }
  const modules = {
    ...arriving(at),
    ...writing(at),
    ...receiving(at),
    ...ownSay(at),
    ...managing(at),
    ...managed(at),
    ...filming(at),
    ...cases,
  }
  return modules as unknown as AllActions
}
