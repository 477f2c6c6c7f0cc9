// SPDX-License-Identifier: EUPL-1.2
/** Messages on the server in memory: moved as they are asked to, and shown to whoever asks. */

import { concat } from "../src/crypto/bytes.ts"
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { statementHash } from "../src/crypto/signing.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { RawRequest } from "../src/relay/client.ts"
import { type AccountKept, bodyOf, found, type Kept, type MessageKept, refuse } from "./kept.ts"
import { shownPolicies } from "./server_handovers.ts"
import { grantsBehind, handedIn, madeCallsOf } from "./server_made.ts"

const NEXT: Readonly<Record<string, wire.MessageView["state"]>> = {
  approvals: "approved",
  offers: "offered",
  releases: "released",
}
const ENDED: readonly wire.MessageView["state"][] = ["withdrawn", "expired"]
const DECIDED: Readonly<Record<string, wire.MessageView["state"]>> = {
  hold: "held",
  return: "returned",
  decline: "declined",
  escalate: "held",
}

export function messages(kept: Kept, me: () => AccountKept) {
  const one = (id: string) => found(kept.messages.get(id))
  const moved = (id: string, version: number | null | undefined, state: wire.MessageView["state"]) => {
    const message = one(id)
    if (message.version !== version) refuse("stale-version")
    message.state = state
    message.version += 1
    return viewOf(message, me())
  }
  return {
    ...madeCallsOf(kept, me, (message) => viewOf(message, me())),
    messages: async () => ({
      messages: [...kept.messages.values()].map((kept) => viewOf(kept, me())),
      next: null,
    }),
    newMessage: async ({ manifest, header, wraps }: wire.NewMessage) => {
      const body = bodyOf(manifest)
      const id = String(body["message"])
      const before = kept.messages.get(id)
      if (before !== undefined) refuse(ENDED.includes(before.state) ? "not-allowed" : "exists")
      kept.messages.set(id, {
        ...{ manifest, header, body, wraps: [...wraps] },
        hash: b64u(await statementHash("manifest", unb64u(manifest.body))),
        parts: new Map(),
        statements: [],
        notes: [],
        state: "uploading",
        answer: null,
        version: 1,
        maker: body["class"] === "original" ? null : me().person,
        confirmation: null,
      })
      return detailOf(kept, one(id), me())
    },
    message: async (id: string) => detailOf(kept, one(id), me()),
    submit: async (id: string, { version }: wire.VersionPost) => moved(id, version, handedIn(one(id))),
    claim: async (id: string, { version }: wire.VersionPost) => {
      moved(id, version, "in_review")
      return detailOf(kept, one(id), me())
    },
    unclaim: async (id: string, { version }: wire.VersionPost) => moved(id, version, "in_review"),
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
  { body, hash, state, answer, version, maker }: MessageKept,
  { person }: AccountKept,
): wire.MessageView {
  const text = (name: string) => String(body[name])
  return {
    message: text("message"),
    case: text("case"),
    ...{ version, state, answer },
    channel: text("channel") as wire.ChannelName,
    kind: text("class") as wire.KindName,
    mine: text("sender") === person,
    sender: text("sender"),
    addressee: String((body["addressees"] as readonly Json[])[0]),
    day: text("day"),
    manifest: hash,
    supersedes: body["supersedes"] === null ? null : text("supersedes"),
    derived_from: body["derived_from"] === null ? null : text("derived_from"),
    maker,
    ...{
      cooling_until: null,
      hold_until: null,
      approvals: null,
      quorum: null,
      waiting_since: 1,
      claimed_by: null,
      claimed_until: null,
      undo_until: null,
    },
  }
}

const PURPOSES = {
  participant: ["self", "release"],
  mediator: ["review", "handover"],
  interpreter: ["grant"],
  manager: [],
} as const

function detailOf(kept: Kept, message: MessageKept, me: AccountKept): wire.MessageDetail {
  const mine = (wrap: wire.Wrap) => wrap.recipient === me.keyId
  const wrap = message.wraps.find(
    (one) => mine(one) && PURPOSES[me.role].some((purpose) => purpose === one.purpose),
  )
  return {
    view: viewOf(message, me),
    manifest: message.manifest,
    policies: shownPolicies(kept)
      .slice(1)
      .map(({ statement }) => statement)
      .filter((policy) => Number(bodyOf(policy)["version"]) >= Number(message.body["policy_version"])),
    header: message.header,
    wrap: wrap?.wrap ?? null,
    purpose: (wrap?.purpose ?? null) as wire.MessageDetail["purpose"],
    statements: [...new Set([...message.statements, ...grantsBehind(kept, message)])],
    notes: message.notes.flatMap(({ hash, note }) => {
      const own = note.wraps.find(mine)
      return own === undefined ? [] : [{ hash, box: note.box, wrap: own.wrap }]
    }),
    uploads: [...kept.uploads]
      .filter(([, upload]) => upload.message === message.body["message"])
      .map(([url, { part, length, bytes }]) => ({ part, length, offset: bytes.length, url })),
    confirmation: message.confirmation,
  }
}

const MOST_A_PART = 3

/** Enough of tus for its own client: creation, HEAD and PATCH. */
export async function tus(kept: Kept, { method, url, headers, body }: RawRequest): Promise<Response> {
  const { pathname } = new URL(url)
  const answer = (status: number, extra: Record<string, string>) =>
    new Response(null, { status, headers: { "Tus-Resumable": "1.0.0", ...extra } })
  if (method === "POST") {
    const place = `/v1/uploads/${kept.uploads.size}`
    const facts = Object.fromEntries(
      String(headers["Upload-Metadata"])
        .split(",")
        .map((pair) => {
          const [name = "", value = ""] = pair.split(" ")
          return [name, atob(value)]
        }),
    )
    const length = Number(headers["Upload-Length"])
    const others = [...kept.uploads.values()].filter(
      ({ message, part }) => message === facts["message"] && part === Number(facts["part"]),
    )
    if (others.length >= MOST_A_PART) return new Response('{"code":"quota"}', { status: 413 })
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
