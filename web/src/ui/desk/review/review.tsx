// SPDX-License-Identifier: EUPL-1.2
/** One letter on the desk: fetched, verified, and kept in step with what others do to it meanwhile. */
import { useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Change } from "../../../relay/changes.ts"
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { useLoaded } from "../../doing.ts"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { useLive } from "../../live.ts"
import { Page } from "../../page.tsx"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { BackButton } from "./back.tsx"
import { OpenedReview } from "./opened.tsx"
import "../desk.css"

type Fetched = { readonly review: Review; readonly changes: readonly Change[] }

/** Fetch a letter, and say what others did to it since it was first shown or last acted on here. */
function useReview(message: string) {
  const seen = useRef<Review | null>(null)
  const fetched = useLoaded(async (): Promise<Fetched> => {
    const [{ openForReview }, { changesBetween }] = await Promise.all([
      deskActions().desk(),
      deskActions().changes(),
    ])
    const review = await openForReview(signedIn(), message)
    const changes = seen.current === null ? [] : changesBetween(seen.current, review, signedIn().person)
    seen.current ??= review
    return { review, changes }
  })
  /** What this mediator did is no news to them. */
  const acted = (item: DeskItem | null) => {
    if (item === null || fetched.value === null) seen.current = null
    else seen.current = { ...fetched.value.review, item }
  }
  return { ...fetched, acted }
}

export function ReviewPage({ message }: { readonly message: string }) {
  const fetched = useReview(message)
  useLive(fetched.again, message)
  const { value, trouble, again } = fetched
  if (value === null) {
    return (
      <Page key="wait" title={say("review-words")}>
        {trouble === null ? <p role="status">{say("loading")}</p> : <Trouble code={trouble} again={again} />}
        <div class="row">
          <BackButton />
        </div>
      </Page>
    )
  }
  return <Kept key="opened" fetched={value} trouble={trouble} again={again} acted={fetched.acted} />
}

type KeptProperties = {
  readonly fetched: Fetched
  readonly trouble: ErrorCode | null
  readonly again: () => void
  readonly acted: (item: DeskItem | null) => void
}

/** What the last act here brought stands until the letter itself was fetched anew. */
function Kept({ fetched, trouble, again, acted }: KeptProperties) {
  const [changed, setChanged] = useState<DeskItem | null>(null)
  const { review, changes } = fetched
  const item = changed !== null && changed.version >= review.item.version ? changed : review.item
  const take = (now: DeskItem) => {
    acted(now)
    setChanged(now)
    again()
  }
  return (
    <OpenedReview
      review={review}
      item={item}
      changes={changes}
      trouble={trouble}
      onDone={take}
      again={() => {
        acted(null)
        again()
      }}
    />
  )
}
