// SPDX-License-Identifier: EUPL-1.2
/** What is typed to go with a recording stays with it on this device: not lost by a closed tab, or by another day. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Beside } from "../../../relay/beside.ts"
import { codeOf } from "../../elements/trouble/trouble.tsx"
import { signedIn } from "../../session.ts"
import { filmActions } from "./actions.ts"
import type { Step, Told } from "./film.tsx"

const SAVE_AFTER_MS = 500

type Typed = {
  readonly beside: Beside
  readonly change: (part: Partial<Beside>) => void
  /** Why it is not kept. */
  readonly trouble: ErrorCode | null
}

function asTold({ contentNote, language }: Told): Beside {
  return { captions: "", words: "", note: contentNote, language }
}

async function keep(id: string, beside: Beside): Promise<void> {
  await (await filmActions().film()).keepBeside(signedIn(), id, beside)
}

/** A file stays where it is, and nothing with it. */
export function useBeside(told: Told, step: Extract<Step, { at: "look" }>): Typed {
  const recorded = step.material.kind === "recording" ? step.material.recorded : null
  const [beside, setBeside] = useState<Beside>(step.beside ?? recorded?.beside ?? asTold(told))
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const isNew = useRef(step.beside !== undefined)
  const save = () => {
    if (recorded === null || !isNew.current) return
    isNew.current = false
    keep(recorded.id, beside).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(codeOf(error)),
    )
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const soon = setTimeout(() => latest.current(), SAVE_AFTER_MS)
    return () => clearTimeout(soon)
  }, [beside])
  useEffect(() => () => latest.current(), [])
  const change = (part: Partial<Beside>) => {
    isNew.current = true
    setBeside((before) => ({ ...before, ...part }))
  }
  return { beside, change, trouble }
}
