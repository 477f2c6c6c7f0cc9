// SPDX-License-Identifier: EUPL-1.2
/** Until when the programme's list counts, and giving it a new date before that. */
import { useState } from "preact/hooks"
import type { Office } from "../../relay/managing.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say, writtenDate } from "../language.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import { Signing } from "./signing.tsx"

/** From so many days before its end on, the list's end is told as something to do. */
const WARN_DAYS = 14

function UntilWhen({ office: { daysLeft, directory } }: { readonly office: Office }) {
  const day = writtenDate(directory.body.valid_until)
  if (daysLeft < 0) return <Notice tone="trouble" title={say("office-list-over", { day })} />
  if (daysLeft <= WARN_DAYS) {
    return <Notice tone="care" title={say("office-list-soon", { day, days: daysLeft })} />
  }
  return <p>{say("office-list-until", { day })}</p>
}

export type RenewalProperties = {
  readonly office: Office
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

export function Renewal({ office, again, onDone }: RenewalProperties) {
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const sign = () =>
    doing.run(async () => {
      const [{ managingOf }, { renew }] = await Promise.all([
        officeActions().office(),
        officeActions().managing(),
      ])
      const desk = heldDesk()
      const after = await renew(managingOf(desk), office, desk.keys.intake?.kem ?? null)
      setSure(false)
      onDone([say("renewal-done", { day: writtenDate(after.directory.body.valid_until) })])
    })
  return (
    <section class="stack" aria-labelledby="renewal">
      <h2 id="renewal">{say("renewal-title")}</h2>
      <UntilWhen office={office} />
      <p class="soft">{say("renewal-lead")}</p>
      {sure ? (
        <Signing
          says={[say("renewal-signs"), say("signing-list", { number: office.directory.body.epoch + 1 })]}
          doing={doing}
          onSign={sign}
          onBack={() => setSure(false)}
          again={again}
        />
      ) : (
        <div class="row">
          <Button onPress={() => setSure(true)}>{say("renewal-go")}</Button>
        </div>
      )}
    </section>
  )
}
