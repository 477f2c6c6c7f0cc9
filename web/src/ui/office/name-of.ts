// SPDX-License-Identifier: EUPL-1.2
/** How whoever asked to take part may be called: by the name they gave, or by their receipt number. */
import type { Request } from "../../relay/inbox.ts"
import { say } from "../language.ts"

export function nameOf({ asking, receipt }: Request): string {
  if (asking === null) return say("request-no-words", { receipt })
  const name = asking.who === "staff" ? asking.person : asking.name
  return name === "" ? say("request-no-name", { receipt }) : name
}
