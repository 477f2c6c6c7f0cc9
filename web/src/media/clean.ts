// SPDX-License-Identifier: EUPL-1.2
/**
 * A film as it may be sealed: one picture and one sound, copied as they are into a container of our own.
 *
 * Nothing is encoded anew. Tags, names, places, times, further tracks and the container they stood in
 * stay behind; how the picture is turned comes along. The result streams out, so a film of any length takes
 * the same memory. What only encoding anew removes is in docs/threat-model.md.
 */
import {
  CustomSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from "mediabunny"
import type { Bytes } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"
import type { SenderPart } from "../protocol/header.ts"
import { bareOf } from "./bitstream.ts"
import { checkBoxes } from "./boxes.ts"
import { endsOf } from "./edits.ts"
import { MAX_FILM_BYTES } from "./formats.ts"
import type { RandomAccess } from "./random_access.ts"

const BEARABLE_LOSS_SECONDS = 0.3
/**
 * Whoever trims a film on a phone often only says where it begins and ends (an edit list), and what lies outside
 * goes along unseen. It stays behind, but for what a decoder needs: a picture's key and a moment of sound before,
 * the few pictures after the end that the last ones are decoded from.
 */
const LEAD_SECONDS = 0.1
/** So many pictures at most are decoded before one that is shown earlier (ISO/IEC 14496-10, A.3.1). */
const MOST_REORDERED = 16
const KEYS = { verifyKeyPackets: true }

/** Where the cleaned bytes go. Positions rise, but for patches near the start and near the end. */
export type Sink = { readonly write: (position: number, bytes: Uint8Array) => Promise<void> }

export type Cleaned = {
  readonly type: SenderPart["type"]
  /** Length of the result. */
  readonly bytes: number
  readonly durationMs: number
  /** As it is shown, turned; 0 where there is only sound. */
  readonly width: number
  readonly height: number
  readonly hasSound: boolean
  readonly hasPicture: boolean
  /** Whether this browser can show it; where it cannot, a station can. */
  readonly playsHere: boolean
}

export type CleanOptions = {
  /** Whether this browser plays a media type with its codecs. */
  readonly plays: (
    type: string,
    size: { readonly width: number; readonly height: number },
  ) => Promise<boolean>
  /** 0 to 1, by time. */
  readonly onProgress?: (done: number) => void
}

/**
 * Copy picture and sound of a film into the sink.
 *
 * Throws `media-empty`, `media-too-large`, `media-unknown` (not a film, whatever its name says),
 * `media-codec` (a film in a form that cannot be kept), `media-broken` (cut off or damaged), `media-edited`
 * (what was cut out is still in it), `media-not-clean`; and whatever the sink throws.
 */
export async function clean(source: RandomAccess, sink: Sink, options: CleanOptions): Promise<Cleaned> {
  if (source.size === 0) throw new RelayError("media-empty", "a file of no bytes")
  if (source.size > MAX_FILM_BYTES) throw new RelayError("media-too-large", `${source.size} bytes`)
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA],
    source: new CustomSource({
      getSize: () => source.size,
      read: source.read,
      prefetchProfile: "fileSystem",
    }),
  })
  try {
    const tracks = await tracksOf(input)
    return await copied({ ...tracks, ends: await endsIn(source, tracks) }, sink, options)
  } finally {
    input.dispose()
  }
}

type Tracks = {
  readonly picture: InputVideoTrack | null
  readonly sound: InputAudioTrack | null
  readonly webm: boolean
}

/** By the number of a track, when what was left of it ends. */
type Ends = ReadonlyMap<number, number>

async function endsIn(source: RandomAccess, { webm }: Tracks): Promise<Ends> {
  return webm ? new Map() : endsOf(source).catch(broken)
}

async function tracksOf(input: Input): Promise<Tracks> {
  const readable = await input.canRead().catch(() => false)
  if (!readable) throw new RelayError("media-unknown", "no container that we know")
  const [picture, sound, format] = await Promise.all([
    input.getPrimaryVideoTrack(),
    input.getPrimaryAudioTrack(),
    input.getFormat(),
  ]).catch(broken)
  // A container with nothing in it lost its table of contents: a transfer that broke off.
  if (picture === null && sound === null) throw new RelayError("media-broken", "neither picture nor sound")
  return { picture, sound, webm: format === WEBM || format === MATROSKA }
}

function broken(cause: unknown): never {
  if (cause instanceof RelayError) throw cause
  throw new RelayError("media-broken", "cut off or damaged", { cause })
}

type Copying = {
  readonly codec: string
  readonly packets: AsyncGenerator<EncodedPacket, void>
  readonly add: (packet: EncodedPacket) => Promise<void>
}

async function copied(
  tracks: Tracks & { readonly ends: Ends },
  sink: Sink,
  { plays, onProgress }: CleanOptions,
): Promise<Cleaned> {
  const { picture, sound, ends } = tracks
  const { output, written } = outputInto(sink, tracks.webm)
  const copying = [
    ...(picture === null ? [] : [await pictureInto(output, picture, ends)]),
    ...(sound === null ? [] : [await soundInto(output, sound, ends)]),
  ]
  const present = [picture, sound].filter((track) => track !== null)
  const timing = await timingOf(present, ends).catch(broken)
  const start = tracks.webm ? timing.start : Math.max(0, timing.start)
  await output.start()
  const end = await copyPackets(copying, start, (seconds) => onProgress?.(shareOf(seconds, timing)))
  // A reader that comes to the end of a cut file stops there and says nothing.
  if (end < (timing.end ?? 0) - BEARABLE_LOSS_SECONDS) broken("it ends early")
  await output.finalize()
  const size = await sizeOf(picture)
  const type = `${picture === null ? "audio" : "video"}/${tracks.webm ? "webm" : "mp4"}` as const
  const codecs = copying.map(({ codec }) => codec).join(", ")
  return {
    ...size,
    type,
    bytes: written(),
    durationMs: Math.round((end - start) * 1000),
    hasSound: sound !== null,
    hasPicture: picture !== null,
    playsHere: await plays(`${type}; codecs="${codecs}"`, size),
  }
}

/** Width and height as the picture is shown; none where there is no picture. */
async function sizeOf(picture: InputVideoTrack | null) {
  if (picture === null) return { width: 0, height: 0 }
  return { width: await picture.getDisplayWidth(), height: await picture.getDisplayHeight() }
}

function outputInto(sink: Sink, webm: boolean) {
  let end = 0
  const write = async ({ position, data }: StreamTargetChunk) => {
    end = Math.max(end, position + data.length)
    await sink.write(position, data)
  }
  const format = webm
    ? new WebMOutputFormat()
    : new Mp4OutputFormat({ fastStart: false, onFtyp: checkBoxes, onMoov: checkBoxes })
  const target = new StreamTarget(new WritableStream({ write }), { chunked: true, chunkSize: 2 ** 20 })
  const output = new Output({ format, target })
  forgetNow(output)
  return { output, written: () => end }
}

/**
 * Mediabunny writes the time of day into an MP4 and has no option to leave it out, so it is taken from
 * where it stands. Should a later version keep it elsewhere, `checkBoxes` refuses every film.
 */
function forgetNow(output: Output): void {
  const muxer: unknown = Reflect.get(output, "_muxer")
  if (typeof muxer === "object" && muxer !== null) Reflect.set(muxer, "creationTime", 0)
}

async function pictureInto(output: Output, track: InputVideoTrack, ends: Ends): Promise<Copying> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig().catch(broken)
  const can = codec !== null && config !== null && output.format.getSupportedVideoCodecs().includes(codec)
  if (!can) throw new RelayError("media-codec", "a picture that cannot be kept")
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation(), flip: await track.getFlip() })
  const sink = new EncodedPacketSink(track)
  const first = (await sink.getKeyPacket(0, KEYS).catch(broken)) ?? undefined
  const packets = upTo(endOf(track, ends), sink.packets(first, undefined, KEYS))
  const { description, packet: bare } = bareOf(codec, bytesOf(config.description))
  const decoderConfig = configOf(config, description)
  // A picture that is seen through (alpha) would be a second one beside the first.
  const add = async (packet: EncodedPacket) => {
    const data = bare(packet.data)
    if (data.length > 0) await source.add(packet.clone({ data, sideData: {} }), { decoderConfig })
  }
  return { codec: config.codec, packets, add }
}

async function soundInto(output: Output, track: InputAudioTrack, ends: Ends): Promise<Copying> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig().catch(broken)
  const can = codec !== null && config !== null && output.format.getSupportedAudioCodecs().includes(codec)
  if (!can) throw new RelayError("media-codec", "a sound that cannot be kept")
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  const sink = new EncodedPacketSink(track)
  const first = (await sink.getPacket(-LEAD_SECONDS).catch(broken)) ?? undefined
  const packets = upTo(endOf(track, ends), sink.packets(first))
  const { description } = bareOf(codec, bytesOf(config.description))
  const decoderConfig = configOf(config, description)
  return { codec: config.codec, packets, add: (packet) => source.add(packet, { decoderConfig }) }
}

function bytesOf(description: AllowSharedBufferSource | undefined): Uint8Array | undefined {
  if (description === undefined) return undefined
  if (!ArrayBuffer.isView(description)) return new Uint8Array(description)
  return new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
}

/** The same, told with another description or with none. */
function configOf<C extends { description?: AllowSharedBufferSource }>(
  { description: _, ...config }: C,
  description: Bytes | undefined,
) {
  return description === undefined ? config : { ...config, description }
}

type Track = InputVideoTrack | InputAudioTrack

type Timing = { readonly start: number; readonly end: number | null }

const endOf = ({ id }: Track, ends: Ends) => ends.get(id) ?? Number.POSITIVE_INFINITY

/** Packets come in the order in which they are decoded: what is shown after the end goes along only before what is not. */
async function* upTo(end: number, packets: AsyncGenerator<EncodedPacket, void>) {
  let after: EncodedPacket[] = []
  for await (const packet of packets) {
    if (packet.timestamp >= end) after.push(packet)
    else {
      yield* after
      after = []
      yield packet
    }
    if (after.length > MOST_REORDERED) return
  }
}

/** When the first of the tracks begins, and when the file says that the last one ends. */
async function timingOf(tracks: readonly Track[], ends: Ends): Promise<Timing> {
  const starts = await Promise.all(tracks.map((track) => track.getFirstTimestamp()))
  const lengths = await Promise.all(tracks.map((track) => track.getDurationFromMetadata()))
  const end = Math.max(
    ...lengths.map((length, at) => Math.min(length ?? 0, endOf(tracks[at] as Track, ends))),
  )
  return { start: Math.min(...starts), end: end > 0 ? end : null }
}

function shareOf(seconds: number, { end: whole }: Timing): number {
  return whole === null ? 0 : Math.min(1, Math.max(0, seconds / whole))
}

/** Copy packet by packet, the earlier of the tracks first, and return when the last one ends. */
async function copyPackets(
  tracks: readonly Copying[],
  start: number,
  tell: (seconds: number) => void,
): Promise<number> {
  let end = start
  const waiting = await Promise.all(tracks.map(advanced))
  for (let next = earliest(waiting); next !== null; next = earliest(waiting)) {
    const { packet, track } = next
    await track.add(packet.clone({ timestamp: packet.timestamp - start }))
    end = Math.max(end, packet.timestamp + packet.duration)
    tell(packet.timestamp - start)
    waiting[waiting.indexOf(next)] = await advanced(track)
  }
  return end
}

type Waiting = { readonly track: Copying; readonly packet: EncodedPacket } | null

async function advanced(track: Copying): Promise<Waiting> {
  const next = await track.packets.next().catch(broken)
  return next.done ? null : { track, packet: next.value }
}

function earliest(waiting: readonly Waiting[]): Exclude<Waiting, null> | null {
  return waiting.reduce<Waiting>(
    (found, one) =>
      one !== null && (found === null || one.packet.timestamp < found.packet.timestamp) ? one : found,
    null,
  )
}
