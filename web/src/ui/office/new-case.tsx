// SPDX-License-Identifier: EUPL-1.2
/** Opening a case: its rules, and the consent text that its people will be asked about. */
import { useState } from "preact/hooks"
import type { CaseRules, ConsentWords } from "../../relay/opening_case.ts"
import { Opening } from "../board/section.tsx"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Form } from "../elements/form/form.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import type { AtCases } from "./cases.tsx"
import { ConsentChoice, FIRST_CONSENT, isWhole, saysConsent, textsOf } from "./consent-choice.tsx"
import { heldDesk } from "./held.ts"
import { RulesFields, type RulesTyped, rulesOf, saysOf } from "./rules.tsx"
import { Signing } from "./signing.tsx"

export function NewCase(at: AtCases) {
  const [open, setOpen] = useState(false)
  return (
    <section class="stack" aria-labelledby="new-case">
      <h2 id="new-case">{say("new-case-title")}</h2>
      <p class="soft">{say("new-case-lead")}</p>
      <Opening open={open} add={say("new-case-open")} onOpen={setOpen}>
        {open && (
          <NewCaseForm
            {...at}
            onCancel={() => setOpen(false)}
            onDone={(words) => {
              setOpen(false)
              at.onDone(words)
            }}
          />
        )}
      </Opening>
    </section>
  )
}

function firstRules(classes: readonly string[]): RulesTyped {
  return { mediators: [], quorum: 1, hours: "24", channels: ["letter"], retention: classes[0] ?? "standard" }
}

async function openIt({ office }: AtCases, rules: CaseRules, consent: ConsentWords): Promise<string> {
  const { newCase } = await officeActions().opening()
  return (await newCase(heldDesk(), office, { rules, consent })).case
}

function NewCaseForm(at: AtCases & { readonly onCancel: () => void }) {
  const { office, classes, again, onDone, onCancel } = at
  const [typed, setTyped] = useState(() => firstRules(classes))
  const [consent, setConsent] = useState(FIRST_CONSENT)
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const rules = rulesOf(typed)
  const look = () => {
    setAsked(true)
    if (rules !== null && isWhole(consent)) setSure(true)
  }
  const sign = () =>
    doing.run(async () => {
      const texts = await textsOf(consent)
      if (rules === null || texts === null) return
      const fresh = await openIt(at, rules, texts)
      onDone([say("new-case-done", { case: shortId(fresh) }), say("new-case-done-next")])
    })
  const says = () => [
    say("new-case-signs"),
    ...(rules === null ? [] : saysOf(rules)),
    saysConsent(consent),
    say("signing-list", { number: office.directory.body.epoch + 1 }),
  ]
  return (
    <>
      {sure && (
        <Signing says={says()} doing={doing} onSign={sign} onBack={() => setSure(false)} again={again} />
      )}
      <div hidden={sure}>
        <Form onSend={look} label={say("new-case-title")}>
          <RulesFields office={office} classes={classes} typed={typed} onType={setTyped} asked={asked} />
          <ConsentChoice typed={consent} onType={setConsent} asked={asked} />
          <div class="row">
            <Button ends>{say("signing-look-first")}</Button>
            <Button kind="quiet" onPress={onCancel}>
              {say("cancel")}
            </Button>
          </div>
        </Form>
      </div>
    </>
  )
}
