// SPDX-License-Identifier: EUPL-1.2
/** Camera and microphone are looked over first; then it is recorded, and sealed on this device as it comes. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Recorder } from "../../../media/camera.ts"
import type { Recording } from "../../../relay/recording.ts"
import { useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { codeOf, Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { filmActions } from "./actions.ts"
import type { Step } from "./film.tsx"
import { presence } from "./presence.ts"

/** Louder than a quiet room. */
const HEARD_LEVEL = 0.02

type Camera = {
  readonly stream: MediaStream | null
  readonly heard: boolean
  readonly trouble: ErrorCode | null
  readonly again: () => void
}

/** Hold camera and microphone while the page is there. */
function useCamera(picture: boolean): Camera {
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [heard, setHeard] = useState(false)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    let close = () => {}
    const open = async () => {
      const { openCamera, closeCamera, listenIn } = await filmActions().camera()
      const opened = await openCamera({ picture })
      if (!wanted) return closeCamera(opened)
      const stop = listenIn(opened, (level) => level > HEARD_LEVEL && setHeard(true))
      close = () => {
        stop()
        closeCamera(opened)
      }
      setStream(opened)
    }
    setTrouble(null)
    open().catch((error: unknown) => wanted && setTrouble(codeOf(error)))
    return () => {
      wanted = false
      close()
    }
  }, [turn])
  return { stream, heard, trouble, again: () => setTurn((before) => before + 1) }
}

type Running = { readonly recorder: Recorder; readonly recording: Recording }

async function begin(stream: MediaStream): Promise<Running> {
  const [{ recorderOf }, { beginRecording }] = await Promise.all([
    filmActions().camera(),
    filmActions().film(),
  ])
  const recorder = recorderOf(stream)
  const recording = await beginRecording(signedIn(), recorder.type)
  const here = presence(signedIn())
  recorder.start((slice) => {
    here()
    return recording.add(slice)
  })
  return { recorder, recording }
}

type RecordProperties = { readonly picture: boolean; readonly go: (step: Step) => void }

export function Record({ picture, go }: RecordProperties) {
  const camera = useCamera(picture)
  const [running, setRunning] = useState<Running | null>(null)
  const doing = useDoing()
  useStopWhenLeaving(running)
  const start = () =>
    doing.run(async () => {
      if (camera.stream !== null) setRunning(await begin(camera.stream))
    })
  const stop = () =>
    doing.run(async () => {
      if (running === null) return
      await running.recorder.stop().finally(running.recording.close)
      const recorded = await (await filmActions().film()).openRecording(signedIn(), running.recording.id)
      go({ at: "look", material: { kind: "recording", recorded } })
    })
  return (
    <div class="stack">
      <p>{say("film-private")}</p>
      {!signedIn().privateDevice && <p>{say("film-shared")}</p>}
      <Trouble code={camera.trouble} again={camera.again} />
      {camera.stream && <Seen stream={camera.stream} picture={picture} />}
      {camera.stream && <p role="status">{say(wordOf(running !== null, camera.heard))}</p>}
      {doing.trouble !== null && running !== null && <Notice title={say("film-left")} />}
      <Trouble code={doing.trouble} />
      <div class="row">
        {camera.stream && (
          <Button kind="main" busy={doing.busy} onPress={running ? stop : start}>
            {say(running ? "film-stop" : "film-start")}
          </Button>
        )}
        {running === null && <Button onPress={() => go({ at: "choose" })}>{say("film-leave")}</Button>}
      </div>
    </div>
  )
}

function wordOf(running: boolean, heard: boolean) {
  if (running) return "film-recording"
  return heard ? "film-heard" : "film-unheard"
}

/** Who leaves in the middle keeps what was recorded. */
function useStopWhenLeaving(running: Running | null): void {
  useEffect(() => {
    if (running === null) return
    return () =>
      void running.recorder
        .stop()
        .catch(() => undefined)
        .finally(running.recording.close)
  }, [running])
}

type SeenProperties = { readonly stream: MediaStream; readonly picture: boolean }

/** What the camera sees, without sound, the way round that others see it. */
function Seen({ stream, picture }: SeenProperties) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])
  if (!picture) return null
  return <video ref={video} class="film-picture" aria-label={say("film-camera")} muted autoplay playsInline />
}
