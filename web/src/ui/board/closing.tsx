// SPDX-License-Identifier: EUPL-1.2
/**
 * Asking for a case to be closed: what is still open before that, what happens then, and taking it back.
 *
 * Nothing here closes anything. A manager who agrees signs a policy without channels (docs/adr/0019).
 */
import { type Board, ofType } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { sideWithin, whoWords } from "../desk/naming.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { ClosingForm } from "./closing-form.tsx"
import { linesOf } from "./facts.ts"
import { Own, Sealed } from "./record-lines.tsx"
import { Section } from "./section.tsx"
import { writeAtOnce } from "./writing.ts"

type Closing = OpenedRecord<"closing">

const EMPTY = { debriefs: [], follow_ups: "", reason: "" } as const

/** What is still to be talked over or done, in words; a case can be closed with it all the same. */
function openEnds(board: Board, closing: Closing | null): readonly string[] {
  const said = new Set(
    (closing?.words?.debriefs ?? [])
      .filter(({ words }) => words !== "")
      .map(({ participant }) => participant),
  )
  const debriefs = board.people
    .filter(({ person }) => !said.has(person))
    .map(({ person, side }) =>
      say("closing-open-debrief", { side: sideWithin(side), person: shortId(person) }),
    )
  const tasks = ofType(board, "task")
    .filter(({ clear }) => !clear.done)
    .map(({ clear }) =>
      say("closing-open-task", { what: say(`due-${clear.task}`), day: writtenDate(clear.due) }),
    )
  return [...debriefs, ...tasks]
}

function OpenEnds({ ends }: { readonly ends: readonly string[] }) {
  if (ends.length === 0) return <p>{say("closing-nothing-open")}</p>
  return (
    <>
      <p>{say("closing-still-open")}</p>
      <ul>
        {ends.map((end) => (
          <li key={end}>{end}</li>
        ))}
      </ul>
    </>
  )
}

/** What closing means: who does it, what ends, what stays, and what can still be taken back. */
function Meaning({ retention }: { readonly retention: string }) {
  return (
    <div>
      <p>{say("closing-means")}</p>
      <ul>
        <li>{say("closing-means-manager")}</li>
        <li>{say("closing-means-waiting")}</li>
        <li>{say("closing-means-kept")}</li>
        <li>{say("closing-means-class", { class: retention })}</li>
        <li>{say("closing-means-receipts")}</li>
      </ul>
    </div>
  )
}

type AskedProperties = {
  readonly record: Closing
  /** A manager has closed it already: taking the request back opens nothing. */
  readonly closed: boolean
  readonly again: () => void
}

function KeepOpen({ record, closed, again }: AskedProperties) {
  const doing = useDoing()
  const keep = () =>
    doing.run(async () => {
      await writeAtOnce<"closing">(
        record.case,
        { type: "closing", clear: { open: false }, words: EMPTY },
        record,
      )
      again()
    })
  return (
    <div class="row">
      <Button busy={doing.busy} onPress={keep}>
        {say(closed ? "closing-take-back" : "closing-keep-open")}
      </Button>
      <Trouble code={doing.trouble} />
    </div>
  )
}

function Asked({ record, closed, again }: AskedProperties) {
  const day = writtenDate(record.day)
  const mine = record.by === signedIn().person
  return (
    <div class="card stack near">
      <p class="card-title">
        {mine
          ? say("closing-asked", { day })
          : say("closing-asked-other", { person: whoWords(record.by, "mediator"), day })}
      </p>
      <dl class="board-lines">
        {linesOf(record).map(({ name, text }) => (
          <div key={name} class="board-line">
            <dt>{name}</dt>
            <dd>
              <Own text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Sealed record={record} />
      {closed && <p>{say("closing-stays")}</p>}
      <KeepOpen record={record} closed={closed} again={again} />
    </div>
  )
}

export function ClosingCase({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const record = ofType(board, "closing")[0] ?? null
  const asked = record?.clear.open === true
  const closed = board.channels.length === 0
  return (
    <Section
      id="closing"
      title={say("closing-title")}
      lead={say("closing-lead")}
      empty={null}
      add={asked ? say("closing-change") : say("closing-ask")}
      form={(close) => (
        <ClosingForm
          caseId={board.case}
          people={board.people}
          before={record}
          onDone={() => {
            close()
            again()
          }}
          onCancel={close}
        />
      )}
    >
      {closed && <Notice title={say("closing-closed")} />}
      {asked && record !== null && <Asked record={record} closed={closed} again={again} />}
      <OpenEnds ends={openEnds(board, asked ? record : null)} />
      <Meaning retention={board.retention} />
    </Section>
  )
}
