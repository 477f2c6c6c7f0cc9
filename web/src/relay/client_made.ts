// SPDX-License-Identifier: EUPL-1.2
/** The calls around made words: their author's yes, an interpreter's list; part of `client.ts`, which sends them. */
import type * as wire from "../protocol/wire.ts"
import type * as made from "../protocol/wire_made.ts"
import * as answers from "./answers.ts"
import { grantsAnswer } from "./answers_made.ts"
import type { CallOptions } from "./client.ts"
import type { Asking } from "./client_office.ts"

export type MadeCalls = {
  /** Hand in the author's sealed yes to made words. */
  readonly confirm: (
    message: string,
    body: made.ConfirmationPost,
    options?: CallOptions,
  ) => Promise<wire.MessageView>
  /** What an interpreter may open, and what they made. */
  readonly grants: (options?: CallOptions) => Promise<made.Grants>
}

/** Return the calls. */
export function madeCalls({ get, post }: Pick<Asking, "get" | "post">): MadeCalls {
  return {
    confirm: (message, body, at) =>
      post(answers.messageView, `/v1/messages/${encodeURIComponent(message)}/confirmation`, body, at),
    grants: (at) => get(grantsAnswer, "/v1/grants", at),
  }
}
