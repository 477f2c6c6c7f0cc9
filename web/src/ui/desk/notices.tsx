// SPDX-License-Identifier: EUPL-1.2
/** Changes of keys and mediators, and a list that ends, in a mediator's words. */
import type { Notice as TrustNotice } from "../../relay/trust.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { go } from "../place.ts"
import { shortId } from "../short-id.ts"
import { whoWords } from "./naming.ts"

type Words = { readonly title: string; readonly text: string }

function wordsOf(notice: TrustNotice): Words {
  switch (notice.kind) {
    case "key-changed":
      return {
        title: say("desk-notice-key-changed"),
        text: say("desk-notice-key-changed-text", {
          person: whoWords(notice.person),
          case: shortId(notice.case),
        }),
      }
    case "mediators-changed":
      return {
        title: say("desk-notice-mediators-changed"),
        text: say("desk-notice-mediators-changed-text", { case: shortId(notice.case) }),
      }
    case "changes-withheld":
      return {
        title: say("desk-notice-changes-withheld"),
        text: say("desk-notice-changes-withheld-text", { case: shortId(notice.case) }),
      }
    case "case-closed":
    case "case-reopened":
      return {
        title: say(`desk-notice-${notice.kind}`, { case: shortId(notice.case) }),
        text: say(`desk-notice-${notice.kind}-text`),
      }
    case "directory-ends":
      return {
        title: say("desk-notice-directory-ends", { days: notice.days }),
        text: say("desk-notice-directory-ends-text"),
      }
  }
}

type Changed = Extract<TrustNotice, { readonly kind: "mediators-changed" }>

function Comings({ notice }: { readonly notice: Changed }) {
  const { came, left } = notice
  const all = (people: readonly string[]) => people.map(shortId).join(", ")
  return (
    <>
      {came.length > 0 && <p>{say("desk-notice-mediators-came", { who: all(came) })}</p>}
      {left.length > 0 && <p>{say("desk-notice-mediators-left", { who: all(left) })}</p>}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "handover", case: notice.case })}>
          {say("desk-notice-mediators-see")}
        </Button>
      </div>
    </>
  )
}

export function DeskNotices({ notices }: { readonly notices: readonly TrustNotice[] }) {
  return notices.map((notice) => {
    const { title, text } = wordsOf(notice)
    return (
      <Notice key={JSON.stringify(notice)} tone="care" title={title}>
        <p>{text}</p>
        {notice.kind === "mediators-changed" && <Comings notice={notice} />}
      </Notice>
    )
  })
}
