// SPDX-License-Identifier: EUPL-1.2
/** A code to hand over: in groups to say by telephone, and on a sheet that says nothing of what it is for. */
import { useEffect } from "preact/hooks"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Qr } from "../elements/qr/qr.tsx"
import { Groups } from "../elements/words/words.tsx"
import { say, writtenDay } from "../language.ts"
import { sideWithin } from "./naming.ts"
import type { Made } from "./people.tsx"

export type TicketSheetProperties = { readonly made: Made; readonly onClose: () => void }

export function TicketSheet({ made, onClose }: TicketSheetProperties) {
  const { ticket, side } = made
  useEffect(() => {
    document.documentElement.classList.add("printing-ticket")
    return () => document.documentElement.classList.remove("printing-ticket")
  }, [])
  return (
    <>
      <Notice tone="done" live="polite" title={say("ticket-title", { side: sideWithin(side) })}>
        <p>{say("ticket-once", { day: writtenDay(ticket.expiresAt) })}</p>
        <p>{say("ticket-by-hand")}</p>
        <p>{say(ticket.kept ? "ticket-kept" : "ticket-not-kept")}</p>
      </Notice>
      <div class="ticket stack">
        <h3>{say("ticket-sheet-title")}</h3>
        <Groups code={ticket.typed} label={say("ticket-code")} />
        <Qr text={ticket.link} label={say("ticket-qr")} />
        <ol>
          <li>{say("ticket-sheet-1")}</li>
          <li>{say("ticket-sheet-2")}</li>
          <li>{say("ticket-sheet-3")}</li>
        </ol>
        <p>
          {say("ticket-sheet-address")}
          <br />
          <span class="fingerprint">{new URL(ticket.link).origin}</span>
        </p>
      </div>
      <div class="row no-print">
        <Button onPress={() => globalThis.print()}>{say("ticket-print")}</Button>
        <Button kind="quiet" onPress={onClose}>
          {say("close")}
        </Button>
      </div>
    </>
  )
}
