// SPDX-License-Identifier: EUPL-1.2
/** Approving: a checklist, a note, how it is to be read; then a question that names the addressee. Never one key. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { Dialog } from "../../elements/dialog/dialog.tsx"
import { Field } from "../../elements/field/field.tsx"
import { More } from "../../elements/more/more.tsx"
import { say, writtenDate } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sortOf } from "../../sort.ts"
import { addresseeSide, sideWithin } from "../naming.ts"
import { Checklist } from "./checklist.tsx"
import { ConditionsFields, conditionsInWords } from "./conditions.tsx"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { NotPlayed } from "./not-played.tsx"
import { noteOf, type Work, type Working } from "./work.ts"

/** Whose approval it takes. Who made the words is never enough, whatever the case's policy asks for. */
function quorumWords({ maker }: Review, { quorum }: DeskItem): string {
  if (maker !== null && maker.person === signedIn().person) return say("approve-made")
  return quorum !== null && quorum > 1 ? say("approve-more", { quorum }) : say("approve-alone")
}

export type ApproveProperties = FormPart & {
  readonly review: Review
  readonly item: DeskItem
  readonly working: Working
}

export function ApproveForm({ review, item, working, ...part }: ApproveProperties) {
  const { work, change, write } = working
  return (
    <DecisionFrame
      {...part}
      title={say("decide-approve")}
      text={quorumWords(review, item)}
      go={say("approve-go")}
    >
      <NotPlayed media={review.media} />
      <Checklist
        looked={work.looked}
        onLook={(looked) => change({ looked })}
        asked={part.missing === "checks"}
      />
      <NoteField
        label={say("approve-note")}
        value={noteOf(work, "approve")}
        onWrite={(note) => write("approve", note)}
        missing={part.missing}
      />
      <Field
        label={say("approve-content-note")}
        hint={say("approve-content-note-hint")}
        lines={2}
        value={work.contentNote}
        onWrite={(contentNote) => change({ contentNote })}
      />
      <More title={say("reading-title")}>
        <ConditionsFields
          conditions={work.conditions}
          what={sortOf(item)}
          onChange={(conditions) => change({ conditions })}
        />
      </More>
    </DecisionFrame>
  )
}

export type ApproveQuestionProperties = {
  readonly review: Review
  readonly item: DeskItem
  readonly work: Work
  readonly busy: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** The last question. Its first button, which has the focus, changes nothing. */
export function ApproveQuestion({ review, item, work, busy, onYes, onNo }: ApproveQuestionProperties) {
  const side = sideWithin(addresseeSide(item))
  return (
    <Dialog title={say("approve-title")} onCancel={onNo}>
      <p>{say("approve-text", { side, person: shortId(item.addressee) })}</p>
      <p>{quorumWords(review, item)}</p>
      <ul>
        {conditionsInWords(work.conditions, writtenDate).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <div class="answers">
        <Button onPress={onNo}>{say("approve-no")}</Button>
        <Button busy={busy} onPress={onYes}>
          {say("approve-yes", { side })}
        </Button>
      </div>
    </Dialog>
  )
}
