// SPDX-License-Identifier: EUPL-1.2
/** The calls of casework: records, consents, gates and what is due; part of `client.ts`, which sends them. */
import { writePath } from "../protocol/paths.ts"
import type { RecordType } from "../protocol/record.ts"
import type * as wire from "../protocol/wire.ts"
import type * as casework from "../protocol/wire_casework.ts"
import * as answers from "./answers.ts"
import { consents, consentText, recordHistory, recordsPage, shutGates } from "./answers_casework.ts"
import type { CallOptions } from "./client.ts"
import type { Asking } from "./client_office.ts"

export type RecordsQuery = {
  readonly type?: RecordType
  /** `next` of the page before. */
  readonly after?: string
  readonly limit?: number
}

export type CaseworkCalls = {
  readonly records: (
    caseId: string,
    query: RecordsQuery,
    options?: CallOptions,
  ) => Promise<casework.RecordsPage>
  readonly record: (caseId: string, record: string, options?: CallOptions) => Promise<casework.RecordHistory>
  readonly writeRecord: (
    caseId: string,
    body: casework.RecordPost,
    options?: CallOptions,
  ) => Promise<wire.Version>
  /** What is due in all of a mediator's cases, the earliest day first. */
  readonly tasks: (query: Omit<RecordsQuery, "type">, options?: CallOptions) => Promise<casework.RecordsPage>
  readonly giveConsent: (
    caseId: string,
    body: casework.ConsentPost,
    options?: CallOptions,
  ) => Promise<wire.Version>
  /** What people of the case agree to, in both languages. */
  readonly consentText: (caseId: string, options?: CallOptions) => Promise<casework.ConsentText>
  readonly consents: (caseId: string, options?: CallOptions) => Promise<casework.Consents>
  readonly shutGates: (caseId: string, options?: CallOptions) => Promise<casework.ShutGates>
}

/** Return the calls. */
export function caseworkCalls({ get, post, query }: Asking): CaseworkCalls {
  return {
    records: async (place, asked, at) =>
      get(recordsPage, writePath("records", { case: place }) + query(asked), at),
    record: async (place, record, at) => get(recordHistory, writePath("record", { case: place, record }), at),
    writeRecord: async (place, body, at) =>
      post(answers.version, writePath("records", { case: place }), body, at),
    tasks: async (asked, at) => get(recordsPage, writePath("tasks") + query(asked), at),
    giveConsent: async (place, body, at) =>
      post(answers.version, writePath("consents", { case: place }), body, at),
    consentText: async (place, at) => get(consentText, writePath("consent-text", { case: place }), at),
    consents: async (place, at) => get(consents, writePath("consents", { case: place }), at),
    shutGates: async (place, at) => get(shutGates, writePath("gates", { case: place }), at),
  }
}
