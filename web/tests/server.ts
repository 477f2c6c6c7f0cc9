// SPDX-License-Identifier: EUPL-1.2
/** The server in memory of `office.ts`: records in maps, no rules, and a client that asks it. */
import { type Bytes, concat } from "../src/crypto/bytes.ts"
import { decode, isObject, type Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { identitySeed, shortId } from "../src/crypto/keys.ts"
import { fromEnvelope, signerOf, statementHash, toEnvelope, verify } from "../src/crypto/signing.ts"
import { splitStored } from "../src/crypto/stream.ts"
import { leafHash } from "../src/crypto/tree.ts"
import { type ErrorCode, RelayError } from "../src/errors.ts"
import { signStatement } from "../src/protocol/heard.ts"
import { RECEIPT } from "../src/protocol/receipt.ts"
import { type Bundle, openBundle } from "../src/protocol/unlocking.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { Client, RawRequest } from "../src/relay/client.ts"
import type { Clock } from "../src/relay/clock.ts"
import { seed } from "./world.ts"

export type AccountKept = {
  readonly account: string
  readonly role: wire.RoleName
  readonly person: string
  readonly keyId: string
  /** Only an invented server knows it: so that a test can read what was remembered. */
  readonly master: Bytes
  readonly slots: readonly wire.NewSlot[]
  bundle: string
  bundleVersion: number
}

export type MessageKept = {
  readonly manifest: wire.Envelope
  readonly hash: string
  readonly header: string
  readonly wraps: wire.Wrap[]
  readonly parts: Map<number, Bytes>
  readonly statements: wire.Envelope[]
  readonly notes: { readonly hash: string; readonly note: wire.Note }[]
  readonly body: { readonly [name: string]: Json }
  state: wire.MessageView["state"]
  answer: wire.MessageView["answer"]
  version: number
}

export type TicketKept = {
  readonly view: wire.TicketView
}

type UploadKept = { readonly message: string; readonly part: number; readonly length: number; bytes: Bytes }

/** Called before each call with its name: throw to refuse it, as a server or a broken link would. */
export type Fault = (call: string) => void

export type Kept = {
  readonly programme: string
  readonly clock: Clock
  readonly accounts: Map<string, AccountKept>
  readonly tokens: Map<string, string>
  readonly messages: Map<string, MessageKept>
  readonly drafts: Map<string, wire.DraftView>
  readonly tickets: Map<string, wire.TicketView>
  readonly uploads: Map<string, UploadKept>
  /** Every call, in order. */
  readonly calls: string[]
  trust: wire.TrustView | null
  fault: Fault
  readonly tokenFor: (account: string) => string
  readonly readBundle: (account: string) => Promise<Bundle>
  /** The last bundle read. */
  readonly open: (account: string) => { readonly bundle: Bundle; readonly bundle_version: number }
}

export function newKept(programme: string, clock: Clock): Kept {
  const accounts = new Map<string, AccountKept>()
  const tokens = new Map<string, string>()
  const opened = new Map<string, Bundle>()
  return {
    ...{ programme, clock, accounts, tokens },
    messages: new Map(),
    drafts: new Map(),
    tickets: new Map(),
    uploads: new Map(),
    calls: [],
    trust: null,
    fault: () => {},
    tokenFor: (account) => {
      const token = b64u(seed(`token ${tokens.size} ${account}`))
      tokens.set(token, account)
      return token
    },
    readBundle: async (account) => {
      const { master, bundle } = found(accounts.get(account))
      const read = await openBundle(master, unb64u(bundle), { account, programme })
      opened.set(account, read)
      return read
    },
    open: (account) => ({
      bundle: found(opened.get(account)),
      bundle_version: found(accounts.get(account)).bundleVersion,
    }),
  }
}

function refuse(code: ErrorCode): never {
  throw new RelayError(code, "from the invented server")
}

function found<T>(value: T | undefined): T {
  return value ?? refuse("not-found")
}

function bodyOf({ body }: wire.Envelope): { readonly [name: string]: Json } {
  const value = decode(unb64u(body), 1_048_576)
  return isObject(value) ? value : refuse("wrong-shape")
}

type Asking = { token: string | null; readonly listeners: Set<() => void> }

/** A client of the server in memory, with a token of its own. */
export function clientOf(kept: Kept): Client {
  const asking: Asking = { token: null, listeners: new Set() }
  const me = (): AccountKept => found(kept.accounts.get(kept.tokens.get(asking.token ?? "") ?? ""))
  const calls = callsOf(kept, me)
  const checked = Object.entries(calls).map(([name, call]) => [
    name,
    async (...given: readonly unknown[]) => {
      kept.calls.push(name)
      kept.fault(name)
      if (!OPEN_CALLS.includes(name) && !kept.tokens.has(asking.token ?? "")) {
        if (asking.token !== null) for (const tell of [...asking.listeners]) tell()
        refuse("session-expired")
      }
      const answer = await (call as (...args: readonly unknown[]) => unknown)(...given)
      return answer === undefined ? undefined : structuredClone(answer)
    },
  ])
  return {
    ...(Object.fromEntries(checked) as ReturnType<typeof callsOf>),
    carry: (token) => {
      asking.token = token
    },
    onSessionExpired: (listener) => {
      asking.listeners.add(listener)
      return () => asking.listeners.delete(listener)
    },
    signOut: async () => {
      kept.calls.push("signOut")
      kept.tokens.delete(asking.token ?? "")
    },
    raw: async (request) => {
      kept.calls.push(`raw ${request.method}`)
      kept.fault(`raw ${request.method}`)
      return tus(kept, request)
    },
    events: async function* () {
      await Promise.resolve()
      yield* []
    },
  }
}

const OPEN_CALLS = ["programme", "challenge", "signIn", "ticket", "enrol"]

function callsOf(kept: Kept, me: () => AccountKept) {
  const message = (id: string) => found(kept.messages.get(id))
  return {
    programme: async () => ({ programme: kept.programme, demo: false, time: Math.floor(kept.clock.now()) }),
    ...signingIn(kept, me),
    ...tickets(kept),
    trust: async () => found(kept.trust ?? undefined),
    cases: async () => ({ cases: [] }),
    pending: async () => refuse("forbidden"),
    changeTakingPart: async (_: string, { statement }: wire.CaseWithdrawal) => receiptFor(kept, statement),
    ...messages(kept, me),
    withdraw: async (id: string, { statement }: wire.StatementPost) => {
      const one = message(id)
      one.state = "withdrawn"
      one.version += 1
      one.parts.clear()
      one.wraps.length = 0
      one.statements.push(statement)
      return receiptFor(kept, statement)
    },
    part: async (id: string, part: number) => found(message(id).parts.get(part)),
    leaves: async (id: string, part: number) => {
      const stored = found(message(id).parts.get(part))
      const chunks = splitStored(stored, stored.length / 65_552)
      return concat(...(await Promise.all(chunks.map(leafHash))))
    },
    ...draftCalls(kept),
  }
}

function signingIn(kept: Kept, me: () => AccountKept) {
  return {
    challenge: async ({ account }: wire.ChallengeRequest): Promise<wire.Challenge> => ({
      nonce: b64u(seed("nonce")),
      time: Math.floor(kept.clock.now()),
      slots: (kept.accounts.get(account)?.slots ?? []).map(({ type, salt, passes, memory_kib }) => ({
        ...{ type, salt, passes, memory_kib },
      })),
    }),
    signIn: async ({ login }: wire.SessionRequest): Promise<wire.SignedIn> => {
      const said = bodyOf(login)
      const known = kept.accounts.get(String(said["account"])) ?? refuse("sign-in-failed")
      const slot = known.slots.find(({ type }) => type === said["slot"]) ?? refuse("sign-in-failed")
      await verify(fromEnvelope(login), "login", unb64u(slot.login_key)).catch(() => refuse("sign-in-failed"))
      return {
        token: kept.tokenFor(known.account),
        idle_seconds: 1200,
        role: known.role,
        person: known.person,
        account: known.account,
        slot: slot.box,
        bundle: known.bundle,
        bundle_version: known.bundleVersion,
      }
    },
    session: async (): Promise<wire.SessionView> => {
      const { role, person, account } = me()
      return { role, person, account, idle_seconds: 1200, cases: [] }
    },
    bundle: async () => ({ bundle: me().bundle, version: me().bundleVersion }),
    putBundle: async ({ bundle, version }: wire.BundlePut) => {
      const mine = me()
      if (mine.bundleVersion !== version) refuse("stale-version")
      mine.bundle = bundle
      mine.bundleVersion += 1
      return { version: mine.bundleVersion }
    },
  }
}

function tickets(kept: Kept) {
  const put = (view: wire.TicketView) => {
    kept.tickets.set(view.lookup, view)
    return view
  }
  const ticket = (lookup: string) => kept.tickets.get(lookup) ?? refuse("ticket-wrong")
  return {
    makeTicket: async ({ lookup, case: place, person, side }: wire.TicketRequest) =>
      put({
        ...{ lookup, case: place, person, side, programme: kept.programme },
        state: "open",
        role: place === null ? "mediator" : "participant",
        expires_at: Math.floor(kept.clock.now()) + 1_209_600,
        account: null,
        request: null,
        mac1: null,
        answer: null,
      }),
    tickets: async () => ({ tickets: [...kept.tickets.values()], certificates: [] }),
    ticket: async (lookup: string) => ticket(lookup),
    enrol: async (lookup: string, post: wire.EnrolmentPost) => {
      const view = ticket(lookup)
      if (view.state !== "open") refuse("ticket-used")
      if (kept.accounts.has(post.account)) refuse("exists")
      const asked = JSON.parse(new TextDecoder().decode(unb64u(post.request))) as { identity: string }
      kept.accounts.set(post.account, {
        account: post.account,
        role: view.role,
        person: view.person ?? (await shortId(unb64u(asked.identity))),
        keyId: "",
        master: seed("unknown"),
        slots: post.slots,
        bundle: post.bundle,
        bundleVersion: 1,
      })
      return put({ ...view, state: "used", account: post.account, request: post.request, mac1: post.mac1 })
    },
    certify: async (lookup: string, _: wire.CertificatePost) =>
      put({ ...ticket(lookup), state: "certified" }),
    answer: async (lookup: string, { mac2 }: wire.AnswerPost) => {
      const trust = found(kept.trust ?? undefined)
      const view = ticket(lookup)
      const certificate = trust.certificates.findLast((one) => bodyOf(one)["participant"] === view.person) ?? null
      const { root, directory, policies } = trust
      const policy = view.case === null ? null : (policies[0] ?? null)
      return put({ ...view, state: "answered", answer: { mac2, certificate, root, directory, policy } })
    },
  }
}

const NEXT: Readonly<Record<string, wire.MessageView["state"]>> = {
  approvals: "approved",
  offers: "offered",
  releases: "released",
}
const DECIDED: Readonly<Record<string, wire.MessageView["state"]>> = {
  hold: "held",
  return: "returned",
  decline: "declined",
  escalate: "held",
}

function messages(kept: Kept, me: () => AccountKept) {
  const one = (id: string) => found(kept.messages.get(id))
  const moved = (id: string, version: number | null | undefined, state: wire.MessageView["state"]) => {
    const message = one(id)
    if (message.version !== version) refuse("stale-version")
    message.state = state
    message.version += 1
    return viewOf(message, me())
  }
  return {
    messages: async () => ({
      messages: [...kept.messages.values()].map((kept) => viewOf(kept, me())),
      next: null,
    }),
    newMessage: async ({ manifest, header, wraps }: wire.NewMessage) => {
      const body = bodyOf(manifest)
      const id = String(body["message"])
      if (kept.messages.has(id)) refuse("exists")
      kept.messages.set(id, {
        ...{ manifest, header, body, wraps: [...wraps] },
        hash: b64u(await statementHash("manifest", unb64u(manifest.body))),
        parts: new Map(),
        statements: [],
        notes: [],
        state: "uploading",
        answer: null,
        version: 1,
      })
      return detailOf(kept, one(id), me())
    },
    message: async (id: string) => detailOf(kept, one(id), me()),
    submit: async (id: string, { version }: wire.VersionPost) => moved(id, version, "submitted"),
    claim: async (id: string, { version }: wire.VersionPost) => {
      moved(id, version, "in_review")
      return detailOf(kept, one(id), me())
    },
    opened: async (id: string, { version }: wire.VersionPost) => moved(id, version, "opened"),
    state: async (id: string, path: string, post: wire.StatementPost) => {
      const body = bodyOf(post.statement)
      const view = moved(id, post.version, NEXT[path] ?? DECIDED[String(body["decision"])] ?? one(id).state)
      const message = one(id)
      message.statements.push(post.statement)
      if (path === "readiness") message.answer = body["answer"] as wire.MessageView["answer"]
      if (post.note) message.notes.push({ hash: String(body["note"]), note: post.note })
      if (post.wrap) message.wraps.push(post.wrap)
      return { ...view, answer: message.answer }
    },
  }
}

function viewOf(
  { body, hash, state, answer, version }: MessageKept,
  { person }: AccountKept,
): wire.MessageView {
  const text = (name: string) => String(body[name])
  return {
    message: text("message"),
    case: text("case"),
    ...{ version, state, answer },
    channel: "letter",
    kind: "original",
    mine: text("sender") === person,
    sender: text("sender"),
    addressee: String((body["addressees"] as readonly Json[])[0]),
    day: text("day"),
    manifest: hash,
    supersedes: body["supersedes"] === null ? null : text("supersedes"),
    ...{
      cooling_until: null,
      hold_until: null,
      approvals: null,
      quorum: null,
      waiting_since: 1,
      claimed_by: null,
    },
  }
}

const PURPOSES = { participant: ["self", "release"], mediator: ["review"], manager: [] } as const

function detailOf(kept: Kept, message: MessageKept, me: AccountKept): wire.MessageDetail {
  const mine = (wrap: wire.Wrap) => wrap.recipient === me.keyId
  const wrap = message.wraps.find(
    (one) => mine(one) && PURPOSES[me.role].some((purpose) => purpose === one.purpose),
  )
  return {
    view: viewOf(message, me),
    manifest: message.manifest,
    header: message.header,
    wrap: wrap?.wrap ?? null,
    purpose: (wrap?.purpose ?? null) as wire.MessageDetail["purpose"],
    statements: message.statements,
    notes: message.notes.flatMap(({ hash, note }) => {
      const own = note.wraps.find(mine)
      return own === undefined ? [] : [{ hash, box: note.box, wrap: own.wrap }]
    }),
    uploads: [...kept.uploads]
      .filter(([, upload]) => upload.message === message.body["message"])
      .map(([url, { part, length, bytes }]) => ({ part, length, offset: bytes.length, url })),
    confirmation: null,
  }
}

async function receiptFor(kept: Kept, statement: wire.Envelope): Promise<wire.Receipt> {
  const said = bodyOf(statement)
  const own = await identitySeed(seed("master service"))
  const receipt = await signStatement(RECEIPT, signerOf(own), {
    programme: kept.programme,
    case: String(said["case"]),
    scope: said["scope"] as "message",
    message: said["message"] === null ? null : String(said["message"]),
    manifest: said["manifest"] === null ? null : String(said["manifest"]),
    withdrawal: b64u(await statementHash("withdrawal", unb64u(statement.body))),
    at: Math.floor(kept.clock.now()),
  })
  return { receipt: toEnvelope(receipt), view: null }
}

function draftCalls(kept: Kept) {
  return {
    drafts: async () => ({ drafts: [...kept.drafts.values()] }),
    draft: async (id: string) => found(kept.drafts.get(id)),
    putDraft: async (id: string, { case: place, box, version }: wire.DraftPut) => {
      if ((kept.drafts.get(id)?.version ?? 0) !== version) refuse("stale-version")
      const updated_at = Math.floor(kept.clock.now())
      kept.drafts.set(id, { message: id, case: place, box, version: version + 1, updated_at })
      return { version: version + 1 }
    },
    dropDraft: async (id: string) => {
      if (!kept.drafts.delete(id)) refuse("not-found")
    },
  }
}

/** Enough of tus for its own client: creation, HEAD and PATCH. */
async function tus(kept: Kept, { method, url, headers, body }: RawRequest): Promise<Response> {
  const { pathname } = new URL(url)
  const answer = (status: number, extra: Record<string, string>) =>
    new Response(null, { status, headers: { "Tus-Resumable": "1.0.0", ...extra } })
  if (method === "POST") {
    const place = `/v1/uploads/${kept.uploads.size}`
    const facts = Object.fromEntries(
      (headers["Upload-Metadata"] ?? "").split(",").map((pair) => {
        const [name = "", value = ""] = pair.split(" ")
        return [name, atob(value)]
      }),
    )
    const length = Number(headers["Upload-Length"])
    const upload = { message: facts["message"] ?? "", part: Number(facts["part"]), length, bytes: concat() }
    kept.uploads.set(place, upload)
    return answer(201, { Location: place })
  }
  const upload = kept.uploads.get(pathname)
  if (upload === undefined) return answer(404, {})
  if (method === "HEAD") {
    return answer(200, {
      "Upload-Offset": String(upload.bytes.length),
      "Upload-Length": String(upload.length),
    })
  }
  upload.bytes = concat(upload.bytes, body as Uint8Array)
  if (upload.bytes.length === upload.length)
    kept.messages.get(upload.message)?.parts.set(upload.part, upload.bytes)
  return answer(204, { "Upload-Offset": String(upload.bytes.length) })
}
