// SPDX-License-Identifier: EUPL-1.2
/** Live changes: what a page shows is fetched anew when the relay says that something of one's own view changed. */
import { useEffect, useRef } from "preact/hooks"
import { actions } from "./actions.ts"
import { signedIn } from "./session.ts"

/** Call `again` after every change, and when the line comes back, for as long as the page is drawn. */
export function useLive(again: () => void): void {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    const now = () => latest.current()
    void actions()
      .events()
      .then(({ listen }) => {
        if (!gone) stop = listen(signedIn(), { onChange: now, onLink: (up) => up && now() })
      })
    return () => {
      gone = true
      stop?.()
    }
  }, [])
}
