// SPDX-License-Identifier: EUPL-1.2
/** Which page stands at which place; each room is fetched when somebody goes there. */

import type { VNode } from "preact"
import { ENROL } from "../locales/enrol.ts"
import { Frame } from "./frame.tsx"
import { lazyPage } from "./lazy.tsx"
import { type Place, place } from "./place.ts"
import { session } from "./session.ts"
import { Landing } from "./start/landing.tsx"
// Here from the beginning: a session also ends where nothing can be fetched.
import { SignedOut } from "./start/out.tsx"

const SignIn = lazyPage([], () => import("./start/sign-in.tsx").then((module) => module.SignIn))
const SignInByLink = lazyPage([], () => import("./start/link.tsx").then((module) => module.SignInByLink))
const Enrol = lazyPage([ENROL], () => import("./enrol/enrol.tsx").then((module) => module.Enrol))
// A room names its own words, so that nobody's browser even knows of another room's.
const Ask = lazyPage([], () => import("./ask/room.tsx").then((room) => room.askRoom()))
const Participant = lazyPage([], () =>
  import("./participant/room.tsx").then((room) => room.participantRoom()),
)
const Desk = lazyPage([], () => import("./desk/room.tsx").then((room) => room.deskRoom()))
const Interpreter = lazyPage([], () =>
  import("./interpreter/room.tsx").then((room) => room.interpreterRoom()),
)
const OfficeDoor = lazyPage([], () => import("./office/room.tsx").then((room) => room.officeDoor()))
const Office = lazyPage([], () => import("./office/room.tsx").then((room) => room.officeRoom()))

function outside(there: Place): VNode | null {
  switch (there.at) {
    case "start":
      return <Landing />
    case "sign-in":
      return <SignIn />
    case "link":
      return <SignInByLink fragment={there.fragment} />
    case "office-door":
      return <OfficeDoor />
    case "enrol":
      return <Enrol fragment={there.fragment} />
    case "ask":
      return <Ask key={`ask ${there.staff}`} staff={there.staff} />
    case "out":
      return <SignedOut idle={there.idle} />
    default:
      return null
  }
}

function Room({ there }: { readonly there: Place }) {
  const now = session.value
  const page = outside(there)
  if (page !== null) return page
  if (now === null) return <SignedOut idle={false} />
  if (now.role === "mediator") return <Desk there={there} />
  if (now.role === "interpreter") return <Interpreter there={there} />
  if (now.role === "manager") return <Office there={there} />
  return <Participant there={there} />
}

export function App() {
  const there = place.value
  return (
    <Frame>
      <Room there={there} />
    </Frame>
  )
}
