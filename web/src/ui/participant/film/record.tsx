// SPDX-License-Identifier: EUPL-1.2
/** Camera and microphone are looked over first; then it is recorded, and sealed on this device as it comes. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Recorder } from "../../../media/camera.ts"
import type { Recording } from "../../../relay/recording.ts"
import { type Doing, useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { codeOf, Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { filmActions } from "./actions.ts"
import { useAwake } from "./awake.ts"
import type { Step } from "./film.tsx"
import { presence } from "./presence.ts"
import { SoFar } from "./so-far.tsx"

/** With less room than this, it is said beforehand how much there is. */
const AMPLE_MINUTES = 60
/** Too few to be at ease. */
const FEW_MINUTES = 5
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

type Taking = {
  readonly doing: Doing
  readonly running: Running | null
  /** Whether it ended by itself: what was recorded until then is kept. */
  readonly over: boolean
  /** Whether nothing is taken in just now. */
  readonly paused: boolean
  readonly start: () => void
  readonly pauseOrResume: () => void
  readonly stop: () => void
  /** Look at what was kept of it. */
  readonly look: () => void
}

/** One recording, from its first slice to its last. */
function useTaking(stream: MediaStream | null, go: RecordProperties["go"]): Taking {
  const [running, setRunning] = useState<Running | null>(null)
  const [over, setOver] = useState(false)
  const [paused, setPaused] = useState(false)
  const doing = useDoing()
  useStopWhenLeaving(running)
  useAwake(running !== null && !over)
  const look = async (id: string) => {
    const recorded = await (await filmActions().film()).openRecording(signedIn(), id)
    go({ at: "look", material: { kind: "recording", recorded } })
  }
  const end = ({ recorder, recording }: Running) =>
    doing.run(async () => {
      await recorder.stop().finally(recording.close)
      await look(recording.id)
    })
  const start = () =>
    doing.run(async () => {
      if (stream === null) return
      setRunning(await begin(stream))
    })
  useEffect(() => {
    if (running === null) return
    const ended = () => {
      setOver(true)
      end(running)
    }
    running.recorder.over.then(ended, ended)
  }, [running])
  return {
    ...{ doing, running, over, paused, start },
    pauseOrResume: () => {
      if (paused) running?.recorder.resume()
      else running?.recorder.pause()
      setPaused(!paused)
    },
    stop: () => running !== null && end(running),
    look: () => running !== null && doing.run(() => look(running.recording.id)),
  }
}

export function Record({ picture, go }: RecordProperties) {
  const camera = useCamera(picture)
  const room = useLoaded(async () => (await filmActions().film()).minutesToRecord(signedIn(), { picture }))
  const taking = useTaking(camera.stream, go)
  const { running, over, paused } = taking
  return (
    <div class="stack">
      {(running === null || over) && <Beforehand minutes={room.value} picture={picture} />}
      <Trouble code={camera.trouble} again={camera.again} />
      {camera.stream && <Seen stream={camera.stream} picture={picture} />}
      <Ended {...taking} />
      {/* Above what changes: a button that is about to be pressed does not move. */}
      <div class="film-buttons">
        {camera.stream && room.value !== 0 && !over && <StartOrStop {...taking} />}
        {(running === null || over) && <Away refused={camera.trouble !== null} go={go} />}
      </div>
      {camera.stream && !over && (
        <div class="film-now">
          <p role="status">{say(wordOf(taking, camera.heard))}</p>
          {running !== null && <SoFar paused={paused} />}
        </div>
      )}
    </div>
  )
}

type AwayProperties = Pick<RecordProperties, "go"> & { readonly refused: boolean }

/** Without a camera there are still one's voice, and files: nobody has to give up for it. */
function Away({ refused, go }: AwayProperties) {
  return <Button onPress={() => go({ at: "choose" })}>{say(refused ? "film-other" : "film-leave")}</Button>
}

/** Why it ended by itself, and what is kept. */
function Ended({ doing, over, look }: Taking) {
  return (
    <>
      {over && doing.trouble !== null && (
        <Notice tone="care" title={say("film-stopped")}>
          <p>{say("film-stopped-kept")}</p>
        </Notice>
      )}
      <Trouble code={doing.trouble} />
      {over && (
        <div class="row">
          <Button kind="main" busy={doing.busy} onPress={look}>
            {say("film-left-use")}
          </Button>
        </div>
      )}
    </>
  )
}

function StartOrStop({ doing, running, paused, start, stop, pauseOrResume }: Taking) {
  return (
    <>
      <Button kind="main" busy={doing.busy} onPress={running ? stop : start}>
        {say(running ? "film-stop" : "film-start")}
      </Button>
      {running !== null && !doing.busy && (
        <Button onPress={pauseOrResume}>{say(paused ? "film-resume" : "film-pause")}</Button>
      )}
    </>
  )
}

/** What is worth knowing before one speaks; while one does, only the picture and the buttons are there. */
function Beforehand(properties: RoomProperties) {
  return (
    <>
      <p>{say("film-private")}</p>
      {!signedIn().privateDevice && <p>{say("film-shared")}</p>}
      <Room {...properties} />
    </>
  )
}

type RoomProperties = { readonly minutes: number | null; readonly picture: boolean }

/** For how long there is room, where that is not amply enough; said before anything is recorded. */
function Room({ minutes, picture }: RoomProperties) {
  if (minutes === null || minutes >= AMPLE_MINUTES) return null
  if (minutes === 0) return <Trouble code="no-room" />
  if (minutes >= FEW_MINUTES) return <p class="soft">{say("film-room", { minutes })}</p>
  return (
    <Notice tone="care" title={say("film-room", { minutes })}>
      <p>{say(picture ? "film-room-little" : "film-room-little-voice")}</p>
    </Notice>
  )
}

function wordOf({ running, paused }: Taking, heard: boolean) {
  if (paused) return "film-paused"
  if (running !== null) return "film-recording"
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
  return <video ref={video} class="film-mirror" aria-label={say("film-camera")} muted autoplay playsInline />
}
