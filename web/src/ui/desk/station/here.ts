// SPDX-License-Identifier: EUPL-1.2
/** Whether a station served this page, and whose vault is open there. */
import { signedIn } from "../../session.ts"
import { setting } from "../../settings.ts"

/** `none`: the relay's own page, or a desk without a vault. `another`: somebody else's vault is open. */
export function stationHere(): "none" | "mine" | "another" {
  const person = setting("station")
  if (person === "") return "none"
  return person === signedIn().person ? "mine" : "another"
}
