// SPDX-License-Identifier: EUPL-1.2
/** Holding the one draft that is being written: opened when the page appears, saved when it goes. */
import { useEffect, useState } from "preact/hooks"
import { type ErrorCode, RelayError } from "../../errors.ts"
import type { Draft, DraftContent, DraftState } from "../../relay/drafts.ts"
import { actions } from "../actions.ts"
import { codeOf } from "../elements/trouble/trouble.tsx"
import { signedIn } from "../session.ts"
import { beginning } from "./beginning.ts"

export type Wanted = {
  /** Id of a saved draft; null for a new one. */
  readonly draft: string | null
  /** Id of a returned letter to write anew. */
  readonly supersedes: string | null
}

export type HeldDraft = {
  readonly draft: Draft | null
  readonly content: DraftContent | null
  readonly state: DraftState | null
  readonly trouble: ErrorCode | null
  /** Open it once more, after that failed. */
  readonly again: () => void
  readonly change: (part: Partial<DraftContent>) => void
}

async function openWanted({ draft, supersedes }: Wanted): Promise<Draft> {
  const module = await actions().drafts()
  if (draft === null) return module.newDraft(signedIn(), await beginning(supersedes))
  const saved = (await module.listDrafts(signedIn())).find((one) => one.id === draft)
  if (saved === undefined) throw new RelayError("not-found", "draft")
  return module.openDraft(signedIn(), saved)
}

/** Open the draft that a page is for, and close it (which saves it) when the page goes. */
export function useDraft(wanted: Wanted): HeldDraft {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [content, setContent] = useState<DraftContent | null>(null)
  const [state, setState] = useState<DraftState | null>(null)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    setTrouble(null)
    let held: Draft | undefined
    let gone = false
    let stop: (() => void) | undefined
    const take = (opened: Draft) => {
      if (gone) return void opened.close()
      held = opened
      setContent(opened.content())
      setState(opened.state())
      stop = opened.watch(setState)
      setDraft(() => opened)
    }
    openWanted(wanted).then(take, (error: unknown) => setTrouble(codeOf(error)))
    return () => {
      gone = true
      stop?.()
      void held?.close()
    }
  }, [turn])
  const change = (part: Partial<DraftContent>) => {
    if (draft === null || content === null) return
    const next = { ...content, ...part }
    setContent(next)
    draft.change(next)
  }
  const again = () => setTurn((before) => before + 1)
  return { draft, content, state, trouble, again, change }
}
