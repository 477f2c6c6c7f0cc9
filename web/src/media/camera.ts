// SPDX-License-Identifier: EUPL-1.2
/** Camera and microphone: opened, listened to, and recorded in slices of one second; every refusal has a code. */
import { type ErrorCode, RelayError } from "../errors.ts"
import { BITS_A_SECOND, FILM_FORMATS, recordable, VOICE_FORMATS } from "./formats.ts"

/** Enough to see a face, and little enough for a slow line. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: "user" }
const SOUND = { echoCancellation: true, noiseSuppression: true }
const BITS_PER_SECOND = {
  videoBitsPerSecond: BITS_A_SECOND.picture,
  audioBitsPerSecond: BITS_A_SECOND.sound,
}
const SLICE_MILLISECONDS = 1000

const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  NotFoundError: "camera-missing",
  OverconstrainedError: "camera-missing",
  NotAllowedError: "camera-refused",
  SecurityError: "camera-refused",
  NotReadableError: "camera-busy",
  AbortError: "camera-busy",
}

/** Open the microphone, and the camera for a film. Throws `camera-missing`, `camera-refused`, `camera-busy`, `cannot-record`. */
export async function openCamera(
  { picture }: { readonly picture: boolean },
  devices: Pick<MediaDevices, "getUserMedia"> | undefined = navigator.mediaDevices,
): Promise<MediaStream> {
  if (devices === undefined) throw new RelayError("cannot-record", "no media devices")
  try {
    return await devices.getUserMedia({ audio: SOUND, video: picture ? PICTURE : false })
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ""
    throw new RelayError(REFUSALS[name] ?? "cannot-record", `the browser said ${name}`, { cause })
  }
}

/** Let go of camera and microphone, so that their lights go out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Hear about the microphone a few times a second: 0 for silence, 1 for loud. The answer stops it. */
export function listenIn(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    tell(Math.max(...samples.map(Math.abs)))
  }, 250)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

export type Recorder = {
  /** What it makes: media type with codecs. */
  readonly type: string
  /** Begin; each slice is handed over as it comes, and a refusal to keep one ends the recording. */
  readonly start: (keep: (slice: Blob) => Promise<void>) => void
  /** Take nothing in until `resume`; what was said before is handed over at once. */
  readonly pause: () => void
  readonly resume: () => void
  /** End, once the last slice is kept. Throws what `keep` threw. */
  readonly stop: () => Promise<void>
  /** Settles as `stop` does, also where it ends by itself: nothing more is kept, or the camera is gone. */
  readonly over: Promise<void>
}

/** Return a recorder of what a camera shows. Throws `cannot-record`. */
export function recorderOf(stream: MediaStream): Recorder {
  if (!("MediaRecorder" in globalThis)) throw new RelayError("cannot-record", "no recorder")
  const formats = stream.getVideoTracks().length > 0 ? FILM_FORMATS : VOICE_FORMATS
  const type = recordable(formats, (format) => MediaRecorder.isTypeSupported(format))
  const recorder = new MediaRecorder(stream, { mimeType: type, ...BITS_PER_SECOND })
  let kept: Promise<void> = Promise.resolve()
  const ended = new Promise<void>((resolve) =>
    recorder.addEventListener("stop", () => resolve(), { once: true }),
  )
  const over = ended.then(() => kept)
  over.catch(() => undefined)
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop()
  }
  return {
    type,
    start: (keep) => {
      recorder.addEventListener("dataavailable", ({ data }) => {
        if (data.size === 0) return
        kept = kept.then(() => keep(data))
        kept.catch(stop)
      })
      recorder.start(SLICE_MILLISECONDS)
    },
    pause: () => {
      if (recorder.state !== "recording") return
      recorder.requestData()
      recorder.pause()
    },
    resume: () => {
      if (recorder.state === "paused") recorder.resume()
    },
    stop: async () => {
      stop()
      await over
    },
    over,
  }
}
