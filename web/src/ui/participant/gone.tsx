// SPDX-License-Identifier: EUPL-1.2
/** What stands where something was: the same few words, whatever the reason. */
import type { ErrorCode } from "../../errors.ts"
import { Button } from "../elements/button/button.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"

/** Refusals after which a page has nothing to show and a person should be told so calmly; `expired` is not one: it is
 *  said of roots and directories, and somebody has to renew them. */
export const GONE: readonly ErrorCode[] = ["withdrawn", "key-destroyed", "not-found"]

export function Gone() {
  return (
    <Page title={say("gone-title")}>
      <p>{say("gone-text")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "home" })}>{say("receipt-home")}</Button>
      </div>
    </Page>
  )
}
