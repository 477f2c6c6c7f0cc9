// SPDX-License-Identifier: EUPL-1.2
/** The version that was returned, with its marks, beside the new one; and the way from one to the other. */
import type { Review } from "../../../relay/desk.ts"
import type { EarlierVersion } from "../../../relay/versions.ts"
import type { Mark } from "../../../review/passages.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Marked } from "../../elements/marked/marked.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { useLive } from "../../live.ts"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"

/** The marks and words of the last return. */
export function lastReturn({ earlier }: Pick<Review, "earlier">): {
  readonly marks: readonly Mark[]
  readonly words: string
} {
  const note = earlier.findLast(({ what }) => what === "return")?.note ?? null
  return { marks: note?.kind === "marked" ? note.marks : [], words: note?.words ?? "" }
}

function Before({ version }: { readonly version: EarlierVersion }) {
  const { review } = version
  if (review === null) return <p>{say("version-gone")}</p>
  const { marks, words } = lastReturn(review)
  return (
    <>
      {words !== "" && (
        <Notice title={say("version-said", { day: writtenDate(review.item.day) })}>
          <p class="note-words" translate={false} dir="auto">
            {words}
          </p>
        </Notice>
      )}
      <Marked text={review.text} language={review.language} label={say("version-before")} marks={marks} />
    </>
  )
}

/** Drawn only beside open words: the earlier version is a letter too. */
export function VersionBefore({ review }: { readonly review: Review }) {
  const found = useLoaded(async () => (await deskActions().versions()).earlierVersion(signedIn(), review))
  return (
    <section class="stack" aria-labelledby="version-title">
      <h2 id="version-title">{say("version-before")}</h2>
      <Trouble code={found.trouble} again={found.again} />
      {found.value !== null && <Before version={found.value} />}
    </section>
  )
}

/** On a returned letter: where it was written anew, as soon as it is. */
export function VersionAfter({ review }: { readonly review: Review }) {
  const found = useLoaded(async () => (await deskActions().versions()).laterVersion(signedIn(), review))
  // Any change may be the new version: its id is not known before.
  useLive(found.again)
  const { value } = found
  if (value === null) return null
  return (
    <Notice title={say("version-after")}>
      <div class="row">
        <Button onPress={() => go({ at: "review", message: value })}>{say("version-open")}</Button>
      </div>
    </Notice>
  )
}
