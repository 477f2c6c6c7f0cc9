// SPDX-License-Identifier: EUPL-1.2
/** One released letter to be printed: its words and how they came to be go on paper, no name, no case. */
import { deskActions } from "../desk/actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { Provenance } from "../participant/provenance.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import "./board.css"

export function PaperPage({ caseId, message }: { readonly caseId: string; readonly message: string }) {
  const paper = useLoaded(async () => (await deskActions().casework()).openForPaper(signedIn(), message))
  const { value } = paper
  return (
    <Page title={say("paper-title")} titlePrinted={false}>
      <Trouble code={paper.trouble} again={paper.again} />
      {value === null && paper.trouble === null && <p role="status">{say("loading")}</p>}
      {value !== null && (
        <>
          <div class="stack no-print">
            {!value.forPaper && <Notice tone="care" title={say("paper-not-for-paper")} />}
            <Notice tone="care" title={say("paper-care")} />
            <div class="row">
              <Button kind="main" onPress={() => globalThis.print()}>
                {say("paper-print")}
              </Button>
            </div>
          </div>
          <Provenance letter={value} />
          <Letter paragraphs={value.paragraphs} language={value.language} label={say("paper-words")} />
        </>
      )}
      <div class="row no-print">
        <Button kind="quiet" onPress={() => go({ at: "case", case: caseId })}>
          {say("paper-back")}
        </Button>
      </div>
    </Page>
  )
}
