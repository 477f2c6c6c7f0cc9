// SPDX-License-Identifier: EUPL-1.2
/**
 * The signed-in state: one object that the screens hold, and let go of to forget everything.
 *
 * It ends by itself: after 20 minutes without activity on a private device, after 5 on a shared one,
 * with a warning 60 seconds before; and when the server says so. Whoever holds unsaved words is
 * asked to save them first, sealed.
 */
import { RelayError } from "../errors.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { RoleName } from "../protocol/wire.ts"
import { holdMemory } from "./bundle.ts"
import type { Device } from "./device.ts"
import { type EndReason, type Wakefulness, watchIdle } from "./idle.ts"
import type { Keyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import { holdTrust, type Trust } from "./trust.ts"

export type { EndReason, Wakefulness } from "./idle.ts"

export const PRIVATE_IDLE_SECONDS = 1200
export const SHARED_IDLE_SECONDS = 300
/** How often a person's activity is told to the server, at most. */
const TELL_EVERY_SECONDS = 60
/** How long unsaved words may take to be sealed before the keys go. */
const SAVE_SECONDS = 5

export type Session = {
  readonly role: RoleName
  /** Own id, 22 characters. */
  readonly person: string
  readonly account: string
  readonly programme: string
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
  /** Save what is unsaved, do what still needs the token, then forget the keys. Never throws a refusal. */
  readonly end: (reason: EndReason, last?: () => Promise<void>) => Promise<void>
  /** Forget the keys at once. */
  readonly forget: (reason: EndReason) => void
}

export type SessionFacts = {
  readonly role: RoleName
  readonly person: string
  readonly account: string
  readonly programme: string
  readonly privateDevice: boolean
  readonly idleSeconds: number
  readonly bundle: Bundle
  readonly bundleVersion: number
  /** Called now and then while the person is active. */
  readonly onActive?: () => void
}

/** Open a session around an unlocked keyring. Nothing is fetched yet. */
export function openSession(ports: Ports, keyring: Keyring, facts: SessionFacts): Session {
  const { role, person, account, programme, privateDevice } = facts
  const device = privateDevice ? ports.kept : ports.memory
  const saves = new Set<() => Promise<void>>()
  const memory = holdMemory({ ports, keyring, account, bundle: facts.bundle, version: facts.bundleVersion })
  const trust = holdTrust({ ports, keyring, role, person, memory, known: device })
  const idle = watchIdle(
    ports.clock,
    Math.min(facts.idleSeconds, idleOf(privateDevice)),
    () => void end("idle"),
  )
  let told = ports.clock.now()
  const deaf = ports.client.onSessionExpired(() => void end("expired"))
  const forget = (reason: EndReason) => {
    deaf()
    keyring.forget()
    ports.client.carry(null)
    idle.end(reason)
  }
  let ending: Promise<void> | undefined
  const end = (reason: EndReason, last?: () => Promise<void>): Promise<void> => {
    ending ??= saveAll(ports, saves)
      .then(last)
      .catch(passRefusal)
      .then(() => forget(reason))
    return ending
  }
  return {
    ...{ role, person, account, programme, privateDevice, ports, device, keyring, trust },
    wakefulness: idle.wakefulness,
    touch: () => {
      idle.touch()
      if (idle.wakefulness().state !== "active" || ports.clock.now() < told + TELL_EVERY_SECONDS) return
      told = ports.clock.now()
      facts.onActive?.()
      ports.client.session().catch(() => undefined)
    },
    watch: idle.watch,
    beforeEnd: (save) => {
      saves.add(save)
      return () => saves.delete(save)
    },
    end,
    forget,
  }
}

/** A refusal keeps nobody signed in; our own bugs still show. */
function passRefusal(error: unknown): void {
  if (!(error instanceof RelayError)) throw error
}

function idleOf(privateDevice: boolean): number {
  return privateDevice ? PRIVATE_IDLE_SECONDS : SHARED_IDLE_SECONDS
}

async function saveAll({ clock }: Pick<Ports, "clock">, saves: Iterable<() => Promise<void>>): Promise<void> {
  const saved = Promise.allSettled([...saves].map((save) => save()))
  let cancel = () => {}
  const limit = new Promise<void>((resolve) => {
    cancel = clock.after(SAVE_SECONDS, resolve)
  })
  await Promise.race([saved, limit])
  cancel()
}
