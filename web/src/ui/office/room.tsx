// SPDX-License-Identifier: EUPL-1.2
/** The programme manager's room: nothing is drawn before the key file is open. */
import { DESK } from "../../locales/desk.ts"
import { ENROL } from "../../locales/enrol.ts"
import { OFFICE } from "../../locales/office.ts"
import { useFoundFocus } from "../found-focus.ts"
import { lazyPage, withWords } from "../lazy.tsx"
import type { Place } from "../place.ts"
import { Day } from "./day.tsx"
import { OfficeDoor } from "./door.tsx"
import { useElsewhere } from "./fresh.ts"
import { desk } from "./held.ts"
import { OfficeNav } from "./nav.tsx"
import { Supervision } from "./supervision.tsx"

const Requests = lazyPage([], () => import("./requests.tsx").then((module) => module.Requests))
const Staff = lazyPage([ENROL], () => import("./staff.tsx").then((module) => module.Staff))
const Cases = lazyPage([], () => import("./cases.tsx").then((module) => module.Cases))

export function OfficeRoom({ there }: { readonly there: Place }) {
  useFoundFocus()
  if (desk.value === null) return <OfficeDoor />
  return <Inside there={there} />
}

function Inside({ there }: { readonly there: Place }) {
  useElsewhere()
  return (
    <>
      <OfficeNav />
      <At there={there} />
    </>
  )
}

function At({ there }: { readonly there: Place }) {
  switch (there.at) {
    case "supervision":
      return <Supervision />
    case "requests":
      return <Requests />
    case "staff":
      return <Staff />
    case "office-cases":
      return <Cases />
    default:
      return <Day />
  }
}

/** The room, once its words are here. */
export const officeRoom = () => withWords(OfficeRoom, OFFICE, DESK)

/** The way in, for who is not signed in yet: fetched with the room, so that nobody else's browser holds it. */
export const officeDoor = () => withWords(OfficeDoor, OFFICE)
