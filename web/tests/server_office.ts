// SPDX-License-Identifier: EUPL-1.2
/** The server in memory of `office.ts`, as managers and whoever asks to take part see it: no rules. */
import type * as wire from "../src/protocol/wire.ts"
import type * as office from "../src/protocol/wire_office.ts"
import type { OfficeCalls } from "../src/relay/client_office.ts"
import { type AccountKept, bodyOf, found, type Kept, refuse } from "./kept.ts"

/** A request as the invented server keeps it. */
export type IntakeKept = { -readonly [name in keyof office.IntakeView]: office.IntakeView[name] } & {
  readonly passedOn: Map<string, string>
}

export function officeCallsOf(kept: Kept, me: () => AccountKept): OfficeCalls {
  const intakeAt = (id: string, version: number): IntakeKept => {
    const one = found(kept.intakes.get(id))
    if (one.version !== version) refuse("stale-version")
    one.version += 1
    return one
  }
  return {
    postTrust: async (post) => postTrust(kept, post),
    intakeKey: async () => ({
      root: found(kept.trust ?? undefined).root,
      intake: found(kept.intakeKey ?? undefined),
    }),
    askToTakePart: async ({ intake, box, wrap }) => {
      if (kept.intakes.has(intake)) refuse("exists")
      kept.intakes.set(intake, {
        ...{ intake, version: 1, state: "new", at: Math.floor(kept.clock.now()), box, wrap: wrap.wrap },
        ...{ sheet: null, case: null, assignment: null, passedOn: new Map() },
      })
      return { version: 1 }
    },
    intakes: async ({ state = "new" }) => {
      const all = [...kept.intakes.values()]
      const mine =
        me().role === "manager"
          ? all.filter((one) => one.state === state)
          : all.flatMap((one) => {
              const wrap = one.passedOn.get(me().keyId)
              return wrap === undefined || one.state !== "assigned" ? [] : [{ ...one, wrap, sheet: null }]
            })
      return { intakes: mine.map(({ passedOn: _, ...view }) => view), next: null }
    },
    screenIntake: async (id, { version, box, wrap }) => {
      const one = intakeAt(id, version)
      one.sheet = { box, wrap: wrap.wrap }
      if (one.state !== "assigned") one.state = "screening"
      return { version: one.version }
    },
    assignIntake: async (id, { version, statement, wraps }) => {
      const one = intakeAt(id, version)
      one.state = "assigned"
      one.case = String(bodyOf(statement)["case"])
      one.assignment = statement
      for (const { recipient, wrap } of wraps) one.passedOn.set(recipient, wrap)
      return { version: one.version }
    },
    supervision: async () => ({
      at: Math.floor(kept.clock.now()),
      ages: [7, 14, 30],
      waiting: [],
      on_their_way: [],
      workloads: [],
    }),
    closings: async () => ({ closings: [] }),
    closeIntake: async (id, { version, erase }) => {
      const one = intakeAt(id, version)
      one.state = "closed"
      if (erase) {
        one.box = null
        one.wrap = null
        one.sheet = null
        one.passedOn.clear()
      }
      return { version: one.version }
    },
  }
}

function postTrust(kept: Kept, post: office.TrustPost): wire.TrustView {
  const before = found(kept.trust ?? undefined)
  const fresh = new Map(before.policies.map((policy) => [String(bodyOf(policy)["case"]), policy]))
  for (const policy of post.policies) fresh.set(String(bodyOf(policy)["case"]), policy)
  kept.trust = {
    ...before,
    root: post.root ?? before.root,
    directory: post.directory,
    policies: [...fresh.values()],
  }
  kept.intakeKey = post.intake ?? null
  kept.texts = [...kept.texts, ...(post.texts ?? [])]
  return { ...kept.trust, policies: [], certificates: [] }
}
