// SPDX-License-Identifier: EUPL-1.2
/** Changes of keys and mediators, which nobody may learn of by accident. */
import type { Notice as TrustNotice } from "../../relay/trust.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"

function titleOf(notice: TrustNotice): string {
  return notice.kind === "directory-ends"
    ? say("notice-directory-ends", { days: notice.days })
    : say(`notice-${notice.kind}`)
}

export function KeyNotices({ notices }: { readonly notices: readonly TrustNotice[] }) {
  return notices.map((notice) => (
    <Notice
      key={`${notice.kind}${"person" in notice ? notice.person : ""}`}
      tone="care"
      title={titleOf(notice)}
    >
      <p>{say(`notice-${notice.kind}-text`)}</p>
    </Notice>
  ))
}
