// SPDX-License-Identifier: EUPL-1.2
/** The server in memory of `office.ts`: no rules, and a client that asks it. */
import { concat } from "../src/crypto/bytes.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { identitySeed, shortId } from "../src/crypto/keys.ts"
import { fromEnvelope, signerOf, statementHash, toEnvelope, verify } from "../src/crypto/signing.ts"
import { splitStored } from "../src/crypto/stream.ts"
import { leafHash } from "../src/crypto/tree.ts"
import { signStatement } from "../src/protocol/heard.ts"
import { RECEIPT } from "../src/protocol/receipt.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { Client } from "../src/relay/client.ts"
import { type AccountKept, bodyOf, found, type Kept, refuse } from "./kept.ts"
import { casework } from "./server_casework.ts"
import { handovers } from "./server_handovers.ts"
import { messages, tus } from "./server_messages.ts"
import { officeCallsOf } from "./server_office.ts"
import { seed } from "./world.ts"

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
      checkToken(kept, asking, name)
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

function checkToken(kept: Kept, asking: Asking, name: string): void {
  if (OPEN_CALLS.includes(name) || kept.tokens.has(asking.token ?? "")) return
  if (asking.token !== null) for (const tell of [...asking.listeners]) tell()
  refuse("session-expired")
}

const OPEN_CALLS = [
  "programme",
  "challenge",
  "signIn",
  "ticket",
  "enrol",
  "forget",
  "intakeKey",
  "askToTakePart",
]

function callsOf(kept: Kept, me: () => AccountKept) {
  const message = (id: string) => found(kept.messages.get(id))
  return {
    programme: async () => ({
      programme: kept.programme,
      demo: false,
      time: Math.floor(kept.clock.now()),
      retention: ["standard", "ten-years"],
    }),
    ...signingIn(kept, me),
    ...tickets(kept),
    ...officeCallsOf(kept, me),
    trust: async () => found(kept.trust ?? undefined),
    cases: async () => ({ cases: [] }),
    pending: async () => ({ tickets: [...kept.tickets.values()], certificates: kept.pending }),
    forget: async () => undefined,
    changeTakingPart: async (_: string, { statement }: wire.CaseWithdrawal) => receiptFor(kept, statement),
    ...messages(kept, me),
    ...handovers(kept, me),
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
    partRange: async (
      id: string,
      part: number,
      { start, end }: { readonly start: number; readonly end: number },
    ) => found(message(id).parts.get(part)).slice(start, end),
    ...draftCalls(kept),
    ...casework(kept, me),
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
    makeTicket: async ({ lookup, case: place, person, side, interpreter }: wire.TicketRequest) =>
      put({
        ...{ lookup, case: place, person, side, programme: kept.programme },
        state: "open",
        role: place !== null ? "participant" : interpreter ? "interpreter" : "mediator",
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
      const certificate =
        trust.certificates.findLast((one) => bodyOf(one)["participant"] === view.person) ?? null
      const { root, directory, policies } = trust
      const policy = view.case === null ? null : (policies[0] ?? null)
      return put({ ...view, state: "answered", answer: { mac2, certificate, root, directory, policy } })
    },
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
