// SPDX-License-Identifier: EUPL-1.2
/**
 * An invented programme with a server in memory: what the actions are tried against.
 *
 * The server here believes everything it is told and keeps it; what is tested is the client. A test
 * reaches in and changes what is kept or answered, as a hostile server would.
 */
import { type Bytes, concat } from "../src/crypto/bytes.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import * as keys from "../src/crypto/keys.ts"
import { type Sign, signerOf, statementHash, toEnvelope } from "../src/crypto/signing.ts"
import { CERTIFICATE } from "../src/protocol/certificate.ts"
import { DIRECTORY, vouch } from "../src/protocol/directory.ts"
import { signStatement } from "../src/protocol/heard.ts"
import { POLICY } from "../src/protocol/policy.ts"
import { ROOT } from "../src/protocol/root.ts"
import { sealBundle } from "../src/protocol/unlocking.ts"
import type { Envelope, RoleName, SideName, TrustView } from "../src/protocol/wire.ts"
import { begin } from "../src/relay/begin.ts"
import { firstBundle } from "../src/relay/bundle.ts"
import type { Clock } from "../src/relay/clock.ts"
import { memoryDevice } from "../src/relay/device.ts"
import { openKeyring } from "../src/relay/keyring.ts"
import type { Ports } from "../src/relay/ports.ts"
import type { Session } from "../src/relay/session.ts"
import { clientOf, type Kept, newKept } from "./server.ts"
import { ident, seed } from "./world.ts"

export const CASE = ident("case")
const ZERO = b64u(new Uint8Array(32))

/** A clock that moves only when it is told to. */
export type HandClock = Clock & { readonly move: (seconds: number) => Promise<void> }

type Timer = { readonly at: number; readonly done: () => void }

/** Start at noon of the world's day. */
export function handClock(start = Date.parse("2026-11-22T12:00:00Z") / 1000): HandClock {
  let now = start
  let timers: readonly Timer[] = []
  return {
    now: () => now,
    after: (seconds, done) => {
      const timer = { at: now + seconds, done }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    move: async (seconds) => {
      const end = now + seconds
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
        if (next === undefined) break
        now = next.at
        timers = timers.filter((one) => one !== next)
        next.done()
        await settled()
      }
      now = end
      await settled()
    },
  }
}

/** Let everything that is under way in this process come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}

let drawn = 0x9e37_79b9
/** Bytes that differ at every draw and are the same in every run (xorshift32). */
export function counted(size: number): Bytes {
  return new Uint8Array(size).map(() => {
    drawn ^= drawn << 13
    drawn ^= drawn >>> 17
    drawn ^= drawn << 5
    return drawn & 0xff
  })
}

/** One invented person with a master, as they stand in the directory or a policy. */
export type Character = {
  readonly name: string
  readonly master: Bytes
  readonly sign: Sign
  readonly key: string
  readonly keyId: string
  readonly kem: string
  readonly person: string
}

export async function character(name: string): Promise<Character> {
  const master = seed(`master ${name}`)
  const own = await keys.identitySeed(master)
  const key = await keys.signingPublicKey(own)
  const isMediator = name.startsWith("mediator") || name.startsWith("manager")
  return {
    name,
    master,
    sign: signerOf(own),
    key: b64u(key),
    keyId: b64u(await keys.keyId(key)),
    kem: b64u(await keys.kemPublicKey(await keys.kemSeed(master))),
    person: isMediator ? await keys.shortId(key) : ident(name),
  }
}

export type Office = {
  readonly kept: Kept
  readonly clock: HandClock
  readonly programme: string
  readonly fingerprint: string
  readonly root: Character
  /** Sign a new policy and directory, each one higher, over the people of now; put it on the server or not. */
  readonly renew: (changes?: Renewal) => Promise<TrustView>
  readonly certify: (who: Character, epoch?: number) => Promise<Envelope>
  readonly ports: () => Ports
  /** Sign somebody in as if they had been here before. */
  readonly enter: (
    name: string,
    options?: { readonly ports?: Ports; readonly privateDevice?: boolean },
  ) => Promise<Session>
}

export type Renewal = {
  readonly certificates?: readonly Envelope[]
  readonly mediators?: readonly string[]
  readonly quorum?: number
  readonly publish?: boolean
  readonly validUntil?: string
}

const SIDES: Readonly<Record<string, SideName>> = { camille: "harmed", jonas: "responsible" }

async function hashOf(kind: string, { body }: Envelope): Promise<string> {
  return b64u(await statementHash(kind, unb64u(body)))
}

/** Found the programme, with Camille (harmed), Jonas (responsible) and two mediators in one case. */
export async function openOffice(): Promise<Office> {
  const [root, manager, other] = await Promise.all(["root", "manager one", "manager two"].map(character))
  if (root === undefined || manager === undefined || other === undefined) throw new TypeError("three people")
  const programme = await keys.programmeId(unb64u(root.key))
  const clock = handClock()
  const kept = newKept(programme, clock)
  let [epoch, version] = [0, 0]
  let last: Required<Pick<Renewal, "certificates" | "mediators" | "quorum">> = {
    certificates: [],
    mediators: ["mediator one"],
    quorum: 1,
  }
  const managers = [manager, other].map(({ key }) => ({ key, status: "active" as const }))
  const rootStatement = await signStatement(ROOT, root.sign, {
    programme,
    root: root.key,
    epoch: 1,
    expires: "2031-01-01",
    managers: managers.sort((one, two) => (one.key < two.key ? -1 : 1)),
  })
  const certify = async (who: Character, keyEpoch = 1) =>
    toEnvelope(
      await signStatement(CERTIFICATE, (await character("mediator one")).sign, {
        programme,
        case: CASE,
        participant: who.person,
        epoch: keyEpoch,
        identity: who.key,
        kem: who.kem,
        day: "2026-11-22",
      }),
    )
  const renew = async (changes: Renewal = {}): Promise<TrustView> => {
    const { publish = true, validUntil = "2026-12-20", ...people } = changes
    last = { ...last, ...people }
    epoch += 1
    version += 1
    const mediators = await Promise.all(last.mediators.map(character))
    const policy = await signStatement(POLICY, manager.sign, {
      programme,
      case: CASE,
      version,
      previous: version === 1 ? null : ZERO,
      participants: await entriesOf(last.certificates),
      mediators: mediators.map(({ keyId }) => keyId).sort(),
      quorum: last.quorum,
      cooling_seconds: 0,
      channels: ["letter"],
      retention: "ten-years",
      consent_text: ZERO,
    })
    const vouchers = mediators.flatMap((who) =>
      [manager, other].map(({ sign }) => vouch(sign, programme, who)),
    )
    const directory = await signStatement(DIRECTORY, manager.sign, {
      programme,
      epoch,
      previous: epoch === 1 ? null : ZERO,
      root: await hashOf("root", toEnvelope(rootStatement)),
      day: "2026-11-20",
      valid_until: validUntil,
      mediators: mediators
        .map(({ key, kem }) => ({ key, kem, status: "active" as const, from: null }))
        .sort((one, two) => (one.key < two.key ? -1 : 1)),
      vouchers: (await Promise.all(vouchers)).sort((one, two) =>
        one.mediator + one.key < two.mediator + two.key ? -1 : 1,
      ),
      interpreters: [],
      kiosks: [],
      intake: null,
      service: (await character("service")).key,
      cases: [{ case: CASE, version, policy: await hashOf("policy", toEnvelope(policy)) }],
    })
    const view: TrustView = {
      root: toEnvelope(rootStatement),
      directory: toEnvelope(directory),
      policies: [toEnvelope(policy)],
      certificates: last.certificates,
      checkpoint: null,
    }
    if (publish) kept.trust = view
    return view
  }
  const camille = await character("camille")
  const jonas = await character("jonas")
  await renew({ certificates: [await certify(camille), await certify(jonas)] })
  const ports = (): Ports => ({
    client: clientOf(kept),
    random: counted,
    clock,
    stretch: async (words, salt) => concat(await keys.keyId(concat(new TextEncoder().encode(words), salt))),
    origin: "http://relay.localhost",
    kept: { ...memoryDevice(), durable: true },
    memory: memoryDevice(),
  })
  const fingerprint = root.keyId
  return {
    ...{ kept, clock, programme, fingerprint, root, renew, certify, ports },
    enter: async (name, { ports: own = ports(), privateDevice = true } = {}) => {
      const who = await character(name)
      const role: RoleName = name.startsWith("mediator") ? "mediator" : "participant"
      const account = await admit(kept, who, { role, fingerprint })
      const token = kept.tokenFor(account)
      own.client.carry(token)
      const { bundle, bundle_version } = kept.open(account)
      const signedIn = { token, idle_seconds: 1200, role, person: who.person, account, bundle_version }
      return begin(own, await openKeyring(who.master), { signedIn, bundle, programme, privateDevice })
    },
  }
}

async function entriesOf(certificates: readonly Envelope[]) {
  const entries = await Promise.all(
    ["camille", "jonas"].map(async (name) => {
      const who = await character(name)
      const own: { hash: string; epoch: number }[] = []
      for (const envelope of certificates) {
        const read = JSON.parse(new TextDecoder().decode(unb64u(envelope.body))) as {
          participant: string
          epoch: number
        }
        if (read.participant === who.person)
          own.push({ hash: await hashOf("certificate", envelope), epoch: read.epoch })
      }
      own.sort((one, two) => two.epoch - one.epoch)
      const [current, ...former] = own
      return {
        participant: who.person,
        side: SIDES[name] ?? "harmed",
        certificate: current?.hash ?? null,
        former: former.map(({ hash }) => hash).sort(),
        epoch: current?.epoch ?? 0,
      }
    }),
  )
  return entries.sort((one, two) => (one.participant < two.participant ? -1 : 1))
}

type Admitted = { readonly role: RoleName; readonly fingerprint: string }

/** Give somebody an account whose bundle knows the root already. */
async function admit(kept: Kept, who: Character, { role, fingerprint }: Admitted): Promise<string> {
  const account = `A${who.person
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, "")
    .padEnd(7, "2")
    .slice(0, 7)}`
  if (kept.accounts.has(account)) return account
  const first = { ...firstBundle(kept.programme), fingerprint }
  const box = await sealBundle(who.master, first, { account, salt: counted(32) })
  kept.accounts.set(account, {
    account,
    role,
    person: who.person,
    keyId: who.keyId,
    master: who.master,
    slots: [],
    bundle: b64u(box),
    bundleVersion: 1,
  })
  await kept.readBundle(account)
  return account
}
