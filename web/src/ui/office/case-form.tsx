// SPDX-License-Identifier: EUPL-1.2
/** Changing a case's rules: the form, what would be signed, and the next version of the policy. */
import { useState } from "preact/hooks"
import type { Policy } from "../../protocol/policy.ts"
import type { CaseRules } from "../../relay/opening_case.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import type { AtCases } from "./cases.tsx"
import { heldDesk } from "./held.ts"
import { RulesFields, type RulesTyped, rulesOf, saysOf, typedOf } from "./rules.tsx"
import { Signing } from "./signing.tsx"

const REOPENING = ["reopen-means-new", "reopen-means-gates", "reopen-means-told"] as const

export type CaseFormProperties = AtCases & {
  /** The policy that stands. */
  readonly before: Policy
  readonly onCancel: () => void
}

async function change({ office, before }: CaseFormProperties, rules: CaseRules): Promise<void> {
  const [{ managingOf }, { changePolicy }] = await Promise.all([
    officeActions().office(),
    officeActions().managing(),
  ])
  await changePolicy(managingOf(heldDesk()), office, { ...before, ...rules })
}

/** What the next version says, and what follows from it. */
function saysOfChange(before: Policy, rules: CaseRules): readonly string[] {
  const place = { case: shortId(before.case), version: before.version + 1 }
  const reopens = before.channels.length === 0
  return [
    ...(reopens ? [say("reopen-signs", place)] : []),
    say("rules-says-case", place),
    ...saysOf(rules),
    ...(reopens ? REOPENING.map((word) => say(word)) : []),
    ...(leavesSomebody(before, rules) ? [say("rules-says-leaving")] : []),
  ]
}

function leavesSomebody(before: Policy, rules: CaseRules): boolean {
  return before.mediators.some((keyId) => !rules.mediators.includes(keyId))
}

function saysDone({ case: place, version, channels }: Policy): string {
  const about = { case: shortId(place), version: version + 1 }
  return say(channels.length === 0 ? "reopen-done" : "rules-done", about)
}

export function CaseForm(at: CaseFormProperties) {
  const { before, office, classes, again, onDone, onCancel } = at
  const [first] = useState(before)
  const active = before.mediators.filter(
    (keyId) => office.directory.mediators.get(keyId)?.status === "active",
  )
  const [typed, setTyped] = useState<RulesTyped>({ ...typedOf(before), mediators: active })
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const rules = rulesOf(typed)
  if (sure && rules !== null) {
    const says = [
      ...saysOfChange(before, rules),
      say("signing-list", { number: office.directory.body.epoch + 1 }),
    ]
    const sign = () =>
      doing.run(async () => {
        await change(at, rules)
        onDone([saysDone(before)])
      })
    return <Signing says={says} doing={doing} onSign={sign} onBack={() => setSure(false)} again={again} />
  }
  const look = () => {
    setAsked(true)
    if (rules !== null) setSure(true)
  }
  return (
    <Form onSend={look} label={say(first.channels.length === 0 ? "case-reopen" : "case-change")}>
      {first.channels.length === 0 && <p>{say("reopen-lead")}</p>}
      {before.version !== first.version && (
        <Notice tone="care" title={say("rules-meanwhile")}>
          {rulesOf(typedOf(before)) !== null && (
            <ul>
              {saysOf(before).map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <RulesFields office={office} classes={classes} typed={typed} onType={setTyped} asked={asked} />
      <div class="row">
        <Button ends>{say("signing-look-first")}</Button>
        <Button kind="quiet" onPress={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </Form>
  )
}
