// SPDX-License-Identifier: EUPL-1.2
/** Changes of keys and mediators, and a list that ends, in a mediator's words. */
import type { Notice as TrustNotice } from "../../relay/trust.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { shortId } from "./naming.ts"

type Words = { readonly title: string; readonly text: string }

function wordsOf(notice: TrustNotice): Words {
  switch (notice.kind) {
    case "key-changed":
      return {
        title: say("desk-notice-key-changed"),
        text: say("desk-notice-key-changed-text", {
          person: shortId(notice.person),
          case: shortId(notice.case),
        }),
      }
    case "mediators-changed":
      return {
        title: say("desk-notice-mediators-changed"),
        text: say("desk-notice-mediators-changed-text", { case: shortId(notice.case) }),
      }
    case "directory-ends":
      return {
        title: say("desk-notice-directory-ends", { days: notice.days }),
        text: say("desk-notice-directory-ends-text"),
      }
  }
}

export function DeskNotices({ notices }: { readonly notices: readonly TrustNotice[] }) {
  return notices.map((notice) => {
    const { title, text } = wordsOf(notice)
    return (
      <Notice key={`${title}${text}`} tone="care" title={title}>
        <p>{text}</p>
      </Notice>
    )
  })
}
