// SPDX-License-Identifier: EUPL-1.2
/** A page about one letter that a mediator opened: fetched, verified, and gone when the letter is. */
import type { ComponentChildren } from "preact"
import type { Review } from "../../../relay/desk.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { useLive } from "../../live.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { HideButton } from "../care/care.tsx"
import "../desk.css"

/** Refusals after which the words must not stay on the page. */
const GONE = ["withdrawn", "not-found", "forbidden", "key-destroyed"]

export type WithReviewProperties = {
  readonly message: string
  readonly title: string
  readonly wide?: boolean
  readonly children: (review: Review, again: () => void) => ComponentChildren
}

export function WithReview({ message, title, wide, children }: WithReviewProperties) {
  const fetched = useLoaded(async () => (await deskActions().desk()).openForReview(signedIn(), message))
  useLive(fetched.again, message)
  const { value, trouble, again } = fetched
  const gone = trouble !== null && GONE.includes(trouble)
  return (
    <Page key={value === null ? "wait" : "shown"} title={title} {...(wide ? { wide } : {})}>
      {value === null && trouble === null && <p role="status">{say("loading")}</p>}
      <Trouble code={trouble} {...(gone ? {} : { again })} />
      {value !== null && !gone && (
        <>
          <HideButton />
          {children(value, again)}
        </>
      )}
      <BackToLetter message={message} />
    </Page>
  )
}

function BackToLetter({ message }: { readonly message: string }) {
  return (
    <div class="row no-print">
      <Button kind="quiet" onPress={() => go({ at: "review", message })}>
        {say("making-to-letter")}
      </Button>
    </div>
  )
}
