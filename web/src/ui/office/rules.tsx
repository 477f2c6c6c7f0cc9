// SPDX-License-Identifier: EUPL-1.2
/** The rules of a case, as fields: who looks after it, how many must agree, how long things wait, what is kept. */
import type { Policy } from "../../protocol/policy.ts"
import type { Office } from "../../relay/managing.ts"
import type { CaseRules } from "../../relay/opening_case.ts"
import { Tick } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { Select } from "../elements/select/select.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"

const HOUR_SECONDS = 3_600
const MOST_HOURS = 720
const QUORUMS = [1, 2, 3, 4, 5, 6, 7, 8]
const CHANNELS = ["letter", "video", "relayed", "meeting"] as const

/** As they stand in the form: hours may be half typed. */
export type RulesTyped = {
  readonly mediators: readonly string[]
  readonly quorum: number
  readonly hours: string
  readonly channels: Policy["channels"]
  readonly retention: string
}

export function typedOf(policy: Policy): RulesTyped {
  const { mediators, quorum, channels, retention, cooling_seconds } = policy
  return { mediators, quorum, channels, retention, hours: String(cooling_seconds / HOUR_SECONDS) }
}

/** Return the rules; null: something is missing or does not fit, and the form says what. */
export function rulesOf({ hours, ...typed }: RulesTyped): CaseRules | null {
  const problem = problemsIn({ hours, ...typed })
  if (Object.values(problem).some((one) => one !== undefined)) return null
  return { ...typed, cooling_seconds: Number(hours) * HOUR_SECONDS }
}

function problemsIn({ mediators, quorum, hours, channels }: RulesTyped) {
  const count = Number(hours)
  const fits = hours.trim() !== "" && Number.isInteger(count) && count >= 0 && count <= MOST_HOURS
  return {
    mediators: mediators.length < quorum ? say("rules-too-few", { number: quorum }) : undefined,
    hours: fits ? undefined : say("rules-hours-wrong"),
    channels: channels.length === 0 ? say("rules-no-channel") : undefined,
  }
}

/** Key ids of the mediators who count, and of those who stand in the rules already. */
function known({ directory }: Office): readonly string[] {
  return [...directory.mediators].filter(([, { status }]) => status === "active").map(([keyId]) => keyId)
}

function toggled<T extends string>(all: readonly T[], one: T, on: boolean): readonly T[] {
  return on ? [...all, one].sort() : all.filter((other) => other !== one)
}

/** A class with what it keeps, where these pages know it: the others are the programme's own. */
function className(name: string): string {
  return name === "standard" ? say("case-retention-standard") : name
}

export type RulesProperties = {
  readonly office: Office
  readonly classes: readonly string[]
  readonly typed: RulesTyped
  readonly onType: (typed: RulesTyped) => void
  readonly asked: boolean
}

export function RulesFields({ office, classes, typed, onType, asked }: RulesProperties) {
  const change = (part: Partial<RulesTyped>) => onType({ ...typed, ...part })
  const problem = asked ? problemsIn(typed) : null
  return (
    <>
      <fieldset class={problem?.mediators ? "choice choice-troubled" : "choice"}>
        <legend class="choice-question">{say("case-mediators")}</legend>
        {problem?.mediators && <p class="field-problem">{problem.mediators}</p>}
        {known(office).map((keyId) => (
          <Tick
            key={keyId}
            label={say("rules-mediator", { person: shortId(keyId) })}
            ticked={typed.mediators.includes(keyId)}
            onTick={(on) => change({ mediators: toggled(typed.mediators, keyId, on) })}
          />
        ))}
      </fieldset>
      <Select
        label={say("case-quorum")}
        value={String(typed.quorum)}
        onChoose={(value) => change({ quorum: Number(value) })}
        options={QUORUMS.map((one) => ({
          value: String(one),
          label: say("case-quorum-now", { number: one }),
        }))}
      />
      <Field
        label={say("rules-hours")}
        hint={say("rules-hours-hint")}
        value={typed.hours}
        onWrite={(hours) => change({ hours })}
        problem={problem?.hours}
      />
      <fieldset class={problem?.channels ? "choice choice-troubled" : "choice"}>
        <legend class="choice-question">{say("case-channels")}</legend>
        {problem?.channels && <p class="field-problem">{problem.channels}</p>}
        {CHANNELS.map((channel) => (
          <Tick
            key={channel}
            label={say(`case-channel-${channel}`)}
            ticked={typed.channels.includes(channel)}
            onTick={(on) => change({ channels: toggled(typed.channels, channel, on) })}
          />
        ))}
      </fieldset>
      <Select
        label={say("case-retention")}
        value={typed.retention}
        onChoose={(retention) => change({ retention })}
        options={[...new Set([typed.retention, ...classes])].map((value) => ({
          value,
          label: className(value),
        }))}
      />
      <p class="small soft">{say("case-retention-hint")}</p>
    </>
  )
}

/** What these rules say, a sentence each. */
export function saysOf(rules: CaseRules): readonly string[] {
  return [
    say("rules-says-mediators", { people: rules.mediators.map(shortId).join(", ") }),
    say("rules-says-quorum", { number: rules.quorum }),
    say("rules-says-cooling", { hours: rules.cooling_seconds / HOUR_SECONDS }),
    say("rules-says-channels", {
      channels: rules.channels.map((channel) => say(`case-channel-${channel}`)).join(", "),
    }),
    say("rules-says-retention", { retention: rules.retention }),
  ]
}
