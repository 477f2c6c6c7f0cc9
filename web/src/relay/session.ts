// SPDX-License-Identifier: EUPL-1.2
/**
 * The signed-in state: one object that the screens hold, and let go of to forget everything.
 *
 * It ends by itself: after 20 minutes without activity on a private device, after 5 on a shared one,
 * with a warning 60 seconds before; and when the server says so.
 */
import type { RoleName, SessionView } from "../protocol/wire.ts"
import type { Device } from "./device.ts"
import type { Keyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import type { Trust } from "./trust.ts"

export const PRIVATE_IDLE_SECONDS = 1200
export const SHARED_IDLE_SECONDS = 300
export const WARNING_SECONDS = 60

export type EndReason = "signed-out" | "left" | "idle" | "expired"

export type Wakefulness =
  | { readonly state: "active" }
  /** Say "stay" by calling `touch`. `endsAt`: seconds since 1970. */
  | { readonly state: "warning"; readonly endsAt: number }
  | { readonly state: "ended"; readonly reason: EndReason }

export type Session = {
  readonly role: RoleName
  /** Own id, 22 characters. */
  readonly person: string
  readonly account: string
  readonly programme: string
  readonly cases: readonly string[]
  readonly privateDevice: boolean
  readonly ports: Ports
  /** Storage of this session: kept on a private device, in memory on a shared one. */
  readonly device: Device
  readonly keyring: Keyring
  readonly trust: Trust
  readonly wakefulness: () => Wakefulness
  /** Tell the session that a person did something. Cheap: call it on every key and pointer event. */
  readonly touch: () => void
  /** Hear of every change of wakefulness; the answer stops it. */
  readonly watch: (listener: (now: Wakefulness) => void) => () => void
  /** Run something before the keys go (drafts save themselves so); the answer stops it. */
  readonly beforeEnd: (save: () => Promise<void>) => () => void
  /** End now: keys gone, timers stopped. Storage is cleared by `signOut` and `leaveNow`. */
  readonly end: (reason: EndReason) => void
}

export type { SessionView }
