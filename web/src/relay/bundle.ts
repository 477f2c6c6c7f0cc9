// SPDX-License-Identifier: EUPL-1.2
/**
 * What a person remembers between sessions, sealed on the server: replaced by compare-and-swap.
 *
 * Two devices may remember at once. Who loses fetches the winner's, joins both (the higher of every
 * number, all manifests) and tries again; two manifests for one message are a `fork`, never joined.
 */

import { SALT_BYTES } from "../crypto/box.ts"
import { HASH_BYTES } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import { openBundle, sealBundle } from "../protocol/unlocking.ts"
import type { Keyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"

/** Stands for the root's fingerprint until MAC2 was checked: nothing hashes to it. */
export const NO_FINGERPRINT = b64u(new Uint8Array(HASH_BYTES))

const TRIES = 5

/** What a newcomer remembers: nothing is believed yet. */
export function firstBundle(programme: string): Bundle {
  return {
    certificate: null,
    directory: null,
    directory_epoch: 0,
    fingerprint: NO_FINGERPRINT,
    manifests: [],
    numbers: 0,
    policies: [],
    programme,
    root_epoch: 0,
  }
}

export type Memory = {
  readonly read: () => Bundle
  /** Change what is remembered, durably, before this returns. */
  readonly change: (step: (bundle: Bundle) => Bundle) => Promise<Bundle>
}

export type MemoryAt = {
  readonly ports: Pick<Ports, "client" | "random">
  readonly keyring: Keyring
  readonly account: string
  readonly bundle: Bundle
  readonly version: number
}

/** Hold a person's memory; changes go one after the other. */
export function holdMemory({ ports, keyring, account, ...first }: MemoryAt): Memory {
  let { bundle, version } = first
  let last: Promise<unknown> = Promise.resolve()
  const put = async (next: Bundle): Promise<void> => {
    const box = await keyring.withMaster((master) =>
      sealBundle(master, next, { account, salt: ports.random(SALT_BYTES) }),
    )
    ;({ version } = await ports.client.putBundle({ bundle: b64u(box), version }))
    bundle = next
  }
  const reload = async (): Promise<void> => {
    const found = await ports.client.bundle()
    const { programme } = bundle
    const theirs = await keyring.withMaster((master) =>
      openBundle(master, unb64u(found.bundle), { account, programme }),
    )
    bundle = joined(bundle, theirs)
    version = found.version
  }
  const tryOnce = async (step: (bundle: Bundle) => Bundle): Promise<boolean> => {
    try {
      await put(step(bundle))
      return true
    } catch (error) {
      if (!(error instanceof RelayError) || error.code !== "stale-version") throw error
      await reload()
      return false
    }
  }
  const changeNow = async (step: (bundle: Bundle) => Bundle): Promise<Bundle> => {
    for (let tries = 0; tries < TRIES; tries++) if (await tryOnce(step)) return bundle
    throw new RelayError("stale-version", "another session keeps changing the bundle")
  }
  return {
    read: () => bundle,
    change: (step) => {
      const work = last.then(() => changeNow(step))
      last = work.catch(() => undefined)
      return work
    },
  }
}

/** Join what two sessions of one person remember. Throws `fork` where they cannot both be right. */
export function joined(one: Bundle, other: Bundle): Bundle {
  const fingerprint = one.fingerprint === NO_FINGERPRINT ? other.fingerprint : one.fingerprint
  if (other.fingerprint !== NO_FINGERPRINT && other.fingerprint !== fingerprint) {
    throw new RelayError("root-wrong", "two roots remembered")
  }
  const newer = one.directory_epoch >= other.directory_epoch ? one : other
  if (one.directory_epoch === other.directory_epoch && one.directory !== other.directory) {
    throw new RelayError("fork", "two directories of one epoch remembered")
  }
  return {
    certificate: other.certificate ?? one.certificate,
    directory: newer.directory,
    directory_epoch: newer.directory_epoch,
    fingerprint,
    manifests: joinedManifests(one, other),
    numbers: Math.max(one.numbers, other.numbers),
    policies: joinedPolicies(one, other),
    programme: one.programme,
    root_epoch: Math.max(one.root_epoch, other.root_epoch),
  }
}

function joinedManifests(one: Bundle, other: Bundle): Bundle["manifests"] {
  return other.manifests.reduce(
    (sum, { message, manifest }) => withManifest(sum, message, manifest),
    one.manifests,
  )
}

/** Add a message's manifest. Throws `fork` when another is remembered for the same message. */
export function withManifest(
  known: Bundle["manifests"],
  message: string,
  manifest: string,
): Bundle["manifests"] {
  const before = known.find((entry) => entry.message === message)
  if (before === undefined)
    return [...known, { message, manifest }].sort((a, b) => (a.message < b.message ? -1 : 1))
  if (before.manifest !== manifest) throw new RelayError("fork", "a second manifest for one message")
  return known
}

function joinedPolicies(one: Bundle, other: Bundle): Bundle["policies"] {
  return other.policies.reduce((sum, policy) => withPolicy(sum, policy), one.policies)
}

type KnownPolicy = Bundle["policies"][number]

/** Add a policy, or raise its version. Throws `fork` for two policies of one version. */
export function withPolicy(known: Bundle["policies"], policy: KnownPolicy): Bundle["policies"] {
  const before = known.find((entry) => entry.case === policy.case)
  if (before === undefined) return [...known, policy].sort((a, b) => (a.case < b.case ? -1 : 1))
  if (before.version === policy.version && before.policy !== policy.policy) {
    throw new RelayError("fork", "two policies of one version remembered")
  }
  if (before.version >= policy.version) return known
  return known.map((entry) => (entry.case === policy.case ? policy : entry))
}
