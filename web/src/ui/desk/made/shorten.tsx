// SPDX-License-Identifier: EUPL-1.2
/** Leaving something out of somebody's letter: words can be taken away, none can be typed in; then their yes. */
import { useMemo, useState } from "preact/hooks"
import type { Review } from "../../../relay/desk.ts"
import type { ToMake } from "../../../relay/making.ts"
import { type Passage, pointsOf } from "../../../review/passages.ts"
import { leftOut, piecesOf, shorten } from "../../../review/shortening.ts"
import { Button } from "../../elements/button/button.tsx"
import { Choice } from "../../elements/choice/choice.tsx"
import { Cutting } from "../../elements/cutting/cutting.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { LookOver, MadeLetter } from "../../made/look-over.tsx"
import { madeFrom, type Sending, useSending } from "../../made/sending.ts"
import { Beside } from "./beside.tsx"
import { Sent } from "./sent.tsx"
import { WithReview } from "./with-review.tsx"

export function Shorten({ message }: { readonly message: string }) {
  const sending = useSending()
  const [caseId, setCaseId] = useState("")
  if (sending.sent !== null) return <Sent key="sent" text={say("making-sent-for-yes")} caseId={caseId} />
  return (
    <WithReview message={message} title={say("shorten-title")} wide>
      {(review) => <Shortening review={review} sending={sending} onCase={setCaseId} />}
    </WithReview>
  )
}

type Kind = "redaction" | "excerpt"

type ShorteningProperties = {
  readonly review: Review
  readonly sending: Sending
  readonly onCase: (caseId: string) => void
}

/** What is left out, by where each piece begins, and the text without it. */
function useCut({ text, language }: Review) {
  const [out, setOut] = useState<ReadonlySet<number>>(new Set())
  const all = useMemo(() => pointsOf(text), [text])
  const pieces = useMemo(() => piecesOf(all, language), [all, language])
  const isKept = ({ from }: Passage) => !out.has(from)
  const change = ({ from }: Passage, kept: boolean) => {
    const next = new Set(out)
    if (kept) next.delete(from)
    else next.add(from)
    setOut(next)
  }
  return { all, pieces, isKept, change, left: shorten(all, pieces, isKept), cut: out.size > 0 }
}

function Shortening({ review, sending, onCase }: ShorteningProperties) {
  const cut = useCut(review)
  const [kind, setKind] = useState<Kind | null>(null)
  const [contentNote, setContentNote] = useState(review.contentNote)
  const [asked, setAsked] = useState(false)
  const [looking, setLooking] = useState<ToMake | null>(null)
  const { item, language } = review
  const proceed = () => {
    setAsked(true)
    if (kind === null || !cut.cut || cut.left === "") return
    onCase(item.case)
    setLooking({ case: item.case, kind, from: madeFrom(review), text: cut.left, language, contentNote })
  }
  if (looking !== null) {
    return <Look review={review} toMake={looking} sending={sending} onBack={() => setLooking(null)} />
  }
  return (
    <Form onSend={proceed} label={say("shorten-title")}>
      <p class="lead">{say("shorten-lead")}</p>
      <div class="review">
        <Cutting
          all={cut.all}
          pieces={cut.pieces}
          language={language}
          question={say("shorten-question")}
          isKept={cut.isKept}
          onChange={cut.change}
        />
        <section class="stack" aria-labelledby="shorten-left">
          <h2 id="shorten-left">{say("shorten-left")}</h2>
          <Left text={cut.left} language={language} contentNote={contentNote} />
        </section>
      </div>
      {asked && !cut.cut && <Notice tone="trouble" live="now" title={say("shorten-nothing-cut")} />}
      {asked && cut.left === "" && <Notice tone="trouble" live="now" title={say("shorten-all-cut")} />}
      <KindChoice kind={kind} onChoose={setKind} asked={asked} />
      <Field
        label={say("making-note")}
        hint={say("making-note-hint")}
        lines={2}
        value={contentNote}
        onWrite={setContentNote}
      />
      <div class="row">
        <Button kind="main" ends>
          {say("making-look")}
        </Button>
      </div>
    </Form>
  )
}

type LeftProperties = { readonly text: string; readonly language: string; readonly contentNote: string }

function Left({ text, language, contentNote }: LeftProperties) {
  if (text === "") return <p class="soft">{say("shorten-none-left")}</p>
  const paragraphs = text.split("\n\n")
  return (
    <MadeLetter
      paragraphs={paragraphs}
      language={language}
      contentNote={contentNote}
      label={say("shorten-left")}
    />
  )
}

type KindChoiceProperties = {
  readonly kind: Kind | null
  readonly onChoose: (kind: Kind) => void
  readonly asked: boolean
}

function KindChoice({ kind, onChoose, asked }: KindChoiceProperties) {
  return (
    <Choice<Kind>
      question={say("shorten-kind")}
      value={kind}
      onChoose={onChoose}
      problem={asked && kind === null ? say("shorten-kind-missing") : undefined}
      options={[
        { value: "redaction", label: say("shorten-redaction"), hint: say("shorten-redaction-hint") },
        { value: "excerpt", label: say("shorten-excerpt"), hint: say("shorten-excerpt-hint") },
      ]}
    />
  )
}

type LookProperties = {
  readonly review: Review
  readonly toMake: ToMake
  readonly sending: Sending
  readonly onBack: () => void
}

function Look({ review, toMake, sending, onBack }: LookProperties) {
  const { text, language } = review
  return (
    <LookOver
      toMake={toMake}
      sending={sending}
      label={say("compare-made")}
      about={say("making-yes-about")}
      go={say("making-send-for-yes")}
      onBack={onBack}
      around={(words) => (
        <Beside original={{ text, language }} left={leftOut(text, toMake.text)} made={words} />
      )}
    />
  )
}
