// SPDX-License-Identifier: EUPL-1.2
/** Nothing of a room is drawn before what it stands on was fetched and verified; an alarm stands there instead. */
import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import { useDoing } from "./doing.ts"
import { Button } from "./elements/button/button.tsx"
import { Trouble } from "./elements/trouble/trouble.tsx"
import { say } from "./language.ts"
import { Page } from "./page.tsx"
import { settle, signedIn, standing } from "./session.ts"

export function Settled({ children }: { readonly children: ComponentChildren }) {
  const doing = useDoing()
  const known = standing.value !== null
  useEffect(() => {
    if (!known) doing.run(() => settle(signedIn()))
  }, [])
  if (known) return children
  return (
    <Page title={say("title")}>
      {doing.trouble === null ? (
        <p role="status">{say("loading")}</p>
      ) : (
        <>
          <Trouble code={doing.trouble} />
          <div class="row">
            <Button busy={doing.busy} onPress={() => doing.run(() => settle(signedIn()))}>
              {say("again")}
            </Button>
          </div>
        </>
      )}
    </Page>
  )
}
