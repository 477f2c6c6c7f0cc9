// SPDX-License-Identifier: EUPL-1.2
/** The calls of whoever asks to take part, and of managers; part of `client.ts`, which sends them. */
import type { Reader } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire.ts"
import type * as office from "../protocol/wire_office.ts"
import * as answers from "./answers.ts"
import { closings, intakeKeyView, intakePage, supervisionView } from "./answers_office.ts"
import type { CallOptions } from "./client.ts"

export type IntakeQuery = {
  readonly state?: office.IntakeStateName
  /** `next` of the page before. */
  readonly after?: string
  readonly limit?: number
}

export type OfficeCalls = {
  readonly postTrust: (body: office.TrustPost, options?: CallOptions) => Promise<wire.TrustView>
  readonly intakeKey: (options?: CallOptions) => Promise<office.IntakeKeyView>
  readonly askToTakePart: (body: office.IntakePost, options?: CallOptions) => Promise<wire.Version>
  readonly intakes: (query: IntakeQuery, options?: CallOptions) => Promise<office.IntakePage>
  readonly screenIntake: (
    intake: string,
    body: office.ScreeningPost,
    options?: CallOptions,
  ) => Promise<wire.Version>
  readonly assignIntake: (
    intake: string,
    body: office.AssignmentPost,
    options?: CallOptions,
  ) => Promise<wire.Version>
  /** What waits and who has how much, in counts of this week. */
  readonly supervision: (options?: CallOptions) => Promise<office.SupervisionView>
  /** The cases whose mediators ask for them to be closed. */
  readonly closings: (options?: CallOptions) => Promise<office.Closings>
  readonly closeIntake: (
    intake: string,
    body: office.IntakeClosing,
    options?: CallOptions,
  ) => Promise<wire.Version>
}

/** How `client.ts` asks. */
export type Asking = {
  readonly get: <T>(reader: Reader<T>, path: string, options?: CallOptions) => Promise<T>
  readonly post: <T>(reader: Reader<T>, path: string, body: object, options?: CallOptions) => Promise<T>
  readonly query: (fields: { readonly [name: string]: string | number | null | undefined }) => string
}

/** Return the calls. */
export function officeCalls({ get, post, query }: Asking): OfficeCalls {
  const intakeAt = (intake: string) => `/v1/intake/${encodeURIComponent(intake)}`
  return {
    postTrust: (body, at) => post(answers.trustView, "/v1/trust", body, at),
    intakeKey: (at) => get(intakeKeyView, "/v1/intake/key", at),
    askToTakePart: (body, at) => post(answers.version, "/v1/intake", body, at),
    intakes: (asked, at) => get(intakePage, `/v1/intake${query(asked)}`, at),
    screenIntake: (intake, body, at) => post(answers.version, `${intakeAt(intake)}/screening`, body, at),
    assignIntake: (intake, body, at) => post(answers.version, `${intakeAt(intake)}/assignment`, body, at),
    supervision: (at) => get(supervisionView, "/v1/supervision", at),
    closings: (at) => get(closings, "/v1/closings", at),
    closeIntake: (intake, body, at) => post(answers.version, `${intakeAt(intake)}/closing`, body, at),
  }
}
