// SPDX-License-Identifier: EUPL-1.2
/** What the server in memory keeps: records in maps, which a test may read and change. */
import type { Bytes } from "../src/crypto/bytes.ts"
import { decode, isObject, type Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { type ErrorCode, RelayError } from "../src/errors.ts"
import { type Bundle, openBundle } from "../src/protocol/unlocking.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { RecordView, ShutGate } from "../src/protocol/wire_casework.ts"
import type { PastPolicy } from "../src/protocol/wire_handover.ts"
import type { Clock } from "../src/relay/clock.ts"
import type { IntakeKept } from "./server_office.ts"
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
  /** Who began it, where that was not its author. */
  readonly maker: string | null
  confirmation: string | null
}

export type TicketKept = {
  readonly view: wire.TicketView
}

/** One version of a record as the invented server keeps it. */
export type RecordKept = {
  readonly view: Omit<RecordView, "wrap" | "purpose">
  readonly clear: { readonly [name: string]: Json }
  readonly by: string
  readonly hash: string
  wraps: readonly wire.Wrap[]
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
  /** Every version of each record, by its id. */
  readonly records: Map<string, readonly RecordKept[]>
  /** The last word of each person about each channel. */
  readonly consents: Map<string, wire.Envelope>
  /** What the server calls shut. */
  shut: readonly ShutGate[]
  readonly uploads: Map<string, UploadKept>
  /** Certificates that no policy names yet. */
  readonly pending: wire.Envelope[]
  readonly intakes: Map<string, IntakeKept>
  /** Every call, in order. */
  readonly calls: string[]
  readonly handovers: wire.Envelope[]
  /** Every policy ever signed, the latest first. */
  policies: readonly PastPolicy[]
  trust: wire.TrustView | null
  /** As a manager signed it for everybody. */
  intakeKey: wire.Envelope | null
  /** Consent texts, the latest last. */
  texts: readonly wire.Envelope[]
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
    records: new Map(),
    consents: new Map(),
    shut: [],
    uploads: new Map(),
    pending: [],
    intakes: new Map(),
    calls: [],
    handovers: [],
    policies: [],
    trust: null,
    intakeKey: null,
    texts: [],
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

export function refuse(code: ErrorCode): never {
  throw new RelayError(code, "from the invented server")
}

export function found<T>(value: T | undefined): T {
  return value ?? refuse("not-found")
}

export function bodyOf({ body }: wire.Envelope): { readonly [name: string]: Json } {
  const value = decode(unb64u(body), 1_048_576)
  return isObject(value) ? value : refuse("wrong-shape")
}
