// SPDX-License-Identifier: EUPL-1.2
/** A mediator's day: what was promised and is due, what waits, who is away. Nothing is counted, nothing hurries. */

import { useState } from "preact/hooks"
import { OFFICE } from "../../locales/office.ts"
import { today } from "../../relay/clock.ts"
import type { DeskItem } from "../../relay/desk.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import type { DuePage } from "../../relay/today.ts"
import { deskActions } from "../desk/actions.ts"
import { KeysHelp } from "../desk/keys/keys-help.tsx"
import { STOP, useMoving } from "../desk/keys/moving.ts"
import { kindWords, nowSeconds, sideWords, stateWords, whoWords } from "../desk/naming.ts"
import { DeskNotices } from "../desk/notices.tsx"
import { isWithMe } from "../desk/queue/with-me.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { More } from "../elements/more/more.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate, writtenDay } from "../language.ts"
import { lazily } from "../lazy.tsx"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { caseIds, signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { sortOf } from "../sort.ts"
import { dayAfter } from "./assessment-form.tsx"
import { DueList } from "./due.tsx"
import { Named } from "./section.tsx"
import "../desk/desk.css"
import "./board.css"

const PassedOn = lazily([OFFICE], () =>
  import("../office/passed-on.tsx").then((module) => module.PassedOnPart),
)

/** How far ahead the day looks. */
const SOON_DAYS = 14
/** As many lines of the queue as the day shows; the rest is a step away. */
const MOST_WAITING = 10

/** Fetch `count` pages of what is due, or as many as there are. */
async function duePages(count: number): Promise<DuePage> {
  const { duePage } = await deskActions().today()
  let all = await duePage(signedIn(), null)
  for (let page = 1; page < count && all.next !== null; page++) {
    const more = await duePage(signedIn(), all.next)
    all = {
      due: [...all.due, ...more.due],
      refused: [...all.refused, ...more.refused],
      next: more.next,
    }
  }
  return all
}

function DuePart() {
  const [count, setCount] = useState(1)
  const page = useLoaded(() => duePages(count), count)
  useLive(page.again)
  const day = today(signedIn().ports.clock)
  const { due, refused, next } = page.value ?? { due: [], refused: [], next: null }
  const soon = due.filter((one) => one.day <= dayAfter(day, SOON_DAYS))
  const later = due.filter((one) => one.day > dayAfter(day, SOON_DAYS))
  return (
    <section class="stack" aria-labelledby="due">
      <h2 id="due">{say("today-due")}</h2>
      <Trouble code={page.trouble} again={page.again} />
      {page.value === null && page.trouble === null && <p role="status">{say("loading")}</p>}
      {refused.length > 0 && <Notice tone="care" title={say("today-refused")} />}
      {page.value !== null && soon.length === 0 && <p class="soft">{say("today-due-none")}</p>}
      <DueList all={soon} day={day} />
      {later.length > 0 && (
        <More title={say("today-later")}>
          <DueList all={later} day={day} />
        </More>
      )}
      {next !== null && (
        <div class="row">
          <Button onPress={() => setCount(count + 1)}>{say("today-more")}</Button>
        </div>
      )}
    </section>
  )
}

function Waiting({ item }: { readonly item: DeskItem }) {
  const since = item.waitingSince === null ? "" : say("today-since", { day: writtenDay(item.waitingSince) })
  const about = { day: writtenDate(item.day), case: shortId(item.case) }
  return (
    <li class="due-one">
      <p>{since}</p>
      <div class="stack near">
        <p>
          <strong>{sideWords(item.senderSide)}</strong>
        </p>
        <p>{kindWords(item)}</p>
        <p>{stateWords(item, nowSeconds())}</p>
        <p class="soft">{say("queue-case", { case: about.case })}</p>
      </div>
      <Button mark={STOP} onPress={() => go({ at: "review", message: item.id })}>
        <Named short={say("queue-open")} long={say("today-open-letter", { ...about, what: sortOf(item) })} />
      </Button>
    </li>
  )
}

function WaitingPart() {
  const queue = useLoaded(async () =>
    (await deskActions().today()).waiting(signedIn(), isWithMe, MOST_WAITING),
  )
  useLive(queue.again)
  const mine = queue.value ?? []
  return (
    <section class="stack" aria-labelledby="waits">
      <h2 id="waits">{say("today-waits")}</h2>
      <Trouble code={queue.trouble} again={queue.again} />
      {queue.value === null && queue.trouble === null && <p role="status">{say("loading")}</p>}
      {queue.value !== null && mine.length === 0 && <p class="soft">{say("today-waits-none")}</p>}
      <ul class="due">
        {mine.slice(0, MOST_WAITING).map((item) => (
          <Waiting key={item.id} item={item} />
        ))}
      </ul>
      <div class="row">
        <Button onPress={() => go({ at: "queue" })}>{say("today-waits-all")}</Button>
      </div>
    </section>
  )
}

function awayText({ by, clear, case: caseId }: OpenedRecord<"away">): string {
  const days = { from: writtenDate(clear.from), until: writtenDate(clear.until) }
  if (by === signedIn().person) return say("today-away-me", days)
  return say("today-away-other", { person: whoWords(by, "mediator"), case: shortId(caseId), ...days })
}

function AwayPart() {
  const away = useLoaded(async () => (await deskActions().today()).absences(signedIn(), caseIds()))
  useLive(away.again)
  const all = away.value ?? []
  if (all.length === 0) return <Trouble code={away.trouble} />
  return (
    <section class="stack" aria-labelledby="away">
      <h2 id="away">{say("today-away")}</h2>
      <ul class="board-plain">
        {all.map((record) => (
          <li key={record.record}>
            <Notice title={awayText(record)}>
              {record.words !== null && record.words.words !== "" && (
                <p class="note-words" translate={false} dir="auto">
                  {record.words.words}
                </p>
              )}
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CasesPart() {
  return (
    <section class="stack" aria-labelledby="cases">
      <h2 id="cases">{say("today-cases")}</h2>
      {caseIds().length === 0 && <p class="soft">{say("today-cases-none")}</p>}
      <div class="row">
        {caseIds().map((caseId) => (
          <Button key={caseId} onPress={() => go({ at: "case", case: caseId })}>
            {say("queue-case", { case: shortId(caseId) })}
          </Button>
        ))}
      </div>
    </section>
  )
}

export function Today() {
  useMoving()
  return (
    <Page title={say("today-title")} wide>
      <p class="soft">{say("today-lead")}</p>
      <DeskNotices notices={signedIn().trust.notices()} />
      <AwayPart />
      <DuePart />
      <WaitingPart />
      <PassedOn />
      <CasesPart />
      <div class="row no-print">
        <KeysHelp />
      </div>
    </Page>
  )
}
