// SPDX-License-Identifier: EUPL-1.2
/**
 * The only fetch: one typed call for every path of the HTTP interface (`docs/api.md`).
 *
 * The bearer token lives in this closure and nowhere else. Every answer ends as a value that was
 * read field by field, or as a `RelayError`: the server's own code, `offline` when it was not reached
 * in time, or what is wrong with the answer.
 */
import type { Bytes } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { type ErrorCode, isErrorCode, RelayError } from "../errors.ts"
import type { Reader } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire.ts"
import * as answers from "./answers.ts"
import { body, bytesOf, pieces, rangeOf, TRANSFER_TIMEOUT_SECONDS } from "./client_bytes.ts"
import { type CaseworkCalls, caseworkCalls } from "./client_casework.ts"
import { type DraftCalls, draftCalls } from "./client_drafts.ts"
import { type HandoverCalls, handoverCalls } from "./client_handover.ts"
import { type MadeCalls, madeCalls } from "./client_made.ts"
import { type OfficeCalls, officeCalls } from "./client_office.ts"

export type CallOptions = { readonly signal?: AbortSignal }

export type MessageQuery = {
  /** All of one's cases unless given. */
  readonly case?: string
  readonly after?: string
  /** One state, or several with commas between. */
  readonly state?: string
  readonly limit?: number
}

/** What of a message a statement is posted to. */
export type StatementPath = "approvals" | "decisions" | "offers" | "releases" | "readiness" | "grants"

/** A request as the upload library makes it. */
export type RawRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob | Uint8Array | null
  readonly signal: AbortSignal
}

type Others = CaseworkCalls & DraftCalls & HandoverCalls & MadeCalls & OfficeCalls

export type Client = Others & {
  /** Take a token: at sign-in, or when a private device resumes. Null forgets it. */
  readonly carry: (token: string | null) => void
  /** Hear of it when the server says that the session is over. */
  readonly onSessionExpired: (listener: () => void) => () => void

  readonly programme: (options?: CallOptions) => Promise<wire.Programme>
  readonly challenge: (body: wire.ChallengeRequest, options?: CallOptions) => Promise<wire.Challenge>
  readonly signIn: (body: wire.SessionRequest, options?: CallOptions) => Promise<wire.SignedIn>
  readonly session: (options?: CallOptions) => Promise<wire.SessionView>
  readonly signOut: (options?: CallOptions) => Promise<void>
  readonly bundle: (options?: CallOptions) => Promise<wire.BundlePut>
  /** Have the browser itself forget what this origin stored in it. */
  readonly forget: (options?: CallOptions) => Promise<void>
  readonly putBundle: (body: wire.BundlePut, options?: CallOptions) => Promise<wire.Version>

  readonly makeTicket: (body: wire.TicketRequest, options?: CallOptions) => Promise<wire.TicketView>
  readonly tickets: (caseId: string | null, options?: CallOptions) => Promise<wire.PendingView>
  readonly ticket: (lookup: string, options?: CallOptions) => Promise<wire.TicketView>
  readonly enrol: (
    lookup: string,
    body: wire.EnrolmentPost,
    options?: CallOptions,
  ) => Promise<wire.TicketView>
  readonly certify: (
    lookup: string,
    body: wire.CertificatePost,
    options?: CallOptions,
  ) => Promise<wire.TicketView>
  readonly answer: (lookup: string, body: wire.AnswerPost, options?: CallOptions) => Promise<wire.TicketView>
  readonly pending: (options?: CallOptions) => Promise<wire.PendingView>

  readonly trust: (options?: CallOptions) => Promise<wire.TrustView>
  readonly cases: (options?: CallOptions) => Promise<wire.Cases>
  readonly changeTakingPart: (
    caseId: string,
    body: wire.CaseWithdrawal,
    options?: CallOptions,
  ) => Promise<wire.Receipt>

  readonly messages: (query: MessageQuery, options?: CallOptions) => Promise<wire.MessagePage>
  readonly newMessage: (body: wire.NewMessage, options?: CallOptions) => Promise<wire.MessageDetail>
  readonly message: (message: string, options?: CallOptions) => Promise<wire.MessageDetail>
  readonly submit: (
    message: string,
    body: wire.VersionPost,
    options?: CallOptions,
  ) => Promise<wire.MessageView>
  readonly claim: (
    message: string,
    body: wire.ClaimPost,
    options?: CallOptions,
  ) => Promise<wire.MessageDetail>
  readonly unclaim: (
    message: string,
    body: wire.VersionPost,
    options?: CallOptions,
  ) => Promise<wire.MessageView>
  readonly opened: (
    message: string,
    body: wire.VersionPost,
    options?: CallOptions,
  ) => Promise<wire.MessageView>
  readonly state: (
    message: string,
    path: StatementPath,
    body: wire.StatementPost,
    options?: CallOptions,
  ) => Promise<wire.MessageView>
  readonly withdraw: (
    message: string,
    body: wire.StatementPost,
    options?: CallOptions,
  ) => Promise<wire.Receipt>
  /** A whole stored part. `maxBytes`: what the manifest says; a longer answer is `size-wrong`. */
  readonly part: (message: string, part: number, maxBytes: number, options?: CallOptions) => Promise<Bytes>
  readonly leaves: (message: string, part: number, maxBytes: number, options?: CallOptions) => Promise<Bytes>
  /** Exactly these bytes of a stored part, from `start` up to and without `end`; anything else is `size-wrong`. */
  readonly partRange: (
    message: string,
    part: number,
    span: { readonly start: number; readonly end: number },
    options?: CallOptions,
  ) => Promise<Bytes>

  /** One request of the tus protocol, with the token. */
  readonly raw: (request: RawRequest) => Promise<Response>
  /** The text of server-sent events, as it comes; ends with the signal or the link. */
  readonly events: (signal: AbortSignal) => AsyncIterable<string>
}

export type ClientOptions = {
  readonly fetch?: typeof globalThis.fetch
  /** Before every path; empty: this page's origin. */
  readonly origin?: string
  /** How long a call may take before it counts as `offline`. */
  readonly timeoutSeconds?: number
}

const TIMEOUT_SECONDS = 30

type Call = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  readonly path: string
  readonly body?: object
  /** Goes on when the page is left. */
  readonly keepalive?: boolean
  /** Browsers clear storage on a server's word only where credentials may go; there are none. */
  readonly clears?: boolean
  /** One range of bytes, as its header says it. */
  readonly range?: string
}

type Wire = {
  readonly send: (
    call: Call,
    options?: CallOptions & { readonly timeoutSeconds?: number },
  ) => Promise<Response>
  readonly carry: (token: string | null) => void
  readonly onSessionExpired: (listener: () => void) => () => void
  readonly raw: (request: RawRequest) => Promise<Response>
}

/** Open the client. Nothing is sent yet. */
export function openClient(options: ClientOptions = {}): Client {
  const wired = openWire(options)
  const { send } = wired
  const get = <T>(reader: Reader<T>, path: string, at?: CallOptions) =>
    answered(reader, send({ method: "GET", path }, at))
  const post = <T>(reader: Reader<T>, path: string, body: object, at?: CallOptions) =>
    answered(reader, send({ method: "POST", path, body }, at))
  const put = <T>(reader: Reader<T>, path: string, body: object, at?: CallOptions) =>
    answered(reader, send({ method: "PUT", path, body }, at))
  const done = async (call: Call, at?: CallOptions): Promise<void> => {
    await send(call, at)
  }
  const drop = (path: string, at?: CallOptions) => done({ method: "DELETE", path }, at)
  const tell = (path: string, body: object, at?: CallOptions) => done({ method: "POST", path, body }, at)
  const { ticketView, messageView, messageDetail, receipt } = answers
  const ticketAt = (lookup: string) => `/v1/tickets/${name(lookup)}`
  const messageAt = (message: string) => `/v1/messages/${name(message)}`
  return {
    carry: wired.carry,
    onSessionExpired: wired.onSessionExpired,
    programme: (at) => get(answers.programme, "/v1/programme", at),
    challenge: (body, at) => post(answers.challenge, "/v1/challenges", body, at),
    signIn: (body, at) => post(answers.signedIn, "/v1/sessions", body, at),
    session: (at) => get(answers.sessionView, "/v1/session", at),
    signOut: async (at) => {
      await send({ method: "DELETE", path: "/v1/session", keepalive: true }, at)
    },
    bundle: (at) => get(answers.bundlePut, "/v1/bundle", at),
    forget: async (at) => {
      await send({ method: "POST", path: "/v1/forget", keepalive: true, clears: true }, at)
    },
    putBundle: (body, at) => put(answers.version, "/v1/bundle", body, at),
    makeTicket: (body, at) => post(ticketView, "/v1/tickets", body, at),
    tickets: (caseId, at) => get(answers.pendingView, `/v1/tickets${query({ case: caseId })}`, at),
    ticket: (lookup, at) => get(ticketView, ticketAt(lookup), at),
    enrol: (lookup, body, at) => post(ticketView, `${ticketAt(lookup)}/enrolment`, body, at),
    certify: (lookup, body, at) => post(ticketView, `${ticketAt(lookup)}/certificate`, body, at),
    answer: (lookup, body, at) => post(ticketView, `${ticketAt(lookup)}/answer`, body, at),
    pending: (at) => get(answers.pendingView, "/v1/pending", at),
    ...draftCalls({ get, put, drop }),
    ...handoverCalls({ get, tell, query }),
    ...madeCalls({ get, post }),
    ...officeCalls({ get, post, query }),
    ...caseworkCalls({ get, post, query }),
    trust: (at) => get(answers.trustView, "/v1/trust", at),
    cases: (at) => get(answers.cases, "/v1/cases", at),
    changeTakingPart: (caseId, body, at) => post(receipt, `/v1/cases/${name(caseId)}/withdrawals`, body, at),
    messages: (asked, at) => get(answers.messagePage, `/v1/messages${query(asked)}`, at),
    newMessage: (body, at) => post(messageDetail, "/v1/messages", body, at),
    message: (message, at) => get(messageDetail, messageAt(message), at),
    submit: (message, body, at) => post(messageView, `${messageAt(message)}/submit`, body, at),
    claim: (message, body, at) => post(messageDetail, `${messageAt(message)}/claim`, body, at),
    unclaim: (message, body, at) => post(messageView, `${messageAt(message)}/unclaim`, body, at),
    opened: (message, body, at) => post(messageView, `${messageAt(message)}/opened`, body, at),
    state: (message, path, body, at) => post(messageView, `${messageAt(message)}/${path}`, body, at),
    withdraw: (message, body, at) => post(receipt, `${messageAt(message)}/withdrawals`, body, at),
    part: (message, part, maxBytes, at) => bytesOf(send, `${messageAt(message)}/parts/${part}`, maxBytes, at),
    leaves: (message, part, maxBytes, at) =>
      bytesOf(send, `${messageAt(message)}/parts/${part}/leaves`, maxBytes, at),
    partRange: (message, part, span, at) => rangeOf(send, `${messageAt(message)}/parts/${part}`, span, at),
    raw: wired.raw,
    events: (signal) => stream(wired, signal),
  }
}

function openWire(options: ClientOptions): Wire {
  const { fetch = globalThis.fetch.bind(globalThis), origin = "", timeoutSeconds = TIMEOUT_SECONDS } = options
  let token: string | null = null
  const listeners = new Set<() => void>()
  const authorise = (headers: Headers): Headers => {
    if (token !== null) headers.set("Authorization", `Bearer ${token}`)
    return headers
  }
  const fetched = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(url, { credentials: "omit", ...init, cache: "no-store", redirect: "error" })
    } catch (cause) {
      throw new RelayError("offline", "the server was not reached", { cause })
    }
  }
  return {
    carry: (next) => {
      token = next
    },
    onSessionExpired: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: async (call, { signal, timeoutSeconds: own = timeoutSeconds } = {}) => {
      const carried = token
      const headers = authorise(new Headers({ Accept: "application/json" }))
      const answer = await fetched(origin + call.path, initOf(call, headers, limited(own, signal)))
      if (answer.ok) return answer
      const code = await refused(answer)
      // Not for a session that was already let go of, or that another took the place of.
      if (code === "session-expired" && carried !== null && carried === token) tellAll(listeners)
      throw new RelayError(code, `${call.method} was answered ${answer.status}`)
    },
    raw: async ({ method, url, headers, body, signal }) =>
      fetched(sameOrigin(url, origin), {
        method,
        headers: authorise(new Headers(headers)),
        body: body as BodyInit | null,
        signal: limited(TRANSFER_TIMEOUT_SECONDS, signal),
      }),
  }
}

function initOf(call: Call, headers: Headers, signal: AbortSignal): RequestInit {
  const { method, keepalive = false, clears = false, body: sent, range } = call
  if (range !== undefined) headers.set("Range", range)
  const init: RequestInit = { method, keepalive, headers, signal }
  if (clears) init.credentials = "same-origin"
  if (sent === undefined) return init
  headers.set("Content-Type", "application/json")
  return { ...init, body: JSON.stringify(sent) }
}

function tellAll(listeners: Iterable<() => void>): void {
  for (const tell of listeners) tell()
}

/** The token goes to this server only, whatever address an answer named. */
function sameOrigin(url: string, origin: string): string {
  const own = new URL(origin === "" ? globalThis.location.origin : origin)
  const full = new URL(url, own)
  if (full.origin !== own.origin) throw new RelayError("malformed", "an address on another server")
  return full.href
}

function limited(seconds: number, signal?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(seconds * 1000)
  return signal === undefined ? limit : AbortSignal.any([signal, limit])
}

/** Ids come from statements and answers: in a path they stand as one segment. */
function name(id: string): string {
  return encodeURIComponent(id)
}

function query(fields: { readonly [name: string]: string | number | null | undefined }): string {
  const asked = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  if (asked.length === 0) return ""
  return `?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`
}

async function answered<T>(reader: Reader<T>, sent: Promise<Response>): Promise<T> {
  return reader(await json(await sent))
}

async function json(answer: Response): Promise<Json> {
  const text = await body(answer, (response) => response.text())
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw new RelayError("malformed", "an answer that is not JSON", { cause })
  }
}

const STATUS_CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [401, "session-expired"],
  [403, "forbidden"],
  [404, "not-found"],
  [413, "too-large"],
  [429, "too-many-tries"],
  [503, "too-busy"],
])

async function refused(answer: Response): Promise<ErrorCode> {
  const otherwise = STATUS_CODES.get(answer.status) ?? "internal"
  try {
    const code = answers.refusal(await json(answer))
    return code !== null && isErrorCode(code) ? code : otherwise
  } catch {
    return otherwise
  }
}

async function* stream(wired: Wire, signal: AbortSignal): AsyncGenerator<string> {
  const answer = await wired.send(
    { method: "GET", path: "/v1/events" },
    { signal, timeoutSeconds: 2_000_000 },
  )
  const decoder = new TextDecoder()
  try {
    for await (const piece of pieces(answer)) yield decoder.decode(piece, { stream: true })
  } catch (cause) {
    throw new RelayError("offline", "the stream broke off", { cause })
  }
}
