// SPDX-License-Identifier: EUPL-1.2
/** One look before giving: what stood out, the letter as the other person will see it, who sees it and when. */
import { useState } from "preact/hooks"
import { RelayError } from "../../errors.ts"
import type { Draft, DraftContent } from "../../relay/drafts.ts"
import type { Progress as Sending } from "../../relay/give.ts"
import type { Finding } from "../../relay/self_check.ts"
import { paragraphsOf } from "../../review/release.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Findings } from "../elements/findings/findings.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Progress } from "../elements/progress/progress.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"

type Checked = { readonly findings: readonly Finding[]; readonly shown: string | null }

async function check(text: string): Promise<Checked> {
  const [{ selfCheck }, { preview }] = await Promise.all([actions().selfCheck(), actions().give()])
  const findings = selfCheck(text)
  if (findings.some((finding) => finding.blocks)) return { findings, shown: null }
  return { findings, shown: preview(text) }
}

/** Take out what nobody can see; every visible character stays. */
export function withoutHidden(text: string, findings: readonly Finding[]): string {
  return findings
    .filter((finding) => finding.blocks)
    .sort((one, other) => other.start - one.start)
    .reduce((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text)
}

export type CheckProperties = {
  readonly draft: Draft
  readonly content: DraftContent
  readonly onBack: () => void
  readonly onClean: (text: string) => void
}

export function CheckAndGive({ draft, content, onBack, onClean }: CheckProperties) {
  const checked = useLoaded(() => check(content.text))
  const clean = (found: Checked) => {
    onClean(withoutHidden(content.text, found.findings))
    checked.again()
  }
  return (
    <Page title={say("check-title")}>
      <Trouble code={checked.trouble} again={checked.again} />
      {checked.value ? (
        <>
          <Found text={content.text} checked={checked.value} onClean={clean} />
          {checked.value.shown !== null && <Shown content={content} shown={checked.value.shown} />}
          <GiveNow draft={draft} content={content} ready={checked.value.shown} onBack={onBack} />
        </>
      ) : (
        <NotChecked busy={checked.trouble === null} onBack={onBack} />
      )}
    </Page>
  )
}

/** Nothing can be given before it was looked at. */
function NotChecked({ busy, onBack }: { readonly busy: boolean; readonly onBack: () => void }) {
  return busy ? <p role="status">{say("loading")}</p> : <Button onPress={onBack}>{say("give-back")}</Button>
}

type FoundProperties = {
  readonly text: string
  readonly checked: Checked
  readonly onClean: (checked: Checked) => void
}

function Found({ text, checked, onClean }: FoundProperties) {
  const blocks = checked.findings.some((finding) => finding.blocks)
  return (
    <section class="stack" aria-labelledby="found-title">
      <h2 id="found-title">{say("check-found-title")}</h2>
      <Findings text={text} findings={checked.findings} />
      {blocks ? (
        <Notice tone="trouble" title={say("found-blocks")}>
          <div class="row">
            <Button onPress={() => onClean(checked)}>{say("found-clean")}</Button>
          </div>
        </Notice>
      ) : (
        checked.findings.length > 0 && <p>{say("found-stays")}</p>
      )}
    </section>
  )
}

function Shown({ content, shown }: { readonly content: DraftContent; readonly shown: string }) {
  return (
    <section class="stack part" aria-labelledby="preview-title">
      <h2 id="preview-title">{say("check-preview-title")}</h2>
      {content.contentNote.trim() !== "" && (
        <Notice title={say("check-preview-note")}>
          <p class="note-words" lang={content.language} translate={false}>
            {content.contentNote}
          </p>
        </Notice>
      )}
      <Letter
        paragraphs={paragraphsOf(shown)}
        language={content.language}
        label={say("sent-words-label", { what: "letter" })}
      />
    </section>
  )
}

type GiveProperties = {
  readonly draft: Draft
  readonly content: DraftContent
  readonly ready: string | null
  readonly onBack: () => void
}

async function giveIt(
  draft: Draft,
  content: DraftContent,
  onProgress: (sending: Sending) => void,
): Promise<string> {
  const { give } = await actions().give()
  await draft.flush()
  return give(signedIn(), { ...content, draft: draft.id }, { onProgress })
}

function When({ caseId }: { readonly caseId: string }) {
  const hours = Math.ceil(signedIn().trust.coolingSeconds(caseId) / 3600)
  return (
    <Notice title={say("write-who-title")}>
      <p>{say("write-who")}</p>
      <p>{hours > 0 ? say("check-cooling", { hours }) : say("check-no-cooling")}</p>
      <p>{say("check-take-back")}</p>
    </Notice>
  )
}

function GiveNow({ draft, content, ready, onBack }: GiveProperties) {
  const [sending, setSending] = useState<Sending | null>(null)
  const doing = useDoing()
  const send = () =>
    doing.run(async () => {
      if (ready === null) throw new RelayError("hidden-text", "before sealing")
      go({ at: "sent", message: await giveIt(draft, content, setSending) })
    })
  return (
    <div class="stack part">
      <When caseId={content.case} />
      {doing.busy && sending && <Progress {...sending} />}
      <Trouble code={doing.trouble} />
      {doing.trouble === "offline" && sending?.mayClose === true && <p>{say("give-kept")}</p>}
      <div class="row">
        <Button kind="main" busy={doing.busy} onPress={send}>
          {say("give-go")}
        </Button>
        <Button busy={doing.busy} onPress={onBack}>
          {say("give-back")}
        </Button>
      </div>
    </div>
  )
}
