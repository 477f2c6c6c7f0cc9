// SPDX-License-Identifier: EUPL-1.2
/** The board of one case: both sides in separate columns, and what the mediators keep about it below. */
import type { Board, Side } from "../../relay/casework.ts"
import { deskActions } from "../desk/actions.ts"
import { KeysHelp } from "../desk/keys/keys-help.tsx"
import { sideWords } from "../desk/naming.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { settle, signedIn, standing } from "../session.ts"
import { shortId } from "../short-id.ts"
import { Absences } from "./absences.tsx"
import { ClosingCase } from "./closing.tsx"
import { Escalations } from "./escalations.tsx"
import { typeWords } from "./facts.ts"
import { Meetings } from "./meetings.tsx"
import { Names } from "./names.tsx"
import { Notes } from "./notes.tsx"
import { Pace } from "./pace.tsx"
import { Papers } from "./papers.tsx"
import { Person } from "./person.tsx"
import { Recusals } from "./recusals.tsx"
import { Repairs } from "./repairs.tsx"
import { Tasks } from "./tasks.tsx"
import "../desk/desk.css"
import "./board.css"

const SIDES: readonly Side[] = ["harmed", "responsible"]

type PartProperties = { readonly board: Board; readonly again: () => void }

function Column({ board, side, again }: PartProperties & { readonly side: Side }) {
  const people = board.people.filter((one) => one.side === side)
  return (
    <section class="stack board-column" aria-labelledby={`side-${side}`}>
      <h2 id={`side-${side}`}>{sideWords(side)}</h2>
      {people.length === 0 && <p class="soft">{say("board-nobody")}</p>}
      {people.map((person) => (
        <Person
          key={person.person}
          {...{ person, again }}
          caseId={board.case}
          day={board.day}
          doubted={board.doubt !== null}
          onlyServer={board.onlyServer}
        />
      ))}
      <Pace caseId={board.case} side={side} record={board.paces[side]} again={again} />
    </section>
  )
}

function Doubts({ board }: { readonly board: Board }) {
  return (
    <>
      {board.doubt !== null && (
        <Notice tone="trouble" live="now" title={say("board-doubt")}>
          <p>{say("board-doubt-text", { code: board.doubt })}</p>
        </Notice>
      )}
      {board.refused.length > 0 && (
        <Notice tone="care" title={say("board-refused")}>
          <ul>
            {board.refused.map(({ view, code }) => (
              <li key={view.record}>
                {say("board-refused-one", { type: typeWords(view.type), why: say(`error-${code}`), code })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {standing.value?.paused.includes(board.case) && <Notice tone="care" title={say("board-paused")} />}
    </>
  )
}

function Kept({ board, again }: PartProperties) {
  return (
    <div class="board-sections">
      <Tasks board={board} again={again} />
      <Notes board={board} again={again} />
      <Meetings board={board} again={again} />
      <Repairs board={board} again={again} />
      <Papers board={board} />
      <Names board={board} again={again} />
      <Escalations board={board} />
      <Absences board={board} again={again} />
      <Recusals board={board} again={again} />
      <ClosingCase board={board} again={again} />
    </div>
  )
}

function Ways({ caseId }: { readonly caseId: string }) {
  return (
    <div class="row ways no-print">
      <Button kind="quiet" onPress={() => go({ at: "history", case: caseId, from: null })}>
        {say("board-letters")}
      </Button>
      <Button kind="quiet" onPress={() => go({ at: "people" })}>
        {say("board-people")}
      </Button>
      <Button kind="quiet" onPress={() => go({ at: "today" })}>
        {say("board-back")}
      </Button>
    </div>
  )
}

export function BoardPage({ caseId }: { readonly caseId: string }) {
  const board = useLoaded(async () => {
    const { openBoard } = await deskActions().casework()
    await settle(signedIn()) // who takes a pause
    return openBoard(signedIn(), caseId)
  })
  useLive(board.again, caseId)
  const { value } = board
  return (
    <Page title={say("board-title", { case: shortId(caseId) })} wide>
      <p class="soft">{say("board-lead")}</p>
      <Ways caseId={caseId} />
      <Trouble code={board.trouble} again={board.again} />
      {value === null && board.trouble === null && <p role="status">{say("loading")}</p>}
      {value !== null && (
        <>
          <Doubts board={value} />
          <div class="board-columns">
            {SIDES.map((side) => (
              <Column key={side} board={value} side={side} again={board.again} />
            ))}
          </div>
          <Kept board={value} again={board.again} />
          <Ways caseId={caseId} />
          <div class="row no-print">
            <KeysHelp />
          </div>
        </>
      )}
    </Page>
  )
}
