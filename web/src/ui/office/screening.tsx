// SPDX-License-Identifier: EUPL-1.2
/** The screening sheet of a request: the programme's checklist and words, sealed to the managers alone. */
import { useState } from "preact/hooks"
import type { Sheet } from "../../relay/inbox.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Facts } from "../elements/facts/facts.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { setting } from "../settings.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import type { RequestProperties } from "./request.tsx"
import { SigningTrouble } from "./signing.tsx"

type Check = Sheet["checks"][number]

/** The programme's own lines, set for its relay; or the usual three. */
function linesNow(): readonly string[] {
  const own = setting("eligibility")
    .split("|")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  if (own.length > 0) return own
  return [say("check-sentence"), say("check-responsibility"), say("check-referrer")]
}

/** What was answered stays as it read then; lines that are new since come after it, open. */
export function checksOf(sheet: Sheet | null, lines: readonly string[]): readonly Check[] {
  const kept = sheet?.checks ?? []
  const fresh = lines.filter((line) => !kept.some(({ item }) => item === line))
  return sheet === null || kept.length === 0
    ? lines.map((item) => ({ item, answer: "open" as const }))
    : [...kept, ...fresh.map((item) => ({ item, answer: "open" as const }))]
}

/** A sheet as it was kept. */
export function SheetKept({ sheet }: { readonly sheet: Sheet }) {
  return (
    <section class="stack near" aria-label={say("screening-title")}>
      <h2>{say("screening-title")}</h2>
      <Facts
        facts={sheet.checks.map(({ item, answer }) => ({ name: item, value: say(`check-${answer}`) }))}
      />
      <p class="asked-words" translate={false} dir="auto">
        {sheet.words}
      </p>
    </section>
  )
}

export function Screening({ request, onBack, again }: RequestProperties) {
  const [first] = useState(request.sheet)
  const [checks, setChecks] = useState(() => checksOf(request.sheet, linesNow()))
  const [words, setWords] = useState(request.sheet?.words ?? "")
  const doing = useDoing()
  const keep = () =>
    doing.run(async () => {
      await (await officeActions().inbox()).screen(heldDesk(), request, { checks, words })
      onBack(say("screening-kept"))
    })
  return (
    <Form class="stack decide-panel" onSend={keep} label={say("screening-title")}>
      <h2>{say("screening-title")}</h2>
      <p class="small soft">{say("screening-lead")}</p>
      {checks.map((check, at) => (
        <Choice<Check["answer"]>
          key={check.item}
          question={check.item}
          value={check.answer}
          onChoose={(answer) =>
            setChecks(checks.map((one, index) => (index === at ? { ...one, answer } : one)))
          }
          options={[
            { value: "yes", label: say("check-yes") },
            { value: "no", label: say("check-no") },
            { value: "open", label: say("check-open") },
          ]}
        />
      ))}
      <Field label={say("screening-words")} lines={4} value={words} onWrite={setWords} />
      {request.sheet !== null && request.sheet !== first && (
        <Notice tone="care" live="polite" title={say("screening-meanwhile")}>
          <SheetKept sheet={request.sheet} />
        </Notice>
      )}
      <SigningTrouble doing={doing} again={again} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("screening-keep")}
        </Button>
      </div>
    </Form>
  )
}
