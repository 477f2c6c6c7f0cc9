// SPDX-License-Identifier: EUPL-1.2
/** The interpreter's room: what a mediator let them in to, and nothing else. */

import { ENROL } from "../../locales/enrol.ts"
import { INTERPRETER } from "../../locales/interpreter.ts"
import { MADE } from "../../locales/made.ts"
import { useFoundFocus } from "../found-focus.ts"
import { say } from "../language.ts"
import { lazily, lazyPage, withWords } from "../lazy.tsx"
import { Page } from "../page.tsx"
import type { Place } from "../place.ts"
import { signedIn } from "../session.ts"
import { Settled } from "../settled.tsx"
import { WorkList } from "./work-list.tsx"

const Waiting = lazily([ENROL], () => import("../enrol/waiting.tsx").then((module) => module.Waiting))
const Granted = lazyPage([MADE], () => import("./granted.tsx").then((module) => module.Granted))

export function InterpreterRoom({ there }: { readonly there: Place }) {
  useFoundFocus()
  if (signedIn().trust.state() === "unanchored") {
    return (
      <Page title={say("title")}>
        <Waiting ticket={null} />
      </Page>
    )
  }
  return (
    <Settled>
      {there.at === "granted" ? <Granted key={there.message} message={there.message} /> : <WorkList />}
    </Settled>
  )
}

/** The room, once its words are here. */
export const interpreterRoom = () => withWords(InterpreterRoom, INTERPRETER)
