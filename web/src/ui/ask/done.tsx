// SPDX-License-Identifier: EUPL-1.2
/** The request is in: a receipt number, what happens next, and nothing left of what was written. */
import { Button } from "../elements/button/button.tsx"
import { Facts } from "../elements/facts/facts.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Telephone } from "../elements/support/support.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { setting } from "../settings.ts"

export function Done({ receipt, staff }: { readonly receipt: string; readonly staff: boolean }) {
  const time = setting("answer-within")
  const phone = setting("phone")
  const next = time ? say("ask-done-next-within", { time }) : say("ask-done-next")
  return (
    <Page title={say(staff ? "refer-done-title" : "ask-done-title")}>
      <Facts facts={[{ name: say("ask-done-receipt"), value: <span class="ask-receipt">{receipt}</span> }]} />
      <p class="soft">{say("ask-done-receipt-hint")}</p>
      {staff ? (
        <p>{say("refer-done-end")}</p>
      ) : (
        <Notice tone="done">
          <p>{next}</p>
        </Notice>
      )}
      {phone && (
        <p>
          {say("help-programme")}
          <br />
          <Telephone number={phone} />
        </p>
      )}
      <p>{say("ask-done-gone")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "start" })}>{say("ask-done-start")}</Button>
      </div>
    </Page>
  )
}
