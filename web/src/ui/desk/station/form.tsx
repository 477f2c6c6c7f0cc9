// SPDX-License-Identifier: EUPL-1.2
/** What a station is to make of a film: which kind, at which places, and what its reader reads first. */
import type { WorkKind, WorkPost } from "../../../protocol/wire_station.ts"
import type { Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { Choice } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { say } from "../../language.ts"
import { isPlaced, KINDS } from "./asked.ts"
import type { Asking } from "./asking.ts"
import { FilmAtWork } from "./film.tsx"
import { Plan } from "./plan.tsx"

export type AskFormProperties = {
  readonly review: Review
  readonly asking: Asking
  readonly busy: boolean
  readonly onAsk: (post: WorkPost) => void
}

export function AskForm({ review, asking, busy, onAsk }: AskFormProperties) {
  const { kind, note, choose, write } = asking
  const send = () => {
    const post = asking.post(review.item.id)
    if (post !== null) onAsk(post)
  }
  return (
    <Form onSend={send} label={say("station-title")}>
      <Choice<WorkKind>
        question={say("station-kind")}
        value={kind}
        options={KINDS.map((value) => ({
          value,
          label: say(`station-kind-${value}`),
          hint: say(`station-kind-${value}-hint`),
        }))}
        onChoose={choose}
      />
      <FilmAtWork review={review} asking={asking} />
      {isPlaced(kind) && <Plan kind={kind} asking={asking} />}
      <Field
        label={say("station-note")}
        hint={say("station-note-hint")}
        lines={2}
        value={note}
        onWrite={write}
      />
      <p>{say(isPlaced(kind) ? "station-then-author" : "station-then-review")}</p>
      <div class="row">
        <Button kind="main" ends busy={busy}>
          {say("station-go")}
        </Button>
      </div>
    </Form>
  )
}
