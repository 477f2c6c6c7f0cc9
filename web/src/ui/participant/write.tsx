// SPDX-License-Identifier: EUPL-1.2
/** Writing: one sheet of paper, saved by itself; then one look at it before it is given. */
import { useEffect, useState } from "preact/hooks"
import type { DraftContent } from "../../relay/drafts.ts"
import { actions } from "../actions.ts"
import { Button } from "../elements/button/button.tsx"
import { Editor } from "../elements/editor/editor.tsx"
import { Field } from "../elements/field/field.tsx"
import { More } from "../elements/more/more.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Saved } from "../elements/saved/saved.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go, type Place } from "../place.ts"
import { side } from "../session.ts"
import { CheckAndGive } from "./check.tsx"
import { type HeldDraft, useDraft, type Wanted } from "./draft-hold.ts"
import { Returned } from "./returned.tsx"
import { ToWhom, type ToWhomProperties } from "./to-whom.tsx"
import { WrittenIn } from "./written-in.tsx"
import "./participant.css"

const GUIDANCE = {
  harmed: ["write-help-harmed-1", "write-help-harmed-2", "write-help-harmed-3", "write-help-harmed-4"],
  responsible: [
    "write-help-responsible-1",
    "write-help-responsible-2",
    "write-help-responsible-3",
    "write-help-responsible-4",
  ],
} as const

function Guidance() {
  const words = GUIDANCE[side.value ?? "harmed"]
  return (
    <More title={say("write-help")}>
      <ul>
        {words.map((word) => (
          <li key={word}>{say(word)}</li>
        ))}
        <li>{say("write-help-both")}</li>
      </ul>
    </More>
  )
}

type SheetProperties = {
  readonly held: HeldDraft
  readonly content: DraftContent
  readonly onCheck: () => void
}

function Sheet({ held, content, onCheck }: SheetProperties) {
  const [asked, setAsked] = useState(false)
  const [known, setKnown] = useState(true)
  const empty = content.text.trim() === ""
  const proceed = () => {
    setAsked(true)
    if (!empty && known) onCheck()
  }
  const leave = async (there: Place) => {
    await held.draft?.flush()
    go(there)
  }
  return (
    <>
      <Guidance />
      <Whom content={content} onChoose={held.change} onKnown={setKnown} asked={asked} />
      <Editor
        label={say("write-label")}
        hint={say("write-hint")}
        text={content.text}
        language={content.language}
        onWrite={(text) => held.change({ text })}
      >
        {held.state && <Saved state={held.state} />}
      </Editor>
      {held.state?.conflict && <Notice tone="care" live="polite" title={say("write-conflict")} />}
      <Field
        label={say("write-note-label")}
        hint={say("write-note-hint")}
        value={content.contentNote}
        onWrite={(contentNote) => held.change({ contentNote })}
        lines={2}
      />
      <WrittenIn
        label={say("write-language")}
        language={content.language}
        onChoose={(language) => held.change({ language })}
      />
      <Notice title={say("write-who-title")}>
        <p>{say("write-who")}</p>
        {side.value === "harmed" && <p>{say("write-statement")}</p>}
      </Notice>
      {asked && empty && <Notice tone="trouble" live="now" title={say("write-empty")} />}
      {asked && !known && <Notice tone="trouble" live="now" title={say("to-whom-missing")} />}
      <div class="row">
        <Button kind="main" onPress={proceed}>
          {say("write-continue")}
        </Button>
        <Button onPress={() => void leave({ at: "home" })}>{say("write-later")}</Button>
        {content.supersedes === null && (
          <Button kind="quiet" onPress={() => void leave({ at: "film", supersedes: null })}>
            {say("home-film")}
          </Button>
        )}
      </div>
    </>
  )
}

type WhomProperties = Omit<ToWhomProperties, "now"> & { readonly content: DraftContent }

/** What takes the place of something is for whom that was. */
function Whom({ content, ...asking }: WhomProperties) {
  const { supersedes } = content
  if (supersedes === null) return <ToWhom now={content} {...asking} />
  return <Returned manifest={supersedes} hint={say("write-returned-hint")} />
}

/** What the check needs is fetched while there is a line, so that a letter can be looked over without one. */
function fetchCheck(): void {
  Promise.all([actions().selfCheck(), actions().give()]).catch(() => {})
}

export function Write(wanted: Wanted) {
  useEffect(fetchCheck, [])
  const held = useDraft(wanted)
  const [checking, setChecking] = useState(false)
  const { draft, content } = held
  if (draft !== null && content !== null && checking) {
    return (
      <CheckAndGive
        key="check"
        draft={draft}
        content={content}
        onBack={() => setChecking(false)}
        onClean={(text) => held.change({ text })}
      />
    )
  }
  return (
    <Page key="write" title={say("write-title")}>
      <Trouble code={held.trouble} again={held.again} />
      {content !== null && <Sheet held={held} content={content} onCheck={() => setChecking(true)} />}
    </Page>
  )
}
