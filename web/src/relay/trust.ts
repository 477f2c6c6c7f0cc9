// SPDX-License-Identifier: EUPL-1.2
/**
 * Whom this client believes: root, directory and policies, verified, never older than what it saw.
 *
 * What was seen is remembered in the person's sealed bundle before it is used, so that a server
 * cannot roll a person back even on a new device. A picture that does not verify, or that lists a
 * foreign key as one's own, is not used: the alarm stays until a good one comes.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { safetyNumber } from "../crypto/tickets.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import type { Participant } from "../protocol/policy.ts"
import { checkOwnEntry, type Me } from "../protocol/release.ts"
import type { RoleName } from "../protocol/wire.ts"
import { type Memory, NO_FINGERPRINT, withManifest, withPolicy } from "./bundle.ts"
import { today } from "./clock.ts"
import type { Keyring } from "./keyring.ts"
import { type KnownCases, type Notice, noticesOf, stillTold } from "./notices.ts"
import { type CasePicture, mediatorsOf, type Picture, personOf, readPicture } from "./picture.ts"
import type { Ports } from "./ports.ts"

export type { Notice } from "./notices.ts"

export type MemberKey = {
  readonly person: string
  readonly role: RoleName
  readonly side: "harmed" | "responsible" | null
  /** False while no certificate stands for this person. */
  readonly enrolled: boolean
  readonly keyEpoch: number
}

export type TrustState =
  /** MAC2 has not been checked yet: nothing is believed. See `finishEnrolment`. */
  | "unanchored"
  /** No picture yet, or not a good one: see `alarm`. */
  | "refused"
  | "good"

export type Trust = {
  readonly state: () => TrustState
  /** Why the last picture was refused; null when it was not. */
  readonly alarm: () => ErrorCode | null
  readonly notices: () => readonly Notice[]
  /** Fetch and verify anew. Throws what went wrong (`own-entry-wrong`, `rollback`, `fork`, `expired`, …). */
  readonly refresh: () => Promise<void>
  /** Everybody in a case; empty while there is no picture of it. */
  readonly members: (caseId: string) => readonly MemberKey[]
  /** Channels that the case's policy opens. */
  readonly channels: (caseId: string) => readonly string[]
  readonly coolingSeconds: (caseId: string) => number
  readonly quorum: (caseId: string) => number

  /** The verified picture, at most `FRESH_SECONDS` old. Throws as `refresh`. */
  readonly picture: () => Promise<Picture>
  /** Own standing in a case, against a picture. Throws `own-entry-wrong`. */
  readonly me: (place: CasePicture) => Me
  readonly memory: Memory
  /** The manifest remembered for a message, or null. */
  readonly seenManifest: (message: string) => string | null
  /** Remember a message's one manifest. Throws `fork`. */
  readonly remember: (message: string, manifest: string) => Promise<void>
  /** A number above every one this person used; remembered before it is returned. */
  readonly nextNumber: (above?: number) => Promise<number>
}

export type TrustAt = {
  readonly ports: Pick<Ports, "client" | "clock">
  readonly keyring: Pick<Keyring, "identity" | "kem" | "keyId">
  readonly role: RoleName
  readonly person: string
  readonly memory: Memory
  readonly known: KnownCases
}

export const FRESH_SECONDS = 20

/** Hold a person's trust. Nothing is fetched yet. */
export function holdTrust(at: TrustAt): Trust {
  const { memory, ports } = at
  let picture: Picture | null = null
  let alarm: ErrorCode | null = null
  let notices: readonly Notice[] = []
  const isAnchored = () => memory.read().fingerprint !== NO_FINGERPRINT
  const refreshNow = async (): Promise<Picture> => {
    if (!isAnchored()) throw new RelayError("root-wrong", "the enrolment is not finished")
    const view = await ports.client.trust()
    const claim = { bundle: memory.read(), today: today(ports.clock), now: ports.clock.now() }
    const found = await readPicture(view, claim)
    const certificate = await ownCertificate(at, found)
    const { policies } = memory.read()
    await rememberPicture(memory, found, certificate)
    notices = stillTold(notices, await noticesOf(found, { ...at, policies }))
    picture = found
    alarm = null
    return found
  }
  const refresh = async (): Promise<Picture> => {
    try {
      return await refreshNow()
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      // What is unreachable is not refused.
      if (!UNREACHED.includes(error.code)) {
        alarm = error.code
        picture = null
      }
      throw error
    }
  }
  const cased = (caseId: string) => picture?.cases.get(caseId)
  return {
    state: () => (isAnchored() ? (picture === null ? "refused" : "good") : "unanchored"),
    alarm: () => alarm,
    notices: () => notices,
    refresh: async () => {
      await refresh()
    },
    members: (caseId) => membersOf(cased(caseId)),
    channels: (caseId) => cased(caseId)?.policy.body.channels ?? [],
    coolingSeconds: (caseId) => cased(caseId)?.policy.body.cooling_seconds ?? 0,
    quorum: (caseId) => cased(caseId)?.policy.body.quorum ?? 1,
    picture: async () =>
      picture !== null && ports.clock.now() - picture.readAt < FRESH_SECONDS ? picture : refresh(),
    me: (place) => ownStanding(at, place),
    memory,
    seenManifest: (message) =>
      memory.read().manifests.find((entry) => entry.message === message)?.manifest ?? null,
    remember: async (message, manifest) => {
      const known = memory.read().manifests
      if (withManifest(known, message, manifest) === known) return
      await memory.change((bundle) => ({
        ...bundle,
        manifests: withManifest(bundle.manifests, message, manifest),
      }))
    },
    nextNumber: async (above = 0) => {
      const { numbers } = await memory.change((bundle) => ({
        ...bundle,
        numbers: Math.max(bundle.numbers, above) + 1,
      }))
      return numbers
    },
  }
}

const UNREACHED: readonly ErrorCode[] = [
  "offline",
  "session-expired",
  "too-busy",
  "too-slow",
  "too-many-tries",
]

function ownStanding({ person, keyring }: TrustAt, place: CasePicture): Me {
  const certificate = place.people.get(person)
  const mine =
    certificate?.body.identity === b64u(keyring.identity) && certificate.body.kem === b64u(keyring.kem)
  if (certificate === undefined || !mine)
    throw new RelayError("own-entry-wrong", "the policy lists a foreign key")
  const { identity, epoch } = certificate.body
  const me = { participant: person, identity, certificate: certificate.hash, epoch }
  checkOwnEntry(place.policy, me)
  return me
}

/** Refuse a picture in which somebody else stands at one's own place. Returns one's own certificate's hash. */
async function ownCertificate(at: TrustAt, picture: Picture): Promise<string | null> {
  if (at.role === "manager") return null
  if (at.role === "participant") {
    const own = [...picture.cases.values()].map((place) => ownStanding(at, place).certificate)
    return own[0] ?? null
  }
  const listed = at.role === "interpreter" ? picture.directory.interpreters : picture.directory.mediators
  const entry = listed.get(at.keyring.keyId)
  if (entry === undefined || entry.kem !== b64u(at.keyring.kem)) {
    throw new RelayError("own-entry-wrong", "the directory lists a foreign key")
  }
  if (entry.status !== "active") throw new RelayError("revoked", `this ${at.role} is not active`)
  return null
}

async function rememberPicture(memory: Memory, picture: Picture, certificate: string | null): Promise<void> {
  const { root, directory, cases } = picture
  const before = memory.read()
  const policies = [...cases.values()].map(({ policy }) => policy)
  const known = policies.every((policy) =>
    before.policies.some((entry) => entry.case === policy.body.case && entry.policy === policy.hash),
  )
  const same =
    known &&
    before.root_epoch === root.body.epoch &&
    before.directory === directory.hash &&
    before.certificate === certificate
  if (same) return
  await memory.change((bundle) => ({
    ...bundle,
    certificate,
    root_epoch: Math.max(bundle.root_epoch, root.body.epoch),
    ...(bundle.directory_epoch > directory.body.epoch
      ? {}
      : { directory: directory.hash, directory_epoch: directory.body.epoch }),
    policies: policies.reduce(
      (sum, { body, hash }) => withPolicy(sum, { case: body.case, version: body.version, policy: hash }),
      bundle.policies,
    ),
  }))
}

function membersOf(place: CasePicture | undefined): readonly MemberKey[] {
  if (place === undefined) return []
  const people = place.policy.body.participants.map((entry) => memberOf(place, entry))
  const mediators = mediatorsOf(place).map(
    ({ person }): MemberKey => ({ person, role: "mediator", side: null, enrolled: true, keyEpoch: 1 }),
  )
  return [...people, ...mediators]
}

function memberOf(place: CasePicture, { participant, side, epoch }: Participant): MemberKey {
  const enrolled = place.people.has(participant)
  return { person: participant, role: "participant", side, enrolled, keyEpoch: epoch }
}

/** Compare by voice: six groups of five digits from one's own key and another member's. Throws `not-found`. */
export async function safetyNumberWith(
  { keyring, trust }: { readonly keyring: Pick<Keyring, "identity">; readonly trust: Trust },
  person: string,
): Promise<string> {
  const theirs = identityOf(await trust.picture(), person)
  if (theirs === undefined) throw new RelayError("not-found", "no key of this person was shown")
  return safetyNumber(keyring.identity, unb64u(theirs))
}

function identityOf({ directory, cases }: Picture, person: string): string | undefined {
  for (const [named, mediator] of directory.mediators) if (personOf(named) === person) return mediator.key
  for (const { people } of cases.values()) {
    const certificate = people.get(person)
    if (certificate !== undefined) return certificate.body.identity
  }
  return undefined
}
