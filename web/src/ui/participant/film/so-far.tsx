// SPDX-License-Identifier: EUPL-1.2
/** For how long one has been recording, without the pauses; nobody is told each second aloud. */
import { useEffect, useRef, useState } from "preact/hooks"
import { say } from "../../language.ts"

const EACH_MILLISECONDS = 500

export function SoFar({ paused }: { readonly paused: boolean }) {
  const [seconds, setSeconds] = useState(0)
  const before = useRef(0)
  useEffect(() => {
    if (paused) return
    const [began, already] = [performance.now(), before.current]
    const count = () => {
      before.current = already + performance.now() - began
      setSeconds(Math.floor(before.current / 1000))
    }
    const each = setInterval(count, EACH_MILLISECONDS)
    return () => {
      clearInterval(each)
      count()
    }
  }, [paused])
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  return (
    <p class="soft" role="timer">
      {say("film-so-far", { time })}
    </p>
  )
}
