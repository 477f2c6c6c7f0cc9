// SPDX-License-Identifier: EUPL-1.2
/**
 * What lies on the server for a person who unlocks: slots, bundle, drafts; all boxes.
 *
 * Each is bound to account and programme, and a slot to its type, salt and parameters, so that a
 * server cannot hand out a weaker one. Twin: `relay/protocol/unlocking.py`. Source: docs/format.md
 * §§3 and 5.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { decode, encode, type JsonObject, MAX_STATEMENT_BYTES } from "../crypto/canonical.ts"
import { SUITE } from "../crypto/derive.ts"
import { bundleKey, draftKey } from "../crypto/keys.ts"
import { insist } from "./heard.ts"
import {
  hashed,
  ident,
  integer,
  listOf,
  optional,
  type Read,
  readFields,
  readSuite,
  recordOf,
} from "./shape.ts"

export const MASTER_BYTES = 32
export const MAX_BUNDLE_BYTES = 16 * MAX_STATEMENT_BYTES

export type SlotType = "passphrase" | "kit" | "link"

/** What a slot's box is bound to. */
export type Slot = {
  readonly account: string
  /** 0 for kit and link. */
  readonly memory_kib: number
  /** 0 for kit and link. */
  readonly passes: number
  readonly programme: string
  /** 16 bytes as base64url. */
  readonly salt: string
  readonly type: SlotType
}

const BUNDLE = {
  certificate: optional(hashed),
  directory: optional(hashed),
  directory_epoch: integer(),
  fingerprint: hashed,
  manifests: listOf(recordOf({ message: ident, manifest: hashed }), { rising: ({ message }) => message }),
  numbers: integer(),
  policies: listOf(recordOf({ case: ident, version: integer(1), policy: hashed }), {
    rising: (known) => known.case,
  }),
  programme: ident,
  root_epoch: integer(),
}
/** What a client remembers between sessions; `numbers`: the highest one used. */
export type Bundle = Read<typeof BUNDLE>

function slotContext({ account, memory_kib, passes, programme, salt, type }: Slot): Bytes {
  return encode({ account, memory_kib, passes, programme, salt, suite: SUITE, type })
}

/** Seal the 32-byte master under a key-encryption key; `salt`: 32 fresh bytes. */
export async function sealSlot(
  kek: Uint8Array,
  master: Uint8Array,
  { slot, salt }: { readonly slot: Slot; readonly salt: Uint8Array },
): Promise<Bytes> {
  if (master.length !== MASTER_BYTES) throw new TypeError("a master has 32 bytes")
  return sealBox(kek, master, { label: "slot", context: slotContext(slot), salt })
}

/**
 * Open a slot into the master.
 *
 * Throws `commitment-wrong` (wrong words or code, or the slot of something else), `seal-broken` or
 * `wrong-shape`.
 */
export async function openSlot(kek: Uint8Array, box: Uint8Array, slot: Slot): Promise<Bytes> {
  const master = await openBox(kek, box, { label: "slot", context: slotContext(slot) })
  insist(master.length === MASTER_BYTES, "wrong-shape", "a master has 32 bytes")
  return master
}

/** Return the canonical plaintext of a bundle, after reading it back. */
export function buildBundle(bundle: Bundle): Bytes {
  const plaintext = encode({ ...(bundle as unknown as JsonObject), suite: SUITE })
  parseBundle(plaintext)
  return plaintext
}

/** Read a bundle's plaintext. Throws as `decode`, `unknown-suite`, or `wrong-shape`. */
export function parseBundle(plaintext: Uint8Array): Bundle {
  return readFields(readSuite(decode(plaintext, MAX_BUNDLE_BYTES)), BUNDLE)
}

/** Whose box it is. */
export type AccountPlace = { readonly account: string; readonly programme: string }

/** Return the canonical context of a bundle's box. */
export function bundleContext({ account, programme }: AccountPlace): Bytes {
  return encode({ account, programme, suite: SUITE })
}

/** Return the canonical context of a draft's box. */
export function draftContext({ account, programme }: AccountPlace, message: string): Bytes {
  return encode({ account, message, programme, suite: SUITE })
}

/** Seal a bundle; `salt`: 32 fresh bytes, new at every write. */
export async function sealBundle(
  master: Uint8Array,
  bundle: Bundle,
  { account, salt }: { readonly account: string; readonly salt: Uint8Array },
): Promise<Bytes> {
  const context = bundleContext({ account, programme: bundle.programme })
  return sealBox(await bundleKey(master), buildBundle(bundle), { label: "bundle", context, salt })
}

/** Open a bundle. Throws as `openBox` and `parseBundle`. */
export async function openBundle(master: Uint8Array, box: Uint8Array, place: AccountPlace): Promise<Bundle> {
  const context = bundleContext(place)
  return parseBundle(await openBox(await bundleKey(master), box, { label: "bundle", context }))
}

/** Seal a draft; `context`: `draftContext`; `salt`: 32 fresh bytes. */
export async function sealDraft(
  master: Uint8Array,
  content: Uint8Array,
  { context, salt }: { readonly context: Uint8Array; readonly salt: Uint8Array },
): Promise<Bytes> {
  return sealBox(await draftKey(master), content, { label: "draft", context, salt })
}

/** Open a draft. Throws as `openBox`. */
export async function openDraft(
  master: Uint8Array,
  box: Uint8Array,
  { context }: { readonly context: Uint8Array },
): Promise<Bytes> {
  return openBox(await draftKey(master), box, { label: "draft", context })
}
