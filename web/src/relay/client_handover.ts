// SPDX-License-Identifier: EUPL-1.2
/** The calls about hand-overs and who looks after a case; part of `client.ts`, which sends them. */
import type * as wire from "../protocol/wire_handover.ts"
import { handovers, policyHistory, unhandedPage } from "./answers_handover.ts"
import type { CallOptions } from "./client.ts"
import type { Asking } from "./client_office.ts"

export type UnhandedQuery = {
  /** The key id of the mediator who is to get it. */
  readonly to: string
  /** `next` of the page before. */
  readonly after?: string
}

export type HandoverCalls = {
  /** What I can open in a case and a mediator of it cannot yet. */
  readonly unhanded: (
    caseId: string,
    asked: UnhandedQuery,
    options?: CallOptions,
  ) => Promise<wire.UnhandedPage>
  readonly handOver: (caseId: string, body: wire.HandoverPost, options?: CallOptions) => Promise<void>
  readonly handovers: (caseId: string, options?: CallOptions) => Promise<wire.Handovers>
  /** The versions of a case's policy, the latest first. */
  readonly policies: (caseId: string, options?: CallOptions) => Promise<wire.PolicyHistory>
}

type HandoverAsking = Pick<Asking, "get" | "query"> & {
  /** Post what is answered with nothing. */
  readonly tell: (path: string, body: object, options?: CallOptions) => Promise<void>
}

/** Return the calls. */
export function handoverCalls({ get, tell, query }: HandoverAsking): HandoverCalls {
  const caseAt = (caseId: string) => `/v1/cases/${encodeURIComponent(caseId)}`
  return {
    unhanded: (caseId, asked, at) => get(unhandedPage, `${caseAt(caseId)}/handover${query(asked)}`, at),
    handOver: (caseId, body, at) => tell(`${caseAt(caseId)}/handovers`, body, at),
    handovers: (caseId, at) => get(handovers, `${caseAt(caseId)}/handovers`, at),
    policies: (caseId, at) => get(policyHistory, `${caseAt(caseId)}/policies`, at),
  }
}
