// SPDX-License-Identifier: EUPL-1.2
/** A film on a page: closed, being checked, open, or stopped for a reason; never open when nobody looks. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { Watching } from "../../relay/watch.ts"
import type { Film } from "../../review/contents.ts"
import { codeOf } from "../elements/trouble/trouble.tsx"
import { signedIn } from "../session.ts"
import { watchingActions } from "./actions.ts"

export type Showing =
  | { readonly at: "closed" }
  | { readonly at: "checking" }
  | { readonly at: "open"; readonly source: string; readonly from: number }
  | { readonly at: "stopped"; readonly code: ErrorCode; readonly from: number }

export type Watched = {
  readonly showing: Showing
  readonly open: () => void
  readonly close: () => void
  /** Where it is, in seconds: to go on from there. */
  readonly noteTime: (seconds: number) => void
  /** The browser gave up by itself. */
  readonly onTrouble: (kind: "line" | "unplayable") => void
}

const CLOSED: Showing = { at: "closed" }

export function useWatched(film: Film): Watched {
  const [showing, setShowing] = useState<Showing>(CLOSED)
  const held = useRef<Watching | null>(null)
  const turn = useRef(0)
  const time = useRef(0)
  const drop = () => {
    turn.current += 1
    held.current?.close()
    held.current = null
  }
  const stop = (code: ErrorCode) => {
    drop()
    setShowing({ at: "stopped", code, from: time.current })
  }
  const open = async () => {
    drop()
    const mine = turn.current
    const isWanted = () => mine === turn.current
    setShowing({ at: "checking" })
    try {
      const { watch } = await watchingActions().watch()
      const onStopped = (code: ErrorCode) => isWanted() && stop(code)
      const watching = await watch(signedIn(), film, { onStopped })
      if (!isWanted()) return watching.close()
      held.current = watching
      setShowing({ at: "open", source: watching.source, from: time.current })
    } catch (error) {
      if (isWanted()) stop(codeOf(error))
    }
  }
  useEffect(() => drop, [])
  return {
    showing,
    open: () => void open(),
    close: () => {
      drop()
      time.current = 0
      setShowing(CLOSED)
    },
    noteTime: (seconds) => {
      time.current = seconds
      // Whoever watches does not touch anything, and is there all the same.
      signedIn().touch()
    },
    onTrouble: (kind) => {
      if (held.current !== null) stop(kind === "line" ? "offline" : "film-unplayable")
    },
  }
}
