// SPDX-License-Identifier: EUPL-1.2
/** Sending what was sealed once: the message, its parts by tus, and the handing in. Only ever the same bytes. */
import { RelayError } from "../errors.ts"
import type { Stored } from "../media/stored.ts"
import { insist } from "../protocol/heard.ts"
import type { MessageDetail, MessageView, NewMessage } from "../protocol/wire.ts"
import type { Session } from "./session.ts"
import { sendPart } from "./upload.ts"

/** A message sealed on this device: ciphertext, and the wraps of its key. */
export type SealedToSend = {
  readonly id: string
  /** Hash of its one manifest. */
  readonly manifest: string
  readonly post: NewMessage
  readonly stored: readonly Stored[]
}

export type Sending = {
  /** Bytes of all parts that are durable. */
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal | undefined
}

/** Send a sealed message from wherever the server has it, and hand it in. Again is harmless. */
export async function handIn(
  session: Session,
  sealed: SealedToSend,
  { onBytes, signal }: Sending,
): Promise<void> {
  const detail = await posted(session, sealed)
  if (detail.view.state !== "uploading") return
  const stop = signal ?? new AbortController().signal
  await sendParts(session, { sealed, detail, tell: onBytes, signal: stop })
  await submit(session, sealed.id, detail.view.version)
}

/**
 * Create the message, or find the same one from before.
 *
 * Throws `fork`: another manifest stands for the id; `lapsed`: the server no longer waits for it.
 */
async function posted(session: Session, { id, manifest, post }: SealedToSend): Promise<MessageDetail> {
  try {
    return await session.ports.client.newMessage(post)
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    if (error.code === "not-allowed") throw await whyEnded(session, id, error)
    if (error.code !== "exists") throw error
  }
  const detail = await session.ports.client.message(id)
  insist(detail.view.manifest === manifest, "fork", "another manifest stands for this message")
  return detail
}

/** What is sent to a message that has ended is refused; that it lapsed is something to go on from. */
async function whyEnded({ ports }: Session, id: string, refusal: RelayError): Promise<RelayError> {
  const { view } = await ports.client.message(id)
  return view.state === "expired" ? new RelayError("lapsed", "the server gave up waiting for it") : refusal
}

type Parts = {
  readonly sealed: SealedToSend
  readonly detail: MessageDetail
  readonly tell: (bytes: number) => void
  readonly signal: AbortSignal
}

async function sendParts({ ports }: Session, { sealed, detail, tell, signal }: Parts): Promise<void> {
  let before = 0
  for (const [part, stored] of sealed.stored.entries()) {
    const send = async (known: UploadView | undefined) => {
      if (known !== undefined && known.offset >= stored.length) return
      const sent = { message: sealed.id, part, stored, url: known?.url ?? null }
      await sendPart(ports, sent, { signal, onProgress: (durable) => tell(before + durable) })
    }
    const known = furthest(detail, part)
    await send(known).catch(async (refused: unknown) => {
      const begun = isQuota(refused) ? furthest(await ports.client.message(sealed.id), part) : undefined
      if (known !== undefined || begun === undefined) throw refused
      await send(begun)
    })
    before += stored.length
    tell(before)
  }
}

type UploadView = MessageDetail["uploads"][number]

/** Where most of a part is: of beginnings whose answer was lost, only one went on. */
function furthest({ uploads }: MessageDetail, part: number): UploadView | undefined {
  return uploads.filter((one) => one.part === part).toSorted((one, other) => other.offset - one.offset)[0]
}

/** As many beginnings as the server takes, of which no answer came here. */
function isQuota(refused: unknown): boolean {
  return refused instanceof RelayError && refused.code === "quota"
}

async function submit({ ports }: Session, id: string, version: number): Promise<MessageView | undefined> {
  try {
    return await ports.client.submit(id, { version })
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "stale-version") throw error
    const { view } = await ports.client.message(id)
    return view.state === "uploading" ? ports.client.submit(id, { version: view.version }) : view
  }
}
