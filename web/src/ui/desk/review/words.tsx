// SPDX-License-Identifier: EUPL-1.2
/** The letter's words: closed until opened on purpose; then with hints, or with passages to mark. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { type Hint, Hinted } from "../../elements/hints/hints.tsx"
import { Marking } from "../../elements/marking/marking.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { sortOf } from "../../sort.ts"
import { HideButton } from "../care/care.tsx"
import type { Working } from "../decide/work.ts"
import { Media } from "./media.tsx"

export type WordsProperties = {
  readonly review: Review
  readonly hints: readonly Hint[]
  readonly working: Working
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** It was taken up here, for another place. */
  readonly onClaimed: (now: DeskItem) => void
}

function Closed({ review, onOpen }: Pick<WordsProperties, "review" | "onOpen">) {
  const what = sortOf(review.item)
  return (
    <div class="stack">
      <p>{say("review-closed", { what })}</p>
      <div class="row">
        <Button kind="main" onPress={() => onOpen(true)}>
          {say("review-open")}
        </Button>
      </div>
    </div>
  )
}

/** Words with hints; words to mark while something is returned or passages are chosen for a disclosure. */
function Shown({ review, hints, working }: WordsProperties) {
  const { work, change } = working
  const { text, language } = review
  if (work.chosen === "return") {
    return (
      <Marking
        text={text}
        language={language}
        label={say("mark-for-author")}
        marks={work.marks}
        onMark={(marks) => change({ marks })}
      />
    )
  }
  if (work.chosen === "escalate") {
    const { disclosure } = work
    return (
      <Marking
        text={text}
        language={language}
        label={say("mark-for-page")}
        marks={disclosure.passages}
        onMark={(passages) => change({ disclosure: { ...disclosure, passages, registered: false } })}
      />
    )
  }
  return <Hinted text={text} language={language} label={say("review-words")} hints={hints} />
}

export function Words(properties: WordsProperties) {
  const { review, open, onOpen, onClaimed } = properties
  if (!open) return <Closed review={review} onOpen={onOpen} />
  return (
    <div class="stack">
      {/* The way out of heavy words stays in view as long as they do, and covers no other button. */}
      <div class="stack">
        <HideButton />
        {review.contentNote !== "" && (
          <Notice title={say("review-note-first")}>
            <p class="note-words" lang={review.language} translate={false}>
              {review.contentNote}
            </p>
          </Notice>
        )}
        {review.text !== "" && <Shown {...properties} />}
        <Media
          message={review.item.id}
          media={review.media}
          language={review.language}
          onClaimed={onClaimed}
        />
      </div>
      <div class="row">
        <Button onPress={() => onOpen(false)}>{say("review-hide")}</Button>
      </div>
    </div>
  )
}
