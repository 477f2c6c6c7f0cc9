// SPDX-License-Identifier: EUPL-1.2
/** What the mediator may do with a letter. Each decision is two steps: choose it, then sign it with its words. */
import { useState } from "preact/hooks"
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { type Doing, useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { useKeptFocus } from "../../kept-focus.ts"
import { say, writtenMoment } from "../../language.ts"
import { Ahead } from "../ahead.tsx"
import { isCooling, nowSeconds } from "../naming.ts"
import { ApproveQuestion } from "./approve.tsx"
import { useApproveKey } from "./approve-key.ts"
import { Claim, isAnothers, useRenewal } from "./claim.tsx"
import { quotedIn } from "./disclosure-page.tsx"
import { DecisionFields } from "./fields.tsx"
import { missingIn } from "./missing.ts"
import { noUseIn, OthersYes } from "./own-yes.tsx"
import { readingOfApproval } from "./prefill.ts"
import { Refused } from "./refused.tsx"
import { sign } from "./signing.ts"
import { canUndo, Undo } from "./undo.tsx"
import { type Decision, FIRST_CONDITIONS, newWork, type Working } from "./work.ts"

/** What takes the letter its next step comes first, wherever it is. */
const DECISIONS: readonly Decision[] = [
  "release",
  "offer",
  "approve",
  "hold",
  "return",
  "second",
  "decline",
  "escalate",
  "withdraw",
]

/** What leads to an offer, or needs what an offer needs. */
const NEEDS_GATES: readonly Decision[] = ["approve", "offer", "release"]

/** The form that was opened, or where the decisions begin. */
const FOCUS = [".decide-panel h3", "h2"]

export type DecideProperties = {
  readonly review: Review
  readonly item: DeskItem
  readonly working: Working
  readonly onDone: (now: DeskItem) => void
  /** Fetch the letter anew. */
  readonly again: () => void
}

/** What would be refused, or change nothing. */
function isIdle(decision: Decision, review: Review, item: DeskItem, at: number): boolean {
  if (decision === "offer") return canUndo(item, at)
  return decision === "approve" && noUseIn(review, item) !== null
}

/** What can succeed now. While another holds it, only what protects somebody. */
function allowed(review: Review, item: DeskItem): readonly Decision[] {
  const now = nowSeconds()
  const held = isAnothers(item, now)
  return DECISIONS.filter(
    (decision) =>
      item.may.includes(decision) &&
      (!held || decision === "withdraw") &&
      !isIdle(decision, review, item, now),
  )
}

function Wait({ item }: { readonly item: DeskItem }) {
  if (isCooling(item, nowSeconds())) {
    return <p>{say("decide-cooling", { moment: writtenMoment(item.coolingUntil ?? 0) })}</p>
  }
  if (item.state === "offered" && item.answer !== "ready") return <p>{say("decide-wait-answer")}</p>
  return null
}

type Choosing = { readonly may: readonly Decision[]; readonly onChoose: (decision: Decision) => void }

function Choices({ may, onChoose }: Choosing) {
  return (
    <div class="decide-list">
      {may.map((decision) => (
        <Button key={decision} onPress={() => onChoose(decision)}>
          {say(`decide-${decision}`)}
        </Button>
      ))}
    </div>
  )
}

function useSigning({ review, item, working, onDone, again }: DecideProperties, doing: Doing) {
  const [asked, setAsked] = useState(false)
  const [question, setQuestion] = useState(false)
  const [done, setDone] = useState(false)
  const { work, change } = working
  const choose = (chosen: Decision | null) => {
    setAsked(false)
    setDone(false)
    doing.clear()
    // What the approval said stands in the offer, until somebody writes something else.
    const untouched = work.contentNote === "" && work.conditions === FIRST_CONDITIONS
    const reads = chosen === "offer" || chosen === "approve"
    change({ ...(reads && untouched ? readingOfApproval(review) : {}), chosen })
  }
  const signIt = (decision: Decision) =>
    doing.run(async () => {
      setDone(false)
      setQuestion(false)
      const onRegistered = () => change({ disclosure: { ...work.disclosure, registered: true } })
      const now = await sign(decision, { ...review, item }, { work, onRegistered })
      change(newWork(work.disclosure.day))
      setAsked(false)
      setDone(true)
      if (now === null) again()
      else onDone(now)
    })
  /** Sign it, or first say what is missing; an approval asks once more before it is signed. */
  const send = (decision: Decision) => {
    setAsked(true)
    if (missingIn(decision, work, quotedIn(review, work.disclosure)) !== null) return
    if (decision === "approve") setQuestion(true)
    else signIt(decision)
  }
  return { asked, question, done, choose, signIt, send, closeQuestion: () => setQuestion(false) }
}

export function Decide(properties: DecideProperties) {
  const { review, item, working, onDone, again } = properties
  const doing = useDoing()
  const room = useKeptFocus<HTMLElement>(FOCUS)
  const { work } = working
  const { chosen } = work
  const signing = useSigning(properties, doing)
  const may = allowed(review, item)
  useRenewal({ item, onDone })
  useApproveKey(() => {
    if (!may.includes("approve")) return
    if (chosen === "approve") signing.send("approve")
    else signing.choose("approve")
  })
  const missing =
    signing.asked && chosen !== null ? missingIn(chosen, work, quotedIn(review, work.disclosure)) : null
  return (
    <section ref={room} class="stack" aria-labelledby="decide-title">
      <h2 id="decide-title" tabIndex={-1}>
        {say("decide-title")}
      </h2>
      {signing.done && <Notice tone="done" live="polite" title={say("decided-done")} />}
      <Wait item={item} />
      <Claim item={item} onDone={onDone} />
      <OthersYes review={review} item={item} />
      <Undo review={review} item={item} onDone={onDone} />
      {may.length === 0 && !item.may.includes("claim") && <p class="soft">{say("decide-none")}</p>}
      {chosen === null && <Choices may={may} onChoose={signing.choose} />}
      {chosen !== null && NEEDS_GATES.includes(chosen) && item.kind !== "rendition" && (
        <Ahead key={item.version} item={item} approving={chosen === "approve"} />
      )}
      {chosen !== null && (
        <DecisionFields
          decision={chosen}
          review={review}
          item={item}
          working={working}
          busy={doing.busy}
          missing={missing}
          onSend={() => signing.send(chosen)}
          onCancel={() => signing.choose(null)}
        />
      )}
      {signing.question && (
        <ApproveQuestion
          review={review}
          item={item}
          work={work}
          busy={doing.busy}
          onYes={() => signing.signIt("approve")}
          onNo={signing.closeQuestion}
        />
      )}
      <Refused code={doing.trouble} item={item} again={again} />
    </section>
  )
}
