// SPDX-License-Identifier: EUPL-1.2
/** Something that takes a while and may be refused: once at a time, its refusal kept in words, what was typed kept too. */

import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../errors.ts"
import { ERRORS } from "../locales/errors.ts"
import { codeOf } from "./elements/trouble/trouble.tsx"
import { needWords } from "./language.ts"

export type Doing = {
  readonly busy: boolean
  readonly trouble: ErrorCode | null
  /** Do it, unless something is being done. */
  readonly run: (work: () => Promise<void>) => void
  readonly clear: () => void
}

/** Have the words for a refusal at hand, so that they can be read when the line is down. */
function useRefusals(): void {
  useEffect(() => {
    needWords(ERRORS).catch(() => {})
  }, [])
}

/** One thing at a time. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const working = useRef(0)
  useRefusals()
  const attempt = async (work: () => Promise<void>) => {
    working.current += 1
    setBusy(true)
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(codeOf(error))
    } finally {
      working.current -= 1
      setBusy(false)
    }
  }
  const run = (work: () => Promise<void>) => {
    if (working.current === 0) void attempt(work)
  }
  return { busy, trouble, run, clear: () => setTrouble(null) }
}

export type Loaded<T> = {
  readonly value: T | null
  readonly trouble: ErrorCode | null
  readonly again: () => void
}

/** Fetch what a page shows, and again when asked, or when `about` is another. */
export function useLoaded<T>(fetchIt: () => Promise<T>, about?: string | number): Loaded<T> {
  const [value, setValue] = useState<T | null>(null)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const [turn, setTurn] = useState(0)
  useRefusals()
  useEffect(() => {
    let wanted = true
    fetchIt().then(
      (found) => {
        if (!wanted) return
        setValue(() => found)
        setTrouble(null)
      },
      (error: unknown) => wanted && setTrouble(codeOf(error)),
    )
    return () => {
      wanted = false
    }
  }, [turn, about])
  return { value, trouble, again: () => setTurn((before) => before + 1) }
}
