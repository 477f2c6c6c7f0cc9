// SPDX-License-Identifier: EUPL-1.2
/** Hand-overs on the server in memory: it believes what it is handed, and lists what is missing. */
import { unb64u } from "../src/crypto/encoding.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { HandedKind, HandoverPost, PastPolicy, Unhanded } from "../src/protocol/wire_handover.ts"
import type { UnhandedQuery } from "../src/relay/client_handover.ts"
import { type AccountKept, bodyOf, found, type Kept, type MessageKept, type RecordKept } from "./kept.ts"

export function handovers(kept: Kept, me: () => AccountKept) {
  return {
    unhanded: async (caseId: string, { to }: UnhandedQuery) => ({
      items: [
        ...[...kept.messages.values()]
          .filter(({ body, state }) => body["case"] === caseId && state !== "withdrawn")
          .flatMap((message) => lackingIn(message, me(), to)),
        ...[...kept.records.values()].flat().flatMap((version) => lackingRecord(version, me(), to)),
      ],
      next: null,
    }),
    handOver: async (_: string, { statement, wraps }: HandoverPost) => {
      const to = String(bodyOf(statement)["to"])
      for (const { kind, of, subject, wrap } of wraps) {
        if (kind === "record") {
          const known = found(found(kept.records.get(of)).find((one) => boxOf(one) === subject))
          known.wraps = [...known.wraps, { purpose: "handover", recipient: to, wrap }]
          continue
        }
        const message = found(kept.messages.get(of))
        wrapsOf(message, kind, subject).push({
          purpose: kind === "note" ? "note" : "handover",
          recipient: to,
          wrap,
        })
      }
      kept.handovers.push(statement)
    },
    handovers: async () => ({ handovers: kept.handovers }),
    policies: async () => ({ policies: shownPolicies(kept), more: false }),
  }
}

/** The versions up to the one that is current, the latest first. */
export function shownPolicies({ policies, trust }: Kept): PastPolicy[] {
  const version = (envelope: wire.Envelope | undefined) =>
    envelope === undefined ? 0 : Number(JSON.parse(new TextDecoder().decode(unb64u(envelope.body))).version)
  const current = version(trust?.policies[0])
  return policies.filter(({ statement }) => version(statement) <= current)
}

function wrapsOf(message: MessageKept, kind: HandedKind, subject: string): wire.Wrap[] {
  if (kind !== "note") return message.wraps
  return found(message.notes.find(({ hash }) => hash === subject)).note.wraps as wire.Wrap[]
}

function boxOf({ view }: RecordKept): string {
  return String(bodyOf(view.statement)["box"])
}

function lackingRecord(version: RecordKept, { keyId }: AccountKept, to: string): readonly Unhanded[] {
  const { view, wraps } = version
  const has = (key: string) => wraps.some(({ recipient }) => recipient === key)
  if (view.type === "exposure" || !has(keyId) || has(to)) return []
  return [{ kind: "record", of: view.record, subject: boxOf(version), version: view.version }]
}

function lackingIn(message: MessageKept, { keyId }: AccountKept, to: string): readonly Unhanded[] {
  const of = String(message.body["message"])
  const lacks = (wraps: readonly wire.Wrap[]) =>
    wraps.some(({ recipient }) => recipient === keyId) && !wraps.some(({ recipient }) => recipient === to)
  const keys = message.wraps.filter(({ purpose }) => purpose !== "release")
  const notes = message.notes.filter(({ note }) => lacks(note.wraps))
  return [
    ...(lacks(keys) ? [{ kind: "message" as const, of, subject: message.hash, version: null }] : []),
    ...notes.map(({ hash }) => ({ kind: "note" as const, of, subject: hash, version: null })),
  ]
}
