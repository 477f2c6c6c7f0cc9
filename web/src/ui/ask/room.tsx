// SPDX-License-Identifier: EUPL-1.2
/**
 * Asking to take part: a page for somebody without an account, or for staff who pass a request on.
 *
 * It takes no word before it has made sure for whom it would be sealed. What was written lives in this page
 * only: leaving it, or sending, forgets everything.
 */

import { useState } from "preact/hooks"
import { ASK } from "../../locales/ask.ts"
import type { Asking, Programme, SealedAsking } from "../../relay/ask.ts"
import { actions } from "../actions.ts"
import { type Doing, useDoing, useLoaded } from "../doing.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { Telephone } from "../elements/support/support.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { withWords } from "../lazy.tsx"
import { Page } from "../page.tsx"
import { setting } from "../settings.ts"
import { askActions } from "./actions.ts"
import { AskForm } from "./ask.tsx"
import { Done } from "./done.tsx"
import { ReferForm } from "./refer.tsx"
import "./ask.css"

/** Hand in what was written; the same words again are the same request. */
function useHandingIn(programme: Programme | null) {
  const [sealed, setSealed] = useState<{ readonly asking: string; readonly as: SealedAsking } | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const doing = useDoing()
  const send = (asking: Asking) =>
    doing.run(async () => {
      if (programme === null) return
      const [ports, module] = await Promise.all([actions().ports(), askActions().ask()])
      const words = JSON.stringify(asking)
      const as = sealed?.asking === words ? sealed.as : await module.sealAsking(ports, programme, asking)
      setSealed({ asking: words, as })
      await module.handIn(ports, as)
      setSealed(null)
      setReceipt(as.receipt)
    })
  return { doing, receipt, send }
}

export function AskRoom({ staff }: { readonly staff: boolean }) {
  const found = useLoaded(async () => {
    const [ports, module] = await Promise.all([actions().ports(), askActions().ask()])
    return module.programmeToAsk(ports, setting("fingerprint"))
  })
  const { doing, receipt, send } = useHandingIn(found.value)
  if (receipt !== null) return <Done key="done" receipt={receipt} staff={staff} />
  if (found.trouble === "offline") {
    return (
      <Page title={say(staff ? "refer-title" : "ask-title")}>
        <Trouble code={found.trouble} again={found.again} />
      </Page>
    )
  }
  if (found.trouble !== null) return <Closed />
  const ready = found.value !== null
  return staff ? <ReferForm {...{ doing, ready, send }} /> : <AskForm {...{ doing, ready, send }} />
}

export type FormOf = {
  readonly doing: Doing
  /** True once it is known for whom it would be sealed. */
  readonly ready: boolean
  readonly send: (asking: Asking) => void
}

function Closed() {
  const phone = setting("phone")
  return (
    <Page key="closed" title={say("ask-closed-title")}>
      <Notice tone="care">
        <p>{say(phone ? "ask-closed-text" : "ask-closed-text-plain")}</p>
        {phone && (
          <p>
            <Telephone number={phone} />
          </p>
        )}
      </Notice>
    </Page>
  )
}

/** The room, once its words are here. */
export const askRoom = () => withWords(AskRoom, ASK)
