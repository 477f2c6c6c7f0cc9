// SPDX-License-Identifier: EUPL-1.2
/** It has arrived: what comes next, and the ways on. */
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { BackButton } from "../review/back.tsx"

export type SentProperties = { readonly text: string; readonly caseId: string }

export function Sent({ text, caseId }: SentProperties) {
  return (
    <Page title={say("making-sent")}>
      <Notice tone="done">
        <p>{text}</p>
      </Notice>
      <div class="row">
        <Button onPress={() => go({ at: "history", case: caseId, from: null })}>
          {say("making-to-case")}
        </Button>
        <BackButton />
      </div>
    </Page>
  )
}
