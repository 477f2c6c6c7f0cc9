// SPDX-License-Identifier: EUPL-1.2
/** One letter on the desk: who wrote it, closed until it is opened on purpose, and what may be done. */
import { useState } from "preact/hooks"
import type { DeskItem, Review } from "../../relay/desk.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Tag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { Author, Earlier } from "./author.tsx"
import { Decide } from "./decide.tsx"
import { nowSeconds, stateWords } from "./naming.ts"
import "./desk.css"

function BackButton() {
  return (
    <div class="row">
      <Button kind="quiet" onPress={() => go({ at: "queue" })}>
        {say("desk-back")}
      </Button>
    </div>
  )
}

function Words({ review }: { readonly review: Review }) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <div class="stack">
        <p>{say("review-closed")}</p>
        <div class="row">
          <Button kind="main" onPress={() => setOpen(true)}>
            {say("review-open")}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div class="stack">
      {review.contentNote !== "" && (
        <Notice title={say("review-note-first")}>
          <p class="note-words" lang={review.language} translate={false}>
            {review.contentNote}
          </p>
        </Notice>
      )}
      <Letter paragraphs={review.paragraphs} language={review.language} label={say("review-words")} />
      <div class="row">
        <Button onPress={() => setOpen(false)}>{say("review-hide")}</Button>
      </div>
    </div>
  )
}

export function ReviewPage({ message }: { readonly message: string }) {
  const review = useLoaded(async () => (await actions().desk()).openForReview(signedIn(), message))
  useLive(review.again, message)
  if (review.value === null) {
    return (
      <Page key="wait" title={say("review-words")}>
        {review.trouble === null ? (
          <p role="status">{say("loading")}</p>
        ) : (
          <Trouble code={review.trouble} again={review.again} />
        )}
        <BackButton />
      </Page>
    )
  }
  return <Opened key="opened" review={review.value} trouble={review.trouble} again={review.again} />
}

type OpenedProperties = {
  readonly review: Review
  readonly trouble: Parameters<typeof Trouble>[0]["code"]
  readonly again: () => void
}

function Opened({ review, trouble, again }: OpenedProperties) {
  const [changed, setChanged] = useState<DeskItem | null>(null)
  const item = changed !== null && changed.version >= review.item.version ? changed : review.item
  const take = (now: DeskItem) => {
    setChanged(now)
    again()
  }
  return (
    <Page title={say("review-title", { day: writtenDate(item.day) })} wide>
      <p>
        <Tag words={stateWords(item, nowSeconds())} />
      </p>
      <Trouble code={trouble} />
      <div class="review">
        <section class="stack" aria-label={say("review-words")}>
          <Words review={review} />
        </section>
        <div class="review-side stack far">
          <Author review={review} />
          <Decide review={review} item={item} onDone={take} again={again} />
          <Earlier review={review} />
        </div>
      </div>
      <BackButton />
    </Page>
  )
}
