// SPDX-License-Identifier: EUPL-1.2
/** Whether what somebody told may be written down in a case, and what is said where its rules do not open that way. */
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"

/** True where the case's verified policy opens the channel of told words. */
export function mayTell(caseId: string): boolean {
  return signedIn().trust.channels(caseId).includes("relayed")
}

export function TellingShut() {
  return (
    <Notice title={say("tell-shut")}>
      <p>{say("tell-shut-how")}</p>
    </Notice>
  )
}
