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
import { fromEnvelope, type Sign, signerOf, statementHash, toEnvelope } from "../src/crypto/signing.ts"
import { CERTIFICATE } from "../src/protocol/certificate.ts"
import { DIRECTORY, vouch } from "../src/protocol/directory.ts"
import { signStatement } from "../src/protocol/heard.ts"
import { POLICY, type Policy } from "../src/protocol/policy.ts"
import { ROOT } from "../src/protocol/root.ts"
import { sealBundle } from "../src/protocol/unlocking.ts"
import type { Envelope, RoleName, SideName, TrustView } from "../src/protocol/wire.ts"
import { begin } from "../src/relay/begin.ts"
import { firstBundle } from "../src/relay/bundle.ts"
import type { Clock } from "../src/relay/clock.ts"
import { memoryDevice } from "../src/relay/device.ts"
import { openKeyring } from "../src/relay/keyring.ts"
import type { Ports } from "../src/relay/ports.ts"
import { shownIntakeKey } from "../src/relay/programme.ts"
import type { Session } from "../src/relay/session.ts"
import { memoryFilms } from "./films.ts"
import { type Kept, newKept } from "./kept.ts"
import { clientOf } from "./server.ts"
import { ident, seed } from "./world.ts"

export const CASE = ident("case")
const ROLES: readonly RoleName[] = ["mediator", "interpreter", "manager"]
const ZERO = b64u(new Uint8Array(32))
/** Opens what people write who ask to take part. */
export const INTAKE_SEED = seed("intake")

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
  const isStaff = ["mediator", "manager", "interpreter"].some((role) => name.startsWith(role))
  return {
    name,
    master,
    sign: signerOf(own),
    key: b64u(key),
    keyId: b64u(await keys.keyId(key)),
    kem: b64u(await keys.kemPublicKey(await keys.kemSeed(master))),
    person: isStaff ? await keys.shortId(key) : ident(name),
  }
}

export type Office = {
  readonly kept: Kept
  readonly clock: HandClock
  readonly programme: string
  readonly fingerprint: string
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
  readonly interpreters?: readonly string[]
  readonly quorum?: number
  /** Of the case; without any it is closed. */
  readonly channels?: Policy["channels"]
  readonly publish?: boolean
  readonly validUntil?: string
  /** Further people in the case. */
  readonly others?: readonly Placed[]
}

async function hashOf(kind: string, { body }: Envelope): Promise<string> {
  return b64u(await statementHash(kind, unb64u(body)))
}

type Founded = {
  readonly programme: string
  readonly managers: readonly [Character, Character]
  readonly root: Envelope
}

async function found(): Promise<Founded & { readonly fingerprint: string }> {
  const [root, one, two] = await Promise.all([
    character("root"),
    character("manager one"),
    character("manager two"),
  ])
  const programme = await keys.programmeId(unb64u(root.key))
  const active = [one, two].map(({ key }) => ({ key, status: "active" as const }))
  const statement = await signStatement(ROOT, root.sign, {
    programme,
    root: root.key,
    epoch: 1,
    expires: "2031-01-01",
    managers: rising(active, ({ key }) => key),
  })
  return { programme, managers: [one, two], root: toEnvelope(statement), fingerprint: root.keyId }
}

function rising<T>(items: readonly T[], by: (item: T) => string): readonly T[] {
  return [...items].sort((one, other) => (by(one) < by(other) ? -1 : 1))
}

type Sitting = Required<
  Pick<
    Renewal,
    "certificates" | "mediators" | "interpreters" | "quorum" | "channels" | "validUntil" | "others"
  >
> & {
  /** Mediators of the programme: whoever leaves a case stays one. */
  readonly listed: readonly string[]
}

/** Sign the `number`th policy and directory over these people. */
async function signTrust(
  { programme, managers, root }: Founded,
  number: number,
  sitting: Sitting,
  before: Envelope | undefined,
): Promise<TrustView> {
  const mediators = await Promise.all(sitting.mediators.map(character))
  const listed = await Promise.all(sitting.listed.map(character))
  const previous = number === 1 ? null : ZERO
  const policy = await signStatement(POLICY, managers[0].sign, {
    programme,
    case: CASE,
    version: number,
    previous: before === undefined ? null : await hashOf("policy", before),
    participants: await entriesOf(sitting),
    mediators: mediators.map(({ keyId }) => keyId).sort(),
    quorum: sitting.quorum,
    cooling_seconds: 0,
    channels: sitting.channels,
    retention: "ten-years",
    consent_text: ZERO,
  })
  const vouchers = listed.flatMap((who) => managers.map(({ sign }) => vouch(sign, programme, who)))
  const active = listed.map(({ key, kem }) => ({ key, kem, status: "active" as const, from: null }))
  const directory = await signStatement(DIRECTORY, managers[0].sign, {
    programme,
    epoch: number,
    previous,
    root: await hashOf("root", root),
    day: "2026-11-20",
    valid_until: sitting.validUntil,
    mediators: rising(active, ({ key }) => key),
    vouchers: rising(await Promise.all(vouchers), ({ mediator, key }) => mediator + key),
    interpreters: rising(
      (await Promise.all(sitting.interpreters.map(character))).map(({ key, kem }) => ({
        ...{ key, kem, status: "active" as const },
      })),
      ({ key }) => key,
    ),
    kiosks: [],
    intake: b64u(await keys.kemPublicKey(INTAKE_SEED)),
    service: (await character("service")).key,
    cases: [{ case: CASE, version: number, policy: await hashOf("policy", toEnvelope(policy)) }],
  })
  return {
    root,
    directory: toEnvelope(directory),
    policies: [toEnvelope(policy)],
    certificates: sitting.certificates,
    checkpoint: null,
  }
}

/** Sign a certificate with the first mediator's key. */
async function certificateFor(programme: string, who: Character, epoch: number): Promise<Envelope> {
  const { person, key, kem } = who
  const fields = { programme, case: CASE, participant: person, epoch, identity: key, kem, day: "2026-11-22" }
  return toEnvelope(await signStatement(CERTIFICATE, (await character("mediator one")).sign, fields))
}

function portsOf(kept: Kept, clock: Clock): Ports {
  const films = memoryFilms()
  return {
    client: clientOf(kept),
    random: counted,
    clock,
    stretch: async (words, salt) => concat(await keys.keyId(concat(new TextEncoder().encode(words), salt))),
    origin: "http://relay.localhost",
    kept: { ...memoryDevice(), durable: true },
    memory: memoryDevice(),
    films: async () => films,
  }
}

/** Found the programme, with Camille (harmed), Jonas (responsible) and a mediator in one case. */
export async function openOffice(): Promise<Office> {
  const founded = await found()
  const { programme, fingerprint } = founded
  const clock = handClock()
  const kept = newKept(programme, clock)
  const certify = (who: Character, epoch = 1) => certificateFor(programme, who, epoch)
  const people = await Promise.all(["camille", "jonas"].map(async (name) => certify(await character(name))))
  let sitting: Sitting = {
    certificates: people,
    mediators: ["mediator one"],
    interpreters: [],
    listed: [],
    quorum: 1,
    channels: ["letter", "relayed", "video"],
    validUntil: "2026-12-20",
    others: [],
  }
  let number = 0
  const renew = async ({ publish = true, ...changes }: Renewal = {}): Promise<TrustView> => {
    sitting = { ...sitting, ...changes }
    sitting = { ...sitting, listed: [...new Set([...sitting.listed, ...sitting.mediators])] }
    number += 1
    const view = await signTrust(founded, number, sitting, kept.policies[0]?.statement)
    const at = Math.floor(clock.now())
    kept.policies = [...view.policies.map((statement) => ({ statement, at })), ...kept.policies]
    if (!publish) return view
    kept.trust = view
    const shown = await shownIntakeKey(founded.managers[0].sign, fromEnvelope(view.directory))
    kept.intakeKey = shown === null ? null : toEnvelope(shown)
    return view
  }
  await renew()
  const ports = () => portsOf(kept, clock)
  return {
    ...{ kept, clock, programme, fingerprint, renew, certify, ports },
    enter: async (name, { ports: own = ports(), privateDevice = true } = {}) => {
      const who = await character(name)
      const role = ROLES.find((one) => name.startsWith(one)) ?? "participant"
      const account = await admit(kept, who, { role, fingerprint })
      const token = kept.tokenFor(account)
      own.client.carry(token)
      const { bundle, bundle_version } = kept.open(account)
      const signedIn = { token, idle_seconds: 1200, role, person: who.person, account, bundle_version }
      return begin(own, await openKeyring(who.master), { signedIn, bundle, programme, privateDevice })
    },
  }
}

type Placed = Character & { readonly side: SideName }

async function entriesOf({ certificates, others }: Sitting) {
  const [camille, jonas] = await Promise.all([character("camille"), character("jonas")])
  const people: readonly Placed[] = [
    { ...camille, side: "harmed" },
    { ...jonas, side: "responsible" },
    ...others,
  ]
  const entries = await Promise.all(people.map((who) => entryOf(who, certificates)))
  return rising(entries, ({ participant }) => participant)
}

async function entryOf({ person, side }: Placed, certificates: readonly Envelope[]) {
  const read = certificates.map(async (envelope) => {
    const body = JSON.parse(new TextDecoder().decode(unb64u(envelope.body))) as Named
    return { ...body, hash: await hashOf("certificate", envelope) }
  })
  const own = (await Promise.all(read)).filter(({ participant }) => participant === person)
  const [current, ...former] = own.sort((one, two) => two.epoch - one.epoch)
  return {
    participant: person,
    side,
    certificate: current?.hash ?? null,
    former: former.map(({ hash }) => hash).sort(),
    epoch: current?.epoch ?? 0,
  }
}

type Named = { readonly participant: string; readonly epoch: number }

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
