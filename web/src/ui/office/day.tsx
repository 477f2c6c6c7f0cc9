// SPDX-License-Identifier: EUPL-1.2
/** The manager's first page: until when the programme's list counts, and where to go. */
import type { Office } from "../../relay/managing.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { Page } from "../page.tsx"
import { useOffice } from "./held.ts"

/** From so many days before its end on, the list's end is told as something to do. */
const WARN_DAYS = 14

function UntilWhen({ office: { daysLeft, directory } }: { readonly office: Office }) {
  const day = writtenDate(directory.body.valid_until)
  if (daysLeft < 0) return <Notice tone="trouble" title={say("office-list-over", { day })} />
  if (daysLeft < WARN_DAYS)
    return <Notice tone="care" title={say("office-list-soon", { day, days: daysLeft })} />
  return <p>{say("office-list-until", { day })}</p>
}

export function Day() {
  const office = useOffice()
  return (
    <Page title={say("office-title")}>
      <p class="lead">{say("office-lead")}</p>
      <Trouble code={office.trouble} again={office.again} />
      {office.value === null && office.trouble === null && <p role="status">{say("loading")}</p>}
      {office.value && <UntilWhen office={office.value} />}
    </Page>
  )
}
