// SPDX-License-Identifier: EUPL-1.2
/** The interpreter's room: what a mediator let them in to, and nothing else. */
import { say } from "../language.ts"
import { lazily } from "../lazy.tsx"
import { Page } from "../page.tsx"
import type { Place } from "../place.ts"
import { signedIn } from "../session.ts"
import { Settled } from "../settled.tsx"
import { WorkList } from "./work-list.tsx"

const Waiting = lazily(["enrol"], () => import("../enrol/waiting.tsx").then((module) => module.Waiting))
const Granted = lazily(["made"], () => import("./granted.tsx").then((module) => module.Granted))

export function InterpreterRoom({ there }: { readonly there: Place }) {
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
