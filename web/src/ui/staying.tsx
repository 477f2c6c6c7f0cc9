// SPDX-License-Identifier: EUPL-1.2
/** Before a session ends: whether somebody is still there, and what a shared device would lose. Leaving fast asks nothing. */
import { signal } from "@preact/signals"
import { useEffect, useState } from "preact/hooks"
import type { Session } from "../relay/session.ts"
import { Button } from "./elements/button/button.tsx"
import { Dialog } from "./elements/dialog/dialog.tsx"
import { say } from "./language.ts"
import { end, session, warned, wouldLoseRecording } from "./session.ts"

/** Whoever wants to sign out is asked first. */
const asking = signal<Session | null>(null)

/** Sign out; where that would lose a recording, ask first. */
export async function endOrAsk(now: Session): Promise<void> {
  if (await wouldLoseRecording(now)) asking.value = now
  else await end()
}

export function Staying() {
  const now = session.value
  if (now === null) return null
  if (warned.value) return <IdleQuestion now={now} />
  return asking.value === now && <LosingQuestion />
}

function IdleQuestion({ now }: { readonly now: Session }) {
  const [loses, setLoses] = useState(false)
  useEffect(() => void wouldLoseRecording(now).then(setLoses), [now])
  const stay = () => {
    now.touch()
    warned.value = false
  }
  return (
    <Dialog title={say("idle-title")} onCancel={stay}>
      <p>{say("idle-text")}</p>
      {loses && <p>{say("idle-recording")}</p>}
      <Answers onStay={stay} />
    </Dialog>
  )
}

function LosingQuestion() {
  const stay = () => {
    asking.value = null
  }
  return (
    <Dialog title={say("leave-recording-title")} onCancel={stay}>
      <p>{say("idle-recording")}</p>
      <Answers onStay={stay} />
    </Dialog>
  )
}

function Answers({ onStay }: { readonly onStay: () => void }) {
  return (
    <div class="answers">
      <Button onPress={onStay}>{say("idle-stay")}</Button>
      <Button onPress={() => void end()}>{say("idle-leave")}</Button>
    </div>
  )
}
