// SPDX-License-Identifier: EUPL-1.2
/** The calls around sealed drafts; part of `client.ts`, which sends them. */
import type * as wire from "../protocol/wire.ts"
import * as answers from "./answers.ts"
import type { CallOptions } from "./client.ts"
import type { Asking } from "./client_office.ts"

export type DraftCalls = {
  readonly putDraft: (message: string, body: wire.DraftPut, options?: CallOptions) => Promise<wire.Version>
  readonly draft: (message: string, options?: CallOptions) => Promise<wire.DraftView>
  readonly dropDraft: (message: string, options?: CallOptions) => Promise<void>
  readonly drafts: (options?: CallOptions) => Promise<wire.Drafts>
}

/** Return the calls. */
export function draftCalls({
  get,
  put,
  drop,
}: Pick<Asking, "get"> & {
  readonly put: Asking["post"]
  readonly drop: (path: string, options?: CallOptions) => Promise<void>
}): DraftCalls {
  const draftAt = (message: string) => `/v1/drafts/${encodeURIComponent(message)}`
  return {
    putDraft: (message, body, at) => put(answers.version, draftAt(message), body, at),
    draft: (message, at) => get(answers.draftView, draftAt(message), at),
    dropDraft: (message, at) => drop(draftAt(message), at),
    drafts: (at) => get(answers.drafts, "/v1/drafts", at),
  }
}
