// SPDX-License-Identifier: EUPL-1.2
/** What somebody needs, in their own words: written, changed and taken back. Nothing is suggested to them. */
import { useEffect, useId, useRef, useState } from "preact/hooks"
import { RelayError } from "../../../errors.ts"
import type { OpenedRecord } from "../../../relay/records.ts"
import { useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Dialog } from "../../elements/dialog/dialog.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { Page } from "../../page.tsx"
import { signedIn } from "../../session.ts"
import { ownActions } from "./actions.ts"
import { EachCase, Home } from "./case.tsx"
import { NeedForm, NO_WORDS } from "./need-form.tsx"
import "../participant.css"

type Need = OpenedRecord<"need">
type Outcome = "kept" | "gone"

export function Needs() {
  return (
    <Page title={say("own-needs-title")}>
      <p class="lead">{say("own-needs-lead")}</p>
      <p>{say("own-needs-who")}</p>
      <EachCase draw={(caseId) => <CaseNeeds caseId={caseId} />} />
      <Home />
    </Page>
  )
}

function CaseNeeds({ caseId }: { readonly caseId: string }) {
  const found = useLoaded(async () => (await ownActions().ownSay()).ownNeeds(signedIn(), caseId))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [written, setWritten] = useState(0)
  const id = useId()
  const done = (what: Outcome) => {
    setOutcome(what)
    found.again()
  }
  return (
    <>
      <Trouble code={found.trouble} again={found.again} />
      {found.value !== null && found.value.refused.length > 0 && (
        <Notice tone="trouble" title={say("own-needs-doubt")}>
          <p>{say("own-needs-doubt-text")}</p>
        </Notice>
      )}
      {outcome !== null && <Notice tone="done" live="polite" title={say(`own-need-${outcome}`)} />}
      <section class="stack near" aria-labelledby={`${id}-list`}>
        <h2 id={`${id}-list`}>{say("own-needs-list")}</h2>
        {found.value?.needs.length === 0 && <p>{say("own-needs-none")}</p>}
        <ul class="cards">
          {found.value?.needs.map((need) => (
            <NeedCard key={`${need.record} ${need.version}`} need={need} onDone={done} />
          ))}
        </ul>
      </section>
      <section class="stack near" aria-labelledby={`${id}-add`}>
        <h2 id={`${id}-add`}>{say("own-need-add")}</h2>
        <NeedForm
          key={written}
          caseId={caseId}
          before={null}
          label={say("own-need-add")}
          onDone={() => {
            setWritten(written + 1)
            done("kept")
          }}
        />
      </section>
    </>
  )
}

type CardProperties = { readonly need: Need; readonly onDone: (what: Outcome) => void }

function NeedCard({ need, onDone }: CardProperties) {
  const [changing, setChanging] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (changing) card.current?.querySelector("textarea")?.focus()
  }, [changing])
  return (
    <li ref={card} class="card">
      {changing ? (
        <NeedForm
          caseId={need.case}
          before={need}
          label={say("own-need-change")}
          onDone={() => onDone("kept")}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <Written need={need} onChange={() => setChanging(true)} onDone={onDone} />
      )}
    </li>
  )
}

function Written({ need, onChange, onDone }: CardProperties & { readonly onChange: () => void }) {
  const topics = need.words?.topics ?? []
  return (
    <>
      <p class="note-words" translate={false} dir="auto">
        {need.words?.words}
      </p>
      {topics.length > 0 && (
        <p>
          {say("own-need-about", { topics: topics.map((topic) => say(`own-topic-${topic}`)).join("; ") })}
        </p>
      )}
      <p class="small soft">{say("own-need-day", { day: writtenDate(need.day) })}</p>
      <TakeBack need={need} onDone={onDone} onChange={onChange} />
    </>
  )
}

/** Throws `stale-version`: it was changed somewhere else, and what stands now is to be seen first. */
async function takeBack(need: Need): Promise<void> {
  const { writeRecord } = await ownActions().ownSay()
  const draft = { type: "need", clear: { gone: true }, words: NO_WORDS } as const
  const { kind } = await writeRecord<"need">(signedIn(), need.case, draft, need)
  if (kind === "meanwhile") throw new RelayError("stale-version", "the need was changed meanwhile")
}

function TakeBack({ need, onDone, onChange }: CardProperties & { readonly onChange: () => void }) {
  const [asking, setAsking] = useState(false)
  const doing = useDoing()
  const yes = () => {
    setAsking(false)
    doing.run(async () => {
      await takeBack(need)
      onDone("gone")
    })
  }
  return (
    <>
      <Trouble code={doing.trouble} />
      <div class="answers">
        <Button onPress={onChange}>{say("own-need-change")}</Button>
        <Button busy={doing.busy} onPress={() => setAsking(true)}>
          {say("own-need-take-back")}
        </Button>
      </div>
      {asking && (
        <Dialog title={say("own-need-take-back-ask")} onCancel={() => setAsking(false)}>
          <p>{say("own-need-take-back-text")}</p>
          <div class="answers">
            <Button onPress={() => setAsking(false)}>{say("own-need-take-back-no")}</Button>
            <Button onPress={yes}>{say("own-need-take-back-yes")}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
