// SPDX-License-Identifier: EUPL-1.2
/** Live changes: what a page shows is fetched anew when the relay says that something of one's own view changed. */
import { useEffect, useRef } from "preact/hooks"
import { actions } from "./actions.ts"
import { signedIn } from "./session.ts"

/**
 * Call `again` after every change, and when the line comes back, for as long as the page is drawn.
 *
 * `about`: hear only of this message.
 */
export function useLive(again: () => void, about?: string): void {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    const now = () => latest.current()
    const begin = async () => {
      const { listen } = await actions().events()
      if (gone) return
      stop = listen(signedIn(), {
        onChange: ({ id }) => (about === undefined || id === about) && now(),
        onLink: (up) => up && now(),
      })
    }
    void begin()
    return () => {
      gone = true
      stop?.()
    }
  }, [about])
}
