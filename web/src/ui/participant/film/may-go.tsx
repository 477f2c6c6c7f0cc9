// SPDX-License-Identifier: EUPL-1.2
/** What is kept on a device is kept as long as its browser keeps it: where that is not for certain, it is said. */
import { useLoaded } from "../../doing.ts"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { filmActions } from "./actions.ts"

export function MayGo() {
  const found = useLoaded(async () => (await filmActions().film()).mayGo(signedIn()))
  return found.value === true ? <p class="soft">{say("film-may-go")}</p> : null
}
