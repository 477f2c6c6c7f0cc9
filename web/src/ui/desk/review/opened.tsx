// SPDX-License-Identifier: EUPL-1.2
/** A letter beside what is known of it and what can be done. */

import { useMemo, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Change } from "../../../relay/changes.ts"
import { today } from "../../../relay/clock.ts"
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { HintList } from "../../elements/hints/hint-list.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Tag } from "../../elements/state/state.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sortOf } from "../../sort.ts"
import { deskActions } from "../actions.ts"
import { PauseSuggestion } from "../care/pause.tsx"
import { useReadingLog } from "../care/reading.ts"
import { HowHeavy } from "../care/weight.tsx"
import { Decide } from "../decide/decide.tsx"
import { Meanwhile } from "../decide/meanwhile.tsx"
import { newWork, useWork, type Working } from "../decide/work.ts"
import { KeysHelp } from "../keys/keys-help.tsx"
import { Made } from "../made.tsx"
import { nowSeconds, stateWords } from "../naming.ts"
import { Author } from "./author.tsx"
import { BackButton } from "./back.tsx"
import { Earlier } from "./earlier.tsx"
import { hintsIn } from "./hints.ts"
import { CaseNote } from "./note.tsx"
import { Unsent } from "./unsent.tsx"
import { VersionAfter, VersionBefore } from "./versions.tsx"
import { Words } from "./words.tsx"

export type OpenedReviewProperties = {
  readonly review: Review
  readonly item: DeskItem
  readonly changes: readonly Change[]
  readonly trouble: ErrorCode | null
  readonly onDone: (now: DeskItem) => void
  readonly again: () => void
}

/** One list for all drawings, so that hints are not looked for again. */
const NO_NAMES: readonly string[] = []

/** Codes after which the words must not stay on the page. */
const GONE: readonly ErrorCode[] = ["withdrawn", "not-found", "forbidden", "key-destroyed"]

export function OpenedReview(properties: OpenedReviewProperties) {
  const { item, trouble } = properties
  const working = useWork(() => newWork(today(signedIn().ports.clock)))
  const gone = trouble !== null && GONE.includes(trouble)
  return (
    <Page title={say("review-title", { day: writtenDate(item.day), what: sortOf(item) })} wide>
      {!gone && (
        <p>
          <Tag words={stateWords(item, nowSeconds())} />
        </p>
      )}
      {gone ? <Gone code={trouble} working={working} /> : <Standing {...properties} working={working} />}
      <div class="row ways no-print">
        <BackButton />
        <Button kind="quiet" onPress={() => go({ at: "history", case: item.case, from: item.id })}>
          {say("history-go", { case: shortId(item.case) })}
        </Button>
        <KeysHelp />
      </div>
    </Page>
  )
}

/** The letter left while it was looked at: its words go, the mediator's own stay. */
function Gone({ code, working }: { readonly code: ErrorCode; readonly working: Working }) {
  return (
    <>
      {code === "withdrawn" ? (
        <Notice tone="care" live="now" title={say("review-withdrawn")}>
          <p>{say("review-withdrawn-text")}</p>
        </Notice>
      ) : (
        <Trouble code={code} />
      )}
      <Unsent work={working.work} />
    </>
  )
}

/** Two versions stand beside each other; one letter stays in view while somebody writes about it. */
function layoutOf(two: boolean, writing: boolean): string {
  if (two) return "review review-two"
  return writing ? "review review-writing" : "review"
}

function Standing({ working, ...properties }: OpenedReviewProperties & { readonly working: Working }) {
  const { review, item, changes, trouble, onDone, again } = properties
  const [open, setOpen] = useState(false)
  const names = useLoaded(async () => (await deskActions().deskRecords()).namesOf(signedIn(), item.case))
  const known = names.value ?? NO_NAMES
  const hints = useMemo(() => hintsIn(review.text, known), [review.text, known])
  const log = useReadingLog(item, open)
  const two = open && review.supersedes !== null
  return (
    <>
      <Trouble code={trouble} />
      <Meanwhile changes={changes} />
      {item.state === "returned" && <VersionAfter review={review} />}
      <div class={layoutOf(two, working.work.chosen !== null)}>
        <section class="stack review-words" aria-label={say("review-words")}>
          {!open && <PauseSuggestion />}
          <Words
            review={review}
            hints={hints}
            working={working}
            open={open}
            onOpen={setOpen}
            onClaimed={onDone}
          />
          {log.closed !== null && <HowHeavy onSay={log.tell} />}
        </section>
        {two && <VersionBefore review={review} />}
        <div class="review-side stack far">
          <Author review={review} />
          {open && <HintList text={review.text} hints={hints} open />}
          {open && <Trouble code={names.trouble} again={names.again} />}
          <Decide review={review} item={item} working={working} onDone={onDone} again={again} />
          <Made review={review} item={item} />
          <CaseNote item={item} />
          <Earlier earlier={review.earlier} />
        </div>
      </div>
    </>
  )
}
