// SPDX-License-Identifier: EUPL-1.2
/** Casework on the server in memory of `office.ts`: compare-and-swap by version, and no other rule. */
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { statementHash } from "../src/crypto/signing.ts"
import type { RecordType, RecordView } from "../src/protocol/wire_casework.ts"
import type { CaseworkCalls } from "../src/relay/client_casework.ts"
import { type AccountKept, bodyOf, found, type Kept, type RecordKept, refuse } from "./kept.ts"

export function casework(kept: Kept, me: () => AccountKept): CaseworkCalls {
  return {
    records: async (caseId, { type }) => {
      const current = [...kept.records.values()].flatMap((versions) => versions.at(-1) ?? [])
      const mine = current.filter((one) => one.view.case === caseId && maySee(one, me()))
      const wanted = mine.filter((one) => type === undefined || one.view.type === type)
      return { records: wanted.map((one) => shown(one, me())), next: null }
    },
    record: async (_, record) => ({
      versions: found(kept.records.get(record)).map((one) => shown(one, me())),
    }),
    writeRecord: async (caseId, { statement, box, wraps }) => {
      const body = bodyOf(statement)
      const record = String(body["record"])
      const before = kept.records.get(record) ?? []
      const last = before.at(-1)
      if (body["version"] !== before.length + 1 || body["previous"] !== (last?.hash ?? null)) {
        refuse("stale-version")
      }
      const view = {
        ...{ record, case: caseId, version: before.length + 1, statement, box },
        type: String(body["type"]) as RecordType,
      }
      const hash = b64u(await statementHash("record", unb64u(statement.body)))
      const clear = body["clear"] as RecordKept["clear"]
      kept.records.set(record, [...before, { view, clear, hash, wraps, by: me().person }])
      return { version: view.version }
    },
    tasks: async () => {
      const current = [...kept.records.values()].flatMap((versions) => versions.at(-1) ?? [])
      const due = current.filter(isDue).sort((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1))
      return { records: due.map((one) => shown(one, me())), next: null }
    },
    giveConsent: async (_, { statement }) => {
      const { participant, channel } = bodyOf(statement)
      kept.consents.set(`${participant}/${channel}`, statement)
      return { version: 1 }
    },
    consentText: async () => ({ statement: found(kept.texts.at(-1)) }),
    consents: async () => {
      const { role, person } = me()
      const mine = [...kept.consents].filter(([name]) => role === "mediator" || name.startsWith(person))
      return { consents: mine.map(([, statement]) => statement) }
    },
    shutGates: async () => ({ gates: kept.shut }),
  }
}

function maySee({ view, by }: RecordKept, { role, person }: AccountKept): boolean {
  if (view.type === "exposure" || role !== "mediator") return by === person
  return true
}

function shown({ view, wraps }: RecordKept, { keyId }: AccountKept): RecordView {
  const own = wraps.find(({ recipient }) => recipient === keyId)
  return {
    ...view,
    wrap: own?.wrap ?? null,
    purpose: own === undefined ? null : (own.purpose as "record" | "handover"),
  }
}

function isDue({ view, clear }: RecordKept): boolean {
  if (view.type === "task") return clear["done"] !== true
  return view.type === "gate" && clear["until"] !== null
}

function dueOf({ clear }: RecordKept): string {
  return String(clear["due"] ?? clear["until"])
}
