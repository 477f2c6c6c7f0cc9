// SPDX-License-Identifier: EUPL-1.2
/** What a new letter or film begins with: its case, whom it is for, and what it takes the place of. */
import type { DraftContent } from "../../relay/drafts.ts"
import { actions } from "../actions.ts"
import { language } from "../language.ts"
import { caseIds, signedIn } from "../session.ts"

function blank(): DraftContent {
  const [first = ""] = caseIds()
  return {
    case: first,
    addressee: null,
    text: "",
    language: language.value,
    contentNote: "",
    supersedes: null,
  }
}

/** Begin anew, or from what came back. `returned`: the id of a returned message of one's own. */
export async function beginning(returned: string | null): Promise<DraftContent> {
  if (returned === null) return blank()
  return (await actions().drafts()).takenOver(signedIn(), returned)
}
